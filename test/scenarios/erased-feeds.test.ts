import { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { openInMemory } from '../../src/adapters/postgres/embedded.ts'
import { localWorkspace } from '../../src/domain/subscription.ts'
import { pollFeeds } from '../../src/intake/poll-feeds.ts'
import { readArticles } from '../../src/intake/read-articles.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { openStore } from '../../src/store/store.ts'
import { rulesDoors } from '../fakes/rules-doors.ts'
import { articleAt, SimulatedSite } from '../fakes/simulated-site.ts'

const feed = { url: 'http://town.example/feed/0', outlet: 'Town' }

it('what was read for a feed that is erased meanwhile, as the samples are with the first real feed, is no error', async () => {
  const connection = await openInMemory()
  const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
  const now = '2026-11-24T12:00:00.000Z'
  await store.workspaces.ensure(localWorkspace)
  await store.feeds.follow(localWorkspace.id, feed, now)
  const errors: string[] = []
  const site = new SimulatedSite()
  site.publish(0, Date.parse(now) - 60_000)
  let erasedWith: 'feed' | 'page' | undefined
  const services = rulesDoors({
    store,
    platforms: [],
    clock: { now: () => now },
    log: { info: () => undefined, warn: () => undefined, error: (event) => void errors.push(event) },
    shutdown: new AbortController().signal,
    fetcher: {
      get: async (url) => {
        const isNow = erasedWith === (url.includes('/page/') ? 'page' : 'feed')
        if (isNow) await store.feeds.unfollow(localWorkspace.id, feed.url)
        return site.get(url)
      },
      send: async () => ({ kind: 'gone' }),
    },
    reader: {
      readFeed: async () => ({
        kind: 'feed',
        feed: (await import('../../src/feed/read-feed.ts')).readFeed(bodyOf(site.get(feed.url)), 'application/rss+xml'),
      }),
      readPage: async (_, { url }) => ({ kind: 'article', article: articleAt(url ?? '') }),
      readLicence: async () => ({ kind: 'unreadable', reason: 'there is none' }),
      stop: async () => undefined,
    },
  })
  await pollFeeds(services)
  expect(await store.measures.unread((await store.feeds.list(localWorkspace.id)).map(({ id }) => id))).toBe(1)
  erasedWith = 'page'
  expect(await readArticles(services)).toBe(0)
  await store.feeds.follow(localWorkspace.id, feed, now)
  erasedWith = 'feed'
  await pollFeeds(services)
  expect(errors).toEqual([])
  expect(await store.feeds.list(localWorkspace.id)).toEqual([])
  await connection.close()
})

function bodyOf(fetched: ReturnType<SimulatedSite['get']>): Uint8Array {
  return fetched.kind === 'page' ? fetched.body : new Uint8Array()
}
