import type { Brief, Draft, DraftPart, Finding } from '../../domain/brief.ts'
import { claimSentence } from './doubts.ts'

/** The parts of a story that editors leave out and restore: their names, and their words as they would be printed. */

/** A part of a draft as a short word for a button: "claim:1.2", "sentence:0". */
export function partName(part: DraftPart): string {
  if (part.kind === 'headline') return 'headline'
  return `${part.kind}:${'id' in part ? part.id : part.index}`
}

/** Reads what `partName` wrote: a claim, a sentence or the headline; undefined for anything else. */
export function readPart(name: string): DraftPart | undefined {
  if (name === 'headline') return { kind: 'headline' }
  const [kind, ...rest] = name.split(':')
  const id = rest.join(':')
  if (kind === 'claim' && id !== '') return { kind, id }
  return kind === 'sentence' && /^\d{1,3}$/.test(id) ? { kind, index: Number(id) } : undefined
}

/** What a finding is about, as it would be printed: a claim with its speaker. */
export function wordsOf({ part, words, sentence }: Finding, { claims }: Draft): string {
  const claim = part.kind === 'claim' ? claims.find(({ id }) => id === part.id) : undefined
  return claim ? claimSentence(claim) : (sentence ?? words)
}

/** The claims and summary sentences that go out and that an editor may leave out, as they stand in the draft. */
export function partsIn(
  { claims, summary }: Brief,
  draft: Draft,
): { readonly part: DraftPart; readonly words: string }[] {
  return [
    ...claims
      .filter((claim) => draft.claims.some(({ id }) => id === claim.id))
      .map((claim) => ({ part: { kind: 'claim' as const, id: claim.id }, words: claimSentence(claim) })),
    ...draft.summary.flatMap(({ text }, index) =>
      summary.some((sentence) => sentence.text === text)
        ? [{ part: { kind: 'sentence' as const, index }, words: text }]
        : [],
    ),
  ]
}
