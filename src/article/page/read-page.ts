import { Readability } from '@mozilla/readability'
import { addressKey } from '../../domain/address.ts'
import { type Article, articleId, pastedText } from '../../domain/article.ts'
import { detectLanguage } from '../../language/detect.ts'
import { decodeText } from '../../text/decode.ts'
import { kindOf } from '../kind.ts'
import { writeOutFormulas } from '../markup/formulas.ts'
import { parsePage } from '../markup/parse-page.ts'
import { writeOutRaised } from '../markup/raised-text.ts'
import { keepWordsOfSentences } from '../markup/running-text.ts'
import { dropStruckOut } from '../markup/struck-out.ts'
import { publisherOf } from '../publisher.ts'
import { mainHeading } from './heading.ts'
import { dropHidden } from './hidden.ts'
import { readLinkedData, typeOf } from './linked-data.ts'
import { canonicalLink, type Metadata, outletNames, ownAddresses, readMetadata, withoutOutlet } from './metadata.ts'
import { dropOtherArticles } from './own-article.ts'
import { checkShape } from './page-limits.ts'
import { pageText } from './page-text.ts'
import { tidyText } from './tidy.ts'
import { whyUnreadable } from './unreadable.ts'

export interface PageSource {
  /** The page's address; null for a file or a paste. */
  readonly url: string | null
  readonly contentType: string
}

/** The reason why a page has no article, and the text that was found instead. */
export class NoArticle extends Error {
  readonly text: string

  constructor(reason: string, text: string) {
    super(reason)
    this.text = text
  }
}

/**
 * Reads the article from a web page.
 *
 * @throws {NoArticle} or another error with a reason for people if the page has no readable article.
 */
export function readPage(body: Uint8Array, source: PageSource): Article {
  const document = parsePage(readHtml(body, source.contentType))
  writeOut(document)
  const metadata = readOwn(document, source.url)
  dropHidden(document)
  keepWordsOfSentences(document)
  const parsed = new Readability<Element>(document, {
    serializer: (node) => node as Element,
    charThreshold: 250,
    disableJSONLD: true,
  }).parse()
  const outlet = metadata.outlet ?? hostOf(source.url)
  const names = [outlet, hostOf(source.url).replace(/\.[a-z.]+$/, '')].filter((name) => name.length > 2)
  const headline = withoutOutlet(metadata.headline || tidyText(parsed?.title) || '', names)
  const text = parsed?.content ? pageText(parsed.content, headline) : ''
  const missing = whyUnreadable(text, metadata)
  if (missing) throw new NoArticle(missing, text)
  const url = metadata.url ?? source.url
  const { type, sections } = metadata
  const byline = metadata.byline ?? tidyText(parsed?.byline)
  return {
    id: articleId((url && addressKey(url)) ?? `text:${headline}`),
    outlet,
    publisher: publisherOf({ outlet, url, byline, text }),
    headline: headline || firstLine(text),
    url,
    byline,
    published: metadata.published,
    language: detectLanguage(text),
    kind: kindOf({ headline, url, type, sections }),
    sections,
    text,
  }
}

function readHtml(body: Uint8Array, contentType: string): string {
  const html = decodeText(body, contentType).replaceAll('\u0000', '')
  if (html.startsWith('%PDF-')) throw new Error('this is a PDF; only web pages and plain text can be read')
  if (html.trim() === '') throw new Error('the page is empty')
  checkShape(html)
  return html
}

/** Turns markup that changes the meaning of a number or a word into plain text. */
function writeOut(document: Document): void {
  dropStruckOut(document)
  writeOutFormulas(document)
  writeOutRaised(document.documentElement)
}

/** A page's metadata about its own article, after removing the other articles from it. */
function readOwn(document: Document, url: string | null): Metadata {
  const linkedData = readLinkedData(document)
  const outlets = [...outletNames(document, linkedData), hostOf(url).replace(/\.[a-z.]+$/, '')]
  const heading = mainHeading(document, outlets)
  const addresses = ownAddresses(document, url)
  const base = url ?? canonicalLink(document)
  if (heading?.isSure)
    dropOtherArticles(document, {
      heading: heading.element,
      addresses: new Set(addresses),
      base: base !== null && URL.canParse(base) ? base : null,
      isLive: linkedData.things.some((thing) => /LiveBlog/.test(typeOf(thing))),
    })
  return readMetadata(document, { url, heading: heading?.element ?? null, linkedData, outlets })
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 120) ?? ''
}

function hostOf(url: string | null): string {
  return url ? new URL(url).hostname.replace(/^www\./, '') : pastedText
}
