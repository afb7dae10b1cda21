import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { ClauseWords } from './clause-words.ts'
import { labelBefore } from './labels.ts'
import { phraseAfter } from './noun-phrases.ts'
import { subjectBefore, subjectOfClause } from './subjects.ts'

/** An English sentence, read once: its words, and the subjects and noun phrases that rules ask it for. */
export class EnglishSentence extends ClauseWords {
  readonly #phrases = new Map<number, Range | undefined>()
  readonly #subjects = new Map<number, Range | undefined>()
  readonly #clauses = new Map<number, Range | undefined>()

  /** The noun phrase that begins at a position, with its appositions. */
  phraseAfter(from: number): Range | undefined {
    return known(this.#phrases, from, () => phraseAfter(this, from))
  }

  /** The subject that ends right before a verb, not before `floor`. */
  subjectBefore(verb: number, floor = 0): Range | undefined {
    if (floor > 0) return subjectBefore(this, verb, floor)
    return known(this.#subjects, verb, () => subjectBefore(this, verb))
  }

  /** The subject of the first finite verb before a position. */
  subjectOfClause(before: number): Range | undefined {
    return known(this.#clauses, before, () => subjectOfClause(this, before))
  }

  /** The one whose words come behind a colon: the subject before it, or whom a label before it names. */
  speakerBefore(colon: number): Range | undefined {
    return this.subjectOfClause(colon) ?? labelBefore(this, colon)
  }

  /**
   * The actor of a verb group, whatever the verb: its subject, or what comes after it where the verb comes
   * first (“…,” fumed Ruiz). Undefined where these words are not a verb, or no subject is plain.
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
