import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../../../src/commands/run-command.ts'
import { localWorkspace, workspaceId } from '../../../src/domain/subscription.ts'
import { gatherNews } from '../../../src/intake/gather-news.ts'
import type { Asker } from '../../../src/ports.ts'
import { openEditions } from '../../../src/publishing/post-editions.ts'
import type { StoredSubscription } from '../../../src/store/publishing/subscription-rows.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../../fakes/newsroom.ts'
import { type Site, startSite } from '../../fakes/site.ts'
import { type FakeSlack, startSlack } from '../../fakes/slack.ts'

const hourMs = 3_600_000
let site: Site
let slack: FakeSlack
let newsroom: OpenedNewsroom

beforeAll(async () => {
  site = await startSite((request, response) => {
    const [, kind, name] = (request.url ?? '').split('/')
    if (kind === 'feed')
      return void response.end(
        `<rss version="2.0"><channel><title>${name}</title><link>${site.url('/')}</link><item><title>Bridge of ${name} closes</title><link>/page/${name}</link><guid>${name}</guid><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`,
      )
    if (kind === 'broken') return void response.writeHead(500).end()
    response.setHeader('content-type', 'text/html')
    response.end(
      `<html lang="en"><body><article><h1>Bridge of ${name} closes</h1><p>The bridge of ${name} will close on Monday for twelve weeks while workers replace its bolts.</p><p>“We had no choice,” said Ana Ruiz, the mayor of ${name}. She said that the steel may have cracked in March.</p></article></body></html>`,
    )
  })
  slack = await startSlack()
  newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: site.host,
    ONRECORD_HOST_SPACING_MS: '0',
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-T1',
  })
})
afterAll(async () => {
  await newsroom.close()
  await Promise.all([site.stop(), slack.stop()])
})

const asker: Asker = {
  workspace: { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' },
  channel: { platform: 'slack', id: 'C1' },
  person: 'U1',
  mayManage: true,
}

/** A digest of its own feed in its own channel, due now. */
async function dueDigest(name: string, kind = 'feed'): Promise<StoredSubscription> {
  const { store, clock } = newsroom.services
  const where: Asker = { ...asker, channel: { platform: 'slack', id: `C-${name}` } }
  const url = site.url(`/${kind}/${name}`)
  await store.workspaces.ensure(asker.workspace)
  await store.feeds.follow(asker.workspace.id, { url, outlet: name }, clock.now())
  await newsroom.ask(where, 'digest', `schedule "${name}" daily 9:00`)
  const digest = (await store.subscriptions.list(asker.workspace.id)).find((each) => each.channel.id === `C-${name}`)
  const feed = (await store.feeds.list(asker.workspace.id)).find((each) => each.url === url)
  if (!digest || !feed) throw new Error(`${name} was not set`)
  const changed = await store.subscriptions.change(digest.id, () => ({ feeds: [feed.id], nextRunAt: clock.now() }))
  if (!changed) throw new Error(`${name} was deleted`)
  return changed
}

/** Does what is due, and says what the one command says of a digest then. */
async function why({ id, name }: StoredSubscription): Promise<string> {
  await openEditions(newsroom.services)
  for (let turn = 0; turn < 60; turn++) {
    const [last] = await newsroom.services.store.editions.latest(id, 1)
    if (last?.state !== 'due' && last?.state !== 'posting') break
    await new Promise((done) => setTimeout(done, 50))
  }
  return await said(name)
}

async function said(name: string): Promise<string> {
  const operator = { ...asker, workspace: localWorkspace, channel: newsroom.services.defaults.channel }
  const reply = await runCommand({ kind: 'explain-digests' }, { asker: operator, services: newsroom.services })
  const digests = reply.done ? reply.data.digests : []
  const found = digests.find(({ digest }) => digest === name)
  return found ? `${found.inOrder ? '' : '! '}${found.text}` : 'it is not named'
}

describe('why nothing came', () => {
  const change = async (
    { id }: StoredSubscription,
    to: Parameters<typeof newsroom.services.store.subscriptions.change>[1],
  ) => await newsroom.services.store.subscriptions.change(id, to)

  it('is told: the app is not in the channel', async () => {
    const digest = await dueDigest('Outside')
    await gatherNews(newsroom.services)
    slack.fail('chat.postMessage', { kind: 'error', error: 'not_in_channel' })
    expect(await why(digest)).toMatch(/^! could not be posted .*isn’t in the channel/)
  })

  it('is told: there is nothing new', async () => {
    const digest = await dueDigest('Quiet')
    await gatherNews(newsroom.services)
    expect(await why(digest)).toMatch(/^posted /)
    await change(digest, () => ({ nextRunAt: newsroom.services.clock.now() }))
    expect(await why(digest)).toMatch(/^nothing was posted .*\(nothing new\); next:? /)
  })

  it('is told: its filter keeps everything out', async () => {
    const digest = await dueDigest('Filtered')
    await gatherNews(newsroom.services)
    await change(digest, ({ filter }) => ({ filter: { ...filter, words: ['volcano'] } }))
    expect(await why(digest)).toMatch(/^nothing was posted .*nothing new; its filter left out 1 new story/)
  })

  it('is told: fewer stories are new than it is to have', async () => {
    const digest = await dueDigest('Few')
    await gatherNews(newsroom.services)
    await change(digest, () => ({ minimum: 3 }))
    expect(await why(digest)).toMatch(/^nothing was posted .*\(fewer than 3 new stories\)/)
  })

  it('is told: pages wait to be read', async () => {
    const digest = await dueDigest('Waiting')
    const { pollFeeds } = await import('../../../src/intake/poll-feeds.ts')
    await pollFeeds(newsroom.services)
    expect(await why(digest)).toMatch(/^nothing was posted .*nothing new; 1 page is still to be read/)
  })

  it('is told: none of its feeds can be read', async () => {
    const digest = await dueDigest('Broken', 'broken')
    await gatherNews(newsroom.services)
    expect(await why(digest)).toMatch(/^! none of its 1 feed can be read: .*500/)
  })

  it('is told: it has no feeds', async () => {
    const digest = await dueDigest('Empty')
    await newsroom.services.store.feeds.unfollow(asker.workspace.id, site.url('/feed/Empty'))
    expect(await why(digest)).toBe('! it has no feeds to draw from')
  })

  it('is told: paused', async () => {
    const digest = await dueDigest('Paused')
    await change(digest, () => ({ pause: { until: null }, nextRunAt: null }))
    expect(await why(digest)).toBe('paused')
  })

  it('is told: the end date has passed, so no more editions will go out', async () => {
    const digest = await dueDigest('Ended')
    await change(digest, () => ({ nextRunAt: null }))
    expect(await why(digest)).toBe('the end date has passed, so no more editions will go out')
  })

  it('is told: nothing was running when it came due', async () => {
    const digest = await dueDigest('Missed')
    // Its next slot is days away, so that none that could be caught up lies between.
    const inThreeDays = (new Date().getUTCDay() + 3) % 7 || 7
    const slot = new Date(Date.now() - 13 * hourMs).toISOString()
    await change(digest, ({ schedule }) => ({ schedule: { ...schedule, days: [inThreeDays] }, nextRunAt: slot }))
    expect(await why(digest)).toMatch(/^nothing was posted .*\(it was due while Onrecord wasn’t running\)/)
  })

  it('is told: no process takes up what is due', async () => {
    const digest = await dueDigest('Neglected')
    await change(digest, () => ({ nextRunAt: new Date(Date.now() - hourMs).toISOString() }))
    expect(await said('Neglected')).toMatch(/^! it was due .*no process has picked it up/)
    await change(digest, () => ({ nextRunAt: null }))
  })

  it('is told: it is not due yet', async () => {
    const digest = await dueDigest('Early')
    await change(digest, () => ({ nextRunAt: new Date(Date.now() + hourMs).toISOString() }))
    expect(await said('Early')).toMatch(/^its first edition is not due yet; next:? /)
  })

  it('is told: the platform takes nothing for now', async () => {
    const digest = await dueDigest('Limited')
    await gatherNews(newsroom.services)
    slack.fail('chat.postMessage', ...Array.from({ length: 9 }, () => ({ kind: 'rate-limited' as const, seconds: 30 })))
    await why(digest)
    await expect
      .poll(async () => await said('Limited'), { timeout: 10_000 })
      .toMatch(/^! being posted since .*isn’t accepting posts right now/)
    slack.fail('chat.postMessage')
  })
})
