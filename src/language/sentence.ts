import type { Token } from '../text/tokens.ts'
import type { Range } from './report.ts'

/** A rule that applied, and where. */
export interface Note {
  readonly rule: string
  /** A position in the tokens of its sentence. */
  readonly at: number
}

/**
 * The tokens of a sentence, or of a part of one, accessed by position. A quotation is one token. Positions beyond either end are
 * empty, and no method fails there.
 */
export class Sentence {
  readonly tokens: readonly Token[]
  readonly #notes: Note[] = []

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  /** The rules that have applied so far, in order. */
  get notes(): readonly Note[] {
    return this.#notes
  }

  note(rule: string, at: number): void {
    this.#notes.push({ rule, at })
  }

  get length(): number {
    return this.tokens.length
  }

  /** The word or mark at a position in lower case; "" beyond the ends. */
  word(at: number): string {
    return this.tokens[at]?.lower ?? ''
  }

  /** The same, as printed. */
  printed(at: number): string {
    return this.tokens[at]?.text ?? ''
  }

  isWord(at: number): boolean {
    return this.tokens[at]?.kind === 'word'
  }

  isQuotation(at: number): boolean {
    return this.tokens[at]?.kind === 'quotation'
  }

  /** Returns true if the token is one of these marks. */
  isMark(at: number, marks: string): boolean {
    const token = this.tokens[at]
    return token?.kind === 'mark' && marks.includes(token.text)
  }

  isPunctuation(at: number): boolean {
    return this.tokens[at]?.kind === 'mark'
  }

  isDash(at: number): boolean {
    return this.isMark(at, '—–') || this.printed(at) === '--'
  }

  /** Returns true if the token is one of these words, which must be in lower case. */
  isIn(at: number, words: ReadonlySet<string>): boolean {
    const token = this.tokens[at]
    return token?.kind === 'word' && words.has(token.lower)
  }

  /** Returns the first suitable position, at or after `from` and before `to`; -1 if there is none. */
  find(suits: (at: number) => boolean, from = 0, to = this.length): number {
    for (let at = Math.max(0, from); at < Math.min(to, this.length); at++) if (suits(at)) return at
    return -1
  }

  /** Returns the last suitable position, before `to` and at or after `from`; -1 if there is none. */
  findLast(suits: (at: number) => boolean, from = 0, to = this.length): number {
    for (let at = Math.min(to, this.length) - 1; at >= Math.max(0, from); at--) if (suits(at)) return at
    return -1
  }

  some(suits: (at: number) => boolean, from = 0, to = this.length): boolean {
    return this.find(suits, from, to) >= 0
  }

  every(suits: (at: number) => boolean, from = 0, to = this.length): boolean {
    return !this.some((at) => !suits(at), from, to)
  }

  /** Returns the words of a stretch in lower case, separated by single spaces where they are not written as one. */
  phrase(from: number, to: number): string {
    const tokens = this.tokens.slice(Math.max(0, from), to)
    return tokens
      .map(({ lower }, at) => (isJoined(tokens[at - 1], tokens[at]) ? lower : ` ${lower}`))
      .join('')
      .trimStart()
  }

  hasQuotation({ from, to }: Range): boolean {
    return this.some((at) => this.isQuotation(at), from, to)
  }
}

/** “l’élue”: two words that are written as one. */
function isJoined(before: Token | undefined, token: Token | undefined): boolean {
  return before?.kind === 'word' && token?.kind === 'word' && before.end === token.start
}
