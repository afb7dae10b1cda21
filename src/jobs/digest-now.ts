import type { CommandAnswer } from '../chat/command.ts'
import type { Document } from '../chat/document.ts'
import { dayAndTime } from '../digest/times.ts'
import type { Subscription, WorkspaceId } from '../domain/subscription.ts'
import type { Doors } from './doors.ts'
import { gatherNews } from './gather-news.ts'
import { composeEdition } from './post-editions.ts'

/** Makes an edition of what is new for whoever asks, out of turn; its stories count as told. */
export async function digestNow(workspace: WorkspaceId, doors: Doors): Promise<CommandAnswer> {
  await gatherNews(doors)
  const [subscription] = await doors.store.workspaces.subscriptions(workspace)
  if (!subscription) {
    const text =
      'There is nothing to make a digest of yet. Add a feed: onrecord feeds add <address of a feed or a site>'
    return { done: false, document: [{ kind: 'alert', text }], json: { error: text } }
  }
  const slot = doors.clock.now()
  const composed = await composeEdition(subscription, slot, doors)
  if (!composed)
    return { done: true, document: await nothingNew(subscription, doors), json: { edition: null, document: [] } }
  const edition = await doors.store.editions.record(subscription.id, slot, composed)
  return { done: true, document: composed.document, json: { edition, document: composed.document } }
}

/** Says that there is nothing new, and shows the last edition again. */
export async function nothingNew(
  subscription: Pick<Subscription, 'workspace' | 'schedule'>,
  { store }: Doors,
): Promise<Document> {
  const [last] = await store.editions.posted(subscription.workspace, 1)
  const failing = (await store.feeds.list(subscription.workspace)).filter(({ problem }) => problem !== null)
  const alerts: Document = failing.map(({ outlet, problem }) => ({
    kind: 'alert',
    text: `${outlet} could not be read: ${problem}`,
  }))
  if (!last) return [{ kind: 'note', text: 'Nothing new, and no digest has gone out yet.' }, ...alerts]
  const when = dayAndTime(last.slot, subscription.schedule.zone)
  return [
    { kind: 'note', text: `Nothing new since ${when}. This is the digest of then, shown again:` },
    ...alerts,
    ...last.document,
  ]
}
