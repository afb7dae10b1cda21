import { setTimeout as sleep } from 'node:timers/promises'
import type { CommandAnswer } from '../../chat/command.ts'
import type { Document } from '../../chat/document.ts'
import { told } from '../../chat/told.ts'
import { counted, moment } from '../../digest/times.ts'
import { noFeedRead, noneReadable, problemsOf } from '../../digest/unreadable-feeds.ts'
import type { EditionId } from '../../domain/digest.ts'
import type { Feed } from '../../domain/feed.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { gatherNews } from '../../intake/gather-news.ts'
import { composeEdition, feedsOf } from '../../publishing/compose-edition.ts'
import { withoutWithdrawn } from '../../publishing/withdrawn.ts'
import type { Doors } from '../../services.ts'
import { type CommandContext, findDigest, isAnswer, placeOf, refused, said } from '../context.ts'

/** Makes an edition of what is new, out of turn; its stories count as told. At this computer it is the answer itself. */
export async function digestNow(name: string | null, context: CommandContext): Promise<CommandAnswer> {
  const { doors, at } = context
  const found = await findDigest(name, context)
  if (isAnswer(found)) return found
  await gatherNews(doors)
  const slot = at ?? doors.clock.now()
  const composed = await composeEdition({ ...found, minimum: 1 }, slot, doors)
  if (!composed) return await nothingComposed(found, doors, { edition: null, document: [] })
  if (found.channel.platform === 'terminal') {
    const edition = await doors.store.editions.record(found.id, slot, composed)
    return { done: true, document: composed.document, json: { edition, document: composed.document } }
  }
  const edition = await doors.store.editions.insert(found.id, slot, async (id, within) => {
    await doors.queue.send({ kind: 'post-edition', edition: id }, { within })
  })
  return await howItCameOut(edition, found, doors)
}

/** How long somebody who asked for an edition waits to hear how it came out, in milliseconds. */
const patienceMs = 3_000
const turnMs = 100

/** What became of an edition, if that is known soon; else that it is under way. */
async function howItCameOut(
  edition: EditionId,
  { name, channel }: Pick<Subscription, 'name' | 'channel'>,
  { store }: Doors,
): Promise<CommandAnswer> {
  const place = placeOf(channel)
  for (let waited = 0; waited < patienceMs; waited += turnMs) {
    const filed = await store.editions.find(edition)
    if (filed?.state === 'posted') return said(told`“${name}” is posted in ${place}.`, { edition })
    if (filed?.state === 'failed' || filed?.state === 'unknown')
      return refused(`“${name}” could not be posted: ${filed.reason ?? 'no reason is known'}.`)
    await sleep(turnMs)
  }
  return said(told`“${name}” is on its way to ${place}.`, { edition })
}

/** Stories shown to somebody who wants to see what did not fit, at most. */
const mostOfRest = 50

/** What an edition would be now; nothing counts as told. */
export async function previewDigest(
  { digest: name, rest = false }: { readonly digest: string | null; readonly rest?: boolean },
  context: CommandContext,
): Promise<CommandAnswer> {
  const { doors } = context
  const found = await findDigest(name, context)
  if (isAnswer(found)) return found
  const composed = await composeEdition(
    { ...found, minimum: 1, ...(rest ? { stories: mostOfRest } : {}) },
    doors.clock.now(),
    doors,
  )
  if (!composed) return await nothingComposed(found, doors)
  const { document } = composed
  return { done: true, document, json: { document } }
}

/** The answer where nothing is new, or nothing could be read; of the latter as what could not be done. */
async function nothingComposed(subscription: Subscription, doors: Doors, json?: object): Promise<CommandAnswer> {
  const document = await nothingNew(subscription, doors)
  const feeds = await feedsOf(subscription, doors)
  if (!noneReadable(feeds)) return { done: true, document, json: json ?? { document } }
  const problems = feeds.map(({ url, problem }) => ({ url, problem }))
  return { done: false, document, json: { ...json, error: noFeedRead, problems } }
}

/** Says that there is nothing new, and shows the last edition again; or that nobody knows, where no feed can be read. */
export async function nothingNew(subscription: Subscription, doors: Doors): Promise<Document> {
  const { store } = doors
  const feeds = await feedsOf(subscription, doors)
  const alerts = problemsOf(feeds)
  if (noneReadable(feeds)) return [{ kind: 'alert', text: noFeedRead }, ...alerts]
  const last = await store.editions.lastPosted(subscription.id)
  const unread = feeds.filter(({ firstReadAt, problem }) => firstReadAt === null && problem === null)
  if (unread.length > 0) {
    const text = `${counted(unread.length, 'feed')} of ${feeds.length} will be read for the first time in a minute; ask again then.`
    return [{ kind: 'note', text }, ...alerts]
  }
  const waiting = await pagesWaiting(feeds, doors)
  if (!last) return [{ kind: 'note', text: 'Nothing new, and no digest has gone out yet.' }, ...waiting, ...alerts]
  const when = moment(last.slot, subscription.schedule.zone)
  return [
    { kind: 'note', ...told`Nothing new since ${when}. Here is that digest again:` },
    ...waiting,
    ...alerts,
    ...(await withoutWithdrawn(last.document, subscription.workspace, { store })),
  ]
}

/** Says how many pages wait to be read, which may well be news. */
async function pagesWaiting(feeds: readonly Feed[], { store }: Doors): Promise<Document> {
  const unread = await store.measures.unread(feeds.map(({ id }) => id))
  if (unread === 0) return []
  const text = `${counted(unread, 'page waits', 'pages wait')} to be read; ask again in a few minutes.`
  return [{ kind: 'note', text }]
}
