import type { Act } from '../../../domain/claim.ts'
import type { PlacedReport, Range } from '../../report.ts'
import { firstNamed, type Rule } from '../../rule.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'

/** In tokens. */
const longestSilence = 24
const longestOpening = 8

/** A clause from its verb on, with the negation before it, in lower case. */
export interface SilentClause {
  readonly phrase: string
}

/** The words of a language for silences. Patterns are tested on single words, in lower case. */
export interface SilenceWords {
  /** Clauses that tell a silence, by their words from the verb on. */
  readonly clauses: readonly Rule<SilentClause, Act>[]
  readonly negations: RegExp
  /** Other words that such a clause may begin with: “preferiu”. */
  readonly openers: RegExp
  /** Verbs behind which stands who could not be reached: “tentou”. */
  readonly isSought: RegExp
  /** The same, at the beginning of two words behind a negation: “não conseguiu”, “no ha podido”. */
  readonly soughtBehindNegation: RegExp
  /** Verbs of reaching, before whoever is not reached. */
  readonly reaching: RegExp
  /** What may stand between the two: “com”. */
  readonly betweenReaching: RegExp
  /** Subjects that are nobody: “isso”, “que”. */
  readonly nobody: RegExp
  /** Words behind a comma that open a short aside, and the last words of one. */
  readonly opensAside: RegExp
  readonly asides: RegExp
}

/** Returns a function that finds the silence which a finite verb at a position reports. */
export function romanceSilences(
  words: SilenceWords,
): (sentence: RomanceSentence, at: number) => PlacedReport | undefined {
  return (sentence, at) => {
    const isNegated = words.negations.test(sentence.word(at))
    if (!isNegated && !words.openers.test(sentence.word(at))) return undefined
    const end = clauseEnd(sentence, at, words)
    const silence = firstNamed(words.clauses, { phrase: sentence.phrase(at, end) })
    if (!silence) return undefined
    const source = silentAt(sentence, at, words)
    if (source === 'nobody') return undefined
    sentence.note(silence.rule, at)
    // A short opening belongs to what is not told: “Sobre o sucessor, preferiu não comentar”.
    const opens =
      source === null && at > 0 && at <= longestOpening && !sentence.some((each) => sentence.isFinite(each), 0, at)
    return {
      act: silence.found,
      source,
      cue: { from: at, to: at + (isNegated ? 2 : 1) },
      content: [{ from: opens ? 0 : at, to: end }],
      venue: null,
      negated: false,
    }
  }
}

/** The one who is silent: the subject, or whoever could not be reached; null if the subject is left out. */
function silentAt(sentence: RomanceSentence, at: number, words: SilenceWords): Range | null | 'nobody' {
  const isSought =
    words.soughtBehindNegation.test(sentence.phrase(at + 1, at + 3)) || words.isSought.test(sentence.word(at))
  const sought = isSought ? sentence.find((each) => words.reaching.test(sentence.word(each)), at, at + 6) : -1
  if (sought >= 0) {
    const from = sentence.find((each) => !words.betweenReaching.test(sentence.word(each)), sought + 1)
    return (from < 0 ? undefined : sentence.phraseAfter(from)) ?? 'nobody'
  }
  const subject = toldBefore(sentence, at) ?? sentence.subjectBefore(at)
  if (!subject) return null
  return words.nobody.test(sentence.phrase(subject.from, subject.to)) ? 'nobody' : subject
}

/** “procurou a prefeitura, que não se manifestou”: the phrase that a relative clause belongs to. */
function toldBefore(sentence: RomanceSentence, at: number): Range | undefined {
  if (!sentence.isIn(at - 1, sentence.words.relatives) || !sentence.isMark(at - 2, ',')) return undefined
  const verb = sentence.findLast((each) => sentence.isFinite(each), 0, at - 2)
  const phrase = sentence.phraseAfter(verb + 1)
  return phrase?.to === at - 2 ? phrase : undefined
}

function clauseEnd(sentence: RomanceSentence, at: number, { opensAside, asides }: SilenceWords): number {
  const mark = sentence.find(
    (each) =>
      sentence.isMark(each, ';:') ||
      sentence.isDash(each) ||
      (sentence.isMark(each, ',') &&
        !opensAside.test(sentence.word(each + 1)) &&
        !asides.test(sentence.word(each - 1))),
    at,
    Math.min(sentence.end, at + longestSilence),
  )
  return mark < 0 ? Math.min(sentence.end, at + longestSilence) : mark
}
