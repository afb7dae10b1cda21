import { readApproval } from '../../chat/commands/approval-words.ts'
import type { CommandSyntax } from '../../chat/commands/menu.ts'
import { emptyOrder } from '../../chat/commands/order.ts'
import { asks, takeName, unclear } from '../../chat/commands/typed-words.ts'
import { shapes } from '../../domain/subscription.ts'
import { digestIn, digestName, textIn } from '../options.ts'

/** How people type when a digest comes, and where. */
export const scheduleWay: CommandSyntax = {
  under: 'digest',
  names: ['schedule', 'edit', 'set'],
  usage: 'schedule weekdays 8:00 London',
  says: 'Set up a digest, or change when it’s posted',
  options: [
    { kind: 'text', name: 'days', says: 'Weekdays; every day; mon, thu; monthly on the 1st', required: true },
    { kind: 'text', name: 'time', says: '8:00, or 8:00 and 17:30, or every 4 hours', required: true },
    { kind: 'text', name: 'zone', says: 'Time zone: London, New York …', suggest: 'zones' },
    { kind: 'channel', name: 'channel', says: 'Where to post it; leave out for this channel' },
    { kind: 'text', name: 'feeds', says: 'Only these feeds: Tarn Weekly, River Post; or all', suggest: 'feeds' },
    { kind: 'number', name: 'stories', says: 'Maximum stories', least: 1, most: 50 },
    {
      kind: 'text',
      name: 'shape',
      says: 'How it’s posted',
      choices: [
        { says: 'Everything in the channel', value: 'whole' },
        { says: 'Headlines in the channel, stories in a thread', value: 'thread' },
        { says: 'One post per story', value: 'posts' },
      ],
    },
    { kind: 'flag', name: 'silent', says: 'Post without a notification' },
    { kind: 'channel', name: 'desk', says: 'Where editors approve each edition before it’s posted' },
    { kind: 'role', name: 'editors', says: 'Only people in this role may approve it' },
    digestName,
  ],
  // Takes a quoted name and a channel mention anywhere; a form opens if neither a time nor a channel is given.
  read: (words) => {
    const read = readApproval(words)
    if ('reason' in read) return unclear(read.reason)
    const { approval } = read
    const { name, rest } = takeName(read.rest)
    const [marked = '', channel = null] = /(?:\b(?:in|to|for)\s+)?<#([A-Z0-9]+)(?:\|[^>]*)?>/i.exec(rest) ?? []
    const when = rest.replace(marked, ' ').replace(/\s+/g, ' ').trim()
    if (when === '' && channel === null && approval === null)
      return { kind: 'form', form: 'schedule', ...(name ? { digest: name } : {}) }
    return asks({
      kind: 'schedule-digest',
      order: { ...emptyOrder, digest: name, channel, when: when || null, approval },
    })
  },
  fill: (options) => {
    const parts = ['days', 'time', 'zone'].map((name) => textIn(options, name) ?? '')
    const stories = options.get('stories')
    const silent = options.get('silent')
    const desk = textIn(options, 'desk')
    const editors = textIn(options, 'editors') ?? null
    const feeds = feedsIn(textIn(options, 'feeds'))
    if (feeds?.length === 0 && !isAll(textIn(options, 'feeds')))
      return unclear('Say which feeds, with commas between them, or “all”.')
    if (editors !== null && !desk) return unclear('Choose the channel where the editors see each draft as well.')
    return asks({
      kind: 'schedule-digest',
      order: {
        ...emptyOrder,
        digest: digestIn(options),
        when: parts.join(' ').trim(),
        channel: textIn(options, 'channel') ?? null,
        feeds,
        stories: typeof stories === 'number' ? stories : null,
        shape: shapes.find((each) => each === textIn(options, 'shape')) ?? null,
        silent: typeof silent === 'boolean' ? silent : null,
        approval: desk ? { group: editors, desk, minutes: null, otherwise: null } : null,
      },
    })
  },
}

/** Feeds by outlet or address, separated by commas; none for all of them, null if nothing is said. */
function feedsIn(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null
  if (isAll(text)) return []
  // An address may have commas in it.
  return text
    .split(/,(?=\s|$)/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

function isAll(text: string | undefined): boolean {
  return text?.toLowerCase() === 'all'
}
