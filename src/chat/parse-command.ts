import { type Command, type CommandName, type Order, summarizing } from './command.ts'
import { starters } from './starters.ts'
import { nearestVerb } from './usage.ts'

/** What the words after a slash command mean. */
export type Parsed =
  | { readonly kind: 'command'; readonly command: Command }
  /** The words are left for a form to ask; of the digest of a name, where one is given. */
  | { readonly kind: 'form'; readonly form: 'schedule' | 'feeds'; readonly digest?: string }
  /** What was not understood, and what would be. */
  | { readonly kind: 'unclear'; readonly reason: string }

/** An order that says nothing: what it is for is to be spread over. */
export const emptyOrder: Order = {
  digest: null,
  when: null,
  channel: null,
  feeds: null,
  stories: null,
  minimum: null,
  shape: null,
  silent: null,
  filter: null,
}

/**
 * Reads the words after a command as people type them; addresses may come in angle brackets, as Slack sends them. `mark` is
 * what stands before the names of commands there, for what is said of them.
 */
export function parseCommand(name: CommandName, text: string, mark = '/'): Parsed {
  const parsed = parse(name, text)
  return parsed.kind === 'unclear' ? unclear(parsed.reason.replaceAll(markHere, mark)) : parsed
}

/** Stands in reasons where the mark of commands will. */
const markHere = '{/}'

function parse(name: CommandName, text: string): Parsed {
  const words = text.replace(/<(https?:[^>|\s]+)(?:\|[^>]*)?>/g, '$1').trim()
  if (/^(?:help|\?|-h|--help)$/i.test(words)) return meant({ kind: 'help', topic: name })
  switch (name) {
    case 'summarize':
      if (words === '') return meant({ kind: 'help', topic: name })
      return meant(summarizing(words))
    case 'claims':
      return meant(words === '' ? { kind: 'help', topic: name } : { kind: 'show-claims', speaker: unquoted(words) })
    case 'feeds':
      return parseFeeds(words)
    case 'digest':
      return parseDigest(words)
  }
}

/** The verbs of a command, with all their names, and what each makes of the words behind it. */
type Verbs = ReadonlyMap<string, (rest: string, verb: string) => Parsed>

function verbs(table: Readonly<Record<string, (rest: string, verb: string) => Parsed>>): Verbs {
  return new Map(Object.entries(table).flatMap(([names, read]) => names.split(' ').map((name) => [name, read])))
}

const feedVerbs = verbs({
  'list ls': () => meant({ kind: 'list-feeds' }),
  export: () => meant({ kind: 'export-feeds' }),
  'add follow': parseAdd,
  start: (rest) => parseStart(rest.toLowerCase().split(/\s+/).filter(Boolean)),
  'remove delete rm': (rest) => {
    const url = addressOf(rest)
    return url
      ? meant({ kind: 'remove-feed', url })
      : unclear('{/}feeds remove needs an address, as {/}feeds list shows it')
  },
  test: (rest) => {
    const url = addressOf(rest)
    return url ? meant({ kind: 'test-feed', url }) : unclear('{/}feeds test needs an address')
  },
})

function parseFeeds(words: string): Parsed {
  const [verb = '', ...rest] = words.split(/\s+/)
  if (verb === '') return meant({ kind: 'list-feeds' })
  const read = feedVerbs.get(verb.toLowerCase())
  if (read) return read(rest.join(' '), verb)
  const whole = addressOf(words)
  return whole && /[./]/.test(words) ? meant({ kind: 'add-feed', url: whole }) : unknownWord('feeds', verb)
}

function parseAdd(rest: string): Parsed {
  const words = rest.split(/\s+/).filter(Boolean)
  const url = addressOf(rest)
  if (words.length === 0) return { kind: 'form', form: 'feeds' }
  if (url) return meant({ kind: 'add-feed', url })
  return words.every((word) => /[./]/.test(word))
    ? meant({ kind: 'start-feeds', topics: [], list: words.join('\n') })
    : unclear('{/}feeds add needs addresses of feeds or sites: {/}feeds add example.org')
}

function parseStart(topics: readonly string[]): Parsed {
  if (topics.length === 0) return { kind: 'form', form: 'feeds' }
  const unknown = topics.find((topic) => !Object.hasOwn(starters, topic))
  if (unknown)
    return unclear(`there are no feeds to start with for “${unknown}”, but for ${Object.keys(starters).join(', ')}`)
  return meant({ kind: 'start-feeds', topics, list: '' })
}

const digestVerbs = verbs({
  'now run': (rest) => meant({ kind: 'digest-now', digest: nameIn(rest) }),
  preview: (rest) => meant({ kind: 'preview-digest', digest: nameIn(rest) }),
  'schedule edit set': parseSchedule,
  filter: parseFilter,
  'pause stop': parsePause,
  'resume start': (rest) => meant({ kind: 'resume-digest', digest: nameIn(rest) }),
  'delete remove': (rest) => meant({ kind: 'delete-digest', digest: nameIn(rest) }),
  'let unlet': (rest, verb) => parseManager(verb.toLowerCase() === 'let', rest),
  'list ls': () => meant({ kind: 'list-digests' }),
  status: (rest) => meant({ kind: 'digest-status', digest: nameIn(rest) }),
  usage: () => meant({ kind: 'show-usage' }),
  model: (rest) =>
    /^(?:on|off)$/i.test(rest)
      ? meant({ kind: 'allow-model', allowed: rest.toLowerCase() === 'on' })
      : unclear('{/}digest model on, or {/}digest model off'),
})

function parseDigest(words: string): Parsed {
  const [, verb = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(words) ?? []
  const read = digestVerbs.get(verb.toLowerCase() || 'preview')
  return read ? read(rest, verb) : unknownWord('digest', verb)
}

/** A name stands in quotation marks, before or after when, and a channel as a platform marks it; without when a form asks. */
function parseSchedule(rest: string): Parsed {
  const [quoted = '', name = null] = /["“]([^"”]+)["”]/.exec(rest) ?? []
  const [marked = '', channel = null] = /(?:\b(?:in|to|for)\s+)?<#([A-Z0-9]+)(?:\|[^>]*)?>/i.exec(rest) ?? []
  const when = rest.replace(quoted, ' ').replace(marked, ' ').replace(/\s+/g, ' ').trim()
  if (when === '' && channel === null) return { kind: 'form', form: 'schedule', ...(name ? { digest: name } : {}) }
  return meant({ kind: 'schedule-digest', order: { ...emptyOrder, digest: name, channel, when: when || null } })
}

/** A name stands in quotation marks, before the filter. */
function parseFilter(rest: string): Parsed {
  const [quoted = '', name] = /^\s*["“]([^"”]+)["”]/.exec(rest) ?? []
  const filter = rest.slice(quoted.length).trim()
  return filter === ''
    ? unclear('{/}digest filter needs to know what: words: dam, flood*; not: football; publishers: 2 – or off')
    : meant({ kind: 'filter-digest', digest: name ?? null, filter })
}

/** Until a day, by its date or name; or for so many days or weeks. */
function parsePause(rest: string): Parsed {
  const [whole = '', untilWord, count, unit] =
    /\buntil (\S+)|\bfor (an?|\d{1,3}|one|two|three) (day|week|month)s?\b/i.exec(rest) ?? []
  const digest = nameIn(rest.replace(whole, ''))
  if (whole === '') return meant({ kind: 'pause-digest', digest, until: null })
  const until = untilWord ? dayNamed(untilWord) : `+${daysIn(count ?? '1', unit ?? 'day')}`
  return until === undefined
    ? unclear('{/}digest pause until needs a day: friday, tomorrow, 2026-12-31')
    : meant({ kind: 'pause-digest', digest, until })
}

function dayNamed(word: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(word)) return word
  if (/^tomorrow$/i.test(word)) return '+1'
  const day = /^(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?$/i.exec(word)?.[1]
  return day?.toLowerCase()
}

function daysIn(count: string, unit: string): number {
  const number = Number(
    ({ a: 1, an: 1, one: 1, two: 2, three: 3 } as Record<string, number>)[count.toLowerCase()] ?? count,
  )
  return number * (/^w/i.test(unit) ? 7 : /^m/i.test(unit) ? 30 : 1)
}

/** A person as a platform marks one in what people type, and a name in quotation marks behind. */
function parseManager(may: boolean, rest: string): Parsed {
  const [whole, person] = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>/.exec(rest) ?? []
  if (!whole || !person) return unclear(`{/}digest ${may ? 'let' : 'unlet'} needs a person: @ana`)
  return meant({ kind: 'name-manager', digest: nameIn(rest.slice(whole.length)), person, may })
}

function nameIn(text: string): string | null {
  return unquoted(text) || null
}

function unquoted(text: string): string {
  return text.trim().replace(/^["“](.*)["”]$/, '$1')
}

/** An address as people write one: "example.org" is a site. */
function addressOf(text: string): string | null {
  const word = text.trim()
  if (word === '' || /\s/.test(word)) return null
  return withScheme(word)
}

/** People type addresses without the scheme. */
export function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`
}

function meant(command: Command): Parsed {
  return { kind: 'command', command }
}

function unclear(reason: string): Parsed {
  return { kind: 'unclear', reason }
}

function unknownWord(name: CommandName, word: string): Parsed {
  const near = nearestVerb(name, word)
  const meantWord = near ? ` Did you mean ${markHere}${name} ${near}?` : ''
  return unclear(
    `“${word.slice(0, 40)}” is not something that ${markHere}${name} can do.${meantWord} What it can: ${markHere}${name} help`,
  )
}
