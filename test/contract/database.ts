import { Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connection } from '../../src/adapters/postgres/connection.ts'
import { openInMemory } from '../../src/adapters/postgres/embedded.ts'
import { openQueue } from '../../src/adapters/postgres/queue.ts'
import { articleId } from '../../src/domain/article.ts'
import { editionId } from '../../src/domain/digest.ts'
import { shiftInstant } from '../../src/domain/instant.ts'
import { type StoryId, storyId } from '../../src/domain/story.ts'
import { localWorkspace, subscriptionId, type WorkspaceId, workspaceId } from '../../src/domain/subscription.ts'
import type { Job } from '../../src/ports.ts'
import { migrate } from '../../src/store/schema/migrations.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { newStoryId } from '../../src/store/stories/joins.ts'
import { article } from '../fakes/articles.ts'
import { began, entry, poll } from '../fakes/feeds.ts'
import { changedAtOnce } from '../fakes/settings.ts'
import { statement } from '../fakes/statements.ts'
import { plainDigest, setSubscription } from '../fakes/subscription.ts'

const now = '2026-11-24T12:00:00.000Z'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** What the store and the queue promise on any PostgreSQL. Each run needs an empty database. */
export function databaseContract(connect: () => Promise<Connection>): void {
  let connection: Connection
  let store: Store
  let other: WorkspaceId

  beforeAll(async () => {
    connection = await connect()
    store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
    other = workspaceId('other')
    await store.workspaces.ensure(localWorkspace)
    await store.workspaces.ensure({ id: other, kind: 'slack', name: 'Other' })
  })
  afterAll(() => connection.close())

  const followed = async (url: string) => {
    await store.feeds.follow(localWorkspace.id, { url, outlet: 'Town' }, now)
    const feed = (await store.feeds.list(localWorkspace.id)).find((each) => each.url === url)
    if (!feed) throw new Error('the feed was not stored')
    return feed
  }

  it('sets tokens aside up to the cap, however many ask at once, and books what was used', async () => {
    const day = '2026-11-24'
    const ask = async () => await store.spend.reserve('installation', 40, { day, cap: 100 })
    expect((await Promise.all([ask(), ask(), ask(), ask()])).filter(Boolean)).toHaveLength(2)
    await store.spend.settle('installation', { day, reserved: 40, used: 5, written: 2 })
    expect(await store.spend.on(day)).toEqual([{ payer: 'installation', used: 5, reserved: 40, written: 2 }])
    expect(await ask()).toBe(true)
    expect(await ask()).toBe(false)
    expect(await store.spend.reserve('workspace:w', 101, { day, cap: 100 })).toBe(false)
    expect(await store.spend.reserve('installation', 100, { day: '2026-11-25', cap: 100 })).toBe(true)
  })

  it('migrates once', async () => {
    expect(await migrate(new Kysely<Tables>({ dialect: connection.dialect }))).toBe(0)
  })

  it('gives the stories of documents that were kept before what stories have now', async () => {
    const database = new Kysely<Tables>({ dialect: connection.dialect })
    const title = { kind: 'title', text: 'Morning' }
    const old = JSON.stringify([title, { kind: 'story', id: 'one' }, { kind: 'story', id: 'two', notes: ['kept'] }])
    await sql`insert into answers (id, workspace, document, at) values ('old', ${other}, ${old}::jsonb, ${now})`.execute(
      database,
    )
    expect(await migrateAgain(database, { after: 7 })).toBeGreaterThan(0)
    expect(await store.requests.answer('old', other)).toEqual([
      title,
      { kind: 'story', id: 'one', quotations: [], notes: [] },
      { kind: 'story', id: 'two', quotations: [], notes: ['kept'] },
    ])
  })

  it('calls by its new name how the lines of kept documents go on', async () => {
    const database = new Kysely<Tables>({ dialect: connection.dialect })
    const claim = { id: 'c1', words: 'said “the "told": field” is full.', responses: [] }
    const kept = (more: object) => [{ kind: 'story', id: 'one', claims: [{ ...claim, ...more }] }]
    const old = JSON.stringify(kept({ told: 'goes-on' }))
    await sql`insert into answers (id, workspace, document, at) values ('lines', ${other}, ${old}::jsonb, ${now})`.execute(
      database,
    )
    expect(await migrateAgain(database, { after: 11 })).toBeGreaterThan(0)
    expect(await store.requests.answer('lines', other)).toEqual(kept({ form: 'goes-on' }))
  })

  it('polls a feed once for all who follow it, and drops it with the last of them', async () => {
    const feed = { url: 'http://t.example/feed', outlet: 'Town' }
    const claim = async () =>
      await store.polls.claim(now, { limit: 10, perHost: 10, until: '2026-11-24T12:15:00.000Z' })
    expect(await store.feeds.follow(localWorkspace.id, feed, now)).toBe(true)
    expect(await store.feeds.follow(localWorkspace.id, feed, now)).toBe(false)
    expect(await store.feeds.follow(other, feed, now)).toBe(true)
    expect(await claim()).toHaveLength(1)
    expect(await claim()).toEqual([])
    expect(await store.feeds.unfollow(localWorkspace.id, feed.url)).toBe(true)
    expect(await store.feeds.list(localWorkspace.id)).toEqual([])
    expect(await store.feeds.list(other)).toHaveLength(1)
    expect(await store.feeds.unfollow(other, feed.url)).toBe(true)
    expect(await claim()).toEqual([])
  })

  it('takes an article through entry, story and draft, and forgets it in time', async () => {
    await store.feeds.follow(localWorkspace.id, { url: 'http://t.example/feed', outlet: 'Town' }, now)
    const [feed] = await store.feeds.list(localWorkspace.id)
    if (!feed) throw new Error('the feed was not stored')
    const fresh = [entry('http://t.example/1', { guid: 'one', title: 'One', published: now })]
    await store.polls.record(feed, poll({ fresh }), now)
    await store.polls.record(feed, poll({ fresh }), now)
    const [unread, ...more] = await store.articles.claimUnread(now, { limit: 10, perFeed: 10, until: now })
    expect(more).toEqual([])
    if (!unread) throw new Error('the entry was not stored')
    const read = article('The bridge closes.', { url: unread.url, published: now })
    await store.articles.save(unread, { article: read, sketch: [] }, now)
    const story = newStoryId(read.id)
    const runnerUp = { story: storyId('another'), likeness: 0.2, reason: 'less alike than is needed' }
    const joining = { ...began, runnerUp }
    await store.joins.join({ article: read.id, story, joining, publisher: read.publisher }, now)
    const database = new Kysely<Tables>({ dialect: connection.dialect })
    await sql`update articles set joined = (joined - 'runnerUp') || jsonb_build_object('passedOver', joined -> 'runnerUp')`.execute(
      database,
    )
    expect(await migrateAgain(database, { after: 8 })).toBeGreaterThan(0)
    expect((await store.stories.joinings(story)).get(read.id)).toEqual(joining)
    expect(await store.stories.articles(story, [feed.id])).toEqual([read])
    expect(await store.stories.articles(story, [])).toEqual([])
    const draft = { headline: 'Bridge', summary: [], claims: [], responses: [], unanswered: [], differences: [] }
    await store.drafts.save(story, [read], { draft, byline: { writer: 'rules', version: 1 }, asked: 'rules', now })
    expect((await store.drafts.find(story, [read], 'rules'))?.draft).toEqual(draft)
    expect(await store.drafts.find(story, [read], 'llm')).toBeUndefined()
    expect(await store.drafts.find(story, [{ ...read, text: 'changed' }], 'rules')).toBeUndefined()
    expect(await store.purge({ articles: 30, editions: 30, statements: 3_650, entries: 60 }, now)).toBe(0)
    expect(
      await store.purge({ articles: 30, editions: 30, statements: 3_650, entries: 60 }, '2027-03-01T00:00:00.000Z'),
    ).toBe(3)
  })

  it('leads from a story whose last article left it to where that went, and joins what changed meanwhile again', async () => {
    const feed = await followed('http://s.example/feed')
    const fresh = [entry('http://s.example/1', { guid: 'one', title: 'One', published: now })]
    await store.polls.record(feed, poll({ fresh }), now)
    const [unread] = await store.articles.claimUnread(now, { limit: 10, perFeed: 10, until: now })
    if (!unread) throw new Error('the entry was not stored')
    const read = { ...article('The ford closes.', { url: unread.url }), id: articleId('s.example/1') }
    await store.articles.save(unread, { article: read, sketch: [] }, now)
    const [old, young] = [newStoryId(read.id), newStoryId(read.id, 2)]
    const join = async (story: StoryId, version: number) =>
      await store.joins.join({ article: read.id, story, joining: began, publisher: 'Town', version }, now)
    await join(old, 1)
    await join(young, 1)
    expect(await store.stories.current(old)).toBe(young)
    await join(old, 1)
    expect([await store.stories.current(old), await store.stories.current(young)]).toEqual([old, old])
    const after = { article: { ...read, text: 'The ford is open.' }, sketch: [] }
    await store.articles.revise(unread, { before: read.id, after, changes: [{ kind: 'added', text: 'x' }] }, now)
    await store.articles.revise(unread, { before: read.id, after, changes: [{ kind: 'added', text: 'x' }] }, now)
    expect(await store.articles.revisions(read.id)).toHaveLength(1)
    await join(old, 1)
    expect((await store.joins.unjoined(now, 10)).map(({ id, version }) => [id, version])).toEqual([[read.id, 2]])
    await join(old, 2)
    expect(await store.joins.unjoined(now, 10)).toEqual([])
    await store.feeds.unfollow(localWorkspace.id, feed.url)
  })

  it('keeps a feed due that a hub told of while it was polled, and forgets the oldest of too many entries', async () => {
    const feed = await followed('http://h.example/feed')
    const hub = { url: 'http://hub.example/', topic: feed.url }
    await store.polls.record(feed, poll({ hub, nextPollAt: now }), now)
    await store.hubs.promise(feed.id, '2026-12-24T12:00:00.000Z')
    await store.polls.claim(now, { limit: 10, perHost: 10, until: '2026-11-24T12:15:00.000Z' })
    expect(await store.hubs.ping(feed.id, now)).toBe(true)
    await store.polls.record(feed, poll({ hub, nextPollAt: '2026-11-24T14:00:00.000Z' }), now)
    const claimed = await store.polls.claim(now, { limit: 10, perHost: 10, until: '2026-11-24T12:15:00.000Z' })
    expect(claimed.map(({ id }) => id)).toEqual([feed.id])
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => entry(`http://h.example/${from + at}`, { guid: `g${from + at}` }))
    for (let turn = 0; turn < 6; turn++) {
      const at = shiftInstant(now, turn * 60_000)
      await store.polls.record(feed, poll({ baseline: many(1_000 * turn, 1_000) }), at)
    }
    const seen = await store.polls.seenEntries(feed.id)
    expect([seen.length, seen.some(({ guid }) => guid === 'g0'), seen[0]?.guid.startsWith('g5')]).toEqual([
      5_000,
      false,
      true,
    ])
    await store.feeds.unfollow(localWorkspace.id, feed.url)
  })

  it('starts anew with a feed that had ended when somebody follows it, and with no other', async () => {
    const feed = await followed('http://e.example/feed')
    const failing = { failures: 3, failingSince: now, problem: 'gone', nextPollAt: '2026-11-25T12:00:00.000Z' }
    await store.polls.record(feed, poll(failing), now)
    expect(await followed(feed.url)).toMatchObject({ failingSince: now })
    await store.polls.record(feed, poll({ ...failing, ended: true }), now)
    expect(await followed(feed.url)).toMatchObject({ failingSince: null, notified: null })
    expect(await store.polls.claim(now, { limit: 10, perHost: 10, until: now })).toHaveLength(1)
    await store.feeds.unfollow(localWorkspace.id, feed.url)
  })

  it('has one edition per subscription and slot, whoever opens it, and its job with it or not at all', async () => {
    await store.subscriptions.add({ ...plainDigest, workspace: other }, now)
    const [due] = await store.subscriptions.due(now, 10)
    if (!due) throw new Error('nothing is due')
    const jobs: string[] = []
    const open = async (fail = false) =>
      await store.editions.open({ ...due, subscription: due.subscription.id }, { next: null, now }, async (id) => {
        if (fail) throw new Error('the queue is away')
        jobs.push(id)
      })
    await expect(open(true)).rejects.toThrow('the queue is away')
    expect(await store.editions.unsettled(null, 9)).toEqual([])
    const ids = await Promise.all([open(), open()])
    expect(ids.filter(Boolean)).toHaveLength(1)
    expect(jobs).toHaveLength(1)
    expect(await store.subscriptions.due(now, 10)).toEqual([])
    expect(await store.editions.unsettled(null, 9)).toHaveLength(1)
    await setSubscription(store, { ...plainDigest, workspace: other }, now)
    await open()
    expect(await store.editions.unsettled(null, 9)).toHaveLength(1)
    expect(await store.editions.unsettled('2026-11-24T11:59:00.000Z', 9)).toEqual([])
    const id = editionId(jobs[0] ?? '')
    const prepare = async (postedBefore: number) =>
      await store.editions.prepare(id, {
        document: [{ kind: 'note', text: 'x' }],
        stories: [],
        statements: [],
        messages: [{ part: 0 }, { part: 1 }],
        target: { workspace: other, channel: plainDigest.channel, silent: false },
        postedBefore,
        now,
      })
    expect([await prepare(5), await prepare(0), await prepare(0)]).toEqual(['stale', 'prepared', 'before'])
    await store.editions.settle(id, { state: 'posted', reason: null, message: 'm', now })
    await store.editions.settle(id, { state: 'failed', reason: 'late', message: null, now })
    expect(await store.editions.posted(other, 5)).toMatchObject([
      { slot: now, document: [{ kind: 'note', text: 'x' }] },
    ])
    expect(await store.editions.posted(localWorkspace.id, 5)).toEqual([])
    expect([await store.editions.countPosted(other), await store.editions.countPosted(localWorkspace.id)]).toEqual([
      1, 0,
    ])
    expect(await store.postedStories.lastOf(subscriptionId('none'))).toEqual(new Map())
  })

  it('lets one of several take a message for sending, and only the last try settle it', async () => {
    const [edition] = await store.editions.posted(other, 1)
    if (!edition) throw new Error('there is no edition')
    const [first] = await store.posts.list(edition.id)
    if (!first) throw new Error('there is no message')
    const mark = async () => await store.posts.mark(edition.id, first, now)
    expect((await Promise.all([mark(), mark(), mark()])).filter(Boolean)).toHaveLength(1)
    const tried = { part: 0, attempts: 1 }
    expect(await store.posts.renew(edition.id, tried, now)).toBe(true)
    expect(await store.posts.settle(edition.id, tried, { state: 'planned' })).toBe('planned')
    expect(await store.posts.mark(edition.id, { ...first, attempts: 1 }, now)).toMatchObject({
      attempts: 2,
      rendered: { part: 0 },
    })
    expect(await store.posts.renew(edition.id, tried, now)).toBe(false)
    expect(await store.posts.settle(edition.id, tried, { state: 'sent', message: 'old' })).toBeUndefined()
    const second = { part: 0, attempts: 2 }
    expect(await store.posts.settle(edition.id, second, { state: 'sent', message: 'new' })).toBe('sent')
    expect((await store.posts.list(edition.id)).map(({ state, message }) => [state, message])).toEqual([
      ['sent', 'new'],
      ['planned', null],
    ])
    expect(await store.posts.mark(edition.id, { ...first, state: 'sent', attempts: 3 }, now)).toBeUndefined()
  })

  it('lets one of several fill a message that is open, and keeps its name until it is whole', async () => {
    const [edition] = await store.editions.posted(other, 1)
    if (!edition) throw new Error('there is no edition')
    const second = async () => {
      const part = (await store.posts.list(edition.id))[1]
      if (!part) throw new Error('there is no message')
      return part
    }
    await store.posts.mark(edition.id, await second(), now)
    const open = { state: 'open', message: 'short' } as const
    expect(await store.posts.settle(edition.id, { part: 1, attempts: 1 }, open)).toBe('open')
    const found = await second()
    expect(found).toMatchObject({ state: 'open', message: 'short' })
    const mark = async () => await store.posts.mark(edition.id, found, now)
    expect((await Promise.all([mark(), mark(), mark()])).filter(Boolean)).toHaveLength(1)
    expect(await second()).toMatchObject({ state: 'filling', message: 'short', attempts: 2, markedAt: now })
    const whole = { state: 'sent', message: 'short' } as const
    expect(await store.posts.settle(edition.id, { part: 1, attempts: 1 }, whole)).toBeUndefined()
    await store.posts.rerender(edition.id, 1, { part: 'anew' })
    // What was drawn anew while it was filled is to be filled again.
    expect(await store.posts.settle(edition.id, { part: 1, attempts: 2 }, whole)).toBe('open')
    expect(await store.posts.mark(edition.id, await second(), now)).toMatchObject({
      rendered: { part: 'anew' },
      version: 1,
    })
    expect(await store.posts.settle(edition.id, { part: 1, attempts: 3 }, whole)).toBe('sent')
    await store.posts.rerender(edition.id, 1, { part: 'again' })
    expect(await second()).toMatchObject({ state: 'open', message: 'short', version: 2 })
  })

  it('takes a request once, with its job or not at all, and counts what costs', async () => {
    const request = { id: 'r1', workspace: other, person: 'U1', costly: true, at: now }
    await expect(
      store.requests.take(request, async () => {
        throw new Error('the queue is away')
      }),
    ).rejects.toThrow('the queue is away')
    const take = async () => await store.requests.take(request, async () => undefined)
    expect([await take(), await take()]).toEqual([true, false])
    await store.requests.take({ ...request, id: 'r2', person: 'U2' }, async () => undefined)
    await store.requests.take({ ...request, id: 'r3', costly: false }, async () => undefined)
    const costly = async (since: string) => await store.requests.costly({ id: 'r9', workspace: other }, since)
    expect(await costly('2026-11-24T11:50:00.000Z')).toEqual([
      { person: 'U1', at: now },
      { person: 'U2', at: now },
    ])
    expect(await costly('2026-11-24T12:10:00.000Z')).toEqual([])
    await store.requests.waive('r1')
    expect(await costly('2026-11-24T11:50:00.000Z')).toEqual([{ person: 'U2', at: now }])
  })

  it('keeps what a subscription suffers from, and says when that is news', async () => {
    const [subscription] = await store.subscriptions.list(other)
    if (!subscription) throw new Error('there is no subscription')
    expect(await store.subscriptions.noteProblem(subscription.id, 'gone')).toBe(true)
    expect(await store.subscriptions.noteProblem(subscription.id, 'gone')).toBe(false)
    await store.subscriptions.pause(subscription.id, { until: null }, null)
    expect(await store.subscriptions.find(subscription.id)).toMatchObject({
      pause: { until: null },
      nextRunAt: null,
      problem: null,
    })
    await setSubscription(store, { ...plainDigest, workspace: other, stories: 7 }, now)
    expect(await store.subscriptions.list(other)).toMatchObject([{ stories: 7, pause: null, nextRunAt: now }])
  })

  it('changes settings of a subscription that several change at once, and loses none', async () => {
    const workspace = workspaceId('at-once')
    await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'At once' })
    expect(await changedAtOnce(store, { workspace, rounds: 12, seed: 7 })).toEqual({ changes: 60, lost: [] })
  })

  it('adds one of several subscriptions of a name, and tells the others', async () => {
    const added = await Promise.all(
      ['a', 'b', 'c'].map(async (person) =>
        store.subscriptions.add({ ...plainDigest, name: 'Raced', workspace: other, owner: person }, null),
      ),
    )
    expect(added.filter(Boolean)).toHaveLength(1)
    const [kept] = (await store.subscriptions.list(other)).filter(({ name }) => name === 'Raced')
    expect(kept?.owner).toBe(['a', 'b', 'c'][added.indexOf(true)])
    if (kept) await store.subscriptions.remove(kept.id)
    expect(kept && (await store.subscriptions.change(kept.id, () => ({ stories: 3 })))).toBeUndefined()
  })

  it('is dumped whole, and restored into an empty database alone, whole or not at all', async () => {
    await store.statements.file([statement({ claim: 'before' })], other)
    const lines: string[] = []
    for await (const line of store.dump()) lines.push(line)
    expect(lines.length).toBeGreaterThan(5)
    const empty = await openInMemory()
    const copy = await openStore(new Kysely<Tables>({ dialect: empty.dialect }))
    const cut = async () => await copy.restore(stream(lines.slice(0, -1)), now)
    await expect(cut()).rejects.toThrow('cut off')
    await expect(copy.restore(stream(['{"feeds": []}']), now)).rejects.toThrow('isn’t an Onrecord backup')
    await expect(copy.restore(stream([JSON.stringify({ onrecord: 'dump', schema: 99 })]), now)).rejects.toThrow(
      'version 99',
    )
    const altered = lines.map((line) => line.replace('"state":"posted"', '"state":"skipped"'))
    expect(altered).not.toEqual(lines)
    await expect(copy.restore(stream(altered), now)).rejects.toThrow('altered')
    expect(await copy.workspaces.exists(other)).toBe(false)
    expect(await copy.restore(stream(lines), now)).toBe(lines.length - 2)
    const again: string[] = []
    for await (const line of copy.dump()) again.push(line)
    // The order of rows, and with it the sum in the last line, is the database's own.
    expect(again.slice(0, -1).toSorted()).toEqual(lines.slice(0, -1).toSorted())
    await expect(copy.restore(stream(lines), now)).rejects.toThrow('not empty')
    await copy.statements.file([statement({ claim: 'after' })], other)
    expect((await copy.statements.page(other, null, 9)).statements.map(({ claim }) => claim)).toEqual([
      'before',
      'after',
    ])
    await empty.close()
  })

  it('keeps no row in a state that there is not', async () => {
    const database = new Kysely<Tables>({ dialect: connection.dialect })
    const edition = sql`insert into editions (id, subscription, slot, state, updated_at)
      select 'slept', id, ${now}::timestamptz - interval '1 year', 'sleeping', ${now}::timestamptz from subscriptions limit 1`
    await expect(edition.execute(database)).rejects.toThrow('editions_state')
    const page = sql`insert into entries (feed, guid, url, title, seen_at, state)
      select id, 'slept', url, '', ${now}::timestamptz, 'sleeping' from feeds limit 1`
    await expect(page.execute(database)).rejects.toThrow('entries_state')
    const post = sql`insert into posts (edition, part, state) select id, 99, 'sleeping' from editions limit 1`
    await expect(post.execute(database)).rejects.toThrow('posts_state')
  })

  it('counts how things stand', async () => {
    const measures = await store.measures.take('2026-11-24T12:01:00.000Z')
    expect(measures.editions).toEqual([{ state: 'posted', count: 1 }])
    expect(measures.lagSeconds).toBe(60)
    expect(measures.tokens).toEqual({ used: 5, reserved: 80 })
  })

  it('frees what a process had in hand once it is silent, and gives its job to another', async () => {
    const database = new Kysely<Tables>({ dialect: connection.dialect })
    const dead = await openStore(database)
    await dead.processes.beat()
    await store.processes.beat()
    const feed = await followed('http://held.example/feed')
    const [polled] = await dead.polls.claim('2100-01-01T00:00:00.000Z', {
      limit: 99,
      perHost: 99,
      until: '2100-01-02T00:00:00.000Z',
    })
    expect(polled).toBeDefined()
    const fresh = [entry('http://held.example/1', { guid: 'held', title: 'Held', published: now })]
    await dead.polls.record(feed, poll({ fresh }), now)
    const later = '2100-01-02T00:00:00.000Z'
    const claim = async (by: Store) => await by.articles.claimUnread(now, { limit: 99, perFeed: 99, until: later })
    expect((await claim(dead)).map(({ guid }) => guid)).toContain('held')
    expect(await claim(store)).toEqual([])
    const draft = { asked: 'llm' as const, now, until: later }
    expect(await dead.drafts.lease(storyId('held'), [], draft)).toBe(true)
    expect(await store.drafts.lease(storyId('held'), [], draft)).toBe(false)
    const job = { job: '7b0d2b2e-6f0c-4b1e-9f57-0c1d1f2a3b4c', queue: 'answer' }
    await dead.processes.holdJob(job)
    expect(await store.processes.freeSilent()).toEqual([])
    await sql`update processes set seen_at = seen_at - interval '5 seconds' where id = ${dead.processes.id}`.execute(
      database,
    )
    expect(await store.processes.freeSilent()).toEqual([job])
    expect(await store.processes.freeSilent()).toEqual([])
    expect((await claim(store)).map(({ guid }) => guid)).toContain('held')
    expect(await store.drafts.lease(storyId('held'), [], draft)).toBe(true)
    const { rows } = await sql<{
      count: number
    }>`select count(*)::int as count from feeds where held_by = ${dead.processes.id}`.execute(database)
    expect(rows).toEqual([{ count: 0 }])
    await store.feeds.unfollow(localWorkspace.id, feed.url)
    await store.processes.end()
  })

  describe('the queue', () => {
    it('hands each job to a worker once, the same job sent twice included', async () => {
      const queue = await openQueue(connection, store.processes, silent)
      const done: Job[] = []
      const job: Job = { kind: 'post-edition', edition: editionId('e1') }
      const next: Job = { kind: 'post-edition', edition: editionId('e2') }
      await queue.send(job)
      await queue.send(job)
      await queue.send(next)
      await queue.work(async (each) => void done.push(each))
      await until(() => done.length > 1)
      await new Promise((resume) => setTimeout(resume, 1_500))
      expect(new Set(done)).toEqual(new Set([job, next]))
      expect(done).toHaveLength(2)
      await queue.stop()
    })

    it('does not begin a job again that is in hand', async () => {
      const queue = await openQueue(connection, store.processes, silent)
      const job: Job = { kind: 'post-edition', edition: editionId('slow') }
      let begun = 0
      let finish: () => void = () => undefined
      const slow = new Promise<void>((resolve) => (finish = resolve))
      await queue.work(async () => {
        begun += 1
        await slow
      })
      await queue.send(job)
      await until(() => begun > 0)
      await queue.send(job)
      await new Promise((resume) => setTimeout(resume, 1_500))
      expect(begun).toBe(1)
      finish()
      await queue.stop()
    })

    it('lets a job take as long as a slow model does, also one of a queue that an earlier version made', async () => {
      const database = new Kysely<Tables>({ dialect: connection.dialect })
      await sql`update pgboss.queue set expire_seconds = 120, heartbeat_seconds = null where name = 'answer'`.execute(
        database,
      )
      const queue = await openQueue(connection, store.processes, silent)
      const { rows } =
        await sql`select expire_seconds, heartbeat_seconds from pgboss.queue where name = 'answer'`.execute(database)
      expect(rows).toEqual([{ expire_seconds: 21_600, heartbeat_seconds: 10 }])
      await queue.stop()
    })
  })
}

/** Takes the steps behind a version of a migrated database again; returns how many were taken. */
async function migrateAgain(database: Kysely<Tables>, { after }: { readonly after: number }): Promise<number> {
  await sql`delete from schema_versions where version > ${after}::int`.execute(database)
  return await migrate(database)
}

async function* stream(lines: readonly string[]): AsyncIterable<string> {
  yield* lines
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 200 && !holds(); turn++) await new Promise((done) => setTimeout(done, 50))
}
