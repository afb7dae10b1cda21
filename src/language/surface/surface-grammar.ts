import type { Act } from '../../domain/claim.ts'
import type { TextRules } from '../../text/rules.ts'
import type { Token } from '../../text/tokens.ts'
import type { DenialGiven, Grammar, ReadSentence, Speech } from '../grammar.ts'
import type { ClosedWords } from '../lists/closed-words.ts'
import { list } from '../lists/list.ts'
import { plainGrammar } from '../plain.ts'
import { firstNamed, type Rule } from '../rule.ts'
import { surfaceNames } from './speakers/names.ts'
import { readSpeakers } from './speakers/read-speakers.ts'
import type { SpeakerWords } from './speakers/words.ts'
import type { VerbLexicon } from './verbs.ts'

/** The words and rules from which the grammar of a language is made. */
export interface SurfaceLanguage
  extends Pick<Speech, 'findReports' | 'accusedIn' | 'chargeIn' | 'isVerbPart'>,
    Pick<Grammar['words'], 'contentWords' | 'stem'>,
    Pick<Grammar['names'], 'isIntroduction'> {
  readonly closed: ClosedWords
  readonly text: TextRules
  readonly verbs: VerbLexicon
  /** Forms of verbs whose speaker answers somebody else, in lower case. */
  readonly replyVerbs: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  readonly speakers: SpeakerWords
  readonly denials: readonly Rule<DenialGiven, Act>[]
  /** True for a word that is no noun; lower case. */
  isSmall(word: string): boolean
  readSentence(tokens: readonly Token[]): ReadSentence
}

/** Returns what follows from a language's words; what only this language has comes on top. */
export function surfaceGrammar(own: SurfaceLanguage): Grammar {
  const { text, verbs, auxiliaries, speakers, readSentence } = own
  const plain = plainGrammar(own.closed.language)
  const hedges = list(own.closed.hedges)
  const isNegation = (word: string) => text.negations.has(word)
  return {
    ...plain,
    text,
    clauses: { ...plain.clauses, readSentence },
    speech: {
      ...plain.speech,
      findReports: own.findReports,
      readSpeakers: (read, paragraphs) => readSpeakers(read, paragraphs, { words: speakers, readSentence }),
      actOf: (word) => verbs.verbsOf(word)[0]?.act,
      isFiniteCue: (word) => verbs.finite.has(word) || auxiliaries.has(word),
      accusedIn: own.accusedIn,
      chargeIn: own.chargeIn,
      isReply: (cue) => own.replyVerbs.has(cue.toLowerCase()),
      denialIn: (given) => firstNamed(own.denials, given),
      isVerbPart: own.isVerbPart,
    },
    words: {
      ...plain.words,
      contentWords: own.contentWords,
      stem: own.stem,
      isNegation,
      isHedge: (word) => hedges.has(word),
      isDenial: (word) => isNegation(word) || verbs.verbsOf(word)[0]?.act === 'denies',
    },
    names: {
      ...plain.names,
      ...surfaceNames(speakers),
      isIdle: (word) => own.isSmall(word) || speakers.titles.has(word),
      isIntroduction: own.isIntroduction,
    },
  }
}
