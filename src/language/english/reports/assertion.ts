import { list } from '../../lists/list.ts'
import type { Range } from '../../report.ts'
import { type At, anyOf, type Rule } from '../../rule.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import type { Cue } from './cues/cue.ts'

const denying = list('no none nobody neither nor not few hardly scarcely barely rarely seldom')
const supposing = list('should could might may must will shall ought')
const approaching = list('almost nearly ever seemed appeared hastened rather')
/** Words whose “that” clause is reported but not vouched for. */
const assertionNouns =
  /^(?:reports?|rumou?rs?|suggestions?|evidence|speculation|idea|theory|true|untrue|false|sign|indication|proof)$/

interface Spoken extends At<EnglishSentence> {
  readonly cue: Cue
  readonly source: Range | null
  /** The position of the speaker or the verb, whichever comes first. */
  readonly start: number
}

/**
 * Returns true if a sentence states that something was said. It is false for “No minister has said so”, “If Price
 * confirms it” and “It is not true that Cole said it”.
 */
export function isAsserted(sentence: EnglishSentence, cue: Cue, source: Range | null): boolean {
  const start = Math.min(source?.from ?? cue.from, cue.from)
  return !anyOf(unasserted, { sentence, at: cue.at, cue, source, start })
}

/** Rules for sentences that do not state that something was said. */
export const unasserted: readonly Rule<Spoken, true>[] = [
  {
    name: 'not asserted: the verb is denied',
    example: 'Ruiz did not confirm that the dam had failed.',
    counterExample: 'Ruiz confirmed that the dam had not failed.',
    find: ({ cue }) => cue.negated,
  },
  {
    name: 'not asserted: it may or should be said',
    example: 'Ruiz should confirm that the dam has failed.',
    counterExample: 'Ruiz has confirmed that the dam should be closed.',
    find: ({ sentence, cue }) => {
      const words = [supposing, approaching, denying]
      return sentence.some((at) => words.some((each) => each.has(sentence.word(at))), cue.from, cue.at)
    },
  },
  {
    name: 'not asserted: nobody said it',
    example: 'No minister has said that the dam failed.',
    counterExample: 'A minister has said that no dam failed.',
    find: ({ sentence, source, start }) =>
      sentence.some((at) => denying.has(sentence.word(at)), start - 2, start) ||
      denying.has(sentence.word(source?.from ?? -1)),
  },
  {
    name: 'not asserted: said no longer',
    example: 'Cole no longer says that the dam is safe.',
    counterExample: 'Cole says that the dam is no longer safe.',
    find: ({ sentence, source, start }) => source !== null && sentence.phrase(start, source.to).endsWith('no longer'),
  },
  {
    name: 'not asserted: it is a condition',
    example: 'If Price confirms the report, the dam will close.',
    counterExample: 'Price confirms the report if asked.',
    find: ({ sentence, start }) => /^(?:if|unless|lest|whether)$/.test(sentence.word(start - 1)),
  },
  {
    name: 'not asserted: a report that it was said',
    example: 'There is no evidence that Cole said that the dam was safe.',
    counterExample: 'The inquiry heard that Cole said that the dam was safe.',
    find: ({ sentence, start }) =>
      (sentence.word(start - 1) === 'that' && assertionNouns.test(sentence.word(start - 2))) ||
      (sentence.word(start - 1) === 'which' && sentence.word(start - 2) === 'in'),
  },
  {
    name: 'not asserted: had it been said',
    example: 'Had Cole said that the dam was safe, nobody would have left.',
    counterExample: 'Cole had said that the dam was safe.',
    find: ({ sentence, start }) =>
      sentence.word(0) === 'had' && start <= 1 && !sentence.isMark(sentence.length - 1, '?'),
  },
  {
    name: 'not asserted: it is asked',
    example: 'When did Price say that the dam was safe?',
    counterExample: 'Price said that the dam was safe.',
    find: ({ sentence }) =>
      sentence.isMark(sentence.length - 1, '?') &&
      (sentence.isAuxiliary(0) || /^(?:who|what|when|where|why|how|which)$/.test(sentence.word(0))),
  },
]
