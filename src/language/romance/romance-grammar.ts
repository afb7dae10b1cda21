import type { Grammar } from '../grammar.ts'
import { isMeasured } from '../measured.ts'
import type { BriefPatterns } from '../patterns.ts'
import { type SurfaceLanguage, surfaceGrammar } from '../surface/surface-grammar.ts'
import { type OwnReports, reportFinder } from './reports/find-reports.ts'
import { RomanceSentence } from './syntax/sentence.ts'
import { type RomanceWords, smallWordsOf } from './words.ts'

/** The words and rules from which the grammar of a Romance language is made. */
export interface RomanceLanguage
  extends OwnReports,
    Pick<
      SurfaceLanguage,
      'closed' | 'text' | 'replyVerbs' | 'speakers' | 'denials' | 'accusedIn' | 'chargeIn' | 'contentWords' | 'stem'
    > {
  readonly words: RomanceWords
  readonly patterns: BriefPatterns
  /** True if a subject may be left out: “Añadió que …”. */
  readonly leavesSubjectsOut: boolean
  /** An article at the beginning of a mention. */
  readonly article: RegExp
}

/** Returns the grammar of a Romance language. */
export function romanceGrammar(own: RomanceLanguage): Grammar {
  const { words, patterns, article, leavesSubjectsOut } = own
  const { verbs, auxiliaries, passives, adverbs, beforeVerbs } = words
  const small = smallWordsOf(words)
  const shared = surfaceGrammar({
    ...own,
    verbs,
    auxiliaries,
    findReports: reportFinder(own),
    readSentence: (tokens) => new RomanceSentence(tokens, words),
    isVerbPart: (word) => [auxiliaries, passives, adverbs, beforeVerbs].some((list) => list.has(word)),
    isSmall: (word) => small.has(word),
    isIntroduction: (mention) => article.test(mention),
  })
  return {
    ...shared,
    isMeasured: isMeasured(own.closed.language),
    speech: { ...shared.speech, leavesSubjectsOut },
    patterns,
  }
}
