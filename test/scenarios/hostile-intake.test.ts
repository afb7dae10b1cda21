import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { articleId } from '../../src/domain/article.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { gatherNews } from '../../src/intake/gather-news.ts'
import { pollFeeds } from '../../src/intake/poll-feeds.ts'
import { readArticles } from '../../src/intake/read-articles.ts'
import type { Services } from '../../src/services.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { rowsOf } from '../fakes/rows.ts'
import { type Site, startSite } from '../fakes/site.ts'

const workspace = { id: workspaceId('T1'), kind: 'slack', name: 'Tarn' } as const
const other = { ...workspace, id: workspaceId('T2') }
const half = '😀'.slice(0, 1)
let newsroom: OpenedNewsroom
let site: Site
let answer: (request: IncomingMessage, response: ServerResponse) => void
let now: number

beforeAll(async () => {
  site = await startSite((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else answer(request, response)
  })
  newsroom = await openTestNewsroom({ ONRECORD_ALLOW_HOSTS: site.host, ONRECORD_HOST_SPACING_MS: '0' })
})
afterAll(async () => await Promise.all([newsroom.close(), site.stop()]))
beforeEach(async () => {
  now = Date.parse('2026-11-24T12:00:00.000Z')
  for (const each of [workspace, other]) await newsroom.services.store.workspaces.ensure(each)
})
afterEach(async () => {
  for (const { id } of [workspace, other]) await newsroom.services.store.workspaces.erase(id)
})

const good = `<article><h1>Bridge closes for repairs</h1><p>The bridge over the Tarn will close on Monday. The work takes twelve weeks, and buses go by way of the old ford until it is done.</p><p>The bridge was built in the last century and has been repaired three times since, most of all after the flood, the council said.</p></article>`
const page = (head: string) => `<html><head>${head}</head><body>${good}</body></html>`
const rss = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Tarn</title>${items.map((each) => `<item>${each}</item>`).join('')}</channel></rss>`
const linked = (path: string, more = '') =>
  `<title>Bridge ${path} closes</title><link>${site.url(path)}</link><pubDate>Tue, 24 Nov 2026 11:00:00 GMT</pubDate>${more}`

describe('what one feed or page says', () => {
  it.each<[string, () => string]>([
    ['a category cut inside a character', () => rss(linked('/a', `<category>${'x'.repeat(59)}😀</category>`))],
    ['a year that no database has', () => rss(linked('/a').replace('2026', '20255'))],
    ['the year nought', () => rss(`<title>A</title><link>${site.url('/a')}</link><pubDate>0000-01-01</pubDate>`)],
    ['a name longer than an index takes', () => rss(linked('/a', `<guid>${'橋'.repeat(2_048)}</guid>`))],
    [
      'a name with the sign of number 0',
      () =>
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'T',
          items: [{ id: 'a\u0000b', url: site.url('/a'), title: 'A', tags: [`${half}x`] }],
        }),
    ],
    [
      'a topic of a hub that is no address',
      () =>
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'T',
          feed_url: 'a\u0000b',
          hubs: [{ type: 'WebSub', url: site.url('/hub') }],
          items: [{ id: 'a', url: site.url('/a'), title: 'A' }],
        }),
    ],
  ])('can be kept: %s', async (_, feed) => {
    answer = (request, response) => response.end(request.url === '/feed' ? feed() : page(''))
    await follow('/feed')
    await pollFeeds(services())
    expect(await feeds()).toMatchObject([{ failures: 0, problem: null }])
    expect(await entries()).toHaveLength(1)
  })

  it.each([
    ['a section cut inside a character', `<meta property="article:section" content="${'x'.repeat(59)}😀">`],
    ['a year that no database has', '<meta property="article:published_time" content="20255-01-01">'],
    ['an address longer than an index takes', `<link rel="canonical" href="/${'x'.repeat(6_000)}">`],
    [
      'half a character in JSON',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge \\ud800 closes","articleSection":"\\ud800"}</script>`,
    ],
  ])('becomes an article all the same: %s', async (_, head) => {
    answer = (request, response) => response.end(request.url === '/feed' ? rss(linked('/a')) : page(head))
    await follow('/feed')
    expect(await gatherNews(services())).toMatchObject({ articles: 1 })
    expect(await entries()).toMatchObject([{ state: 'read' }])
  })

  it('keeps no other from being read where it cannot be kept', async () => {
    answer = (request, response) =>
      response.end(request.url?.startsWith('/feed') ? rss(linked(`/of${request.url}`)) : good)
    for (const path of ['/feed-a', '/feed-b', '/feed-c']) await follow(path)
    const broken = site.url('/feed-b')
    const { polls } = newsroom.services.store
    const record: typeof polls.record = async (feed, result, at) => {
      if (feed.url === broken && result.problem === null) throw new Error('the database refuses this')
      await polls.record(feed, result, at)
    }
    const store = new Proxy(newsroom.services.store, {
      get: (target, name) =>
        name === 'polls'
          ? new Proxy(polls, { get: (each, key) => (key === 'record' ? record : Reflect.get(each, key).bind(each)) })
          : Reflect.get(target, name),
    })
    expect(await gatherNews({ ...services(), store })).toMatchObject({ feeds: 3, articles: 2 })
    const failing = (await feeds()).filter(({ failures }) => failures > 0)
    expect(failing).toMatchObject([{ url: broken, problem: 'its contents couldn’t be saved' }])
  })

  it('of another site renames nobody, and moves nothing in time', async () => {
    const real = `<meta property="og:site_name" content="River Post"><meta property="article:published_time" content="2026-11-24T09:00:00Z">`
    const elsewhere = await startSite((request, response) =>
      response.end(
        request.url === '/robots.txt'
          ? ''
          : `<rss version="2.0"><channel><title>Daily Hoax</title><item><title>Opinion: bridge closes</title><link>${site.url('/a')}</link><category>Opinion</category><pubDate>Tue, 24 Nov 2026 11:59:00 GMT</pubDate></item></channel></rss>`,
      ),
    )
    const opened = await openTestNewsroom({
      ONRECORD_ALLOW_HOSTS: `${site.host},${elsewhere.host}`,
      ONRECORD_HOST_SPACING_MS: '0',
    })
    answer = (request, response) => response.end(request.url === '/feed' ? rss(linked('/a')) : page(real))
    const { store } = opened.services
    await store.workspaces.ensure(workspace)
    await store.feeds.follow(workspace.id, { url: elsewhere.url('/feed'), outlet: 'Daily Hoax' }, iso())
    await gatherNews({ ...opened.services, clock: { now: iso } })
    const article = await store.articles.find(`${site.host}/a` as never)
    expect(article).toMatchObject({
      outlet: 'River Post',
      published: '2026-11-24T09:00:00.000Z',
      kind: 'report',
      sections: [],
    })
    await Promise.all([opened.close(), elsewhere.stop()])
  })
})

describe('a poll that was recorded', () => {
  it('stays as it is, whatever goes wrong with what it brings along', async () => {
    answer = (_, response) => response.writeHead(500).end()
    await follow('/feed')
    await pollFeeds(services())
    now += 3 * 3_600_000
    await newsroom.services.store.polls.noteNotified((await feeds())[0]?.id ?? ('' as never), 'failing')
    answer = (_, response) => response.writeHead(200, { etag: '"1"' }).end(rss(linked('/a')))
    const { polls } = newsroom.services.store
    const broken = new Proxy(polls, {
      get: (target, key) =>
        key === 'noteNotified'
          ? async () => await Promise.reject(new Error('the database is away'))
          : Reflect.get(target, key).bind(target),
    })
    const store = new Proxy(newsroom.services.store, {
      get: (target, name) => (name === 'polls' ? broken : Reflect.get(target, name)),
    })
    await pollFeeds({ ...services(), store })
    expect(await feeds()).toMatchObject([{ failures: 0, problem: null, validators: { etag: '"1"' } }])
  })
})

describe('a page out of reach', () => {
  it('is not asked for before the site wants it, and is read when it is there again', async () => {
    let isDown = true
    answer = (request, response) => {
      if (request.url === '/feed') response.end(rss(linked('/down')))
      else if (isDown) response.writeHead(503, { 'retry-after': '3600' }).end()
      else response.end(good)
    }
    await follow('/feed')
    await pollFeeds(services())
    for (let minute = 0; minute < 60; minute += 5) {
      await readArticles(services())
      now += 5 * 60_000
    }
    expect(asked('/down')).toBe(1)
    isDown = false
    now += 60_000
    expect(await readArticles(services())).toBe(1)
  })

  it.each([402, 451])('for a price or by law (%i) is asked for once and never again', async (status) => {
    answer = (request, response) =>
      request.url === '/feed' ? response.end(rss(linked('/closed'))) : response.writeHead(status).end()
    await follow('/feed')
    await pollFeeds(services())
    const before = asked('/closed')
    for (let hour = 0; hour < 48; hour++) {
      await readArticles(services())
      now += 3_600_000
    }
    expect(asked('/closed') - before).toBe(1)
    expect(await entries()).toMatchObject([{ state: 'read', problem: null }])
    const article = await services().store.articles.find(articleId(`${site.host}/closed`))
    expect(article?.fromFeed).toContain(`${status}`)
  })

  it('is given up after a day, and not after minutes', async () => {
    answer = (request, response) =>
      request.url === '/feed' ? response.end(rss(linked('/b'))) : response.writeHead(500).end()
    await follow('/feed')
    await pollFeeds(services())
    const begin = now
    for (;;) {
      await readArticles(services())
      if ((await entries())[0]?.['state'] === 'unreadable') break
      now += 60 * 60_000
    }
    expect(now - begin).toBeGreaterThan(24 * 3_600_000)
    expect(asked('/b')).toBeLessThan(10)
  })

  it('that takes all that a reader may take keeps the others of its host for later, and no other host', async () => {
    const slow = Array.from({ length: 4 }, (_, at) => linked(`/slow-${at}`))
    answer = (request, response) => response.end(request.url === '/feed' ? rss(...slow, linked('/quick')) : good)
    await follow('/feed')
    await pollFeeds(services())
    let read = 0
    const { reader } = newsroom.services
    const straining = {
      readFeed: reader.readFeed.bind(reader),
      stop: reader.stop.bind(reader),
      readLicence: reader.readLicence.bind(reader),
      readPage: async () => {
        read += 1
        return { kind: 'unreadable' as const, reason: 'it took too long to read', isPassing: true }
      },
    }
    await readArticles({ ...services(), reader: straining })
    expect(read).toBe(1)
    expect((await entries()).filter(({ attempts }) => attempts === 0)).toHaveLength(4)
    expect(await readArticles(services())).toBe(0)
    now += 11 * 60_000
    expect(await readArticles(services())).toBe(5)
  })

  it('is read in the order in which it was published, among those that came together', async () => {
    const dated = (path: string, hour: number) => linked(path).replace('11:00:00', `0${hour}:00:00`)
    answer = (request, response) =>
      response.end(request.url === '/feed' ? rss(dated('/o3', 9), dated('/o1', 7), dated('/o2', 8)) : good)
    await follow('/feed')
    await pollFeeds(services())
    await readArticles(services())
    expect(site.requests.flatMap(({ url }) => (/^\/o\d$/.test(url ?? '') ? url : []))).toEqual(['/o1', '/o2', '/o3'])
  })

  it('is read by one process of two', async () => {
    answer = (request, response) => response.end(request.url === '/feed' ? rss(linked('/c')) : good)
    await follow('/feed')
    await pollFeeds(services())
    await Promise.all([readArticles(services()), readArticles(services())])
    expect(asked('/c')).toBe(1)
  })
})

describe('a process that is to stop', () => {
  it('puts back what is under way, and counts nothing as failed', async () => {
    const shutdown = new AbortController()
    const stopping = { ...services(), shutdown: shutdown.signal }
    answer = (request) => {
      // It never answers: the stop comes in between.
      if (request.url === '/feed-a') shutdown.abort()
    }
    await follow('/feed-a')
    await follow('/feed-b')
    await pollFeeds(stopping)
    expect(await feeds()).toMatchObject([
      { failures: 0, firstReadAt: null },
      { failures: 0, firstReadAt: null },
    ])
    answer = (request, response) =>
      response.end(request.url?.startsWith('/feed') ? rss(linked(`/of${request.url}`)) : good)
    expect(await pollFeeds(services())).toBe(2)
    const again = new AbortController()
    answer = () => again.abort()
    await readArticles({ ...services(), shutdown: again.signal })
    expect((await entries()).map(({ state, attempts }) => [state, attempts])).toEqual([
      ['unread', 0],
      ['unread', 0],
    ])
    answer = (_, response) => response.end(good)
    expect(await readArticles(services())).toBe(2)
  })
})

function services(): Services {
  return { ...newsroom.services, clock: { now: iso } }
}

function iso(): string {
  return new Date(now).toISOString()
}

async function follow(path: string): Promise<void> {
  await newsroom.services.store.feeds.follow(workspace.id, { url: site.url(path), outlet: 'Tarn' }, iso())
}

async function feeds() {
  return await newsroom.services.store.feeds.list(workspace.id)
}

function asked(path: string): number {
  return site.requests.filter(({ url }) => url === path).length
}

async function entries() {
  return await rowsOf(newsroom.services.store, 'entries')
}
