import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publicSite } from '../../src/adapters/web/public.ts'
import { callbackFor, hubRoute } from '../../src/adapters/websub/routes.ts'
import { feedId } from '../../src/domain/feed.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { pollFeeds } from '../../src/intake/poll-feeds.ts'
import { openHubs, subscribeToHubs } from '../../src/intake/websub.ts'
import type { Services } from '../../src/services.ts'
import { botOfTests } from '../fakes/bot.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { type Site, startSite } from '../fakes/site.ts'

const secret = 'a secret of at least thirty-two characters'
const publicUrl = 'https://news.example.org'
const workspace = { id: workspaceId('T1'), kind: 'slack', name: 'Tarn' } as const
const topic = 'http://tarn.example/the-feed'

describe('hubs', () => {
  let newsroom: OpenedNewsroom
  let site: Site
  let now = Date.parse('2026-11-24T12:00:00.000Z')
  const asked: URLSearchParams[] = []
  const services = (): Services => ({
    ...newsroom.services,
    clock: { now: () => new Date(now).toISOString() },
    callbacks: (feed) => callbackFor(feed, { publicUrl, secret }),
  })
  const route = () =>
    publicSite({
      bot: botOfTests,
      archiveOf: () => newsroom.archive(),
      secret,
      ready: async () => ({ ready: true }),
      answer: async () => ({ done: false, code: 'not-found', text: 'No.', document: [] }),
      routes: [hubRoute(openHubs(services()), (feed) => callbackFor(feed, { publicUrl, secret }))],
    })
  const pathOf = (feed: string) => new URL(callbackFor(feed, { publicUrl, secret }).address).pathname
  const feedIdOf = async () => {
    const [feed] = await newsroom.services.store.feeds.list(workspace.id)
    return feed?.id ?? feedId('none')
  }

  beforeAll(async () => {
    site = await startSite((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end()
      if (request.url === '/hub') {
        let body = ''
        request.on('data', (chunk: Buffer) => {
          body += chunk.toString()
        })
        return void request.on('end', () => {
          asked.push(new URLSearchParams(body))
          response.writeHead(202).end()
        })
      }
      response.end(
        `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Tarn</title><atom:link rel="hub" href="${site.url('/hub')}"/><atom:link rel="self" href="${topic}"/></channel></rss>`,
      )
    })
    newsroom = await openTestNewsroom({ ONRECORD_ALLOW_HOSTS: site.host, ONRECORD_HOST_SPACING_MS: '0' })
    await newsroom.services.store.workspaces.ensure(workspace)
    await newsroom.services.store.feeds.follow(
      workspace.id,
      { url: site.url('/feed'), outlet: 'Tarn' },
      services().clock.now(),
    )
    await pollFeeds(services())
  })
  afterAll(async () => {
    await Promise.all([newsroom.close(), site.stop()])
  })

  it('are asked once, by the name that they know, with an address and a secret of its own', async () => {
    await subscribeToHubs({ ...services(), callbacks: null })
    expect(asked).toEqual([])
    await subscribeToHubs(services())
    await subscribeToHubs(services())
    expect(asked).toHaveLength(1)
    const sent = Object.fromEntries(asked[0] ?? [])
    const feed = await feedIdOf()
    expect(sent).toMatchObject({
      'hub.mode': 'subscribe',
      'hub.topic': topic,
      'hub.callback': callbackFor(feed, { publicUrl, secret }).address,
      'hub.secret': callbackFor(feed, { publicUrl, secret }).secret,
    })
    expect(sent['hub.secret']).not.toBe(callbackFor('another', { publicUrl, secret }).secret)
  })

  it('get their challenge back for what we asked, and for nothing else', async () => {
    const feed = await feedIdOf()
    const verify = async (of: string, query: Record<string, string>) =>
      await route().request(`${pathOf(of)}?${new URLSearchParams({ 'hub.challenge': 'c-123', ...query }).toString()}`)
    const wrong = [
      await verify('nothing', { 'hub.mode': 'subscribe', 'hub.topic': topic }),
      await verify(feed, { 'hub.mode': 'subscribe', 'hub.topic': 'http://elsewhere.example/' }),
      await verify(feed, { 'hub.mode': 'unsubscribe', 'hub.topic': topic }),
      await verify(feed, { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': '' }),
    ]
    expect(wrong.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    const right = await verify(feed, { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.lease_seconds': '172800' })
    expect([right.status, await right.text()]).toEqual([200, 'c-123'])
    expect((await newsroom.services.store.feeds.list(workspace.id))[0]?.hub?.until).toBe('2026-11-26T12:00:00.000Z')
  })

  it('are believed under the address alone that they were told', async () => {
    const feed = await feedIdOf()
    const query = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'x' })
    const right = pathOf(feed)
    for (const path of [`/hub/${feed}`, `/hub/${feed}/`, `${right.slice(0, -1)}g`, right.replace(feed, 'another')])
      expect((await route().request(`${path}?${query.toString()}`)).status).toBe(404)
  })

  it('that deny are not waited for', async () => {
    const feed = await feedIdOf()
    await route().request(
      `${pathOf(feed)}?${new URLSearchParams({ 'hub.mode': 'denied', 'hub.topic': topic }).toString()}`,
    )
    expect((await newsroom.services.store.feeds.list(workspace.id))[0]?.hub?.until).toBeNull()
    const query = { 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.challenge': 'c', 'hub.lease_seconds': '172800' }
    await route().request(`${pathOf(feed)}?${new URLSearchParams(query).toString()}`)
    expect((await newsroom.services.store.feeds.list(workspace.id))[0]?.hub?.until).toBe('2026-11-26T12:00:00.000Z')
  })

  it('make a feed due with a signed message, and with no other', async () => {
    const feed = await feedIdOf()
    const tell = async (of: string, signature: string) =>
      (
        await route().request(pathOf(of), {
          method: 'POST',
          body: '<rss/>',
          headers: { 'x-hub-signature': signature },
        })
      ).status
    const polls = () => site.requests.filter(({ url }) => url === '/feed').length
    const sign = (of: string, algorithm: string) =>
      `${algorithm}=${createHmac(algorithm, callbackFor(of, { publicUrl, secret }).secret).update('<rss/>').digest('hex')}`
    const before = polls()
    await tell(feed, '')
    await tell(feed, 'sha256=00')
    await tell(feed, sign('another', 'sha256'))
    await tell(
      feed,
      `md5=${createHmac('md5', callbackFor(feed, { publicUrl, secret }).secret).update('<rss/>').digest('hex')}`,
    )
    await pollFeeds(services())
    expect(polls()).toBe(before)
    expect(await tell(feed, sign(feed, 'sha256'))).toBe(202)
    await pollFeeds(services())
    expect(polls()).toBe(before + 1)
    // The same message once more, from whoever has seen it.
    for (let turn = 0; turn < 5; turn++) {
      await tell(feed, sign(feed, 'sha256'))
      await pollFeeds(services())
    }
    expect(polls()).toBe(before + 1)
    now += 6 * 60_000
    await pollFeeds(services())
    expect(polls()).toBe(before + 2)
    expect(await tell('nothing', sign('nothing', 'sha256'))).toBe(410)
  })

  it('are asked again before their promise ends, and told when nobody follows the feed any more', async () => {
    const feed = await feedIdOf()
    now += 30 * 3_600_000
    await subscribeToHubs(services())
    expect(asked).toHaveLength(2)
    await newsroom.services.store.feeds.unfollow(workspace.id, site.url('/feed'))
    await subscribeToHubs(services())
    await subscribeToHubs(services())
    expect(asked.map((each) => each.get('hub.mode'))).toEqual(['subscribe', 'subscribe', 'unsubscribe'])
    const query = new URLSearchParams({ 'hub.challenge': 'bye', 'hub.mode': 'unsubscribe', 'hub.topic': topic })
    const bye = await route().request(`${pathOf(feed)}?${query.toString()}`)
    expect([bye.status, await bye.text()]).toEqual([200, 'bye'])
  })
})
