import type { Terms } from '../../domain/article.ts'
import { asSentence } from '../../domain/reason.ts'
import type { Services } from '../../services.ts'
import { isOwnLine, type OwnTerm } from '../../terms/own-terms.ts'
import { tdmFile, tdmLines } from '../../terms/tdm.ts'

/** The longest file of reservations read, in bytes, and the most words of a publisher's that are repeated. */
const longestFile = 100_000
const mostSaid = 6

/** What a publisher says that machines may do with a page, and what follows. */
export interface PublisherTerms extends Terms {
  readonly url: string
  /** As the publisher says it: "Content-Signal: ai-input=no". */
  readonly said: readonly string[]
  /** Why the page could not be read; null if it could. */
  readonly problem: string | null
  /** What whoever runs Onrecord sets for its host; null if they set nothing. */
  readonly own: OwnTerm | null
}

/** Looks at a page as a digest would, robots.txt and licences included. */
export async function publisherTerms(
  url: string,
  { fetcher, reader, licences }: Pick<Services, 'fetcher' | 'reader' | 'licences'>,
): Promise<PublisherTerms> {
  const nothing = { url, said: [], own: licences.ownFor(url) ?? null }
  const fetched = await fetcher.get(url)
  if (fetched.kind === 'gone' || fetched.kind === 'unchanged')
    return { ...nothing, problem: 'the site says this page no longer exists' }
  if (fetched.kind !== 'page') return { ...nothing, problem: fetched.reason }
  const read = await reader.readPage(fetched.body, {
    url: fetched.url,
    contentType: fetched.contentType,
    asked: true,
    wishes: fetched.wishes ?? [],
  })
  if (read.kind === 'unreadable') return { ...nothing, problem: read.reason }
  const { closedToModels, shown } = await licences.apply(read)
  const file = await fetcher.get(new URL(tdmFile, fetched.url).href, { firstBytes: longestFile })
  const reserved = file.kind === 'page' ? tdmLines(Buffer.from(file.body).toString(), fetched.url) : []
  return {
    ...nothing,
    url: fetched.url,
    said: [...new Set([...(read.wishes ?? []), ...reserved])],
    problem: null,
    ...(closedToModels === undefined ? {} : { closedToModels }),
    ...(shown ? { shown } : {}),
  }
}

/** The terms in sentences for people. */
export function inSentences({ said, problem, own, closedToModels, shown }: PublisherTerms): string[] {
  if (problem !== null) return [asSentence(`its newest article couldn’t be read: ${problem}`)]
  const words = [...said, ...(closedToModels?.startsWith('RSL: ') ? [closedToModels] : [])]
  const site =
    words.length === 0
      ? 'The site says nothing about AI tools.'
      : `The site says about machines: ${words.slice(0, mostSaid).join(' · ')}`
  if (own?.kind === 'licensed') return [site, underLicence(own)]
  if (own) return [site, 'Whoever runs Onrecord sets more for it.', follows({ closedToModels, shown })]
  return words.length === 0 ? [site] : [site, follows({ closedToModels, shown })]
}

/**
 * What holds for the newest article of a feed, who decided it, and what follows; undefined if nothing limits it. Own
 * terms that were set or taken away since then hold for the next article.
 */
export function termsLine(terms: Terms | undefined, own: OwnTerm | undefined): string | undefined {
  if (own?.kind === 'licensed') return underLicence(own)
  const { closedToModels, shown } = terms ?? {}
  const line = shown?.said ?? closedToModels
  if (line === undefined) return own && 'Whoever runs Onrecord sets more for its next articles.'
  const decided = isOwnLine(line) ? 'Whoever runs Onrecord sets it:' : 'The site says:'
  return `${decided} ${line}. ${follows({ closedToModels, shown })}`
}

function underLicence({ licence }: Extract<OwnTerm, { kind: 'licensed' }>): string {
  return `Its articles are used under a licence of whoever runs Onrecord: ${licence}`
}

function follows({ closedToModels, shown }: { [Key in keyof Terms]: Terms[Key] | undefined }): string {
  if (shown?.most === 0) return 'So only headlines and links of its articles are shown.'
  if (shown) return `So no model reads its articles, and at most ${shown.most} characters of each are shown.`
  return closedToModels === undefined
    ? 'Its articles may be summarized all the same: that isn’t about summaries.'
    : 'So no model reads its articles: they’re written without AI.'
}
