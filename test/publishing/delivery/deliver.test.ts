import { beforeEach, describe, expect, it } from 'vitest'
import { editionId } from '../../../src/domain/digest.ts'
import type { Destination, Found, RenderedMessage, Sent } from '../../../src/domain/message.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import type { Platform } from '../../../src/ports.ts'
import { deliver } from '../../../src/publishing/delivery/deliver.ts'
import { type Delivered, deliveryLimits } from '../../../src/publishing/delivery/deliver-part.ts'
import type { PostPart } from '../../../src/store/publishing/posts.ts'

/** How a try may go wrong: whether the message went out, what we learn of it, and whether we live to learn it. */
interface Fault {
  readonly commits: boolean
  readonly answer: 'sent' | 'refused' | 'later' | 'in line' | 'unknown'
  /** Where our process dies: before the request, after it, or not. */
  readonly dies: 'before' | 'after' | 'never'
}

const answers = ['sent', 'refused', 'later', 'unknown'] as const
const faults: readonly Fault[] = answers.flatMap((answer) =>
  (['before', 'after', 'never'] as const).flatMap((dies): Fault[] =>
    // A platform that says it refused has not sent; one that says it sent has.
    (answer === 'unknown' ? [true, false] : [answer === 'sent']).map((commits) => ({ commits, answer, dies })),
  ),
)

describe('an edition of three messages', () => {
  let world: World
  beforeEach(() => {
    world = new World()
  })

  it('goes out in order, once, each after the first under it', async () => {
    expect(await world.deliver()).toEqual({ kind: 'posted', message: 'm1' })
    expect(world.posted).toEqual(['e.0', 'e.1', 'e.2'])
    expect(world.parents).toEqual([null, 'm1', 'm1'])
    expect(await world.deliver()).toEqual({ kind: 'posted', message: 'm1' })
    expect(world.posted).toHaveLength(3)
  })

  it('goes out each on its own where its messages stand apart', async () => {
    world.render({ apart: true })
    expect(await world.deliver()).toEqual({ kind: 'posted', message: 'm1' })
    expect(world.parents).toEqual([null, null, null])
  })

  it('waits for as long as the platform says, and then goes on', async () => {
    world.faults.set('e.1', { commits: false, answer: 'later', dies: 'never' })
    expect(await world.deliver()).toEqual({ kind: 'waiting', afterMs: 7_000, reason: 'slow down' })
    expect(await world.deliver()).toMatchObject({ kind: 'posted' })
    expect(world.posted).toEqual(['e.0', 'e.1', 'e.2'])
  })

  it('is not sent again where nobody may look whether it went out', async () => {
    world.faults.set('e.0', { commits: true, answer: 'unknown', dies: 'never' })
    world.mayLook = false
    expect(await world.deliver()).toEqual({ kind: 'waiting', afterMs: deliveryLimits.graceMs })
    world.advance(deliveryLimits.graceMs)
    expect(await world.deliver()).toEqual({ kind: 'unknown', reason: 'we may not look' })
    expect(world.posted).toEqual(['e.0'])
  })

  it('is looked for only after any request for it has been given up', async () => {
    world.faults.set('e.0', { commits: false, answer: 'unknown', dies: 'never' })
    await world.deliver()
    world.advance(1_000)
    expect(await world.deliver()).toEqual({ kind: 'waiting', afterMs: deliveryLimits.graceMs - 1_000 })
    expect(world.looks).toBe(0)
  })

  it('is not begun by a process that slept after it had marked it', async () => {
    world.onMark = () => world.advance(deliveryLimits.startMs + 1)
    expect(await world.deliver()).toEqual({ kind: 'waiting', afterMs: 0 })
    expect(world.posted).toEqual([])
    world.onMark = () => undefined
    expect(await world.deliver()).toMatchObject({ kind: 'posted' })
  })

  it('goes out once when two processes deliver it at the same time', async () => {
    const outcomes = await Promise.all([world.deliver(), world.deliver(), world.deliver()])
    for (let turn = 0; turn < 5; turn++) {
      world.advance(deliveryLimits.graceMs)
      await world.deliver()
    }
    expect(outcomes.map(({ kind }) => kind)).toContain('elsewhere')
    expect(world.posted.toSorted()).toEqual(['e.0', 'e.1', 'e.2'])
  })

  it('is tried ever less often while the platform is away, and goes out when it is back', async () => {
    world.always = { commits: false, answer: 'later', dies: 'never' }
    const waits: number[] = []
    for (let turn = 0; turn < 20; turn++) {
      const last = await world.deliver()
      waits.push(last.kind === 'waiting' ? last.afterMs : 0)
    }
    expect(waits[0]).toBe(7_000)
    expect(waits.at(-1)).toBe(deliveryLimits.longestWaitMs)
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    world.always = undefined
    expect(await world.deliver()).toMatchObject({ kind: 'posted' })
    expect(world.posted).toEqual(['e.0', 'e.1', 'e.2'])
  })

  const cases = faults.flatMap((fault) => [0, 1, 2].map((part) => ({ ...fault, part })))
  it.each(cases)(
    'never comes twice nor is lost: message $part, $answer, committed $commits, dies $dies',
    async (fault) => {
      world.faults.set(`e.${fault.part}`, fault)
      let last: Delivered | undefined
      for (let turn = 0; turn < 8; turn++) {
        last = await world.deliver().catch(() => undefined)
        if (last?.kind === 'posted' || last?.kind === 'failed' || last?.kind === 'unknown') break
        world.advance(deliveryLimits.graceMs)
      }
      expect(world.posted).toEqual([...new Set(world.posted)])
      const refused = fault.answer === 'refused' && fault.dies === 'never'
      expect(last?.kind).toBe(refused ? 'failed' : 'posted')
      if (!refused) expect(world.posted).toEqual(['e.0', 'e.1', 'e.2'])
    },
  )
})

describe('an edition whose first message is opened, and then filled', () => {
  let world: World
  beforeEach(() => {
    world = new World()
    world.render({ whole: true, opening: { whole: false } })
  })

  it('is whole before anything hangs on it, and its short form goes out alone', async () => {
    expect(await world.deliver()).toEqual({ kind: 'posted', message: 'm1' })
    expect(world.story).toEqual(['post e.0', 'fill m1', 'post e.1', 'post e.2'])
    expect(world.contents).toEqual([{ whole: true }, {}, {}].map((each) => expect.objectContaining(each) as object))
    await world.deliver()
    expect(world.story).toHaveLength(4)
  })

  it('is not opened again when the reply to it was lost, but filled where it is found', async () => {
    world.faults.set('e.0', { commits: true, answer: 'unknown', dies: 'never' })
    await world.deliver()
    world.advance(deliveryLimits.graceMs)
    expect(await world.deliver()).toMatchObject({ kind: 'posted' })
    expect(world.story).toEqual(['post e.0', 'fill m1', 'post e.1', 'post e.2'])
    expect(world.fillsBegun).toEqual([null])
  })

  it('tells the platform whether it may have been filled before', async () => {
    world.fillFaults.push({ commits: false, answer: 'unknown', dies: 'never' })
    await world.deliver()
    world.advance(deliveryLimits.graceMs)
    await world.deliver()
    expect(world.fillsBegun).toEqual([null, '2026-11-24T08:00:00.000Z'])
  })

  it('is filled in its turn, and waits no longer for it than that', async () => {
    for (let turn = 0; turn < 12; turn++) world.fillFaults.push({ commits: false, answer: 'in line', dies: 'never' })
    const waits: number[] = []
    for (let last = await world.deliver(); last.kind === 'waiting'; last = await world.deliver())
      waits.push(last.afterMs)
    expect(waits).toEqual(Array.from({ length: 12 }, () => 7_000))
    expect(world.story.filter((each) => each.startsWith('post'))).toEqual(['post e.0', 'post e.1', 'post e.2'])
  })

  it('says so when it cannot be filled, and posts nothing below it', async () => {
    world.fillFaults.push({ commits: false, answer: 'refused', dies: 'never' })
    expect(await world.deliver()).toEqual({ kind: 'failed', reason: 'no such channel' })
    expect(world.posted).toEqual(['e.0'])
  })

  it('is filled by one of several processes', async () => {
    await Promise.all([world.deliver(), world.deliver(), world.deliver()])
    for (let turn = 0; turn < 5; turn++) {
      world.advance(deliveryLimits.graceMs)
      await world.deliver()
    }
    expect(world.story.toSorted()).toEqual(['fill m1', 'post e.0', 'post e.1', 'post e.2'])
  })

  it('says in the end what it was drawn as while it was being sent or filled, in its thread too', async () => {
    for (const key of ['e.0', 'e.1']) {
      world = new World()
      world.render({ whole: true, opening: { whole: false } })
      let isFirst = true
      world.during = (to) => {
        if (to.key === key && isFirst) world.rerender(Number(key.slice(2)), { whole: 'anew' })
        if (to.key === key) isFirst = false
      }
      for (let turn = 0; turn < 3; turn++) await world.deliver()
      expect(world.contents[Number(key.slice(2))]).toEqual({ whole: 'anew' })
      expect(world.posted).toEqual(['e.0', 'e.1', 'e.2'])
    }
  })

  it('is taken by no other for as long as requests are made under its mark', async () => {
    let renewed: boolean | undefined
    let others: Delivered | undefined
    let isFirst = true
    world.during = async (to) => {
      if (!isFirst) return
      isFirst = false
      world.advance(deliveryLimits.graceMs - 1)
      renewed = await to.renew?.()
      world.advance(deliveryLimits.graceMs - 1)
      others = await world.deliver()
    }
    expect(await world.deliver()).toMatchObject({ kind: 'posted' })
    expect(renewed).toBe(true)
    expect(others).toEqual({ kind: 'waiting', afterMs: 1 })
  })

  it('is let go by who has lost it to another', async () => {
    let renewed: boolean | undefined
    let isFirst = true
    world.during = async (to) => {
      if (!isFirst) return
      isFirst = false
      world.advance(deliveryLimits.graceMs)
      await world.deliver()
      renewed = await to.renew?.()
    }
    await world.deliver()
    expect(renewed).toBe(false)
  })

  const afterwards = faults.flatMap((fault) =>
    faults.map((opened) => ({
      opened,
      filled: fault,
      name: [opened, fault].map((each) => JSON.stringify(each)).join(),
    })),
  )
  it.each(afterwards)('comes once and whole, or is told of: $name', async ({ opened, filled }) => {
    world.faults.set('e.0', opened)
    world.fillFaults.push(filled)
    let last: Delivered | undefined
    for (let turn = 0; turn < 12; turn++) {
      last = await world.deliver().catch(() => undefined)
      if (last?.kind === 'posted' || last?.kind === 'failed') break
      world.advance(deliveryLimits.graceMs)
    }
    const refused = [opened, filled].some(({ answer, dies }) => answer === 'refused' && dies === 'never')
    expect(last?.kind).toBe(refused ? 'failed' : 'posted')
    expect(world.posted).toEqual([...new Set(world.posted)])
    if (!refused) expect(world.posted).toEqual(['e.0', 'e.1', 'e.2'])
    if (!refused) expect(world.contents[0]).toMatchObject({ whole: true })
  })
})

class Died extends Error {}

/** Rows and a platform in memory, of which each message fails once as told. */
class World {
  readonly faults = new Map<string, Fault>()
  always: Fault | undefined
  mayLook = true
  onMark: () => void = () => undefined
  /** How fills go wrong, one after another. */
  readonly fillFaults: Fault[] = []
  /** Since when a fill was told that it may have been made. */
  readonly fillsBegun: (string | null)[] = []
  /** What happened on the platform, and what its messages say. */
  readonly story: string[] = []
  readonly contents: RenderedMessage[] = []
  readonly posted: string[] = []
  readonly parents: (string | null)[] = []
  looks = 0
  tries = 0
  readonly #markedVersions: number[] = []
  /** What the platform does while it is asked. */
  during: (to: Destination) => void | Promise<void> = () => undefined
  #now = Date.parse('2026-11-24T08:00:00.000Z')
  #rows: PostPart[] = [0, 1, 2].map((part) => ({
    part,
    state: 'planned',
    message: null,
    attempts: 0,
    markedAt: null,
    version: 0,
    inParts: false,
    isNote: false,
    noteOf: null,
    isDeleted: false,
    rendered: {},
  }))

  /** Draws all messages so; one with an opening is the first alone. */
  render(rendered: RenderedMessage): void {
    this.#rows = this.#rows.map((row) => ({ ...row, rendered: rendered.opening && row.part > 0 ? {} : rendered }))
  }

  /** A message is drawn anew, as the store does it. */
  rerender(part: number, rendered: RenderedMessage): void {
    const row = this.#rows[part]
    if (row)
      this.#rows[part] = {
        ...row,
        rendered,
        version: row.version + 1,
        state: row.state === 'sent' ? 'open' : row.state,
      }
  }

  advance(ms: number): void {
    this.#now += ms
  }

  async deliver(): Promise<Delivered> {
    return await deliver(
      {
        edition: editionId('e'),
        platform: this.#platform,
        target: { workspace: workspaceId('w'), channel: { platform: 'slack', id: 'C' }, silent: false },
      },
      {
        clock: { now: () => new Date(this.#now).toISOString() },
        log: { info: () => undefined, warn: () => undefined, error: () => undefined },
        posts: {
          list: async () => this.#rows.map((row) => ({ ...row })),
          mark: async (_, { part, state, attempts }, now) => {
            const row = this.#rows[part]
            if (row?.state !== state || row.attempts !== attempts) return undefined
            const taken = state === 'planned' ? 'sending' : 'filling'
            const marked = { ...row, state: taken, attempts: attempts + 1, markedAt: now } as const
            this.#rows[part] = marked
            this.#markedVersions[part] = row.version
            this.onMark()
            return marked
          },
          renew: async (_, { part, attempts }, now) => {
            const row = this.#rows[part]
            if (row?.attempts !== attempts) return false
            this.#rows[part] = { ...row, markedAt: now }
            return true
          },
          settle: async (_, { part, attempts }, outcome) => {
            const row = this.#rows[part]
            if (!['sending', 'filling'].includes(row?.state ?? '') || row?.attempts !== attempts) return undefined
            const isOld = outcome.state === 'sent' && row.version !== this.#markedVersions[part]
            const state = isOld ? 'open' : outcome.state
            this.#rows[part] = { ...row, state, message: outcome.state === 'planned' ? null : outcome.message }
            return state
          },
        },
      },
    )
  }

  readonly #platform: Platform = {
    name: 'slack',
    render: () => [{}],
    send: async (message, to) => await this.#send(message, to),
    edit: async (message, to) => (await this.#platform.fill?.(message, to)) ?? { kind: 'refused', reason: '' },
    fill: async (message, to) => {
      const { message: ts, since } = to
      await this.during(to)
      this.fillsBegun.push(since)
      const fault = this.fillFaults.shift() ?? { commits: true, answer: 'sent', dies: 'never' }
      return this.#act(fault, ts, () => {
        this.story.push(`fill ${ts}`)
        this.contents[Number(ts.slice(1)) - 1] = message
      })
    },
    find: async ({ key }): Promise<Found> => {
      this.looks += 1
      if (!this.mayLook) return { kind: 'unsure', reason: 'we may not look' }
      const at = this.posted.indexOf(key)
      return at < 0 ? { kind: 'absent' } : { kind: 'found', message: `m${at + 1}` }
    },
    say: async () => true,
    mayManage: async () => 'workspace',
  }

  async #send(message: RenderedMessage, to: Destination): Promise<Sent> {
    this.tries += 1
    await this.during(to)
    const { key, parent } = to
    const fault = this.always ?? this.faults.get(key) ?? { commits: true, answer: 'sent', dies: 'never' }
    this.faults.delete(key)
    return this.#act(fault, `m${this.posted.length + 1}`, () => {
      this.story.push(`post ${key}`)
      this.contents.push(message)
      this.posted.push(key)
      this.parents.push(parent)
    })
  }

  #act(fault: Fault, message: string, commit: () => void): Sent {
    if (fault.dies === 'before') throw new Died()
    if (fault.commits) commit()
    if (fault.dies === 'after') throw new Died()
    switch (fault.answer) {
      case 'sent':
        return { kind: 'sent', message }
      case 'in line':
        return { kind: 'later', reason: 'not yet our turn', retryAfterMs: 7_000, isExact: true }
      case 'refused':
        return { kind: 'refused', reason: 'no such channel' }
      case 'later':
        return { kind: 'later', reason: 'slow down', retryAfterMs: 7_000 }
      case 'unknown':
        return { kind: 'unknown', reason: 'the reply was lost' }
    }
  }
}
