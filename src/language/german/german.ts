import type { Grammar } from '../grammar.ts'
import { isMeasured } from '../measured.ts'
import { surfaceGrammar } from '../surface/surface-grammar.ts'
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

const shared = surfaceGrammar({
  closed,
  text: germanText,
  verbs,
  replyVerbs,
  auxiliaries,
  speakers: germanSpeakers,
  denials,
  findReports,
  accusedIn,
  chargeIn,
  contentWords,
  stem,
  readSentence: (tokens) => new GermanSentence(tokens),
  isVerbPart: (word) => auxiliaries.has(word) || adverbs.has(word),
  isSmall,
  isIntroduction: (mention) => /^(?:der|die|das) /i.test(mention),
})

/** German. */
export const german: Grammar = {
  ...shared,
  isMeasured: isMeasured('de'),
  speech: { ...shared.speech, quotationsWithin: true },
  patterns,
}
