import type { Article } from '../domain/article.ts'

/** What whoever runs Onrecord sets for a publisher: stricter than it asks, or looser by a licence of theirs. */
export type OwnTerm =
  | { readonly kind: 'no-models' }
  | { readonly kind: 'headlines' }
  /** Nothing that the publisher says limits what is done; `licence` is their reason. */
  | { readonly kind: 'licensed'; readonly licence: string }

/** Terms by host, which stand for all hosts below it. */
export type OwnTerms = ReadonlyMap<string, OwnTerm>

/** What is noted of an article that they limit. */
const said = 'ONRECORD_PUBLISHERS'

/** One term as people write it: "no models", "headlines only", "licensed: contract of 3 May"; undefined if it is none. */
export function readOwnTerm(text: string): OwnTerm | undefined {
  if (/^no models?$/i.test(text)) return { kind: 'no-models' }
  if (/^headlines(?: only)?$/i.test(text)) return { kind: 'headlines' }
  const licence = /^licen[cs]ed?\s*:\s*(?<reason>\S.{2,200})$/i.exec(text)?.groups?.['reason']
  return licence === undefined ? undefined : { kind: 'licensed', licence }
}

/** The term for an address; undefined if there is none. */
export function ownTermFor(url: string, terms: OwnTerms): OwnTerm | undefined {
  const labels = new URL(url).hostname.toLowerCase().split('.')
  return labels.map((_, at) => terms.get(labels.slice(at).join('.'))).find((term) => term !== undefined)
}

/** Returns true for a line that tells of own terms, and not of what a publisher says. */
export function isOwnLine(line: string): boolean {
  return line.startsWith(`${said}: `)
}

/** An article under whoever's own terms there are for its publisher. */
export function underOwnTerms(article: Article, terms: OwnTerms): Article {
  const term = article.url === null ? undefined : ownTermFor(article.url, terms)
  switch (term?.kind) {
    case 'no-models':
      return { ...article, closedToModels: article.closedToModels ?? `${said}: no models` }
    case 'headlines':
      return {
        ...article,
        closedToModels: article.closedToModels ?? `${said}: headlines only`,
        shown: { most: 0, said: `${said}: headlines only` },
      }
    case 'licensed': {
      const { closedToModels: _closedToModels, shown: _shown, ...free } = article
      return free
    }
    case undefined:
      return article
  }
}
