import { createRequire } from 'node:module'

/** How long the word of a robots.txt holds, in milliseconds. */
const holdsMs = 24 * 3_600_000
/** How long a file is kept for other addresses of its host, and how long one that cannot be read counts as a no, in milliseconds. */
const retryMs = 600_000
/** The most addresses and files remembered. */
const mostDecisions = 100_000
const mostFiles = 500
/** Of a longer file the beginning counts, in characters: RFC 9309, section 2.5. */
const longestFile = 500_000
/** The longest time between two requests that a host can ask for, in seconds. */
const longestDelay = 30

/** What the robots.txt of a host says to us. */
export type Permission =
  | { readonly kind: 'allowed'; readonly delayMs: number }
  | { readonly kind: 'forbidden' }
  /** It could not be read just now, and what it says is not known. */
  | { readonly kind: 'unknown'; readonly reason: string }

/** What came of fetching a robots.txt. */
export type RobotsFile =
  | { readonly kind: 'file'; readonly text: string }
  /** There is none: everything is allowed. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }

interface Robot {
  isAllowed(url: string, name: string): boolean | undefined
  getCrawlDelay(name: string): number | undefined
}

type Parse = (url: string, text: string) => Robot
// The package's types describe an ES module; it is a CommonJS one.
const parse: Parse = createRequire(import.meta.url)('robots-parser')

interface Held<T> {
  readonly value: T
  readonly until: number
}

/** Asks the robots.txt of hosts, as RFC 9309 has it, and remembers what it said. */
export class Robots {
  readonly #read: (url: string) => Promise<RobotsFile>
  readonly #name: string
  readonly #decisions = new Map<string, Held<Permission>>()
  readonly #files = new Map<string, Held<Promise<RobotsFile>>>()

  /** `read` fetches an address; `name` is what a robots.txt calls us. */
  constructor(read: (url: string) => Promise<RobotsFile>, name: string) {
    this.#read = read
    this.#name = name
  }

  async ask(url: string): Promise<Permission> {
    const known = this.#decisions.get(url)
    if (known && known.until > performance.now()) return known.value
    const value = this.#decide(url, await this.#fileFor(url))
    const until = performance.now() + (value.kind === 'unknown' ? retryMs : holdsMs)
    keepNewest(this.#decisions, [url, { value, until }], mostDecisions)
    return value
  }

  #decide(url: string, file: RobotsFile): Permission {
    if (file.kind === 'unknown') return file
    if (file.kind === 'none') return { kind: 'allowed', delayMs: 0 }
    const robot = parse(new URL('/robots.txt', url).href, file.text.slice(0, longestFile))
    if (robot.isAllowed(url, this.#name) === false) return { kind: 'forbidden' }
    return { kind: 'allowed', delayMs: 1_000 * Math.min(robot.getCrawlDelay(this.#name) ?? 0, longestDelay) }
  }

  async #fileFor(url: string): Promise<RobotsFile> {
    const { origin } = new URL(url)
    const known = this.#files.get(origin)
    if (known && known.until > performance.now()) return await known.value
    const value = this.#read(`${origin}/robots.txt`)
    keepNewest(this.#files, [origin, { value, until: performance.now() + retryMs }], mostFiles)
    return await value
  }
}

/** Puts something last, and lets the first go where there are too many. */
function keepNewest<T>(map: Map<string, T>, [key, value]: readonly [string, T], most: number): void {
  map.delete(key)
  const [oldest] = map.keys()
  if (map.size >= most && oldest !== undefined) map.delete(oldest)
  map.set(key, value)
}
