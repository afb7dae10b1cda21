import { Kysely } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Connection } from '../../src/adapters/postgres/connection.ts'
import { decide, judgeStory } from '../../src/digest/proof/change-proof.ts'
import type { EditionId } from '../../src/domain/digest.ts'
import type { Proof } from '../../src/domain/edition/proof.ts'
import { storyId } from '../../src/domain/story.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { stageOf } from '../../src/store/publishing/proof-notices.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { plainDigest, setSubscription } from '../fakes/subscription.ts'

const slot = '2026-11-24T12:00:00.000Z'
const before = '2026-11-24T11:00:00.000Z'
const bridge = storyId('bridge')
const draft = { headline: 'Bridge closes', summary: [], claims: [], differences: [] }
const byline = { writer: 'rules', version: 3 } as const

/** What the store promises of editions under review, on any PostgreSQL. Each run needs an empty database. */
export function proofContract(connect: () => Promise<Connection>): void {
  let connection: Connection
  let store: Store
  const workspace = workspaceId('slack:T1')

  beforeAll(async () => {
    connection = await connect()
    store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
    await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'Team' })
    await store.stories.keep(bridge, before)
  })
  afterAll(async () => await connection.close())

  const open = async (name: string): Promise<Proof> => {
    const approval = { group: null, desk: { platform: 'slack', id: 'C9' }, minutes: 60, otherwise: 'skip' } as const
    const subscription = await setSubscription(store, { ...plainDigest, name, workspace, approval }, slot)
    let edition: EditionId | undefined
    await store.editions.open({ subscription, slot }, { next: null, now: before }, async (id) => {
      edition = id
    })
    if (!edition) throw new Error('the edition was not opened')
    const proof: Proof = {
      edition,
      approval,
      madeAt: before,
      dueAt: slot,
      stories: [
        {
          id: bridge,
          verdict: 'open',
          draft,
          byline,
          articles: [],
          followUp: null,
          version: 1,
        },
      ],
      more: 0,
      version: 1,
      decision: null,
    }
    expect(await store.proofs.open(proof, { kind: 'made', stories: [] }, before)).toBe(true)
    expect(await store.proofs.open(proof, { kind: 'made', stories: [] }, before)).toBe(false)
    return proof
  }
  const ready = async (now: string) => await store.proofs.ready({ now, stale: '2026-11-24T00:00:00.000Z' }, 9)
  const by = { person: 'U1', at: before }

  it('are due for their editors before their slot, and for readers at it, unless they are held', async () => {
    await setSubscription(
      store,
      {
        ...plainDigest,
        name: 'Early',
        workspace,
        approval: { group: null, desk: plainDigest.channel, minutes: 60, otherwise: 'skip' },
      },
      slot,
    )
    const names = async (now: string) => (await store.subscriptions.due(now, 9)).map((each) => each.subscription.name)
    expect(await names('2026-11-24T10:59:00.000Z')).toEqual([])
    expect(await names(before)).toEqual(['Early'])
    const { edition } = await open('Held')
    expect(await ready(before)).toEqual([])
    expect(await ready(slot)).toEqual([edition])
    const held = { kind: 'held', atOnce: false, person: 'U1', at: before } as const
    await store.proofs.change(edition, by, (current) => ({ proof: decide(current, held), deeds: [] }))
    expect(await ready(slot)).toEqual([])
    const sent = { kind: 'approved', atOnce: true, person: 'U1', at: before } as const
    await store.proofs.change(edition, by, (current) => ({ proof: decide(current, sent), deeds: [] }))
    expect(await ready(before)).toEqual([edition])
  })

  it('are changed one after another, each change on record, and by nobody once they are closed', async () => {
    const { edition } = await open('Changed')
    const drop = async () =>
      await store.proofs.change(edition, by, (current) =>
        current.version === 1
          ? {
              proof: judgeStory(current, bridge, 'dropped'),
              deeds: [{ kind: 'judged', story: bridge, verdict: 'dropped' }],
            }
          : undefined,
      )
    const outcomes = await Promise.all([drop(), drop(), drop()])
    expect(outcomes.filter(Boolean)).toHaveLength(1)
    expect((await store.proofs.find(edition))?.stories[0]?.verdict).toBe('dropped')
    expect((await store.proofs.record(edition)).map(({ person, deed }) => [person, deed.kind])).toEqual([
      [null, 'made'],
      ['U1', 'judged'],
    ])
    await store.proofs.change(edition, { ...by, skips: 'an editor skipped it' }, (proof) => ({ proof, deeds: [] }))
    expect(await store.editions.find(edition)).toMatchObject({ state: 'skipped', reason: 'an editor skipped it' })
    expect(await store.proofs.change(edition, by, (proof) => ({ proof, deeds: [] }))).toBeUndefined()
  })

  it('go out only in the version that they were laid out from', async () => {
    const { edition } = await open('Sent')
    const prepare = async (version: number) =>
      await store.editions.prepare(edition, {
        document: [],
        stories: [{ id: bridge, draft, byline, articles: [], followUp: null }],
        statements: [],
        messages: [{ part: 0 }],
        target: { workspace, channel: plainDigest.channel, silent: false },
        postedBefore: 0,
        reviewed: { version, deeds: [{ kind: 'sent', stories: [bridge], isApproved: true }] },
        now: slot,
      })
    const { subscription = '' } = (await store.editions.find(edition)) ?? {}
    expect(await store.reviewedStories.waiting(subscription as never)).toEqual(new Set([bridge]))
    await store.proofs.change(edition, by, (current) => ({ proof: judgeStory(current, bridge, 'accepted'), deeds: [] }))
    expect([await prepare(1), await prepare(2), await prepare(2)]).toEqual(['stale', 'prepared', 'before'])
    expect(await store.reviewedStories.waiting(subscription as never)).toEqual(new Set())
    expect((await store.proofs.record(edition)).at(-1)?.deed.kind).toBe('sent')
    // News since it was composed is a development.
    expect((await store.postedStories.lastOf(subscription as never)).get(bridge)?.slot).toBe(before)
  })

  it('are shown at their desk again whenever they have changed, by one process at a time', async () => {
    const proof = await open('Shown')
    const { edition } = proof
    const isNotShown = async () => (await store.proofNotices.notShown(before, 99)).includes(edition)
    expect(await isNotShown()).toBe(true)
    expect([
      await store.proofNotices.begin(edition, null, before),
      await store.proofNotices.begin(edition, null, before),
    ]).toEqual([true, false])
    await store.proofNotices.settle(edition, { message: 'm1', stage: stageOf(proof, { state: 'review' }) })
    expect(await isNotShown()).toBe(false)
    await store.proofs.change(edition, by, (current) => ({ proof: judgeStory(current, bridge, 'accepted'), deeds: [] }))
    expect(await isNotShown()).toBe(true)
    expect((await store.proofs.find(edition))?.notice).toMatchObject({ message: 'm1', begunAt: before })
  })
}
