import type { PlacedReport, Range } from '../../report.ts'
import type { Rule } from '../../rule.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { auxiliaries, complementizers, passives, reportingForms } from '../words/function-words.ts'
import { statementNouns } from '../words/nouns.ts'
import { isInfinitiveClause } from './clauses.ts'

const farthestComma = 12
/** How soon the mood of a clause shows that it is reported. */
const farthestMood = 8

interface Given {
  readonly sentence: GermanSentence
  readonly at: number
}

/** Reports that a noun makes: “die Ansicht, dass …”. */
export const nominalReports: readonly Rule<Given, PlacedReport>[] = [
  {
    name: 'noun of saying with its clause',
    example: 'Ana Ruiz vertritt die Ansicht, dass der Damm halte.',
    counterExample: 'Ana Ruiz genießt die Aussicht, die der Damm bietet.',
    find: ({ sentence, at }) => {
      if (!sentence.isCapital(at) || !statementNouns.has(sentence.word(at))) return undefined
      const comma = sentence.find((each) => sentence.isMark(each, ','), at + 1, at + farthestComma)
      if (comma < 0 || sentence.some((each) => sentence.isSpokenQuotation(each), at + 1, comma)) return undefined
      const content = sentence.trimmed({ from: comma + 1, to: sentence.end })
      if (!content || !isStatement(sentence, content)) return undefined
      const source = ownerOf(sentence, at, comma) ?? subjectOfSentence(sentence, at) ?? null
      return { act: 'says', source, cue: { from: at, to: at + 1 }, content: [content], venue: null, negated: false }
    },
  },
]

function isStatement(sentence: GermanSentence, content: Range): boolean {
  if (sentence.isIn(content.from, complementizers)) return true
  const soon = Math.min(content.to, content.from + farthestMood)
  const isReported = (at: number) => sentence.isIn(at, reportingForms) && !sentence.isCapital(at)
  return sentence.some(isReported, content.from, soon) || isInfinitiveClause(sentence, content)
}

/** “die Forderung der Kammer, …”. */
function ownerOf(sentence: GermanSentence, noun: number, before: number): Range | undefined {
  if (!/^(?:der|des|von|vom|seiner|ihrer|eines|einer)$/.test(sentence.word(noun + 1))) return undefined
  const phrase = sentence.phraseAfter(noun + 1)
  return phrase && phrase.to <= before ? phrase : undefined
}

function subjectOfSentence(sentence: GermanSentence, noun: number): Range | undefined {
  const verb = sentence.findLast((at) => sentence.isFinite(at), 0, noun)
  const source = sentence.subjectOf(verb < 0 ? noun : verb)
  return source && (source.to <= noun || source.from > noun) ? source : undefined
}

/** Reports that show what kind of thing somebody said, but not the words; they are never printed. */
export const openReports: readonly Rule<{ readonly sentence: GermanSentence }, PlacedReport>[] = [
  {
    name: 'only the act is reported',
    example: 'Ana Ruiz kritisierte den Bau des Damms.',
    counterExample: 'Ana Ruiz sah den Bau des Damms.',
    find: ({ sentence }) => {
      const isAct = (at: number) => (at === 0 || !sentence.isCapital(at)) && bareActs.test(sentence.word(at))
      const verb = sentence.find((at) => sentence.isWord(at) && isAct(at), 0, sentence.end)
      if (verb < 0 || isSubordinate(sentence, verb) || isParticiple(sentence, verb) || !mayBeBare(sentence, verb))
        return undefined
      const source = sentence.subjectOf(verb)
      const cue = { from: verb, to: verb + 1 }
      const content = [{ from: 0, to: sentence.end }]
      return source && { act: 'says', source, cue, content, venue: null, negated: false }
    },
  },
]

const bareActs =
  /^(?:(?:forder|warn|verurteil|kritisier|begrüß|bemängel|lob|verlang|beklag|prognostizier|dementier|bestätig|bedauer|vermut|beschuldig|plädier|würdig|erwart|befürcht|bezweifel|beziffer|schätz|appellier|dräng|verteidig|rechtfertig|dank)(?:t|te|ten|en|et|ete|eten)|nann(?:te|ten)|empf(?:ahl|iehlt|ahlen)|bestritt|spr(?:ach|achen|icht)|bericht(?:et|ete|eten))$/

function isSubordinate(sentence: GermanSentence, verb: number): boolean {
  const comma = sentence.findLast((at) => sentence.isMark(at, ','), 0, verb)
  const opens = /^(?:der|die|das|dass|weil|wenn|wo|wer|wie|welche[rs]?|deren|dessen)$/
  return comma > 0 && opens.test(sentence.word(comma + 1)) && !sentence.isMark(verb - 1, ',')
}

/** “wird erwartet”: the form is a participle, and nobody is named. */
function isParticiple(sentence: GermanSentence, verb: number): boolean {
  const isForm = /(?:et|t|n)$/.test(sentence.word(verb))
  const helper = (at: number) => sentence.isIn(at, passives) || sentence.isIn(at, auxiliaries)
  return isForm && sentence.some(helper, 0, verb) && (verb + 1 >= sentence.end || sentence.isClauseMark(verb + 1))
}

/** “sprach” and “berichtete” report only of something: “sprach von einem Erfolg”. */
function mayBeBare(sentence: GermanSentence, verb: number): boolean {
  const word = sentence.word(verb)
  const follows = (words: RegExp) => sentence.some((at) => words.test(sentence.word(at)), verb, sentence.end)
  if (word.startsWith('spr')) return follows(/^(?:von|vom|gegen|für)$/)
  return !word.startsWith('bericht') || follows(/^(?:von|vom|über)$/)
}
