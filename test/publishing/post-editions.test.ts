import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jsonOf } from '../../src/chat/commands/reply.ts'
import type { EditionId } from '../../src/domain/digest.ts'
import { type WorkspaceId, workspaceId } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'
import { notifyOwnerOf } from '../../src/publishing/notify-owner.ts'
import { openEditions, postEdition } from '../../src/publishing/post-editions.ts'
import type { Services } from '../../src/services.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import type { Site } from '../fakes/site.ts'
import { type FakeSlack, startSlack } from '../fakes/slack.ts'
import { setSubscription } from '../fakes/subscription.ts'
import { bridgeArticle, startTown } from '../fakes/town.ts'

/** Editions on a real store, with a clock of ours and a queue that only remembers. */
describe('an edition', () => {
  let town: Site
  let slack: FakeSlack
  let newsroom: OpenedNewsroom
  let now: string
  let queued: EditionId[]
  let services: Services
  let team = 0

  beforeAll(async () => {
    town = await startTown([bridgeArticle, { ...bridgeArticle, slug: 'ferry', headline: 'Ferry to Tarn sails again' }])
    slack = await startSlack()
    newsroom = await openTestNewsroom({
      ONRECORD_ALLOW_HOSTS: town.host,
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: 'xoxb-T1',
    })
  })
  afterAll(async () => {
    await newsroom.close()
    await Promise.all([slack.stop(), town.stop()])
  })
  beforeEach(() => {
    now = new Date().toISOString()
    queued = []
    team += 1
    slack.posted.length = 0
    services = {
      ...newsroom.services,
      clock: { now: () => now },
      queue: {
        ...newsroom.services.queue,
        send: async (job) => {
          if (job.kind === 'post-edition') queued.push(job.edition)
        },
      },
    }
  })

  const workspace = (): WorkspaceId => workspaceId('slack:T1')
  const asker = (): Asker => ({
    workspace: { id: workspace(), kind: 'slack', name: 'Team' },
    channel: { platform: 'slack', id: `C${team}` },
    person: 'U1',
    mayManage: true,
  })
  const set = async (words: string) => {
    await newsroom.ask(asker(), 'feeds', `add ${town.url('/')}`)
    const { gatherNews } = await import('../../src/intake/gather-news.ts')
    await gatherNews(newsroom.services)
    await newsroom.ask(asker(), 'digest', `schedule "Desk ${team}" ${words}`)
    const subscription = (await services.store.subscriptions.list(workspace())).find(
      ({ name }) => name === `Desk ${team}`,
    )
    if (!subscription) throw new Error('the digest was not set')
    return subscription
  }

  it('of yesterday is skipped after a long sleep, and that of this morning still comes, late, and says so', async () => {
    const { id } = await set('daily 8:00')
    const morning = new Date(Math.floor(Date.parse(now) / 86_400_000) * 86_400_000 + 8 * 3_600_000)
    now = new Date(morning.getTime() + 30 * 60_000).toISOString()
    await services.store.subscriptions.pause(id, null, new Date(morning.getTime() - 2 * 86_400_000).toISOString())
    await openEditions(services)
    const editions = await services.store.editions.latest(id, 5)
    expect(editions.map(({ slot }) => slot)).toEqual([
      morning.toISOString(),
      new Date(morning.getTime() - 2 * 86_400_000).toISOString(),
    ])
    for (const edition of queued.slice()) await postEdition(edition, services)
    expect((await services.store.editions.latest(id, 5)).map(({ state }) => state)).toEqual(['posted', 'skipped'])
    expect(JSON.stringify(slack.posted.map(({ blocks }) => blocks))).toContain('and is late')
  })

  it('goes where and as it was made, whatever its digest says meanwhile', async () => {
    const { id, name } = await set('daily 8:00')
    await services.store.subscriptions.pause(id, null, now)
    await openEditions(services)
    slack.fail('chat.postMessage', { kind: 'rate-limited', seconds: 1 })
    for (const edition of queued.slice()) await postEdition(edition, services)
    expect(slack.posted).toEqual([])
    const [subscription] = (await services.store.subscriptions.list(workspace())).filter((each) => each.name === name)
    if (!subscription) throw new Error('the digest is gone')
    const moved = {
      ...subscription,
      channel: { platform: 'slack' as const, id: 'CELSEWHERE' },
      shape: 'thread' as const,
    }
    await setSubscription(services.store, moved, null)
    await new Promise((done) => setTimeout(done, 1_100))
    for (const edition of queued.slice()) await postEdition(edition, services)
    expect(slack.posted.map(({ channel }) => channel)).toEqual([`C${team}`])
    expect((await services.store.editions.latest(id, 1))[0]?.state).toBe('posted')
  })

  it('tells nothing that another edition of its digest has told while it was made', async () => {
    const { id } = await set('daily 8:00')
    await services.store.subscriptions.pause(id, null, now)
    await openEditions(services)
    await services.store.editions.insert(
      { subscription: id },
      new Date(Date.parse(now) + 1_000).toISOString(),
      async (edition) => {
        queued.push(edition)
      },
    )
    await Promise.all(queued.map(async (edition) => await postEdition(edition, services)))
    expect((await services.store.editions.latest(id, 5)).map(({ state }) => state).toSorted()).toEqual([
      'posted',
      'skipped',
    ])
    expect(slack.posted).toHaveLength(1)
  })

  it('that somebody asked for needs no more than one story', async () => {
    const subscription = await set('daily 8:00')
    await setSubscription(services.store, { ...subscription, minimum: 9 }, now)
    await openEditions(services)
    await services.store.editions.insert(
      { subscription: subscription.id },
      new Date(Date.parse(now) + 1_000).toISOString(),
      async (edition) => {
        queued.push(edition)
      },
    )
    for (const edition of queued.slice()) await postEdition(edition, services)
    expect(
      (await services.store.editions.latest(subscription.id, 5)).map(({ state, reason }) => [state, reason]),
    ).toEqual([
      ['posted', null],
      ['skipped', 'fewer than 9 new stories'],
    ])
  })

  it('that failed before anything of it went out has told nothing: the next one has its stories', async () => {
    const { id } = await set('daily 8:00')
    await services.store.subscriptions.pause(id, null, now)
    await openEditions(services)
    slack.fail('chat.postMessage', { kind: 'error', error: 'not_in_channel' })
    for (const edition of queued.splice(0)) await postEdition(edition, services)
    expect((await services.store.editions.latest(id, 1))[0]?.state).toBe('failed')
    await services.store.editions.insert(
      { subscription: id },
      new Date(Date.parse(now) + 1_000).toISOString(),
      async (edition) => {
        queued.push(edition)
      },
    )
    for (const edition of queued) await postEdition(edition, services)
    expect((await services.store.editions.latest(id, 1))[0]?.state).toBe('posted')
    expect(JSON.stringify(slack.posted.filter(({ channel }) => channel === `C${team}`))).toContain('Who says what')
  })

  it('that cannot be posted is told to its owner once, and as soon as that can be reached', async () => {
    const subscription = await set('daily 8:00')
    const platform = services.platforms.find(({ name }) => name === 'slack')
    if (!platform) throw new Error('Slack is not there')
    slack.fail('chat.postMessage', { kind: 'rate-limited', seconds: 1 })
    for (let turn = 0; turn < 3; turn++)
      await notifyOwnerOf(subscription, { platform, problem: 'the channel is archived' }, services)
    expect(slack.posted.map(({ channel }) => channel)).toEqual(['U1'])
  })

  it.each([1, 0])('of feeds that could not be read is not filed as nothing new: minimum %i', async (minimum) => {
    const url = town.url(`/dead-${minimum}`)
    await services.store.workspaces.ensure(asker().workspace)
    await services.store.feeds.follow(workspace(), { url, outlet: 'Dead Letter' }, now)
    const subscription = await set('daily 8:00')
    const followed = await services.store.feeds.list(workspace())
    const feeds = followed.filter((feed) => feed.url === url).map(({ id }) => id)
    await setSubscription(services.store, { ...subscription, feeds, minimum }, now)
    await openEditions(services)
    for (const edition of queued.slice()) await postEdition(edition, services)
    const [edition] = await services.store.editions.latest(subscription.id, 1)
    expect(edition).toMatchObject({ state: 'skipped', reason: 'none of its feeds could be read' })
    // Its owner hears of a feed that has failed for a day, not of each time.
    expect(slack.posted).toEqual([])
    for (const words of ['now', 'preview']) {
      const answer = await newsroom.ask(asker(), 'digest', words)
      expect([words, answer.done]).toEqual([words, false])
      expect(JSON.stringify([answer.document, jsonOf(answer)])).toContain('No feed could be read.')
      expect(JSON.stringify([answer.document, jsonOf(answer)])).not.toContain('Nothing new')
      expect(JSON.stringify(answer.document)).toContain('Dead Letter could not be read')
    }
    await services.store.feeds.unfollow(workspace(), url)
  })

  it('leaves out what its digest’s policy holds back, and anybody may ask what that is', async () => {
    const { id } = await set('daily 8:00')
    const reply = await newsroom.ask(asker(), 'digest', `policy "Desk ${team}" quotations: 3 words`)
    expect(JSON.stringify(reply.document)).toContain('A statement that quotes more than 3 words at once is left out.')
    const reader = { ...asker(), person: 'U9', mayManage: false }
    expect((await newsroom.ask(reader, 'digest', `policy "Desk ${team}"`)).document).toEqual(reply.document)
    expect((await newsroom.ask(reader, 'digest', `policy "Desk ${team}" off`)).done).toBe(false)
    await services.store.subscriptions.pause(id, null, now)
    await openEditions(services)
    for (const edition of queued.slice()) await postEdition(edition, services)
    const shown = JSON.stringify(slack.posted.map(({ blocks }) => blocks))
    expect(shown).not.toContain('We had no choice')
    expect(shown).toContain('its quotation is longer than this channel’s policy allows')
  })

  it('that is due when its digest is changed still comes', async () => {
    const { id } = await set('daily 8:00')
    await newsroom.services.store.subscriptions.pause(id, null, now)
    await newsroom.ask(asker(), 'digest', `schedule "Desk ${team}" daily 9:00`)
    await newsroom.settled()
    expect((await services.store.editions.latest(id, 1))[0]).toMatchObject({ slot: now, state: 'posted' })
  })

  it('of one digest that cannot be reckoned keeps no other from coming', async () => {
    const broken = await set('daily 8:00')
    await setSubscription(
      services.store,
      { ...broken, schedule: { ...broken.schedule, zone: 'Atlantis/Nowhere' } },
      now,
    )
    team += 1
    const sound = await set('daily 8:00')
    await services.store.subscriptions.pause(sound.id, null, now)
    await openEditions(services)
    expect((await services.store.editions.latest(sound.id, 1)).length).toBe(1)
    expect((await services.store.subscriptions.find(broken.id))?.problem).toContain('could not be opened')
    await services.store.subscriptions.remove(broken.id)
  })
})
