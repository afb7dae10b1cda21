import type { Command, CommandAnswer } from '../chat/command.ts'
import type { Document } from '../chat/document.ts'
import { counted, dayAndTime } from '../digest/times.ts'
import { demonstration, localWorkspace, type Subscription, type WorkspaceId } from '../domain/subscription.ts'
import { discoverFeeds } from '../feed/discover.ts'
import { readOpml, writeOpml } from '../feed/opml.ts'
import { digestNow } from './digest-now.ts'
import type { Doors } from './doors.ts'
import { recordExchanges } from './record-exchange.ts'
import { showUsage } from './show-usage.ts'
import { summarizeGiven } from './summarize-given.ts'

/** Does what somebody of a workspace asked for. */
export async function answerCommand(command: Command, asker: Asker): Promise<CommandAnswer> {
  switch (command.kind) {
    case 'add-feed':
      return await addFeed(command.url, asker)
    case 'remove-feed': {
      const removed = await asker.doors.store.feeds.unfollow(asker.workspace, command.url)
      return removed
        ? said(`Removed ${command.url}.`, { removed: command.url })
        : refused(`${command.url} is not among the feeds; see: onrecord feeds list`)
    }
    case 'list-feeds':
      return await listFeeds(asker)
    case 'import-feeds':
      return await importFeeds(command.opml, asker)
    case 'export-feeds': {
      const feeds = await asker.doors.store.feeds.list(asker.workspace)
      const opml = writeOpml(
        feeds.map(({ url, outlet }) => ({ url, title: outlet })),
        'Onrecord feeds',
      )
      return { done: true, document: [], json: { opml } }
    }
    case 'digest-now':
      return await digestNow(asker.workspace, asker.doors)
    case 'list-editions':
      return await listEditions(asker)
    case 'summarize':
      return await summarizeFor(command, asker)
    case 'show-usage':
      return await showUsage(asker)
  }
}

async function summarizeFor(command: Extract<Command, { kind: 'summarize' }>, asker: Asker): Promise<CommandAnswer> {
  const { modelDoors } = asker.doors
  if (!command.keepExchange || !modelDoors) return await summarizeGiven(command, asker)
  const { writers, exchanges } = recordExchanges(asker.doors.writers, modelDoors)
  const answer = await summarizeGiven(command, { ...asker, doors: { ...asker.doors, writers } })
  return { ...answer, json: { ...(answer.json as object), exchanges } }
}

export interface Asker {
  /** The demonstration while there is no other. */
  readonly workspace: WorkspaceId
  readonly doors: Doors
  /** What a workspace gets with its first feed. */
  readonly firstSubscription: Omit<Subscription, 'id' | 'workspace'>
}

async function addFeed(url: string, asker: Asker): Promise<CommandAnswer> {
  const found = await findFeed(url, asker.doors)
  if (found.kind === 'nothing') return refused(found.reason)
  const home = await settleIn(asker)
  const added = await asker.doors.store.feeds.follow(home, found, asker.doors.clock.now())
  return added
    ? said(`Added ${found.outlet}: ${found.url}`, { added: found.url, outlet: found.outlet })
    : said(`${found.url} was there already.`, { added: null })
}

/** A first real feed ends the demonstration; a workspace's first feed brings its first subscription. Returns where feeds go. */
async function settleIn({ workspace, doors, firstSubscription }: Asker): Promise<WorkspaceId> {
  const home = workspace === demonstration.id ? localWorkspace.id : workspace
  await doors.store.workspaces.erase(demonstration.id)
  if (home === localWorkspace.id) await doors.store.workspaces.ensure(localWorkspace)
  await doors.store.workspaces.subscribe({ ...firstSubscription, workspace: home }, doors.clock.now())
  return home
}

type FoundFeed =
  | { readonly kind: 'feed'; readonly url: string; readonly outlet: string }
  | { readonly kind: 'nothing'; readonly reason: string }

/** The feed at an address, or the first one that the page there announces. */
async function findFeed(
  url: string,
  { fetcher, reader }: Pick<Doors, 'fetcher' | 'reader'>,
  followPage = true,
): Promise<FoundFeed> {
  const fetched = await fetcher.get(url)
  if (fetched.kind === 'gone' || fetched.kind === 'unchanged')
    return { kind: 'nothing', reason: 'the site says that the page is gone' }
  if (fetched.kind !== 'page') return { kind: 'nothing', reason: fetched.reason }
  const read = await reader.readFeed(fetched.body, fetched.contentType)
  if (read.kind === 'feed')
    return { kind: 'feed', url: fetched.url, outlet: read.feed.title || new URL(fetched.url).hostname }
  const [announced] = followPage
    ? discoverFeeds(fetched.body, { url: fetched.url, contentType: fetched.contentType })
    : []
  if (announced) return await findFeed(announced, { fetcher, reader }, false)
  return { kind: 'nothing', reason: `no feed was found at ${url}: ${read.reason}` }
}

async function listFeeds({ workspace, doors }: Asker): Promise<CommandAnswer> {
  const feeds = await doors.store.feeds.list(workspace)
  const lines: Document = feeds.flatMap(({ outlet, url, problem }) => [
    { kind: 'note' as const, text: `${outlet}: ${url}` },
    ...(problem ? [{ kind: 'alert' as const, text: problem }] : []),
  ])
  const none = 'No feeds yet. Add one: onrecord feeds add <address of a feed or a site>'
  return {
    done: true,
    document: feeds.length > 0 ? lines : [{ kind: 'note', text: none }],
    json: feeds.map(({ url, outlet, failures, problem, firstReadAt }) => ({
      url,
      outlet,
      failures,
      problem,
      firstReadAt,
    })),
  }
}

async function importFeeds(opml: string, asker: Asker): Promise<CommandAnswer> {
  const links = readOpml(opml).filter(({ url }) => URL.canParse(url) && /^https?:/.test(url))
  if (links.length === 0) return refused('the list has no feeds in it')
  const home = await settleIn(asker)
  let added = 0
  for (const { url, title } of links) {
    if (await asker.doors.store.feeds.follow(home, { url, outlet: title }, asker.doors.clock.now())) added += 1
  }
  return said(`Added ${counted(added, 'feed')}; ${links.length - added} were there already.`, {
    added,
    known: links.length - added,
  })
}

async function listEditions({ workspace, doors, firstSubscription }: Asker): Promise<CommandAnswer> {
  const editions = await doors.store.editions.posted(workspace, 50)
  const { zone } = firstSubscription.schedule
  const lines = editions.map(({ id, slot, document }) => {
    const stories = document.filter(({ kind }) => kind === 'story').length
    return {
      kind: 'note' as const,
      text: `${dayAndTime(slot, zone)} · ${counted(stories, 'story', 'stories')} · ${id}`,
    }
  })
  return {
    done: true,
    document: lines.length > 0 ? lines : [{ kind: 'note', text: 'No edition has gone out yet.' }],
    json: editions.map(({ id, slot, state }) => ({ id, slot, state })),
  }
}

function said(text: string, json: unknown): CommandAnswer {
  return { done: true, document: [{ kind: 'note', text }], json }
}

function refused(reason: string): CommandAnswer {
  return { done: false, document: [{ kind: 'alert', text: reason }], json: { error: reason } }
}
