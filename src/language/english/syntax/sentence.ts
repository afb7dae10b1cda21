import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { ClauseWords } from './clause-words.ts'
import { labelBefore } from './labels.ts'
import { phraseAfter } from './noun-phrases.ts'
import { subjectBefore, subjectOfClause } from './subjects.ts'

/** An English sentence: its words, and the subjects and noun phrases that rules need, which it remembers. */
export class EnglishSentence extends ClauseWords {
  readonly carriesOn = 'no'
  readonly denies = undefined
  readonly #phrases = new Map<number, Range | undefined>()
  readonly #subjects = new Map<number, Range | undefined>()
  readonly #clauses = new Map<number, Range | undefined>()

  /** Returns the noun phrase that begins at a position, with its appositions. */
  phraseAfter(from: number): Range | undefined {
    return known(this.#phrases, from, () => phraseAfter(this, from))
  }

  /** Returns the subject that ends right before a verb and does not start before `floor`. */
  subjectBefore(verb: number, floor = 0): Range | undefined {
    if (floor > 0) return subjectBefore(this, verb, floor)
    return known(this.#subjects, verb, () => subjectBefore(this, verb))
  }

  /** Returns the subject of the first finite verb before a position. */
  subjectOfClause(before: number): Range | undefined {
    return known(this.#clauses, before, () => subjectOfClause(this, before))
  }

  /** Returns the speaker of the words after a colon: the subject before it, or the name in a label before it. */
  speakerBefore(colon: number): Range | undefined {
    return this.subjectOfClause(colon) ?? labelBefore(this, colon)
  }

  /**
   * Returns the actor of any verb group: its subject, or the noun phrase after it if the verb comes first
   * (“…,” fumed Ruiz). Undefined if these words are not a verb, or the subject is unclear.
   */
  actorOf({ from, to }: Range): Range | undefined {
    if (!this.some((at) => this.isFinite(at), from, to)) return undefined
    const start = this.groupStart(from)
    return this.subjectBefore(start) ?? (this.isQuotation(start - 1) ? this.phraseAfter(to) : undefined)
  }

  override part(from: number, to: number): EnglishSentence {
    return new EnglishSentence(this.tokens.slice(from, to))
  }
}

/** Reads the tokens of a sentence. */
export function readSentence(tokens: readonly Token[]): EnglishSentence {
  return new EnglishSentence(tokens)
}

function known<Value>(made: Map<number, Value>, key: number, make: () => Value): Value {
  const value = made.get(key)
  if (value !== undefined || made.has(key)) return value as Value
  const fresh = make()
  made.set(key, fresh)
  return fresh
}
