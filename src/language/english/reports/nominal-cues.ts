import type { Act } from '../../../domain/claim.ts'
import type { Token } from '../../../text/tokens.ts'
import type { Report } from '../../report.ts'
import { determiners, isAdverb, isCapitalized, isWordIn, looksFinite } from '../words/word-classes.ts'
import { contentEnd } from './contents.ts'

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

/**
 * "Ruiz's claim that the bridge is safe", "his denial that he knew": a noun that takes what was said and whose owner
 * said it. Without an owner such nouns mislead more often than they help.
 */
export function nominalReport(tokens: readonly Token[], at: number): Report | undefined {
  const act = nouns.get(tokens[at]?.lower ?? '')
  if (!act || tokens[at + 1]?.lower !== 'that' || looksFinite(tokens, at + 2)) return undefined
  const owner = isOwner(tokens[at - 1]) ? at - 1 : isOwner(tokens[at - 2]) ? at - 2 : -1
  if (owner < 0) return undefined
  const to = contentEnd(tokens, at + 2)
  if (to <= at + 2) return undefined
  const source = { from: ownerStart(tokens, owner), to: owner + 1 }
  // At a sentence's start its verb is still to come, and nothing tells where the claim ends.
  if (!tokens.slice(0, source.from).some((_, index) => looksFinite(tokens, index))) return undefined
  return { act, source, cue: { from: at, to: at + 1 }, content: [{ from: at + 2, to }], venue: null }
}

function isOwner(token: Token | undefined): boolean {
  return /^(?:his|her|their|its)$/.test(token?.lower ?? '') || /(?:'s|s')$/.test(token?.lower ?? '')
}

function ownerStart(tokens: readonly Token[], owner: number): number {
  let from = owner
  if (isWordIn(tokens[owner], determiners)) return from
  while (from > 0 && isCapitalized(tokens[owner]) && isCapitalized(tokens[from - 1])) from -= 1
  while (
    from > 0 &&
    !isCapitalized(tokens[owner]) &&
    tokens[from - 1]?.kind === 'word' &&
    !isAdverb(tokens[from - 1])
  ) {
    from -= 1
    if (isWordIn(tokens[from], determiners)) return from
    if (owner - from > 3) return owner
  }
  return from
}
