import type { Grammar } from '../grammar.ts'
import { isMeasured } from '../measured.ts'
import { reportFinder } from '../romance/find-reports.ts'
import { RomanceSentence } from '../romance/sentence.ts'
import { surfaceGrammar } from '../surface/surface-grammar.ts'
import { french as closed } from './closed-words.ts'
import { patterns } from './patterns.ts'
import { accusedIn, chargeIn } from './reports/accusations.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { silenceAt } from './reports/silences.ts'
import { frenchText } from './text.ts'
import { contentWords, stem } from './words/content-words.ts'
import { frenchSpeakers } from './words/people.ts'
import { replyVerbs, verbs } from './words/verbs.ts'
import { frenchWords, smallWords } from './words/words.ts'

const { auxiliaries, passives, adverbs } = frenchWords
const shared = surfaceGrammar({
  closed,
  text: frenchText,
  verbs,
  replyVerbs,
  auxiliaries,
  speakers: frenchSpeakers,
  denials,
  findReports: reportFinder({ silenceAt, doubts }),
  accusedIn,
  chargeIn,
  contentWords,
  stem,
  readSentence: (tokens) => new RomanceSentence(tokens, frenchWords),
  isVerbPart: (word) => auxiliaries.has(word) || passives.has(word) || adverbs.has(word),
  isSmall: (word) => smallWords.has(word),
  isIntroduction: (mention) => /^(?:le |la |les |l[’'])/i.test(mention),
})

/** French. */
export const french: Grammar = { ...shared, isMeasured: isMeasured('fr'), patterns }
