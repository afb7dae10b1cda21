import type { Grammar } from '../grammar.ts'
import { isMeasured } from '../measured.ts'
import { reportFinder } from '../romance/find-reports.ts'
import { RomanceSentence } from '../romance/sentence.ts'
import { surfaceGrammar } from '../surface/surface-grammar.ts'
import { spanish as closed } from './closed-words.ts'
import { patterns } from './patterns.ts'
import { accusedIn, chargeIn } from './reports/accusations.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { silenceAt } from './reports/silences.ts'
import { spanishText } from './text.ts'
import { contentWords, stem } from './words/content-words.ts'
import { spanishSpeakers } from './words/people.ts'
import { replyVerbs, verbs } from './words/verbs.ts'
import { smallWords, spanishWords } from './words/words.ts'

const { auxiliaries, passives, adverbs } = spanishWords
const shared = surfaceGrammar({
  closed,
  text: spanishText,
  verbs,
  replyVerbs,
  auxiliaries,
  speakers: spanishSpeakers,
  denials,
  findReports: reportFinder({ silenceAt, doubts }),
  accusedIn,
  chargeIn,
  contentWords,
  stem,
  readSentence: (tokens) => new RomanceSentence(tokens, spanishWords),
  isVerbPart: (word) => auxiliaries.has(word) || passives.has(word) || adverbs.has(word),
  isSmall: (word) => smallWords.has(word),
  isIntroduction: (mention) => /^(?:el|la|los|las) /i.test(mention),
})

/** Spanish. */
export const spanish: Grammar = {
  ...shared,
  isMeasured: isMeasured('es'),
  speech: { ...shared.speech, leavesSubjectsOut: true },
  patterns,
}
