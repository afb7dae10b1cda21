import type { Act } from '../../../../domain/claim.ts'
import type { PlacedReport, Range } from '../../../report.ts'
import type { At } from '../../../rule.ts'
import type { EnglishSentence } from '../../syntax/sentence.ts'
import { contentEnd } from '../content-ends.ts'

const nouns: ReadonlyMap<string, Act> = new Map([
  ...['claim', 'claims', 'assertion', 'contention', 'insistence', 'suggestion', 'argument', 'statement', 'comment'].map(
    (noun) => [noun, 'says'] as const,
  ),
  ...['allegation', 'allegations', 'accusation', 'accusations'].map((noun) => [noun, 'accuses'] as const),
  ['denial', 'denies'],
  ['admission', 'admits'],
  ['warning', 'warns'],
  ['promise', 'promises'],
  ['pledge', 'promises'],
  ['vow', 'promises'],
  ['prediction', 'predicts'],
  ['announcement', 'announces'],
])

/** The most words in an owner before a noun: "the mayor of Tarn's claim". */
const longestOwner = 3

/**
 * "Ruiz's claim that the bridge is safe", "his denial that he knew": a noun with content after it, which the noun's
 * owner said. Without an owner, such nouns mislead more often than they help.
 */
export function nominalReport({ sentence, at }: At<EnglishSentence>): PlacedReport | undefined {
  const act = nouns.get(sentence.word(at))
  if (!act || sentence.word(at + 1) !== 'that' || sentence.isFinite(at + 2)) return undefined
  const source = ownerBefore(sentence, at)
  const to = contentEnd(sentence, at + 2)
  if (!source || to <= at + 2) return undefined
  // At the start of a sentence its verb is still to come, so nothing shows where the claim ends.
  if (!sentence.some((index) => sentence.isFinite(index), 0, source.from)) return undefined
  return { act, source, cue: { from: at, to: at + 1 }, content: [{ from: at + 2, to }], venue: null, negated: false }
}

/** “The firm's” before “answer” or “flat denial”; undefined if nobody owns the noun. */
export function ownerBefore(sentence: EnglishSentence, at: number): Range | undefined {
  const owner = [at - 1, at - 2].find((place) => isOwner(sentence.word(place)))
  return owner === undefined ? undefined : { from: ownerStart(sentence, owner), to: owner + 1 }
}

function isOwner(word: string): boolean {
  return /^(?:his|her|their|its)$|(?:'s|s')$/.test(word)
}

function ownerStart(sentence: EnglishSentence, owner: number): number {
  let from = owner
  if (sentence.isDeterminer(owner)) return from
  if (sentence.isCapital(owner)) {
    while (from > 0 && sentence.isCapital(from - 1)) from -= 1
    return from
  }
  while (from > 0 && sentence.isWord(from - 1) && !sentence.isAdverb(from - 1)) {
    from -= 1
    if (sentence.isDeterminer(from)) return from
    if (owner - from > longestOwner) return owner
  }
  return from
}
