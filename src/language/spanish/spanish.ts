import { romanceGrammar } from '../romance/romance-grammar.ts'
import { spanish as closed } from './closed-words.ts'
import { patterns } from './patterns.ts'
import { accusedIn, chargeIn } from './reports/accusations.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { silenceAt } from './reports/silences.ts'
import { spanishText as text } from './text.ts'
import { contentWords, stem } from './words/content-words.ts'
import { spanishSpeakers as speakers } from './words/people.ts'
import { replyVerbs } from './words/verbs.ts'
import { spanishWords as words } from './words/words.ts'

/** Spanish. */
export const spanish = romanceGrammar({
  closed,
  text,
  words,
  replyVerbs,
  speakers,
  patterns,
  denials,
  silenceAt,
  doubts,
  accusedIn,
  chargeIn,
  contentWords,
  stem,
  leavesSubjectsOut: true,
  article: /^(?:el|la|los|las) /i,
})
