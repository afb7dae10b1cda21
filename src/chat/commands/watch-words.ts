import { emptyOrder, type Order } from './order.ts'
import { takeName } from './typed-words.ts'

/** A watch as it is set: what it is for, and where and when it tells. */
interface GivenWatch {
  /** What to look for, with commas between; the filter's words. */
  readonly words: string
  /** Other parts of its filter: "publishers: 2". */
  readonly filter: readonly string[]
  /** Quiet hours, a limit, a zone, in words of a schedule. */
  readonly when: readonly string[]
  readonly channel: string | null
  readonly name: string | null
}

/** The longest name, in characters, that a watch gets from its words. */
const longestName = 60
/** How many publishers must have a story if the watch does not say. */
const usualPublishers = 'publishers: 2'

/**
 * Reads "dam, flood*; publishers: 3; quiet 22:00-7:00; 3 a day; in #desk": what to look for comes first, and after it, in
 * any order, parts of a filter and of a schedule. Null if it does not say what to look for.
 */
export function readWatch(text: string): Order | null {
  const { name, rest: unnamed } = takeName(text)
  const [marked = '', channel = null] = /(?:\b(?:in|to|tell)\s+)?<#([A-Z0-9]+)(?:\|[^>]*)?>/i.exec(unnamed) ?? []
  const [first = '', ...more] = unnamed
    .replace(marked, ' ')
    .split(';')
    .map((part) => part.trim())
  const isFilter = (part: string) => /^[a-z ]+:(?!\d)/i.test(part)
  const filter = [first, ...more].filter((part) => isFilter(part))
  const when = more.filter((part) => part !== '' && !isFilter(part))
  const words = isFilter(first) ? '' : first
  return watchOrder({ words, filter, when, channel, name })
}

/** The order that sets a watch; null if there is nothing to look for. */
export function watchOrder({ words, filter, when, channel, name }: GivenWatch): Order | null {
  if (words.trim() === '' && filter.length === 0) return null
  const looksFor = words.trim() === '' ? [] : [`words: ${words}`]
  const publishers = filter.some((part) => /^publishers?\b/i.test(part)) ? [] : [usualPublishers]
  return {
    ...emptyOrder,
    // A watch that nobody named is a new one, also where another is for nearly the same.
    ...(name === null ? { fresh: true } : {}),
    digest: name ?? `Watch: ${words || filter.join(', ')}`.slice(0, longestName).trim(),
    channel,
    when: ['at once', ...when].join(' '),
    filter: [...looksFor, ...filter, ...publishers].join('; '),
    stories: 5,
    minimum: 1,
  }
}
