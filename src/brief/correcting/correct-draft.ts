import { type Citation, citationsOverlap } from '../../domain/article.ts'
import { type Brief, type Draft, type DraftPart, samePart } from '../../domain/brief.ts'
import type { Claim } from '../../domain/claim.ts'
import { isWritten } from '../verify/verify-written.ts'

/** A draft after some of its parts have failed verification, and the same story written again. */
export interface FailedDraft {
  /** The draft as it was posted, citing the articles as they are now. */
  readonly draft: Draft
  /** The parts that can no longer be shown. */
  readonly parts: readonly DraftPart[]
  /** The story as it is written from the articles as they are now. */
  readonly again: Draft
}

/**
 * Puts in place of each failed part what the new draft has from the same passage, under the same id or at the same
 * place. Without such a part, and between drafts of different kinds, the failed part stays and remains withheld.
 */
export function replaceFailed({ draft, parts, again }: FailedDraft): Draft {
  if (isWritten(draft) !== isWritten(again)) return draft
  const hasFailed = (part: DraftPart) => parts.some((each) => samePart(each, part))
  const taken = new Set(draft.summary.map(({ text }) => text))
  const standing = new Set(draft.claims.filter(({ id }) => !hasFailed({ kind: 'claim', id })).map(sayingOf))
  const claims = draft.claims.map((claim) => {
    if (!hasFailed({ kind: 'claim', id: claim.id })) return claim
    const found = overlapping(again.claims, [claim.citation], ({ citation }) => [citation]).find(
      (each) => !standing.has(sayingOf(each)),
    )
    if (!found) return claim
    standing.add(sayingOf(found))
    return { ...found, id: claim.id }
  })
  const summary = draft.summary.map((sentence, index) => {
    if (!hasFailed({ kind: 'sentence', index })) return sentence
    const found = overlapping(again.summary, sentence.citations, ({ citations }) => citations).find(
      ({ text }) => !taken.has(text),
    )
    if (found) taken.add(found.text)
    return found ?? sentence
  })
  const details = draft.details?.map((detail, index) => {
    if (!hasFailed({ kind: 'detail', index })) return detail
    const same = (again.details ?? []).filter(({ topic }) => topic === detail.topic)
    return overlapping(same, detail.citations, ({ citations }) => citations)[0] ?? detail
  })
  return {
    ...draft,
    headline: hasFailed({ kind: 'headline' }) ? again.headline : draft.headline,
    claims,
    summary,
    ...(details ? { details } : {}),
    // An editor answers for their own words only.
    ...(draft.edited ? { edited: draft.edited.filter((part) => !hasFailed(part)) } : {}),
    ...(draft.vouched ? { vouched: draft.vouched.filter((part) => !hasFailed(part)) } : {}),
  }
}

/** The parts that a brief shows of this draft. */
export function shownParts(draft: Draft, brief: Brief): DraftPart[] {
  const claims = new Set(brief.claims.map(({ id }) => id))
  const sentences = new Set(brief.summary.map(({ text }) => text))
  const details = new Set((brief.details ?? []).map(({ text }) => text))
  return [
    ...(brief.headline === draft.headline ? [{ kind: 'headline' as const }] : []),
    ...draft.summary.flatMap(({ text }, index) => (sentences.has(text) ? [{ kind: 'sentence' as const, index }] : [])),
    ...draft.claims.flatMap(({ id }) => (claims.has(id) ? [{ kind: 'claim' as const, id }] : [])),
    ...(draft.details ?? []).flatMap(({ text }, index) =>
      details.has(text) ? [{ kind: 'detail' as const, index }] : [],
    ),
  ]
}

/** The parts of a list that come from one of these passages; those that share most of them first. */
function overlapping<T>(
  parts: readonly T[],
  citations: readonly Citation[],
  citationsOf: (part: T) => readonly Citation[],
): T[] {
  const weight = (part: T) =>
    citationsOf(part).filter((own) => citations.some((each) => citationsOverlap(own, each))).length
  return parts.filter((part) => weight(part) > 0).toSorted((one, other) => weight(other) - weight(one))
}

function sayingOf({ speaker, words }: Claim): string {
  return JSON.stringify([speaker, words])
}
