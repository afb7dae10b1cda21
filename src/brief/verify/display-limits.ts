import type { Article, ArticleId, Citation } from '../../domain/article.ts'
import type { Draft, DraftPart, Finding } from '../../domain/brief.ts'

/** A part of a draft, with its text and where that is from. */
interface ShownPart {
  readonly part: DraftPart
  readonly text: string
  readonly citations: readonly Citation[]
}

/**
 * Finds what is more than a publisher lets others show of an article: the parts are added up in the order in which they
 * are read, and those that no longer fit are found.
 */
export function displayFindings(draft: Draft, articles: readonly Article[]): Finding[] {
  const left = new Map<ArticleId, number>(articles.flatMap(({ id, shown }) => (shown ? [[id, shown.most]] : [])))
  if (left.size === 0) return []
  return partsOf(draft).flatMap(({ part, text, citations }): Finding[] => {
    const limited = [...new Set(citations.map(({ article }) => article))].filter((id) => left.has(id))
    if (limited.some((id) => text.length > (left.get(id) ?? 0)))
      return [{ kind: 'display-limit', part, words: text, passage: citations[0] ?? null }]
    for (const id of limited) left.set(id, (left.get(id) ?? 0) - text.length)
    return []
  })
}

function partsOf({ summary, claims, differences, details = [] }: Draft): ShownPart[] {
  return [
    ...summary.map(({ text, citations }, index) => ({ part: { kind: 'sentence' as const, index }, text, citations })),
    ...claims.map(({ id, words, citation, further = [] }) => ({
      part: { kind: 'claim' as const, id },
      text: words,
      citations: [citation, ...further],
    })),
    ...details.map(({ text, citations }, index) => ({ part: { kind: 'detail' as const, index }, text, citations })),
    ...differences.map(({ versions }, index) => ({
      part: { kind: 'difference' as const, index },
      text: versions.map(({ words }) => words).join(' '),
      citations: versions.map(({ citation }) => citation),
    })),
  ]
}
