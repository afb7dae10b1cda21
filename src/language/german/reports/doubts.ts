import { list } from '../../lists/list.ts'
import type { PlacedReport } from '../../report.ts'
import type { Rule } from '../../rule.ts'
import type { SayingVerb } from '../../surface/verbs.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { opinionNouns } from '../words/nouns.ts'

interface Given {
  readonly sentence: GermanSentence
  readonly at: number
  readonly report: PlacedReport
  /** The verb that reports, if one does. */
  readonly verb: SayingVerb | undefined
}

const thoughts = list(
  `glauben hoffen wissen denken erfahren lesen fürchten befürchten finden wünschen vermuten überlegen grübeln rätseln sehen
   halten rechnen ausgehen erwarten`,
)

/** Reasons why a report may have been misread; it is then withheld. */
export const doubts: readonly Rule<Given, true>[] = [
  {
    name: 'doubt: a decision, not a statement',
    example: 'Der Rat beschloss, den Damm zu bauen.',
    counterExample: 'Der Rat teilte mit, er werde den Damm bauen.',
    find: ({ sentence, report: { cue } }) => {
      const isDecision = (at: number) =>
        /^(?:beschl(?:ießt|oss|ossen)|entsch(?:eidet|ied|ieden)|beantrag\w*|beschlossen|entschieden|angeordnet|ordnete|ordnet)$/.test(
          sentence.word(at),
        )
      return sentence.some(isDecision, cue.from, cue.to) || undefined
    },
  },
  {
    name: 'doubt: nobody is named',
    example: 'Es wurde berichtet, dass der Damm halte.',
    counterExample: 'Ana Ruiz berichtete, dass der Damm halte.',
    find: ({ report: { source } }) => source === null || undefined,
  },
  {
    name: 'doubt: information without its owner',
    example: 'Nach bisherigen Erkenntnissen hielt der Damm.',
    counterExample: 'Nach Erkenntnissen der Polizei hielt der Damm.',
    find: ({ sentence, report: { source } }) => {
      const last = source ? sentence.word(source.to - 1) : ''
      return opinionNouns.has(last) || (last === 'erkenntnissen' && source !== null) || undefined
    },
  },
  {
    name: 'doubt: a thought, not a statement',
    example: 'Ana Ruiz glaubte, dass der Damm halte.',
    counterExample: 'Ana Ruiz sagte, dass der Damm halte.',
    find: ({ sentence, verb, report: { content } }) => {
      const isQuoted = content.some((range) => sentence.hasQuotation(range))
      return (verb !== undefined && thoughts.has(verb.lemma) && !isQuoted) || undefined
    },
  },
  {
    name: 'doubt: said in a subordinate clause',
    example: 'Als Ana Ruiz sagte, der Damm sei sicher, ging Tom Lind.',
    counterExample: 'Ana Ruiz sagte, der Damm sei sicher.',
    find: ({ sentence, report: { cue } }) => {
      const mark = sentence.findLast((at) => sentence.isClauseMark(at), 0, cue.from)
      return /^(?:als|wenn|weil|falls|obwohl|nachdem|bevor|damit|dass|ob)$/.test(sentence.word(mark + 1)) &&
        mark + 1 !== cue.from
        ? true
        : undefined
    },
  },
]
