import type { Answer, Refusal } from '../../chat/commands/reply.ts'
import type { Document } from '../../chat/document.ts'
import { rich } from '../../chat/rich-text.ts'
import { counted, moment } from '../../digest/times.ts'
import { noFeedRead, noneReadable, problemsOf } from '../../digest/unreadable-feeds.ts'
import type { Feed } from '../../domain/feed.ts'
import type { Subscription } from '../../domain/subscription.ts'
import { feedsOf } from '../../publishing/news-sources.ts'
import { withoutWithdrawn } from '../../publishing/withdrawn.ts'
import type { Services } from '../../services.ts'
import { refused, textLines } from '../replies.ts'

/** The reply when nothing is new; a refusal if none of the feeds could be read. */
export async function nothingComposed<Data extends object>(
  subscription: Subscription,
  services: Services,
  dataOf: (document: Document) => Data,
): Promise<Answer<Data> | Refusal> {
  const feeds = await feedsOf(subscription, services)
  const document = await nothingIn(feeds, subscription, services)
  const data = dataOf(document)
  if (!noneReadable(feeds)) return { done: true, document, data }
  const problems = feeds.map(({ url, problem }) => ({ url, problem }))
  return refused('unreadable', noFeedRead, { document, data: { ...data, problems } })
}

/** Says that nothing is new and shows the last edition again, or says that no feed can be read. */
export async function nothingNew(subscription: Subscription, services: Services): Promise<Document> {
  return await nothingIn(await feedsOf(subscription, services), subscription, services)
}

async function nothingIn(feeds: readonly Feed[], subscription: Subscription, services: Services): Promise<Document> {
  const { store } = services
  if (feeds.length === 0) return textLines(['There are no feeds yet, so nothing can be new.'])
  const alerts = problemsOf(feeds)
  if (noneReadable(feeds)) return [{ kind: 'alert', text: noFeedRead }, ...alerts]
  const last = await store.editions.lastPosted(subscription.id)
  const unread = feeds.filter(({ firstReadAt, problem }) => firstReadAt === null && problem === null)
  if (unread.length > 0) {
    const text = `${counted(unread.length, 'feed')} (of ${feeds.length}) will be read for the first time in a minute. Ask again then.`
    return [...textLines([text]), ...alerts]
  }
  const waiting = await pagesWaiting(feeds, services)
  if (!last) return [...textLines(['Nothing new, and no digest has gone out yet.']), ...waiting, ...alerts]
  const when = moment(last.slot, subscription.schedule.zone)
  return [
    ...textLines([rich`Nothing new since ${when}. Here is the last edition:`]),
    ...waiting,
    ...alerts,
    ...(await withoutWithdrawn(last.document, subscription.workspace, { store })),
  ]
}

/** Says how many pages are still to be read, as they may contain news. */
async function pagesWaiting(feeds: readonly Feed[], { store }: Services): Promise<Document> {
  const unread = await store.measures.unread(feeds.map(({ id }) => id))
  if (unread === 0) return []
  return textLines([`${counted(unread, 'page is', 'pages are')} still to be read. Ask again in a few minutes.`])
}
