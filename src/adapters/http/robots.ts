import type { Fetched } from '../../domain/fetched.ts'
import { parseRobots, type RobotsRules } from './robots-rules.ts'

/** How long the answer of a robots.txt holds, in milliseconds. */
const holdsMs = 24 * 3_600_000
/** How long a file is kept for other addresses of its host, and an unreadable one counts as a no, in milliseconds. */
const retryMs = 600_000
/** The most addresses and files remembered. */
const mostDecisions = 100_000
const mostFiles = 500

/** What a host's robots.txt says about an address. */
export type RobotsPermission =
  | { readonly kind: 'allowed'; readonly delayMs: number; readonly wishes: readonly string[] }
  | { readonly kind: 'forbidden' }
  /** Its rules are unknown; `answer` is the outcome for any address of that host. */
  | { readonly kind: 'unknown'; readonly answer: Answer }

type Answer = Extract<Fetched, { kind: 'failed' | 'refused' }>

/** The outcome of fetching a robots.txt. */
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

/** Asks hosts' robots.txt files for permission, by RFC 9309, and remembers their answers. */
export class Robots {
  readonly #read: (url: string) => Promise<RobotsFile>
  readonly #name: string
  readonly #decisions = new Map<string, Held<RobotsPermission>>()
  readonly #words = new Map<string, Held<Promise<Word>>>()

  /** `read` fetches an address; `name` is our name in a robots.txt. */
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
  if (word.kind === 'none') return { kind: 'allowed', delayMs: 0, wishes: [] }
  const { rules } = word
  return rules.isAllowed(url)
    ? { kind: 'allowed', delayMs: rules.delayMs, wishes: rules.wishesFor(url).map((line) => withHost(line, url)) }
    : { kind: 'forbidden' }
}

/** A line whose licence's address is absolute: a robots.txt stands at its host's root, and not where the page does. */
function withHost(line: string, url: string): string {
  const { address } = /^License:\s*(?<address>\S+)/.exec(line)?.groups ?? {}
  return address === undefined ? line : `License: ${URL.parse(address, new URL('/', url).href)?.href ?? address}`
}

/** Adds an entry as the newest, and drops the oldest if the map is full. */
function keepNewest<T>(map: Map<string, T>, [key, value]: readonly [string, T], most: number): void {
  map.delete(key)
  const [oldest] = map.keys()
  if (map.size >= most && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
