import type { Grammar } from '../grammar.ts'
import { isMeasured } from '../measured.ts'
import { reportFinder } from '../romance/find-reports.ts'
import { RomanceSentence } from '../romance/sentence.ts'
import { surfaceGrammar } from '../surface/surface-grammar.ts'
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

const { auxiliaries, passives, adverbs } = portugueseWords
const shared = surfaceGrammar({
  closed,
  text: portugueseText,
  verbs,
  replyVerbs,
  auxiliaries,
  speakers: portugueseSpeakers,
  denials,
  findReports: reportFinder({ silenceAt, doubts }),
  accusedIn,
  chargeIn,
  contentWords,
  stem,
  readSentence: (tokens) => new RomanceSentence(tokens, portugueseWords),
  isVerbPart: (word) => auxiliaries.has(word) || passives.has(word) || adverbs.has(word),
  isSmall: (word) => smallWords.has(word),
  isIntroduction: (mention) => /^[oa]s? /i.test(mention),
})

/** Portuguese. */
export const portuguese: Grammar = {
  ...shared,
  isMeasured: isMeasured('pt'),
  speech: { ...shared.speech, leavesSubjectsOut: true },
  patterns,
}
