import type { Span } from '../../domain/article.ts'
import type { FindingKind } from '../../domain/brief.ts'
import type { ClosedWords } from '../../language/lists/closed-words.ts'
import { type ClosedSets, type NearbyText, type PlacedWord, plainWords, type Run, setsOf } from './nearby-text.ts'
import type { AttributedWords } from './verify-words.ts'

/** The most words that may be left out in one gap, and in all gaps as a share of the words. */
const longestGap = 7
const leftOutShare = 0.3
/** The most words between the speaker and the cue. */
const farthestSpeaker = 6
/** A negation up to this many words before a statement reverses it. */
const negationReach = 3

export interface NearVerdict {
  readonly faults: readonly FindingKind[]
  readonly passage: Span | undefined
}

/**
 * Checks attributed words in a language without a grammar, by the text near them. The words must be in a row, or have
 * only small gaps without a negation, hedge or condition; the verb must be in the same sentence or one next to it, and
 * the speaker's name close to the verb, outside the words. Pronouns are not resolved.
 */
export class NearCheck {
  readonly #text: NearbyText
  readonly #closed: ClosedWords
  readonly #sets: ClosedSets

  constructor(text: NearbyText, closed: ClosedWords) {
    this.#text = text
    this.#closed = closed
    this.#sets = setsOf(closed)
  }

  verify({ speaker, content, cue, quotes }: AttributedWords): NearVerdict {
    const said = this.#lower(content)
    const exact = this.#runs(said)
    const found = exact.length > 0 ? exact : this.#runsWithGaps(said)
    if (found.length === 0) return fault('words-not-found')
    if (quotes.some((quote) => !this.#isQuoted(quote))) return fault('quote-not-found', this.#span(found[0]))
    const cueWords = new Set(this.#lower(cue))
    const bound = found.filter((run) => !this.#conditionFollows(run, cueWords))
    if (bound.length === 0) return fault('qualifier-dropped', this.#span(found[0]))
    const kept = bound.filter((run) => !this.#isTurned(run, cueWords))
    if (kept.length === 0) return fault('negation-changed', this.#span(bound[0]))
    const sure = kept.filter((run) => !this.#isHedged(run, cueWords))
    if (sure.length === 0) return fault('hedge-dropped', this.#span(kept[0]))
    const mentions = this.#mentionsOf(speaker)
    if (mentions.length === 0) return fault('wrong-speaker', this.#span(sure[0]))
    const borne = sure.find((run) => this.#speaksThere(run, cueWords, mentions))
    return borne ? { faults: [], passage: this.#span(borne) } : fault('wrong-speaker', this.#span(sure[0]))
  }

  #lower(text: string): string[] {
    return plainWords(text, this.#closed).map(({ lower }) => lower)
  }

  #span(run: Run | undefined): Span | undefined {
    const first = run && this.#text.words[run[0]]
    const last = run && this.#text.words[run[1] - 1]
    return first && last ? { start: first.start, end: last.end } : undefined
  }

  /** Finds the words in a row. */
  #runs(sought: readonly string[]): Run[] {
    const { words, places } = this.#text
    const [first] = sought
    const starts = first === undefined ? [] : (places.get(first) ?? [])
    return starts
      .filter((start) => sought.every((word, at) => words[start + at]?.lower === word))
      .map((start) => [start, start + sought.length] as const)
  }

  /** Finds the words in order, with small gaps. */
  #runsWithGaps(sought: readonly string[]): Run[] {
    const [first] = sought
    const starts = first === undefined ? [] : (this.#text.places.get(first) ?? [])
    const most = Math.max(2, sought.length * leftOutShare)
    return starts.flatMap((start) => {
      let at = start
      let left = 0
      for (const word of sought.slice(1)) {
        const next = this.#nextOf(word, at + 1)
        if (next === undefined) return []
        left += next - at - 1
        at = next
      }
      return left <= most ? [[start, at + 1] as const] : []
    })
  }

  #nextOf(word: string, from: number): number | undefined {
    const { words } = this.#text
    for (let at = from; at <= from + longestGap; at++) {
      const here = words[at]
      if (!here) return undefined
      if (here.lower === word) return at
      if (this.#mayNotBeLeftOut(here)) return undefined
    }
    return undefined
  }

  #mayNotBeLeftOut({ lower }: PlacedWord): boolean {
    const { negations, hedges, conditions } = this.#sets
    return /\d/.test(lower) || negations.has(lower) || hedges.has(lower) || conditions.has(lower)
  }

  #isQuoted(quote: string): boolean {
    return this.#runs(this.#lower(quote)).some((run) => {
      const span = this.#span(run)
      return span && this.#text.quotations.some(({ inner }) => inner.start <= span.start && span.end <= inner.end)
    })
  }

  /** Returns true if a condition right after the words was cut off: “… wird gebaut, wenn das Geld da ist”. */
  #conditionFollows([, end]: Run, cue: ReadonlySet<string>): boolean {
    const next = this.#text.words[end]
    const last = this.#text.words[end - 1]
    if (!next || !last || !this.#sets.conditions.has(next.lower) || cue.has(next.lower)) return false
    return /^\s*,?\s*$/.test(this.#text.text.slice(last.end, next.start))
  }

  /** Returns true if a negation is just before the words, or right after them in a language that puts it there. */
  #isTurned([start, end]: Run, cue: ReadonlySet<string>): boolean {
    const { words } = this.#text
    const turns = (word: PlacedWord | undefined) =>
      word !== undefined && this.#sets.negations.has(word.lower) && !cue.has(word.lower)
    for (let at = start - 1; at >= Math.max(0, start - negationReach) && this.#areTight(at, at + 1); at--)
      if (turns(words[at])) return true
    return this.#closed.negatesBehind && this.#areTight(end - 1, end) && turns(words[end])
  }

  /** Returns true if a hedge right before the words was cut off: “Sie sagte, wohl sei …”. */
  #isHedged([start]: Run, cue: ReadonlySet<string>): boolean {
    const before = this.#text.words[start - 1]
    return (
      before !== undefined &&
      this.#areTight(start - 1, start) &&
      this.#sets.hedges.has(before.lower) &&
      !cue.has(before.lower)
    )
  }

  /** Returns true if the verb of saying is negated: “Sie hat nie gesagt, dass …”. */
  #isDenied(at: number, [start, end]: Run, cue: ReadonlySet<string>): boolean {
    const { words } = this.#text
    return [at - 2, at - 1, at + 1].some((place) => {
      const near = words[place]
      if (!near || (place >= start && place < end) || cue.has(near.lower)) return false
      return this.#sets.negations.has(near.lower) && this.#areTight(Math.min(place, at), Math.max(place, at))
    })
  }

  /** Returns true if there is no stop, comma, colon or line break between two words. */
  #areTight(one: number, other: number): boolean {
    const [before, behind] = [this.#text.words[one], this.#text.words[other]]
    return (
      before !== undefined &&
      behind !== undefined &&
      !/[.!?;:\n,]/.test(this.#text.text.slice(before.end, behind.start))
    )
  }

  /** Finds the mentions of a speaker, in full or by the last name. */
  #mentionsOf(speaker: string): Run[] {
    const given = plainWords(speaker, this.#closed)
    const full = this.#runs(given.map(({ lower }) => lower))
    const last = given.findLast(({ text, lower }) => /^\p{Lu}/u.test(text) && !this.#sets.determiners.has(lower))
    if (!last || given.length === 1) return full
    const short = [last.lower, `${last.lower}s`].flatMap((form) => this.#text.places.get(form) ?? [])
    return [...full, ...short.map((at) => [at, at + 1] as const)]
  }

  /** Returns true if a cue is near the words and the speaker close to the cue. */
  #speaksThere(run: Run, cue: ReadonlySet<string>, mentions: readonly Run[]): boolean {
    const cues = this.#cuesNear(run, cue)
    const outside = mentions.filter(([from, to]) => to <= run[0] || from >= run[1])
    return outside.some((mention) => cues.some((at) => !this.#isDenied(at, run, cue) && this.#isBeside(mention, at)))
  }

  #cuesNear([start, end]: Run, cue: ReadonlySet<string>): number[] {
    const { words, places } = this.#text
    const [first, last] = [words[start]?.sentence ?? 0, words[end - 1]?.sentence ?? 0]
    const sentenceOf = (at: number) => words[at]?.sentence ?? -9
    const near = [...cue]
      .flatMap((word) => places.get(word) ?? [])
      .filter((at) => (at < start || at >= end) && sentenceOf(at) >= first - 1 && sentenceOf(at) <= last + 1)
    const own = near.filter((at) => sentenceOf(at) >= first && sentenceOf(at) <= last)
    return own.length > 0 ? own : near
  }

  #isBeside([from, to]: Run, cue: number): boolean {
    const { words } = this.#text
    if (words[from]?.sentence !== words[cue]?.sentence) return false
    const apart = cue >= to ? cue - to : from - cue - 1
    return apart <= farthestSpeaker
  }
}

function fault(kind: FindingKind, passage?: Span): NearVerdict {
  return { faults: [kind], passage }
}
