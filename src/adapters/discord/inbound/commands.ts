import { type REST, Routes } from 'discord.js'
import { starters } from '../../../chat/starters.ts'
import { nameLocalizations } from './command-names.ts'

const text = 3
const integer = 4
const flag = 5
const user = 6
const channel = 7
const attachment = 11
const subcommand = 1
/** Manage Server: who may use a command unless the server's settings say otherwise. Checked again when it runs. */
const manageServer = 1 << 5
const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] }
const inServers = { integration_types: [0], contexts: [0] }

const named = (name: string) => {
  const localized = nameLocalizations(name)
  return { name, ...(localized ? { name_localizations: localized } : {}) }
}
const word = (name: string, description: string, more: object = {}) => ({ type: text, name, description, ...more })
const verb = (name: string, description: string, options: readonly object[] = []) => ({
  type: subcommand,
  ...named(name),
  description,
  options,
})
const person = { type: user, name: 'person', description: 'Who', required: true }
const digestName = word('name', 'Which digest, where there are several')

/** The commands as Discord is told of them. */
export const discordCommands = [
  {
    type: 1,
    ...named('summarize'),
    description: 'Who says what in an article, each quotation checked',
    ...everywhere,
    options: [
      word('url', 'Link to the article'),
      word('text', 'Or the text of it'),
      { type: flag, name: 'share', description: 'Show the answer to everybody' },
    ],
  },
  { type: 3, ...named('Summarize links'), ...everywhere },
  {
    type: 1,
    ...named('claims'),
    description: 'What somebody was reported to have said',
    ...inServers,
    options: [word('speaker', 'A name, or part of one', { required: true, autocomplete: true })],
  },
  {
    type: 1,
    name: 'onrecord',
    description: 'What the digests of this server are made of, for everybody to see',
    ...inServers,
    options: [
      verb('digests', 'The digests and when they come'),
      verb('preview', 'See what would be posted, you alone', [digestName]),
      verb('status', 'Next run, last result, why nothing came', [digestName]),
      verb('feeds', 'The feeds and how they do'),
    ],
  },
  {
    type: 1,
    ...named('digest'),
    description: 'The digests of this server',
    ...inServers,
    default_member_permissions: manageServer,
    options: [
      verb('now', 'Post what is new, at once', [digestName]),
      verb('preview', 'See what would be posted, you alone', [digestName]),
      verb('schedule', 'Set or change when a digest comes', [
        word('days', 'Weekdays; every day; mon, thu; monthly on the 1st', { required: true }),
        word('time', '8:00, or 8:00 and 17:30, or every 4 hours', { required: true }),
        word('zone', 'Whose clocks: London, New York …', { autocomplete: true }),
        { type: channel, name: 'channel', description: 'Where; this one if left out', channel_types: [0, 5, 15] },
        word('feed', 'Of this feed alone; of all if left out', { autocomplete: true }),
        { type: integer, name: 'stories', description: 'At most', min_value: 1, max_value: 50 },
        word('shape', 'How it is posted', {
          choices: [
            { name: 'Whole, in the channel', value: 'whole' },
            { name: 'Headlines, with stories in a thread', value: 'thread' },
            { name: 'A post for each story', value: 'posts' },
          ],
        }),
        { type: flag, name: 'silent', description: 'Without a notification' },
        digestName,
      ]),
      verb('filter', 'What of its feeds a digest wants; a minus clears', [
        word('words', 'Only with one of these words: dam, flood*'),
        word('not', 'Without any of these words'),
        word('outlets', 'Only of these outlets, by name or host'),
        word('not_outlets', 'Of none of these outlets'),
        word('sections', 'Only filed under one of these'),
        word('languages', 'Only in one of these: en, de'),
        { type: integer, name: 'publishers', description: 'Told by so many at least', min_value: 1, max_value: 20 },
        digestName,
      ]),
      verb('pause', 'No digest until it is resumed', [word('until', 'Or until a day: 2026-12-31'), digestName]),
      verb('resume', 'Go on', [digestName]),
      verb('let', 'Who else may change a digest', [person, digestName]),
      verb('unlet', 'Who may not any more', [person, digestName]),
      verb('delete', 'Delete a digest; its feeds stay', [digestName]),
      verb('list', 'The digests and when they come'),
      verb('status', 'Next run, last result, why nothing came', [digestName]),
      verb('usage', 'What the language model has cost today'),
      verb('model', 'Whether articles may go to the language model', [
        { type: flag, name: 'allowed', description: 'They may', required: true },
      ]),
    ],
  },
  {
    type: 1,
    ...named('feeds'),
    description: 'The feeds that digests are made of',
    ...inServers,
    default_member_permissions: manageServer,
    options: [
      verb('start', 'Follow a few feeds to begin with', [
        word('topic', 'Which', {
          required: true,
          choices: Object.entries(starters).map(([value, { title }]) => ({ name: title, value })),
        }),
      ]),
      verb('add', 'Follow a feed', [word('url', 'Of a feed, or of a site that announces one', { required: true })]),
      verb('list', 'The feeds and how they do'),
      verb('remove', 'Follow a feed no longer', [
        word('url', 'As the list shows it', { required: true, autocomplete: true }),
      ]),
      verb('test', 'Look without following', [word('url', 'Of a feed or a site', { required: true })]),
      verb('import', 'Follow all feeds of an OPML list', [
        { type: attachment, name: 'list', description: 'An OPML file', required: true },
      ]),
    ],
  },
] as const

/** Tells Discord of the commands where it does not know them as they are. True when it had to be told. */
export async function registerCommands(rest: REST, applicationId: string): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const known = (await rest.get(route, { query })) as object[]
  const same =
    known.length === discordCommands.length &&
    discordCommands.every((command) =>
      known.some((each) => nameOf(each) === command.name && canonical(pick(each, command)) === canonical(command)),
    )
  if (same) return false
  await rest.put(route, { body: discordCommands })
  return true
}

function nameOf(command: object): unknown {
  return 'name' in command ? command.name : undefined
}

/** What Discord tells of a command, as far as we say it ourselves. */
function pick(known: object, own: object): object {
  return Object.fromEntries(Object.keys(own).map((key) => [key, (known as Record<string, unknown>)[key]]))
}

/** The same text for the same command: keys in order, and what says nothing left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (key, inner: unknown) => {
    // It is taken as a number and told as text.
    if (key === 'default_member_permissions') return String(inner)
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    const entries = Object.entries(inner).filter(
      ([, each]) => each !== null && each !== false && !(Array.isArray(each) && each.length === 0),
    )
    return Object.fromEntries(entries.toSorted(([one], [other]) => one.localeCompare(other)))
  })
}
