import { readText, readTextBytes } from '../../article/read-text.ts'
import { mostLinks } from '../../chat/commands/command.ts'
import { sourceTypeField } from '../../chat/export/source-type.ts'
import type { Article } from '../../domain/article.ts'
import type { Draft, Verified } from '../../domain/brief.ts'
import { reasonOf } from '../../domain/reason.ts'
import { type Story, storyId } from '../../domain/story.ts'
import type { Licences } from '../../intake/licences.ts'
import { isMeasured, notCheckedNote } from '../../language/measured.ts'
import type { Fetcher, Reader } from '../../ports.ts'
import type { ShownStory } from '../../publishing/withdrawn.ts'
import type { Written } from '../../writing/write-draft.ts'

/** The material that a person hands in to be summarized. */
export type Material =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'html'; readonly body: Uint8Array }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'file'; readonly body: Uint8Array }

export type Summarized =
  | {
      readonly kind: 'brief'
      readonly article: Article
      readonly draft: Draft
      readonly verified: Verified
      readonly notes: readonly string[]
    }
  /** There is nothing to summarize; people are shown the reason. */
  | { readonly kind: 'nothing'; readonly reason: string }

export interface SummaryServices {
  readonly fetcher: Fetcher
  readonly reader: Reader
  /** Absent if no model is asked. */
  readonly licences?: Licences
  write(story: Story): Promise<Written>
  /** True if the asker's workspace has withdrawn the article's story; absent if nothing can be withdrawn. */
  isWithdrawn?(article: ShownStory): Promise<boolean>
}

/** Links with at most `longestRemark` characters around them are no article; nor is a text below both other limits. */
const longestRemark = 200
const fewestWords = 8
const shortestText = 60

/** Reads the contents of one text field: links with a few words around them, or a text; empty if it is neither. */
export function materialsOf(given: string): Material[] {
  const text = given.trim()
  if (/^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text)) return [{ kind: 'url', url: withoutMarks(text) }]
  if (/^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(text))
    return [{ kind: 'url', url: withoutMarks(`https://${text}`) }]
  const links = [...text.matchAll(/https?:\/\/[^\s<>"|]+/gi)].map(([link]) => withoutMarks(link))
  const remark = links.reduce((rest, link) => rest.replace(link, ''), text)
  if (links.length > 0 && remark.length <= longestRemark)
    return [...new Set(links)].slice(0, mostLinks).map((url) => ({ kind: 'url', url }))
  const isShort = text.length < shortestText && text.split(/\s+/).length < fewestWords
  return isShort ? [] : [{ kind: 'text', text }]
}

/** A link without the punctuation that follows it; a closing bracket stays if the link opens one. */
function withoutMarks(link: string): string {
  const bare = link.replace(/[.,;:!?”’\]]+$/, '')
  return bare.endsWith(')') && !bare.includes('(') ? withoutMarks(bare.slice(0, -1)) : bare
}

/** Reads one article and summarizes it. */
export async function summarize(material: Material, services: SummaryServices): Promise<Summarized> {
  const read = await readMaterial(material, services)
  if (read.kind === 'nothing') return read
  const { article } = read
  const { id, url } = article
  if (await services.isWithdrawn?.({ id, pages: url === null ? [] : [url] }))
    return { kind: 'nothing', reason: 'the people who manage this digest have withdrawn this story' }
  const story: Story = { id: storyId(article.id), articles: [article] }
  const { draft, verified, instead } = await services.write(story)
  const unchecked = isMeasured(article.language) ? [] : [notCheckedNote(article.language)]
  return { kind: 'brief', article, draft, verified, notes: [...unchecked, ...(instead === null ? [] : [instead])] }
}

type ReadMaterial =
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'nothing'; readonly reason: string }

async function readMaterial(material: Material, { fetcher, reader, licences }: SummaryServices): Promise<ReadMaterial> {
  switch (material.kind) {
    case 'text':
      return readPasted(() => readText(material.text))
    case 'file':
      return readPasted(() => readTextBytes(material.body))
    case 'html':
      return asMaterial(await reader.readPage(material.body, { url: null, contentType: 'text/html', asked: true }))
    case 'url': {
      const fetched = await fetcher.get(material.url, { asked: true })
      if (fetched.kind === 'gone')
        return { kind: 'nothing', reason: 'the site says this page has been removed for good' }
      if (fetched.kind === 'unchanged') return { kind: 'nothing', reason: 'the site didn’t send a page' }
      if (fetched.kind !== 'page') return { kind: 'nothing', reason: fetched.reason }
      if (/^text\/plain/i.test(fetched.contentType))
        return readPasted(() => readTextBytes(fetched.body, fetched.contentType))
      const wrong = wrongType(fetched.contentType) ?? feedIn(fetched.body)
      if (wrong) return { kind: 'nothing', reason: wrong }
      const read = await reader.readPage(fetched.body, {
        url: fetched.url,
        contentType: fetched.contentType,
        asked: true,
        wishes: fetched.wishes ?? [],
      })
      if (read.kind !== 'article' || !licences) return asMaterial(read)
      return { kind: 'article', article: await licences.apply(read) }
    }
  }
}

function asMaterial(read: Awaited<ReturnType<Reader['readPage']>>): ReadMaterial {
  return read.kind === 'article' ? read : { kind: 'nothing', reason: read.reason }
}

function readPasted(read: () => Article): ReadMaterial {
  try {
    return { kind: 'article', article: read() }
  } catch (error) {
    return { kind: 'nothing', reason: reasonOf(error) }
  }
}

function wrongType(contentType: string): string | undefined {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (type === '' || /html|xml|octet-stream/.test(type)) return undefined
  return `this address leads to ${type === 'application/pdf' ? 'a PDF' : `“${type}”`}; Onrecord only reads web pages and plain text`
}

/** The reason not to summarize a feed; undefined if the body is not one. */
function feedIn(body: Uint8Array): string | undefined {
  const start = Buffer.from(body.subarray(0, 1_000)).toString('latin1')
  return /<(?:rss|feed|rdf:RDF)[\s>]/i.test(start) && !/<html[\s>]/i.test(start)
    ? 'this is the address of a feed; follow it instead of summarizing it'
    : undefined
}

/** The whole brief as JSON for programs; spans are UTF-16 offsets into the article's text. */
export function summaryJson({ article, verified, notes }: Extract<Summarized, { kind: 'brief' }>) {
  const { brief, findings } = verified
  return {
    headline: brief.headline,
    summary: brief.summary,
    claims: brief.claims.map((claim) => ({
      ...claim,
      speaker: claim.speaker.kind === 'unchecked' ? { kind: 'unnamed' } : claim.speaker,
      answers: brief.responses.find((response) => response.claim === claim.id)?.answers ?? null,
    })),
    unanswered: brief.unanswered,
    differences: brief.differences,
    findings,
    withheld: brief.withheld,
    byline: brief.byline,
    ...sourceTypeField([{ writer: brief.byline.writer, claims: [] }]),
    notes,
    article,
  }
}
