import { type Command, summarizing } from '../../../chat/command.ts'
import { emptyOrder, withScheme } from '../../../chat/parse-command.ts'
import { shapes } from '../../../domain/subscription.ts'
import { type Interaction, type Option, optionsOf } from './interaction.ts'

/** What a command of Discord asks for. */
export type Read =
  | {
      readonly kind: 'commands'
      readonly commands: readonly Command[]
      readonly everybody: boolean
      /** Which page of a ledger, from 0, to be put in the place of another; absent for the first of all. */
      readonly page?: number
    }
  | { readonly kind: 'unclear'; readonly reason: string }

/** Links of one message that are summarized at most. */
const mostLinks = 3
/** The largest list of feeds, in bytes. */
const largestList = 1_000_000

/** Reads a command and its options, which end in the same commands as what people type elsewhere. */
export async function readCommand(
  interaction: Interaction,
  fetchList: (url: string) => Promise<string>,
): Promise<Read> {
  const { data } = interaction
  const { verb, options } = optionsOf(interaction)
  switch (data?.name ?? '') {
    case 'summarize':
      return readSummarize(options)
    case 'Summarize links':
      return readLinks(interaction)
    case 'claims':
      return asked({ kind: 'show-claims', speaker: textOf(options, 'speaker') ?? '' })
    case 'feeds':
      return await readFeeds(verb, options, { interaction, fetchList })
    case 'digest':
      return readDigest(verb, options)
    case 'onrecord':
      return readOpenly(verb, options)
    default:
      return { kind: 'unclear', reason: 'This command is not known here.' }
  }
}

type Options = ReadonlyMap<string, Option>

function readSummarize(options: Options): Read {
  const text = textOf(options, 'url') ?? textOf(options, 'text')
  if (!text) return { kind: 'unclear', reason: 'Give a link, or the text of an article.' }
  return { ...asked(summarizing(text)), everybody: options.get('share')?.value === true }
}

function readLinks({ data }: Interaction): Read {
  const message = data?.resolved?.messages?.[data.target_id ?? '']
  const found = [
    ...[...(message?.content ?? '').matchAll(/https?:\/\/[^\s<>()[\]]+/g)].map(([url]) => url),
    ...(message?.embeds ?? []).flatMap(({ url }) => url ?? []),
  ]
  const links = [...new Set(found)].slice(0, mostLinks)
  if (links.length === 0) return { kind: 'unclear', reason: 'There is no link in that message.' }
  return { kind: 'commands', commands: links.map(summarizing), everybody: false }
}

interface FeedsContext {
  readonly interaction: Interaction
  readonly fetchList: (url: string) => Promise<string>
}

async function readFeeds(verb: string, options: Options, context: FeedsContext): Promise<Read> {
  const url = withScheme(textOf(options, 'url') ?? '')
  switch (verb) {
    case 'start':
      return asked({ kind: 'start-feeds', topics: [textOf(options, 'topic') ?? ''], list: '' })
    case 'add':
      return asked({ kind: 'add-feed', url })
    case 'remove':
      return asked({ kind: 'remove-feed', url })
    case 'test':
      return asked({ kind: 'test-feed', url })
    case 'import':
      return await readList(options, context)
    default:
      return asked({ kind: 'list-feeds' })
  }
}

async function readList(options: Options, { interaction, fetchList }: FeedsContext): Promise<Read> {
  const file = interaction.data?.resolved?.attachments?.[String(options.get('list')?.value ?? '')]
  if (!file || file.size > largestList) return { kind: 'unclear', reason: 'The list is larger than 1 MB.' }
  try {
    return asked({ kind: 'import-feeds', opml: await fetchList(file.url) })
  } catch {
    return { kind: 'unclear', reason: 'The list could not be read; try again.' }
  }
}

/** What members may ask, too, where the commands that change settings are not shown to them. */
function readOpenly(verb: string, options: Options): Read {
  switch (verb) {
    case 'preview':
    case 'status':
      return readDigest(verb, options)
    case 'feeds':
      return asked({ kind: 'list-feeds' })
    default:
      return asked({ kind: 'list-digests' })
  }
}

/** What each verb of the command for digests asks; any other asks for a preview. */
const digestVerbs = new Map<string, (digest: string | null, options: Options, verb: string) => Read>([
  ['now', (digest) => asked({ kind: 'digest-now', digest })],
  ['schedule', (_, options) => asked({ kind: 'schedule-digest', order: readOrder(options) })],
  ['filter', readFilter],
  ['pause', readPause],
  ['let', readManager],
  ['unlet', readManager],
  ['resume', (digest) => asked({ kind: 'resume-digest', digest })],
  ['delete', (digest) => asked({ kind: 'delete-digest', digest })],
  ['list', () => asked({ kind: 'list-digests' })],
  ['status', (digest) => asked({ kind: 'digest-status', digest })],
  ['usage', () => asked({ kind: 'show-usage' })],
  ['model', (_, options) => asked({ kind: 'allow-model', allowed: options.get('allowed')?.value === true })],
  ['preview', (digest) => asked({ kind: 'preview-digest', digest })],
])

function readDigest(verb: string, options: Options): Read {
  const digest = textOf(options, 'name') ?? null
  return digestVerbs.get(verb)?.(digest, options, verb) ?? asked({ kind: 'preview-digest', digest })
}

function readPause(digest: string | null, options: Options): Read {
  const until = textOf(options, 'until') ?? null
  if (until !== null && !/^\d{4}-\d\d-\d\d$/.test(until))
    return { kind: 'unclear', reason: 'Until needs a date such as 2026-12-31.' }
  return asked({ kind: 'pause-digest', digest, until })
}

function readManager(digest: string | null, options: Options, verb: string): Read {
  return asked({ kind: 'name-manager', digest, person: textOf(options, 'person') ?? '', may: verb === 'let' })
}

/** The options in the words in which a filter is typed elsewhere. */
function readFilter(digest: string | null, options: Options): Read {
  const parts = [...options.values()].flatMap(({ name, value }) => {
    if (name === 'name' || value === undefined) return []
    const values = String(value).trim()
    return [`${name.replace('_', ' ')}: ${values === '-' ? '' : values.replaceAll(';', ' ')}`]
  })
  if (parts.length === 0) return { kind: 'unclear', reason: 'Say what is wanted: words, outlets, languages …' }
  return asked({ kind: 'filter-digest', digest, filter: parts.join('; ') })
}

function readOrder(options: Options) {
  const parts = ['days', 'time', 'zone'].map((name) => textOf(options, name) ?? '')
  const feed = textOf(options, 'feed')
  const stories = options.get('stories')?.value
  const shape = textOf(options, 'shape')
  const silent = options.get('silent')?.value
  return {
    ...emptyOrder,
    digest: textOf(options, 'name') ?? null,
    when: parts.join(' ').trim(),
    channel: textOf(options, 'channel') ?? null,
    feeds: feed ? [feed] : null,
    stories: typeof stories === 'number' ? stories : null,
    shape: shapes.find((each) => each === shape) ?? null,
    silent: typeof silent === 'boolean' ? silent : null,
  } as const
}

function textOf(options: Options, name: string): string | undefined {
  const value = options.get(name)?.value
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** One command, answered to whoever gave it alone. */
export function asked(command: Command): Extract<Read, { kind: 'commands' }> {
  return { kind: 'commands', commands: [command], everybody: false }
}
