import type { Token } from '../../text/tokens.ts'
import type { Grammar } from '../grammar.ts'
import { list } from '../lists/list.ts'
import { plainGrammar } from '../plain.ts'
import { firstNamed } from '../rule.ts'
import { surfaceNames } from '../surface/speakers/names.ts'
import { readSpeakers } from '../surface/speakers/read-speakers.ts'
import { german as closed } from './closed-words.ts'
import { patterns } from './patterns.ts'
import { accusedIn, chargeIn } from './reports/accusations.ts'
import { denials } from './reports/denials.ts'
import { findReports } from './reports/find-reports.ts'
import { GermanSentence } from './syntax/sentence.ts'
import { germanText } from './text.ts'
import { contentWords, stem } from './words/content-words.ts'
import { adverbs, auxiliaries, isSmall } from './words/function-words.ts'
import { germanSpeakers } from './words/people.ts'
import { replyVerbs, verbs } from './words/verbs.ts'

const readSentence = (tokens: readonly Token[]) => new GermanSentence(tokens)
const plain = plainGrammar('de')
const hedges = list(closed.hedges)

/** German. */
export const german: Grammar = {
  ...plain,
  isMeasured: false,
  text: germanText,
  clauses: { ...plain.clauses, readSentence },
  speech: {
    ...plain.speech,
    findReports,
    quotationsWithin: true,
    readSpeakers: (text, paragraphs) => readSpeakers(text, paragraphs, { words: germanSpeakers, readSentence }),
    actOf: (word) => verbs.verbsOf(word)[0]?.act,
    isFiniteCue: (word) => verbs.finite.has(word) || auxiliaries.has(word),
    accusedIn,
    chargeIn,
    isReply: (cue) => replyVerbs.has(cue.toLowerCase()),
    denialIn: (given) => firstNamed(denials, given),
    isVerbPart: (word) => auxiliaries.has(word) || adverbs.has(word),
  },
  words: {
    ...plain.words,
    contentWords,
    stem,
    isNegation: (word) => germanText.negations.has(word),
    isHedge: (word) => hedges.has(word),
    isDenial: (word) => germanText.negations.has(word) || verbs.verbsOf(word)[0]?.act === 'denies',
  },
  names: {
    ...plain.names,
    ...surfaceNames(germanSpeakers),
    isIdle: (word) => isSmall(word) || germanSpeakers.titles.has(word),
    isIntroduction: (mention) => /^(?:der|die|das) /i.test(mention),
  },
  patterns,
}
