import type { Fetched } from '../../domain/fetched.ts'
import { parseRobots, type RobotsRules } from './robots-rules.ts'

/** How long the word of a robots.txt holds, in milliseconds. */
const holdsMs = 24 * 3_600_000
/** How long a file is kept for other addresses of its host, and how long one that cannot be read counts as a no, in milliseconds. */
const retryMs = 600_000
/** The most addresses and files remembered. */
const mostDecisions = 100_000
const mostFiles = 500

/** What the robots.txt of a host says to us. */
export type RobotsPermission =
  | { readonly kind: 'allowed'; readonly delayMs: number }
  | { readonly kind: 'forbidden' }
  /** What it says is not known; what is answered to whoever asks for an address of that host. */
  | { readonly kind: 'unknown'; readonly answer: Answer }

type Answer = Extract<Fetched, { kind: 'failed' | 'refused' }>

/** What came of fetching a robots.txt. */
export type RobotsFile =
  | { readonly kind: 'file'; readonly text: string }
  /** There is none: everything is allowed. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly answer: Answer }

type Word = { readonly kind: 'rules'; readonly rules: RobotsRules } | Exclude<RobotsFile, { kind: 'file' }>

interface Held<T> {
  readonly value: T
  readonly until: number
}

/** Asks the robots.txt of hosts, as RFC 9309 has it, and remembers what it said. */
export class Robots {
  readonly #read: (url: string) => Promise<RobotsFile>
  readonly #name: string
  readonly #decisions = new Map<string, Held<RobotsPermission>>()
  readonly #words = new Map<string, Held<Promise<Word>>>()

  /** `read` fetches an address; `name` is what a robots.txt calls us. */
  constructor(read: (url: string) => Promise<RobotsFile>, name: string) {
    this.#read = read
    this.#name = name
  }

  async ask(url: string): Promise<RobotsPermission> {
    const known = this.#decisions.get(url)
    if (known && known.until > performance.now()) return known.value
    const value = decide(url, await this.#wordOf(new URL(url).origin))
    const until = performance.now() + (value.kind === 'unknown' ? retryMs : holdsMs)
    keepNewest(this.#decisions, [url, { value, until }], mostDecisions)
    return value
  }

  async #wordOf(origin: string): Promise<Word> {
    const known = this.#words.get(origin)
    if (known && known.until > performance.now()) return await known.value
    const value = this.#readWord(origin)
    keepNewest(this.#words, [origin, { value, until: performance.now() + retryMs }], mostFiles)
    return await value
  }

  async #readWord(origin: string): Promise<Word> {
    const file = await this.#read(`${origin}/robots.txt`)
    return file.kind === 'file' ? { kind: 'rules', rules: parseRobots(file.text, this.#name) } : file
  }
}

function decide(url: string, word: Word): RobotsPermission {
  if (word.kind === 'unknown') return word
  if (word.kind === 'none') return { kind: 'allowed', delayMs: 0 }
  return word.rules.isAllowed(url) ? { kind: 'allowed', delayMs: word.rules.delayMs } : { kind: 'forbidden' }
}

/** Puts something last, and lets the first go where there are too many. */
function keepNewest<T>(map: Map<string, T>, [key, value]: readonly [string, T], most: number): void {
  map.delete(key)
  const [oldest] = map.keys()
  if (map.size >= most && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
