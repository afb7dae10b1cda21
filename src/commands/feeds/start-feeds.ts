import type { Command } from '../../chat/commands/command.ts'
import { jsonOf, type Reply } from '../../chat/commands/reply.ts'
import { starters } from '../../chat/commands/starters.ts'
import { asks, looksLikeAddress, unclear, withScheme } from '../../chat/commands/typed-words.ts'
import type { Document } from '../../chat/document.ts'
import { rich } from '../../chat/rich-text.ts'
import { counted } from '../../digest/times.ts'
import type { CommandContext } from '../context.ts'
import { refused, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { follow } from './add-feed.ts'
import { followList } from './import-feeds.ts'
import { scheduleHint, settleIn } from './settle-in.ts'

/** The most addresses accepted in one request. */
export const mostAddresses = 20

/** Follows a first set of feeds: those of a topic, or those that the asker pasted. */
export const startFeeds: CommandSpec<'start-feeds'> = {
  permission: 'channel',
  ways: [
    {
      under: 'feeds',
      names: ['start'],
      usage: `start <${Object.keys(starters).join(' | ')}>`,
      says: 'Follow a few feeds to get started',
      options: [
        {
          kind: 'text',
          name: 'topic',
          says: 'Which topic',
          required: true,
          choices: Object.entries(starters).map(([value, { title }]) => ({ says: title, value })),
        },
      ],
      read: (rest) => {
        const topics = rest.toLowerCase().split(/\s+/).filter(Boolean)
        if (topics.length === 0) return { kind: 'form', form: 'feeds' }
        const unknown = topics.find((topic) => !Object.hasOwn(starters, topic))
        return unknown
          ? unclear(`There are no starter feeds for “${unknown}”. Choose from ${Object.keys(starters).join(', ')}.`)
          : asks({ kind: 'start-feeds', topics, list: '' })
      },
      fill: (options) => asks({ kind: 'start-feeds', topics: [String(options.get('topic') ?? '')], list: '' }),
    },
  ],
  handle: async (command, context) => {
    const { topics, list } = command
    const { services } = context
    const wanted = readList(list)
    const refusal = problemIn(command, wanted)
    if (refusal) return refusal
    const home = await settleIn(context)
    const chosen = feedsOf(topics)
    let added = 0
    for (const feed of chosen) if (await services.store.feeds.follow(home, feed, services.clock.now())) added += 1
    const replies = await followPasted(wanted, context)
    const document = [
      ...(chosen.length > 0 ? textLines([topicLine(chosen, added)]) : []),
      ...replies.flatMap((reply) => reply.document.slice(0, 1)),
      ...textLines(await scheduleHint(home, context)),
    ]
    const data = { added, answers: replies.map((reply) => jsonOf(reply)) }
    const failed = replies.find((reply) => !reply.done)
    return failed ? { ...failed, document, data } : { done: true, document, data }
  },
}

function feedsOf(topics: readonly string[]): readonly { readonly url: string; readonly outlet: string }[] {
  return topics.flatMap((topic) => (Object.hasOwn(starters, topic) ? (starters[topic]?.feeds ?? []) : []))
}

/** The pasted text: an OPML list, or words that may include addresses. */
type Pasted =
  | { readonly kind: 'opml'; readonly opml: string }
  | { readonly kind: 'words'; readonly words: readonly string[]; readonly addresses: readonly string[] }

function readList(list: string): Pasted {
  const pasted = list.trim()
  if (pasted.startsWith('<')) return { kind: 'opml', opml: pasted }
  const words = pasted.split(/[\s,]+/).filter(Boolean)
  // Other words around the addresses are ignored.
  return { kind: 'words', words, addresses: words.filter((word) => looksLikeAddress(word.replace(/[.]+$/, ''))) }
}

function problemIn({ topics }: Command<'start-feeds'>, pasted: Pasted): Reply<'start-feeds'> | undefined {
  if (pasted.kind === 'opml') return undefined
  const { words, addresses } = pasted
  if (words.length > 0 && addresses.length === 0)
    return refused('unclear', 'There’s no address in what you pasted. An address looks like example.org.')
  if (feedsOf(topics).length === 0 && words.length === 0)
    return refused('unclear', 'Choose a topic or paste some addresses.')
  if (addresses.length > mostAddresses)
    return refused('limit', `You can paste up to ${mostAddresses} addresses at once. For more, use an OPML list.`)
  return undefined
}

function topicLine(chosen: ReturnType<typeof feedsOf>, added: number): string {
  if (added === 0) return 'The feeds for that topic are already followed.'
  return `Following ${counted(added, 'feed')}: ${[...new Set(chosen.map(({ outlet }) => outlet))].join(', ')}.`
}

async function followPasted(
  pasted: Pasted,
  context: CommandContext,
): Promise<readonly Reply<'add-feed' | 'import-feeds'>[]> {
  if (pasted.kind === 'opml') return [await followList(pasted.opml, context)]
  const { addresses } = pasted
  const replies = addresses.map(async (address) => {
    const reply = await follow(withScheme(address), context)
    return addresses.length === 1 || reply.done ? reply : { ...reply, document: named(reply.document, address) }
  })
  return await Promise.all(replies)
}

/** Prefixes each line of a reply with the address that it is about. */
function named(document: Document, address: string): Document {
  return document.map((block) =>
    block.kind === 'text' || block.kind === 'alert' ? { ...block, text: rich`${address}: ${block.text}` } : block,
  )
}
