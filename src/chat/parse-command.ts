import { type Command, type CommandName, type Order, summarizing } from './command.ts'
import { starters } from './starters.ts'

/** What the words after a slash command mean. */
export type Parsed =
  | { readonly kind: 'command'; readonly command: Command }
  /** The words are left for a form to ask. */
  | { readonly kind: 'form'; readonly form: 'schedule' | 'feeds' }
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

/** Reads the words after a command as people type them; addresses may come in angle brackets, as Slack sends them. */
export function parseCommand(name: CommandName, text: string): Parsed {
  const words = text.replace(/<(https?:[^>|\s]+)(?:\|[^>]*)?>/g, '$1').trim()
  if (/^(?:help|\?|-h|--help)$/i.test(words)) return meant({ kind: 'help', topic: name })
  switch (name) {
    case 'summarize':
      if (words === '') return meant({ kind: 'help', topic: name })
      return meant(summarizing(words))
    case 'claims':
      return meant(words === '' ? { kind: 'help', topic: name } : { kind: 'show-claims', speaker: words })
    case 'feeds':
      return parseFeeds(words)
    case 'digest':
      return parseDigest(words)
  }
}

/** How to use a command, a line each. */
export function usageOf(name: CommandName): readonly string[] {
  switch (name) {
    case 'summarize':
      return ['summarize <link>, or paste the text of an article: who says what in it, each quotation checked']
    case 'claims':
      return ['claims <name>: what somebody was reported to have said']
    case 'feeds':
      return [
        `feeds start <${Object.keys(starters).join(' | ')}>: a few feeds to begin with`,
        'feeds add <address of a feed or a site>',
        'feeds test <address>: look without following',
        'feeds list',
        'feeds remove <address>',
      ]
    case 'digest':
      return [
        'digest now: what is new, posted at once',
        'digest preview: the same, seen by you alone',
        'digest schedule weekdays 8:00 London: set or change when it comes',
        'digest filter words: dam, flood*; not: football; outlets: River Post; languages: en; publishers: 2: what it wants',
        'digest pause, digest pause until 2026-12-31, digest resume, digest delete',
        'digest let @ana, digest unlet @ana: who else may change it',
        'digest list, digest status: next run, last result, why nothing came',
        'digest usage, digest model on, digest model off: the language model',
        'With several digests, name one at the end: digest pause "Evening digest"',
      ]
  }
}

function parseFeeds(words: string): Parsed {
  const [verb = '', ...rest] = words.split(/\s+/)
  const url = addressOf(rest.join(' '))
  switch (verb.toLowerCase()) {
    case '':
    case 'list':
    case 'ls':
      return meant({ kind: 'list-feeds' })
    case 'export':
      return meant({ kind: 'export-feeds' })
    case 'add':
    case 'follow':
      if (rest.length === 0) return { kind: 'form', form: 'feeds' }
      return url ? meant({ kind: 'add-feed', url }) : unclear('feeds add needs the address of a feed or a site')
    case 'start':
      return parseStart(rest.map((word) => word.toLowerCase()))
    case 'remove':
    case 'delete':
    case 'rm':
      return url
        ? meant({ kind: 'remove-feed', url })
        : unclear('feeds remove needs an address, as feeds list shows it')
    case 'test':
      return url ? meant({ kind: 'test-feed', url }) : unclear('feeds test needs an address')
    default: {
      const whole = addressOf(words)
      return whole && /[./]/.test(whole) ? meant({ kind: 'add-feed', url: whole }) : unknownWord('feeds', verb)
    }
  }
}

function parseStart(topics: readonly string[]): Parsed {
  if (topics.length === 0) return { kind: 'form', form: 'feeds' }
  const unknown = topics.find((topic) => !Object.hasOwn(starters, topic))
  if (unknown)
    return unclear(`there are no feeds to start with for “${unknown}”, but for ${Object.keys(starters).join(', ')}`)
  return meant({ kind: 'start-feeds', topics, list: '' })
}

function parseDigest(words: string): Parsed {
  const [, verb = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(words) ?? []
  const digest = nameIn(rest)
  switch (verb.toLowerCase()) {
    case 'now':
    case 'run':
      return meant({ kind: 'digest-now', digest })
    case 'preview':
    case '':
      return meant({ kind: 'preview-digest', digest })
    case 'schedule':
    case 'edit':
    case 'set':
      return parseSchedule(rest)
    case 'filter':
      return parseFilter(rest)
    case 'pause':
    case 'stop':
      return parsePause(rest)
    case 'resume':
    case 'start':
      return meant({ kind: 'resume-digest', digest })
    case 'delete':
    case 'remove':
      return meant({ kind: 'delete-digest', digest })
    case 'let':
    case 'unlet':
      return parseManager(verb.toLowerCase() === 'let', rest)
    case 'list':
    case 'ls':
      return meant({ kind: 'list-digests' })
    case 'status':
      return meant({ kind: 'digest-status', digest })
    case 'usage':
      return meant({ kind: 'show-usage' })
    case 'model':
      return /^(?:on|off)$/i.test(rest)
        ? meant({ kind: 'allow-model', allowed: rest.toLowerCase() === 'on' })
        : unclear('digest model on, or digest model off')
    default:
      return unknownWord('digest', verb)
  }
}

/** A name stands in quotation marks, before or after when; without any words a form asks. */
function parseSchedule(rest: string): Parsed {
  if (rest === '') return { kind: 'form', form: 'schedule' }
  const [quoted, name] = /["“]([^"”]+)["”]/.exec(rest) ?? []
  const when = (quoted ? rest.replace(quoted, ' ') : rest).trim()
  return meant({ kind: 'schedule-digest', order: { ...emptyOrder, digest: name ?? null, when: when || null } })
}

/** A name stands in quotation marks, before the filter. */
function parseFilter(rest: string): Parsed {
  const [quoted = '', name] = /^\s*["“]([^"”]+)["”]/.exec(rest) ?? []
  const filter = rest.slice(quoted.length).trim()
  return filter === ''
    ? unclear('digest filter needs to know what: words: dam, flood*; not: football; publishers: 2 – or off')
    : meant({ kind: 'filter-digest', digest: name ?? null, filter })
}

function parsePause(rest: string): Parsed {
  const [whole, until] = /\buntil (\S+)/i.exec(rest) ?? []
  if (until && !/^\d{4}-\d\d-\d\d$/.test(until)) return unclear('digest pause until needs a date such as 2026-12-31')
  const digest = nameIn(whole ? rest.replace(whole, '') : rest)
  return meant({ kind: 'pause-digest', digest, until: until ?? null })
}

/** A person as a platform marks one in what people type, and a name in quotation marks behind. */
function parseManager(may: boolean, rest: string): Parsed {
  const [whole, person] = /^<@!?([A-Z0-9]+)(?:\|[^>]*)?>/.exec(rest) ?? []
  if (!whole || !person) return unclear(`digest ${may ? 'let' : 'unlet'} needs a person: @ana`)
  return meant({ kind: 'name-manager', digest: nameIn(rest.slice(whole.length)), person, may })
}

function nameIn(text: string): string | null {
  return text.trim().replace(/^["“](.*)["”]$/, '$1') || null
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
  return unclear(`“${word.slice(0, 40)}” is not something that ${name} can do. It can: ${usageOf(name).join('; ')}`)
}
