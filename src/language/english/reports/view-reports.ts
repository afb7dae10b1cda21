import type { PlacedReport } from '../../report.ts'
import { type At, firstOf, type Rule } from '../../rule.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { contentEnd } from './content-ends.ts'
import { ownerBefore } from './cues/nominal-cues.ts'

/** The most words between a verb and the colon behind it. */
const longestManner = 6
/** Words for how somebody speaks, from the verb to a colon: what follows is what they say. */
const manner =
  /^(?:(?:went|goes|has gone) (?:even )?further|(?:was|is|were|are) (?:(?:more|less|rather|equally|even|just as) )?(?:blunt|blunter|clear|clearer|direct|firm|firmer|categorical|unequivocal|emphatic|adamant|cautious|sceptical|skeptical|dismissive|sure|certain|combative|charitable|specific|optimistic|scathing|guarded|frank)|put it (?:more )?\p{L}+ly|(?:took|takes|had|has|offered|offers|gave|gives) an? (?:\p{L}+ )?(?:view|answer|explanation|account|version)|(?:sees|saw|see|remembers|remembered|tells|told) (?:it|things) (?:otherwise|differently))$/u
/** Nouns for what somebody holds, as in “the firm's answer is that …”. */
const views =
  /^(?:answer|account|argument|case|complaint|contention|defence|defense|explanation|fear|line|point|position|reading|reply|response|stance|version|view)$/

/** Reports without a verb of saying: by how somebody puts it, or by a noun for what they hold. */
export const viewReports: readonly Rule<At<EnglishSentence>, PlacedReport>[] = [
  {
    name: 'a manner of speaking before a colon',
    example: 'Ruiz went further: there was no such clause.',
    counterExample: 'Ruiz went further up the hill: there was no such path.',
    find: ({ sentence, at }) => {
      if (!sentence.isWord(at)) return undefined
      const colon = sentence.find((index) => sentence.isMark(index, ':'), at + 1, at + longestManner)
      if (colon < 0 || !manner.test(sentence.phrase(at, colon))) return undefined
      const source = sentence.subjectBefore(at)
      const content = { from: colon + 1, to: contentEnd(sentence, colon + 1) }
      const isSaid = sentence.some((index) => sentence.isFinite(index) || sentence.isQuotation(index), colon + 1)
      if (!source || !isSaid || content.to <= content.from) return undefined
      return { act: 'says', source, cue: { from: at, to: colon }, content: [content], venue: null, negated: false }
    },
  },
  {
    name: 'a noun for what somebody holds',
    example: 'Ruiz’s answer is that the dam was safe.',
    counterExample: 'The answer is that the dam was safe.',
    find: ({ sentence, at }) => {
      if (!views.test(sentence.word(at)) || !/^(?:is|was|remains|remained)$/.test(sentence.word(at + 1)))
        return undefined
      if (sentence.word(at + 2) !== 'that' || sentence.isFinite(at + 3)) return undefined
      const source = ownerBefore(sentence, at)
      const to = contentEnd(sentence, at + 3)
      if (!source || to <= at + 3) return undefined
      const cue = { from: at, to: at + 2 }
      return { act: 'says', source, cue, content: [{ from: at + 3, to }], venue: null, negated: false }
    },
  },
]

/** Returns the report that a sentence makes at a position without a verb of saying. */
export function viewReport(given: At<EnglishSentence>): PlacedReport | undefined {
  return firstOf(viewReports, given)
}
