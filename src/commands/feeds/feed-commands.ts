import type { CommandAnswer, FeedCommand } from '../../chat/command.ts'
import type { Document } from '../../chat/document.ts'
import { withScheme } from '../../chat/parse-command.ts'
import { cutTo } from '../../chat/plain.ts'
import { starters } from '../../chat/starters.ts'
import { told } from '../../chat/told.ts'
import { counted, moment } from '../../digest/times.ts'
import type { Entry } from '../../domain/feed.ts'
import { reasonOf } from '../../domain/reason.ts'
import { demonstration, localWorkspace, type Workspace, type WorkspaceId } from '../../domain/subscription.ts'
import { discoverFeeds } from '../../feed/discover.ts'
import { type FeedLink, readOpml, writeOpml } from '../../feed/opml.ts'
import type { Asker } from '../../ports.ts'
import type { Doors } from '../../services.ts'
import { type CommandContext, hint, notes, refused, said } from '../context.ts'

/** Entries shown of a feed that is tested. */
const shownEntries = 3
/** The most feeds that one list may bring. */
const mostImported = 2_000

/** Does what somebody wants of the feeds of a workspace. */
export async function answerFeedCommand(command: FeedCommand, context: CommandContext): Promise<CommandAnswer> {
  const { asker, doors } = context
  switch (command.kind) {
    case 'add-feed':
      return await addFeed(command.url, context)
    case 'remove-feed': {
      const removed = await doors.store.feeds.unfollow(asker.workspace.id, command.url)
      return removed
        ? said(`Removed ${command.url}.`, { removed: command.url })
        : refused(`${command.url} is not among the feeds; see: ${hint(asker, 'feeds list')}`)
    }
    case 'list-feeds':
      return await listFeeds(context)
    case 'test-feed':
      return await testFeed(command.url, context)
    case 'import-feeds':
      return await importFeeds(command.opml, context)
    case 'start-feeds':
      return await startFeeds(command, context)
    case 'export-feeds': {
      const feeds = await doors.store.feeds.list(asker.workspace.id)
      if (feeds.length === 0) return refused('there are no feeds yet')
      const opml = writeOpml(
        feeds.map(({ url, outlet }) => ({ url, title: outlet })),
        'Onrecord feeds',
      )
      const how = `To follow them elsewhere, type ${hint(asker, 'feeds add')} and up to ${mostStarted} of these addresses:`
      const lines = [how, ...feeds.map(({ url }) => url)]
      return { done: true, document: asker.workspace.kind === 'local' ? [] : notes(lines), json: { opml } }
    }
  }
}

async function addFeed(url: string, context: CommandContext): Promise<CommandAnswer> {
  const { doors } = context
  const found = await findFeed(url, doors)
  if (found.kind === 'nothing') return refused(found.reason)
  const home = await settleIn(context)
  const added = await doors.store.feeds.follow(home, found, doors.clock.now())
  if (!added) return said(`${found.url} was there already.`, { added: null })
  const next = await scheduleHint(home, context)
  return said([`Added ${found.outlet}: ${found.url}`, ...next], { added: found.url, outlet: found.outlet })
}

/** Whose feeds and digests are set: at this computer nobody sets those of the demonstration. */
export function homeOf({ workspace }: Asker): Workspace {
  return workspace.kind === 'demonstration' ? localWorkspace : workspace
}

/**
 * A workspace of its own begins with its first feed, which ends the demonstration; at this computer it brings a first
 * digest. Returns where feeds go.
 */
export async function settleIn(
  { asker, doors }: CommandContext,
  { withDigest = true }: { readonly withDigest?: boolean } = {},
): Promise<WorkspaceId> {
  const home = homeOf(asker)
  await doors.store.workspaces.erase(demonstration.id)
  await doors.store.workspaces.ensure(home)
  if (withDigest && home.kind === 'local')
    await doors.store.subscriptions.add({ ...doors.usual, workspace: home.id }, doors.clock.now())
  return home.id
}

type FoundFeed =
  | {
      readonly kind: 'feed'
      readonly url: string
      readonly outlet: string
      readonly entries: readonly Pick<Entry, 'title' | 'summary'>[]
      readonly newest: string | null
    }
  | { readonly kind: 'nothing'; readonly reason: string }

/** The feed at an address, or the first one that the page there announces. */
async function findFeed(
  url: string,
  { fetcher, reader }: Pick<Doors, 'fetcher' | 'reader'>,
  followPage = true,
): Promise<FoundFeed> {
  const fetched = await fetcher.get(url, { asked: true })
  if (fetched.kind === 'gone' || fetched.kind === 'unchanged')
    return { kind: 'nothing', reason: 'the site says that the page is gone' }
  if (fetched.kind !== 'page') return { kind: 'nothing', reason: fetched.reason }
  const read = await reader.readFeed(fetched.body, fetched.contentType)
  if (read.kind === 'feed') {
    const { title, entries } = read.feed
    const dates = entries.flatMap(({ published }) => published ?? []).toSorted()
    return {
      kind: 'feed',
      url: fetched.url,
      outlet: title || new URL(fetched.url).hostname,
      entries,
      newest: dates.at(-1) ?? null,
    }
  }
  const [announced] = followPage
    ? discoverFeeds(fetched.body, { url: fetched.url, contentType: fetched.contentType })
    : []
  if (announced) return await findFeed(announced, { fetcher, reader }, false)
  // What a busy machine could not read this time may well be a feed.
  if (read.isPassing) return { kind: 'nothing', reason: `${url} could not be read just now: ${read.reason}; try again` }
  return { kind: 'nothing', reason: `no feed was found at ${url}: ${read.reason}` }
}

async function testFeed(url: string, { doors }: CommandContext): Promise<CommandAnswer> {
  const found = await findFeed(url, doors)
  if (found.kind === 'nothing') return refused(found.reason)
  const { outlet, entries, newest } = found
  const when = newest ? told`, the newest of ${moment(newest, doors.usual.schedule.zone)}` : ', without dates'
  return said(
    [
      `${outlet}: ${found.url}`,
      told`${counted(entries.length, 'entry', 'entries')}${when}.`,
      ...entries
        .slice(0, shownEntries)
        .map(({ title, summary }) => [title, cutTo(summary, 140)].filter(Boolean).join(': ')),
    ],
    { url: found.url, outlet, entries: entries.length, newest },
  )
}

async function listFeeds({ asker, doors }: CommandContext): Promise<CommandAnswer> {
  const feeds = await doors.store.feeds.list(asker.workspace.id)
  const lines: Document = feeds.flatMap(({ outlet, url, problem, note }) => [
    { kind: 'note' as const, text: `${outlet}: ${url}` },
    ...[problem, note].flatMap((text) => (text ? [{ kind: 'alert' as const, text: `${outlet}: ${text}` }] : [])),
  ])
  const topics = Object.keys(starters).join(' | ')
  const none = `No feeds yet. Add one: ${hint(asker, 'feeds add <address of a feed or a site>')}; or begin with a few: ${hint(asker, `feeds start <${topics}>`)}`
  return {
    done: true,
    document: feeds.length > 0 ? lines : [{ kind: 'note', text: none }],
    json: feeds.map(({ url, outlet, failures, problem, note, firstReadAt, intervalMinutes }) => ({
      url,
      outlet,
      failures,
      problem,
      note,
      firstReadAt,
      intervalMinutes: Math.round(intervalMinutes),
    })),
  }
}

/** The most addresses that are looked at for one request. */
const mostStarted = 20

async function startFeeds(
  { topics, list }: Extract<FeedCommand, { kind: 'start-feeds' }>,
  context: CommandContext,
): Promise<CommandAnswer> {
  const { doors } = context
  const chosen = topics.flatMap((topic) => (Object.hasOwn(starters, topic) ? (starters[topic]?.feeds ?? []) : []))
  const pasted = list.trim()
  const words = pasted.startsWith('<') ? [] : pasted.split(/[\s,]+/).filter(Boolean)
  // Prose around addresses is left alone; without any, what was pasted is said to be none.
  const addresses = words.filter((word) => /[./]/.test(word.replace(/[.]+$/, '')))
  if (words.length > 0 && addresses.length === 0)
    return refused('there is no address in what you pasted; one looks like example.org')
  if (chosen.length === 0 && pasted === '') return refused('nothing was chosen: take a topic, or paste addresses')
  if (addresses.length > mostStarted)
    return refused(`${mostStarted} addresses at once are the most; a list in OPML may have more`)
  const home = await settleIn(context)
  const lines: string[] = []
  let added = 0
  for (const feed of chosen) if (await doors.store.feeds.follow(home, feed, doors.clock.now())) added += 1
  if (chosen.length > 0)
    lines.push(
      added === 0
        ? 'The feeds of that topic are followed already.'
        : `Following ${counted(added, 'feed')}: ${[...new Set(chosen.map(({ outlet }) => outlet))].join(', ')}.`,
    )
  const answers = pasted.startsWith('<')
    ? [await importFeeds(pasted, context)]
    : await Promise.all(
        addresses.map(async (address) => named(await addFeed(withScheme(address), context), address, addresses.length)),
      )
  const outcomes = answers.flatMap(({ document }) => document.slice(0, 1))
  const next = await scheduleHint(home, context)
  return {
    done: answers.every(({ done }) => done),
    document: [...notes(lines), ...outcomes, ...notes(next)],
    json: { added, answers: answers.map(({ json }) => json) },
  }
}

/** What is wrong with one of several addresses, with the address. */
function named(answer: CommandAnswer, address: string, count: number): CommandAnswer {
  if (answer.done || count === 1) return answer
  return {
    ...answer,
    document: answer.document.map((block) =>
      'text' in block ? { ...block, text: `${address}: ${block.text}` } : block,
    ),
  }
}

/** What to do next, where no digest is set yet. */
async function scheduleHint(home: WorkspaceId, { asker, doors }: CommandContext): Promise<string[]> {
  const scheduled = (await doors.store.subscriptions.list(home)).length > 0
  return scheduled ? [] : [`No digest is set yet. Set one: ${hint(asker, 'digest schedule weekdays 8:00 London')}`]
}

async function importFeeds(opml: string, context: CommandContext): Promise<CommandAnswer> {
  let links: readonly FeedLink[]
  try {
    links = readOpml(opml).filter(({ url }) => URL.canParse(url) && /^https?:/.test(url))
  } catch (error) {
    return refused(reasonOf(error))
  }
  if (links.length === 0) return refused('the list has no feeds in it')
  if (links.length > mostImported) return refused(`the list has ${links.length} feeds; ${mostImported} are the most`)
  const { doors } = context
  const home = await settleIn(context)
  let added = 0
  for (const { url, title } of links) {
    if (await doors.store.feeds.follow(home, { url, outlet: title }, doors.clock.now())) added += 1
  }
  return said(`Added ${counted(added, 'feed')}; ${links.length - added} were there already.`, {
    added,
    known: links.length - added,
  })
}
