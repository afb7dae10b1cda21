import type { Token } from '../../text/tokens.ts'
import type { Grammar } from '../grammar.ts'
import { list } from '../lists/list.ts'
import { plainGrammar } from '../plain.ts'
import { reportFinder } from '../romance/find-reports.ts'
import { RomanceSentence } from '../romance/sentence.ts'
import { firstNamed } from '../rule.ts'
import { surfaceNames } from '../surface/speakers/names.ts'
import { readSpeakers } from '../surface/speakers/read-speakers.ts'
import { portuguese as closed } from './closed-words.ts'
import { patterns } from './patterns.ts'
import { accusedIn, chargeIn } from './reports/accusations.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { silenceAt } from './reports/silences.ts'
import { portugueseText } from './text.ts'
import { contentWords, stem } from './words/content-words.ts'
import { portugueseSpeakers } from './words/people.ts'
import { replyVerbs, verbs } from './words/verbs.ts'
import { portugueseWords, smallWords } from './words/words.ts'

const readSentence = (tokens: readonly Token[]) => new RomanceSentence(tokens, portugueseWords)
const plain = plainGrammar('pt')
const hedges = list(closed.hedges)
const { auxiliaries, passives, adverbs } = portugueseWords

/** Portuguese. */
export const portuguese: Grammar = {
  ...plain,
  isMeasured: false,
  text: portugueseText,
  clauses: { ...plain.clauses, readSentence },
  speech: {
    ...plain.speech,
    findReports: reportFinder({ silenceAt, doubts }),
    leavesSubjectsOut: true,
    readSpeakers: (text, paragraphs) => readSpeakers(text, paragraphs, { words: portugueseSpeakers, readSentence }),
    actOf: (word) => verbs.verbsOf(word)[0]?.act,
    isFiniteCue: (word) => verbs.finite.has(word) || auxiliaries.has(word),
    accusedIn,
    chargeIn,
    isReply: (cue) => replyVerbs.has(cue.toLowerCase()),
    denialIn: (given) => firstNamed(denials, given),
    isVerbPart: (word) => auxiliaries.has(word) || passives.has(word) || adverbs.has(word),
  },
  words: {
    ...plain.words,
    contentWords,
    stem,
    isNegation: (word) => portugueseText.negations.has(word),
    isHedge: (word) => hedges.has(word),
    isDenial: (word) => portugueseText.negations.has(word) || verbs.verbsOf(word)[0]?.act === 'denies',
  },
  names: {
    ...plain.names,
    ...surfaceNames(portugueseSpeakers),
    isIdle: (word) => smallWords.has(word) || portugueseSpeakers.titles.has(word),
    isIntroduction: (mention) => /^[oa]s? /i.test(mention),
  },
  patterns,
}
