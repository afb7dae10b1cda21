import type { IncomingMessage, ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Document } from '../../src/chat/document.ts'
import { plainWords } from '../../src/chat/rich-text.ts'
import { type FeedId, noPace } from '../../src/domain/feed.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { pollFeeds } from '../../src/intake/poll-feeds.ts'
import { readArticles } from '../../src/intake/read-articles.ts'
import type { Platform } from '../../src/ports.ts'
import type { Services } from '../../src/services.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { rowsOf } from '../fakes/rows.ts'
import { type Site, startSite } from '../fakes/site.ts'
import { plainDigest, setSubscription } from '../fakes/subscription.ts'

const workspace = { id: workspaceId('T1'), kind: 'slack', name: 'Tarn' } as const
const others = ['T2', 'T3'].map(workspaceId)
const start = Date.parse('2026-11-24T12:00:00.000Z')

let newsroom: OpenedNewsroom
let site: Site
let sinkhole: Site
let answer: (request: IncomingMessage, response: ServerResponse) => void
let now: number
const told: Document[] = []
const slack: Platform = {
  name: 'slack',
  render: () => [],
  send: async () => ({ kind: 'refused', reason: 'nothing is sent here' }),
  find: async () => ({ kind: 'absent' }),
  say: async (_, document) => {
    told.push(document)
    return true
  },
  mayManage: async () => 'workspace',
}

beforeAll(async () => {
  sinkhole = await startSite((_, response) => response.end('secret'))
  site = await startSite((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(404).end()
    else answer(request, response)
  })
  newsroom = await openTestNewsroom(
    { ONRECORD_ALLOW_HOSTS: site.host, ONRECORD_HOST_SPACING_MS: '0', ONRECORD_CONTACT: 'https://tarn.example/bot' },
    [slack],
  )
})
afterAll(async () => {
  await Promise.all([newsroom.close(), site.stop(), sinkhole.stop()])
})
beforeEach(async () => {
  for (const id of [workspace.id, ...others]) await newsroom.services.store.workspaces.erase(id)
  await newsroom.services.store.workspaces.ensure(workspace)
  now = start
  told.length = 0
  answer = (_, response) => response.end(rss(item(1)))
})

describe('a poll', () => {
  it('asks with the validators that it got, byte for byte, and with no cookie, referrer or other mark', async () => {
    const validators = { etag: 'W/"a\\"b;c"', 'last-modified': 'Tue, 24 Nov 2026 07:00:00 +0100' }
    answer = (request, response) => {
      if (request.headers['if-none-match'] === validators.etag) response.writeHead(304).end()
      else response.writeHead(200, { ...validators, 'set-cookie': 'a=b' }).end(rss(item(1)))
    }
    await follow('/feed')
    const asked = await pollTimes(20)
    expect(asked).toHaveLength(20)
    const [first, ...later] = asked
    expect(first?.headers).not.toHaveProperty('if-none-match')
    for (const { headers, url } of later) {
      expect([headers['if-none-match'], headers['if-modified-since'], url]).toEqual([
        validators.etag,
        validators['last-modified'],
        '/feed',
      ])
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
      expect(headers['user-agent']).toContain('+https://tarn.example/bot')
    }
  })

  it('takes up what a server says with “not modified”, and forgets what it says no more', async () => {
    const answers = [
      { status: 200, headers: { etag: '"1"', 'last-modified': 'a' } },
      { status: 304, headers: { 'last-modified': 'b' } },
      { status: 200, headers: {} },
      { status: 200, headers: {} },
    ]
    let at = -1
    answer = (_, response) => {
      at += 1
      const { status, headers } = answers[at] ?? { status: 500, headers: {} }
      response.writeHead(status, headers).end(status === 200 ? rss(item(1), item(at + 2)) : '')
    }
    await follow('/feed')
    const asked = (await pollTimes(4)).map(({ headers }) => [headers['if-none-match'], headers['if-modified-since']])
    expect(asked).toEqual([
      [undefined, undefined],
      ['"1"', 'a'],
      ['"1"', 'b'],
      [undefined, undefined],
    ])
  })

  it('is one for all who follow a feed, and one for all processes, also after a restart', async () => {
    await follow('/feed')
    for (const id of others) {
      const each = { ...workspace, id }
      await newsroom.services.store.workspaces.ensure(each)
      await newsroom.services.store.feeds.follow(each.id, { url: site.url('/feed'), outlet: 'Tarn' }, iso())
    }
    const before = polls().length
    await Promise.all([pollFeeds(services()), pollFeeds(services()), pollFeeds(services())])
    // Killed before it could record anything, a process does not ask again when it is there again.
    await newsroom.services.store.polls.claim(iso(), { limit: 9, perHost: 9, until: iso() })
    for (let turn = 0; turn < 5; turn++) await pollFeeds(services())
    expect(polls().length - before).toBe(1)
  })

  it('finds nothing new in the same bytes, whatever the server says of them', async () => {
    await follow('/feed')
    await pollTimes(5)
    expect(await entries()).toEqual([`${site.url('/1')} unread`])
  })
})

describe('when a feed wants to be left alone', () => {
  it.each<[string, Record<string, string>, string, number]>([
    ['Cache-Control', { 'cache-control': 'public, max-age=7200' }, '', 120],
    [
      'Expires',
      { expires: new Date(start + 3 * 3_600_000).toUTCString(), date: new Date(start).toUTCString() },
      '',
      180,
    ],
    ['ttl', {}, '<ttl>300</ttl>', 300],
    ['sy:updatePeriod', {}, '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>', 360],
    ['skipHours', {}, '<skipHours><hour>12</hour><hour>13</hour></skipHours>', 120],
  ])('by %s, it is', async (...[, headers, channel, minutes]) => {
    answer = (_request, response) => response.writeHead(200, headers).end(rss(channel, item(1)))
    await follow('/feed')
    await pollFeeds(services())
    const before = polls().length
    for (let minute = 1; minute < minutes; minute += 5) {
      now = start + minute * 60_000
      await pollFeeds(services())
    }
    expect(polls().length).toBe(before)
    now = start + (minutes + 20) * 60_000
    await pollFeeds(services())
    expect(polls().length).toBe(before + 1)
  })

  it.each<[string, number, string, number, number]>([
    ['429 with seconds', 429, '7200', 120, 130],
    ['503 with a date', 503, new Date(Date.now() + 5 * 3_600_000).toUTCString(), 299, 310],
    ['429 with ten years', 429, '315360000', 23 * 60, 24 * 60],
    ['429 with nonsense', 429, 'soon', 20, 40],
    ['403', 403, '', 120, 300],
    ['402, whose price nobody pays,', 402, '', 24 * 60, 24 * 60],
    ['402 that wants to be asked again at once', 402, '60', 24 * 60, 24 * 60],
    ['451', 451, '', 24 * 60, 24 * 60],
  ])('by %s, it is', async (...[, status, retryAfter, least, most]) => {
    answer = (_request, response) => response.writeHead(status, retryAfter ? { 'retry-after': retryAfter } : {}).end()
    const feed = await follow('/feed')
    await pollFeeds(services())
    const wait = (Date.parse(await nextPollOf(feed)) - now) / 60_000
    expect(wait).toBeGreaterThanOrEqual(least)
    expect(wait).toBeLessThanOrEqual(most)
  })
})

describe('a redirect', () => {
  const moved = (status: number, to: () => string) => (request: IncomingMessage, response: ServerResponse) =>
    request.url === '/old' ? response.writeHead(status, { location: to() }).end() : response.end(rss(item(1)))

  it.each([301, 308])('for good (%i) is believed the third time, and its entries stay known', async (status) => {
    answer = moved(status, () => site.url('/new'))
    await follow('/old')
    await pollTimes(2)
    expect(await addresses()).toEqual([site.url('/old')])
    await pollTimes(2)
    expect(await addresses()).toEqual([site.url('/new')])
    const before = polls().length
    await pollTimes(2)
    expect(
      polls()
        .slice(before)
        .map(({ url }) => url),
    ).toEqual(['/new', '/new'])
    expect(await entries()).toEqual([`${site.url('/1')} unread`])
  })

  it.each([302, 303, 307])('for now (%i) is followed and never remembered', async (status) => {
    answer = moved(status, () => site.url('/new'))
    await follow('/old')
    await pollTimes(6)
    expect(await addresses()).toEqual([site.url('/old')])
    expect(await entries()).toEqual([`${site.url('/1')} unread`])
  })

  it('to a private address, or to what is no feed, is not remembered', async () => {
    answer = moved(301, () => sinkhole.url('/'))
    await follow('/old')
    await pollTimes(5)
    expect(sinkhole.requests).toHaveLength(0)
    answer = (request, response) =>
      request.url === '/old'
        ? response.writeHead(301, { location: '/page' }).end()
        : response.end('<!doctype html><p>x')
    await pollTimes(5)
    expect(await addresses()).toEqual([site.url('/old')])
  })

  it('to a feed that is followed already makes them one, and nothing comes twice', async () => {
    answer = moved(301, () => site.url('/new'))
    const old = await follow('/old')
    await follow('/new')
    await setSubscription(newsroom.services.store, { ...plainDigest, workspace: workspace.id, feeds: [old] }, null)
    await pollTimes(4)
    expect(await addresses()).toEqual([site.url('/new')])
    expect(new Set(await entries())).toEqual(new Set([`${site.url('/1')} unread`]))
    const [left] = await newsroom.services.store.feeds.list(workspace.id)
    expect((await newsroom.services.store.subscriptions.list(workspace.id))[0]?.feeds).toEqual([left?.id])
    expect(
      await newsroom.services.store.feeds.follow(workspace.id, { url: site.url('/new'), outlet: 'x' }, iso()),
    ).toBe(false)
  })
})

describe('a feed that fails', () => {
  beforeEach(async () => {
    await setSubscription(newsroom.services.store, { ...plainDigest, workspace: workspace.id, owner: 'U1' }, null)
  })

  it('with 410 has ended: it is never asked again, and its followers are told once', async () => {
    answer = (_, response) => response.writeHead(410).end()
    await follow('/feed')
    const asked = await pollTimes(5)
    expect(asked).toHaveLength(1)
    expect(words()).toEqual([expect.stringContaining('is no longer read')])
  })

  it('is asked ever less often, is given up after two weeks, and its followers are told of each once', async () => {
    answer = (_, response) => response.writeHead(404).end()
    await follow('/feed')
    const asked = await pollTimes(80)
    expect(asked.length).toBeLessThan(30)
    expect(now - start).toBeGreaterThan(13 * 86_400_000)
    expect(words()).toEqual([
      expect.stringContaining('hasn’t been readable for a day: the site has no such page (404)'),
      expect.stringContaining('is no longer read'),
    ])
  })

  it('and can be read again is told of once, and is read as before', async () => {
    let well = false
    answer = (_, response) => (well ? response.end(rss(item(1))) : response.writeHead(500).end())
    await follow('/feed')
    await pollTimes(8)
    well = true
    await pollTimes(3)
    expect(words()).toEqual([expect.stringContaining('for a day'), expect.stringContaining('can be read again')])
    expect((await newsroom.services.store.feeds.list(workspace.id))[0]).toMatchObject({ failures: 0, problem: null })
  })

  it('keeps what it is asked with and what it had, when a page or half a feed comes in its place', async () => {
    const bodies = [
      rss(item(1), item(2)),
      '',
      '<!doctype html><h1>Maintenance</h1>',
      rss(item(1), item(2)).slice(0, -90),
    ]
    let at = -1
    answer = (_, response) => {
      at += 1
      response.writeHead(200, at === 0 ? { etag: '"good"' } : {}).end(bodies[at] ?? rss(item(1), item(2)))
    }
    await follow('/feed')
    const asked = await pollTimes(5)
    expect(asked.slice(1, 4).map(({ headers }) => headers['if-none-match'])).toEqual(['"good"', '"good"', '"good"'])
    expect(await entries()).toEqual([`${site.url('/1')} unread`, `${site.url('/2')} unread`])
  })
})

describe('an article', () => {
  const page = (text: string) =>
    `<article><h1>Bridge closes for repairs</h1>${`<p>${text} The work takes twelve weeks, and buses go by way of the old ford until it is done.</p>`.repeat(1)}<p>The bridge over the Tarn was built in the last century and has been repaired three times since, most of all after the flood.</p></article>`

  it('that several feeds announce is fetched once, and is one', async () => {
    answer = (request, response) =>
      response.end(request.url?.startsWith('/feed') ? rss(item(1)) : page('The bridge will close on Monday.'))
    await follow('/feed-a')
    await follow('/feed-b?utm_source=x')
    await pollFeeds(services())
    await readArticles(services())
    await readArticles(services())
    expect(site.requests.filter(({ url }) => url === '/1')).toHaveLength(1)
    expect(await entries()).toEqual([`${site.url('/1')} read`, `${site.url('/1')} read`])
  })

  it('stays with its readers when its feed becomes another that is followed', async () => {
    answer = (request, response) => {
      if (request.url === '/3') response.end(page('The bridge will close on Monday.'))
      else response.end(rss(item(3)))
    }
    const old = await follow('/old')
    await pollTimes(1)
    await readArticles(services())
    answer = (request, response) =>
      request.url === '/old'
        ? response.writeHead(301, { location: site.url('/new') }).end()
        : response.end(rss(item(3), item(4)))
    await follow('/new')
    await pollTimes(4)
    const [left] = await newsroom.services.store.feeds.list(workspace.id)
    expect(left?.id).not.toBe(old)
    const linked = await tables<{ article: string }>('article_feeds', ({ feed }) => feed === left?.id)
    expect(linked.map(({ article }) => article)).toContain(`${site.host}/3`)
    const known = await tables<{ article: string }>('entries', ({ feed, guid }) => feed === left?.id && guid === 'g3')
    expect(known).toMatchObject([{ url: site.url('/3') }])
  })

  it('whose feed says that it changed is read again, and what changed is kept', async () => {
    let version = 1
    answer = (request, response) => {
      const changed =
        version === 2 ? 'The bridge will close on Tuesday, not on Monday.' : 'The bridge will close on Monday.'
      if (request.url === '/feed')
        response.end(rss(`<item><guid>x</guid><title>Bridge ${version}</title><link>${site.url('/2')}</link></item>`))
      else response.end(page(changed))
    }
    await follow('/feed')
    await pollTimes(1)
    await readArticles(services())
    version = 2
    await pollTimes(1)
    await readArticles(services())
    const id = new URL(site.url('/2'))
    const revisions = await newsroom.services.store.articles.revisions(`${id.host}/2` as never)
    expect(revisions).toMatchObject([
      { changes: [{ kind: 'reworded', after: expect.stringContaining('Tuesday') as string }] },
    ])
    expect(await entries()).toEqual([`${site.url('/2')} read`])
  })
})

function services(): Services {
  return { ...newsroom.services, clock: { now: iso } }
}

function iso(): string {
  return new Date(now).toISOString()
}

async function follow(path: string): Promise<FeedId> {
  const { feeds } = newsroom.services.store
  await feeds.follow(workspace.id, { url: site.url(path), outlet: 'Tarn' }, iso())
  const found = (await feeds.list(workspace.id)).find(({ url }) => url === site.url(path))
  if (!found) throw new Error('the feed was not stored')
  expect(found.pace).toEqual(noPace)
  return found.id
}

/** Polls what is due, so many times, each at the time for which the one before left it; what was asked of the site. */
async function pollTimes(times: number): Promise<IncomingMessage[]> {
  const before = polls().length
  for (let turn = 0; turn < times; turn++) {
    await pollFeeds(services())
    const feeds = await newsroom.services.store.feeds.list(workspace.id)
    const next = await Promise.all(feeds.map(({ id }) => nextPollOf(id)))
    now = Math.max(now + 60_000, ...next.map((each) => Date.parse(each)))
  }
  return polls().slice(before)
}

function polls(): IncomingMessage[] {
  return site.requests.filter(({ url }) => url !== '/robots.txt')
}

async function nextPollOf(feed: FeedId): Promise<string> {
  const [row] = await tables<{ next_poll_at: string }>('feeds', (each) => each['id'] === feed)
  if (!row) throw new Error('there is no such feed')
  return new Date(row.next_poll_at).toISOString()
}

async function addresses(): Promise<string[]> {
  return (await newsroom.services.store.feeds.list(workspace.id)).map(({ url }) => url)
}

async function entries(): Promise<string[]> {
  const rows = await tables<{ url: string; state: string }>('entries', ({ url }) =>
    String(url).startsWith(site.url('/')),
  )
  return rows.map(({ url, state }) => `${url} ${state}`).toSorted()
}

/** The rows of a table that are wanted. */
async function tables<T>(name: string, wanted: (row: Record<string, unknown>) => boolean): Promise<T[]> {
  return (await rowsOf(newsroom.services.store, name)).filter(wanted) as T[]
}

function words(): string[] {
  return told.flat().flatMap((block) => ('text' in block ? plainWords(block.text) : []))
}

function item(number: number): string {
  return `<item><guid>g${number}</guid><title>Bridge number ${number} closes</title><link>${site.url(`/${number}`)}</link></item>`
}

function rss(...parts: readonly string[]): string {
  return `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>Tarn</title>${parts.join('')}</channel></rss>`
}
