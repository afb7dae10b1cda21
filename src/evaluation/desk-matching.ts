import type { Brief } from '../domain/brief.ts'
import { type Claim, isSilence, type Speaker, speakerName, type UncheckedSpeaker } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { words } from '../text/tokens.ts'
import type { DeskArticle, DeskClaim, DeskSpeaker } from './desk-set.ts'

/** An editor's verdict on a printed claim. */
export type Verdict = 'right' | 'wrong speaker' | 'damaged' | 'wrong act' | 'part' | 'trap' | 'unmarked'

/** A printed claim, the marked claim with the same words, if any, and the verdict. */
export interface JudgedClaim {
  readonly claim: Claim
  readonly marked: DeskClaim | undefined
  readonly verdict: Verdict
}

/** The least F1 for two texts to match, and the least share of either's words for neither to be cut or overrun. */
const sameWords = 0.5
const leastShare = 0.6
/** A printed text is part of a marked one if at least this share of its words is in it. */
const partShare = 0.8

/** How far two texts overlap, as shares of their words; repeated words count each time. */
export interface Overlap {
  readonly f1: number
  /** Share of the first text's words. */
  readonly precision: number
  /** Share of the second text's words. */
  readonly recall: number
}

export function overlapOf(one: string, other: string): Overlap {
  const [own, theirs] = [wordsOf(one), wordsOf(other)]
  const left = new Map<string, number>()
  for (const word of theirs) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of own) {
    const count = left.get(word) ?? 0
    if (count > 0) common += 1
    left.set(word, count - 1)
  }
  if (common === 0) return { f1: 0, precision: 0, recall: 0 }
  const [precision, recall] = [common / own.length, common / theirs.length]
  return { f1: (2 * precision * recall) / (precision + recall), precision, recall }
}

function wordsOf(text: string): string[] {
  return words(text).map(({ lower }) => lower.replace(/’/g, "'"))
}

/** Judges each claim of a brief except silences. */
export function judgeClaims({ claims }: Pick<Brief, 'claims'>, article: DeskArticle, grammar: Grammar): JudgedClaim[] {
  const printed = claims.filter(({ act, speaker }) => !isSilence(act) && speakerName(speaker) !== '')
  const pairs = printed
    .flatMap((claim) =>
      article.claims.map((marked) => ({ claim, marked, f1: overlapOf(claim.words, textOf(marked)).f1 })),
    )
    .filter(({ f1 }) => f1 >= sameWords)
    .toSorted((one, two) => two.f1 - one.f1)
  const matched = new Map<Claim, DeskClaim>()
  const taken = new Set<DeskClaim>()
  for (const { claim, marked } of pairs) {
    if (matched.has(claim) || taken.has(marked)) continue
    matched.set(claim, marked)
    taken.add(marked)
  }
  return printed.map((claim) => {
    const marked = matched.get(claim)
    return {
      claim,
      marked,
      verdict: marked ? verdictOf(claim, marked, grammar) : verdictOfUnmarked(claim, article, grammar),
    }
  })
}

/** The words of a marked claim as one text. */
export function textOf({ words: pieces }: Pick<DeskClaim, 'words'>): string {
  return pieces.join(' ')
}

function verdictOf(claim: Claim, marked: DeskClaim, grammar: Grammar): Verdict {
  if (!isSameSpeaker(claim.speaker, marked.speaker, grammar)) return 'wrong speaker'
  const { precision, recall } = overlapOf(claim.words, textOf(marked))
  const isCut = precision < leastShare || recall < leastShare || losesLimit(claim.words, textOf(marked), grammar)
  if (isCut) return 'damaged'
  return suitsAct(claim.act, marked.act) ? 'right' : 'wrong act'
}

function verdictOfUnmarked(claim: Claim, { claims, traps }: DeskArticle, grammar: Grammar): Verdict {
  const isPart = claims.some(
    (marked) =>
      overlapOf(claim.words, textOf(marked)).precision >= partShare &&
      isSameSpeaker(claim.speaker, marked.speaker, grammar),
  )
  if (isPart) return 'part'
  const isTrap = traps.some((trap) => {
    const { precision, recall } = overlapOf(claim.words, trap)
    return precision >= leastShare || recall >= leastShare
  })
  return isTrap ? 'trap' : 'unmarked'
}

/** Returns true if a negation or a hedge is missing from the printed words. */
function losesLimit(printed: string, marked: string, { words: { isNegation, isHedge } }: Grammar): boolean {
  const kept = new Set(wordsOf(printed))
  return wordsOf(marked).some((word) => (isNegation(word) || isHedge(word)) && !kept.has(word))
}

/** Returns true if the printed act is acceptable: `says` always is, but a denial must be printed as one. */
function suitsAct(printed: Claim['act'], marked: Claim['act']): boolean {
  const kind = (act: Claim['act']) =>
    ({ rejects: 'denies', announces: 'says', asks: 'demands' })[act as 'rejects' | 'announces' | 'asks'] ?? act
  return kind(printed) === kind(marked) || (printed === 'says' && kind(marked) !== 'denies')
}

/** Returns true if a printed speaker is the marked one, by any name that readers would know. */
export function isSameSpeaker(
  printed: Speaker | UncheckedSpeaker,
  marked: DeskSpeaker,
  { names: { sameSpeaker }, words: { contentWords } }: Grammar,
): boolean {
  const shown = speakerName(printed)
  const forms = [marked.name, ...marked.aliases]
  const isPerson = printed.kind === 'person'
  // A speaker left unnamed by the article must not be named in print.
  if (marked.unnamed) return !isPerson && forms.some((form) => sharesHalf(contentWords(shown), contentWords(form)))
  if (forms.some((form) => form.toLowerCase() === shown.toLowerCase())) return true
  if (marked.kind === 'person') return isPerson && forms.some((form) => sameSpeaker(form, shown))
  return forms.some((form) => sameSpeaker(form, shown) || sharesHalf(contentWords(form), contentWords(shown)))
}

function sharesHalf(own: readonly string[], other: readonly string[]): boolean {
  const known = new Set(other)
  return own.length > 0 && own.filter((word) => known.has(word)).length >= own.length / 2
}
