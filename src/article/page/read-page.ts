import { Readability } from '@mozilla/readability'
import { addressKey } from '../../domain/address.ts'
import { type Article, articleId, pastedText } from '../../domain/article.ts'
import type { LicensedContent } from '../../domain/reading.ts'
import { detectLanguage } from '../../language/detect.ts'
import { licenceLines, unreadableLicence } from '../../terms/licence.ts'
import { readLicenceText } from '../../terms/licence-file.ts'
import { termsOf } from '../../terms/wishes.ts'
import { decodeText } from '../../text/decode.ts'
import { cleanByline } from '../about/byline.ts'
import { readLinkedData, typeOf } from '../about/linked-data.ts'
import {
  canonicalLink,
  type Metadata,
  outletNames,
  ownAddresses,
  readMetadata,
  withoutOutlet,
} from '../about/metadata.ts'
import { licencesWithin } from '../about/page-wishes.ts'
import { kindOf } from '../kind.ts'
import { quotePosts } from '../markup/embedded-posts.ts'
import { writeOutFormulas } from '../markup/formulas.ts'
import { unwrapParagraphs } from '../markup/lone-paragraphs.ts'
import { parsePage } from '../markup/parse-page.ts'
import { writeOutRaised } from '../markup/raised-text.ts'
import { keepWordsOfSentences } from '../markup/running-text.ts'
import { dropStruckOut } from '../markup/struck-out.ts'
import { writeOutTables } from '../markup/tables.ts'
import { publisherOf } from '../publisher.ts'
import type { KnownLines } from './boilerplate.ts'
import { mainHeading } from './heading.ts'
import { dropHidden } from './hidden.ts'
import { dropKeptBack } from './kept-back.ts'
import { type LargestBody, largestBody } from './largest-body.ts'
import { dropOtherArticles } from './own-article.ts'
import { checkShape } from './page-limits.ts'
import { pageText } from './page-text.ts'
import { blocksBelow, withStandfirst } from './standfirst.ts'
import { tidyText } from './tidy.ts'
import { whyClosed, whyUnreadable } from './unreadable.ts'

export interface PageSource {
  /** The page's address; null for a file or a paste. */
  readonly url: string | null
  readonly contentType: string
  /** What came with it about use by machines, as lines: "Content-Signal: ai-input=no". */
  readonly wishes?: readonly string[]
}

/** The reason why a page has no article, and the text that was found instead. */
export class NoArticle extends Error {
  readonly text: string
  /** True if the article is there for others: for those who pay, agree or prove that they are people. */
  readonly isClosed: boolean
  /** What was said on the page of use by machines, as lines. */
  readonly wishes: readonly string[]

  constructor(reason: string, { text, isClosed, wishes }: Pick<NoArticle, 'text' | 'isClosed' | 'wishes'>) {
    super(reason)
    this.text = text
    this.isClosed = isClosed
    this.wishes = wishes
  }
}

/** An article, and the licences that its page and its site name. */
export interface LicensedArticle {
  readonly article: Article
  /** Absolute addresses. */
  readonly licences: readonly string[]
  /** What the page and what came with it say about use by machines, as lines. */
  readonly wishes: readonly string[]
}

/**
 * Reads the article from a web page.
 *
 * @throws {NoArticle} or another error with a reason for people if the page has no readable article.
 */
export function readPage(body: Uint8Array, source: PageSource): Article {
  return readLicensedPage(body, source).article
}

/** Like `readPage`, with the licences that are still to be read. */
export function readLicensedPage(body: Uint8Array, source: PageSource): LicensedArticle {
  const html = readHtml(body, source.contentType)
  const { metadata, headline, text, ...read } = readText(html, source.url)
  const wishes = [...(source.wishes ?? []), ...metadata.wishes]
  const missing = whyUnreadable(text, metadata)
  if (missing) throw new NoArticle(missing, { text, isClosed: whyClosed(text, metadata) !== undefined, wishes })
  const outlet = metadata.outlet ?? hostOf(source.url)
  const url = metadata.url ?? source.url
  const byline = metadata.byline ?? cleanByline(read.byline, namesOfOutlet(metadata, source.url))
  const { type, sections } = metadata
  const article: Article = {
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
    ...termsOf([...wishes, ...wishesWithin(metadata.licences, url), ...wishesUnread(wishes, source.url)]),
  }
  return { article, licences: licencesNamed(wishes, source.url), wishes }
}

/** What the licences within a page say of it. One that cannot be read gives no permission. */
function wishesWithin(licences: readonly string[], url: string | null): string[] {
  return licences.flatMap((licence) => {
    const contents = url === null ? undefined : contentsOf(licence)
    return contents ? licenceLines(contents, url ?? '') : [unreadableLicence]
  })
}

function contentsOf(licence: string): LicensedContent[] | undefined {
  try {
    return readLicenceText(licence)
  } catch {
    return undefined
  }
}

/** The addresses of the licences that lines name: "License: /license.xml". */
function licencesNamed(wishes: readonly string[], base: string | null): string[] {
  return [...new Set(licencesIn(wishes, base).flatMap((address) => address?.href ?? []))]
}

/** A licence whose address cannot be read gives no permission. */
function wishesUnread(wishes: readonly string[], base: string | null): string[] {
  return licencesIn(wishes, base).includes(null) ? [unreadableLicence] : []
}

function licencesIn(wishes: readonly string[], base: string | null): (URL | null)[] {
  const written = wishes.flatMap((line) => /^License:\s*(?<address>\S+)/i.exec(line)?.groups?.['address'] ?? [])
  return written.map((address) => URL.parse(address, base ?? undefined))
}

/** A text shorter than this share of the page's largest body is not trusted to be all of the article. */
const leastShare = 0.6

/** A page's headline and text, and the byline that the extractor saw. */
function readText(html: string, url: string | null) {
  const { document, metadata } = prepare(html, url)
  const below = blocksBelow(document, metadata.heading)
  const largest = largestBody(document, metadata.heading)
  const parsed = new Readability<Element>(document, {
    serializer: (node) => node as Element,
    charThreshold: 250,
    disableJSONLD: true,
  }).parse()
  const headline = withoutOutlet(metadata.headline || tidyText(parsed?.title) || '', namesOfOutlet(metadata, url))
  const known = { headline, byline: metadata.byline }
  const extracted = parsed?.content ? pageText(parsed.content, known) : ''
  const own = isOf(largest, extracted) ? extracted : wholeBody(html, url, known) || extracted
  const text = own === '' ? '' : withStandfirst(own, below, { ...known, description: metadata.description })
  return { metadata, headline, text, byline: parsed?.byline }
}

/** The names that the outlet goes by in titles and bylines. */
function namesOfOutlet({ outlet }: Metadata, url: string | null): string[] {
  const host = hostOf(url)
  return [outlet ?? host, host.replace(/\.[a-z.]+$/, '')].filter((name) => name.length > 2)
}

/** The text of the page's largest body. The page is parsed again, as the extractor has taken it apart. */
function wholeBody(html: string, url: string | null, known: KnownLines): string {
  const { document, metadata } = prepare(html, url)
  const body = largestBody(document, metadata.heading)
  return body ? pageText(body.element, known) : ''
}

/** True if a text is most of the page's largest body: neither a small part of it nor something else on the page. */
function isOf(largest: LargestBody | undefined, text: string): boolean {
  if (!largest) return true
  const line = text.replace(/\s+/g, ' ')
  return text.length >= leastShare * largest.length && largest.beginnings.some((beginning) => line.includes(beginning))
}

/** Parses a page, and takes out what is not its article's: other articles, and what no reader sees. */
function prepare(html: string, url: string | null) {
  const document = parsePage(html)
  // First, as what is written out in other markup no longer shows that it was hidden.
  dropHidden(document)
  const kept = dropKeptBack(document)
  const licences = licencesWithin(document)
  writeOut(document)
  const own = readOwn(document, url)
  const metadata = { ...own, wishes: [...own.wishes, ...kept], licences }
  keepWordsOfSentences(document)
  unnameSubheads(document)
  unwrapParagraphs(document)
  return { document, metadata }
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
  writeOutTables(document)
  quotePosts(document)
}

/** Takes the names from subheads: the extractor takes some of their classes for those of menus. */
function unnameSubheads(document: Document): void {
  for (const heading of document.querySelectorAll('h2, h3, h4')) heading.removeAttribute('class')
}

/** A page's metadata about its own article, after removing the other articles from it. */
function readOwn(document: Document, url: string | null): Metadata & { readonly heading: Element | null } {
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
  const page = { url, heading: heading?.element ?? null, linkedData, outlets }
  return { ...readMetadata(document, page), heading: page.heading }
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 120) ?? ''
}

function hostOf(url: string | null): string {
  return url ? new URL(url).hostname.replace(/^www\./, '') : pastedText
}
