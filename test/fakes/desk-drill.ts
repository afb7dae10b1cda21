import { Kysely } from 'kysely'
import type { Connection } from '../../src/adapters/postgres/connection.ts'
import { writeByRules } from '../../src/brief/rules/rules-writer.ts'
import type { Command } from '../../src/chat/commands/command.ts'
import { runCommand } from '../../src/commands/run-command.ts'
import type { EditionId } from '../../src/domain/digest.ts'
import type { Proof, RecordEntry } from '../../src/domain/edition/proof.ts'
import { shiftInstant } from '../../src/domain/instant.ts'
import { type SubscriptionId, type Workspace, workspaceId } from '../../src/domain/subscription.ts'
import { grammarFor } from '../../src/language/grammars.ts'
import type { Job, Platform } from '../../src/ports.ts'
import { postEdition } from '../../src/publishing/post-editions.ts'
import { versionOf } from '../../src/publishing/proofs/make-proof.ts'
import { showProof } from '../../src/publishing/proofs/show-proof.ts'
import { tendProofs } from '../../src/publishing/proofs/tend-proofs.ts'
import type { Services } from '../../src/services.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { openStore, type Store } from '../../src/store/store.ts'
import { Mortal } from './mortal.ts'
import { misfortunes, type World } from './platform-worlds.ts'
import { randomFrom } from './random.ts'
import { fillStories, rulesDoors, silent } from './rules-doors.ts'
import { plainDigest, setSubscription } from './subscription.ts'

/** What many reviewed editions came to. */
export interface Drilled {
  readonly editions: number
  readonly deaths: number
  readonly faults: number
  readonly posted: number
  readonly skipped: number
  readonly failed: number
  readonly unknown: number
  /** Messages to readers that nobody had approved, or not as they were. */
  readonly unapproved: number
  /** Messages to readers that came twice. */
  readonly doubled: number
  /** Editions that were approved and did not go out, and stories of skipped ones that count as posted. */
  readonly lost: number
}

export interface Drill {
  readonly connections: readonly Connection[]
  readonly world: World
  readonly editions: number
  readonly seed: number
  /** Editions drilled at the same time. */
  readonly width: number
}

const minute = 60_000
const hour = 60 * minute
const editors = ['U1', 'U2']
const headlines = ['Bridge over the Tarn closes for repairs', 'Ferry to Sel sails again after a year']

/**
 * Lets two editors at a time accept, drop, move, cut, approve, hold and skip editions, in processes that die at any
 * moment and take over from each other, while the platform answers with each of its faults. Counts what must never be.
 */
export async function drillDesk({ connections, world, editions, seed, width }: Drill): Promise<Drilled> {
  const stores: Store[] = []
  for (const { dialect } of connections) stores.push(await openStore(new Kysely<Tables>({ dialect })))
  const [first] = stores
  if (!first) throw new Error('there is no database')
  const workspace: Workspace = { id: workspaceId(`${world.name}:T1`), kind: world.name, name: 'Team' }
  await first.workspaces.ensure(workspace)
  const told = headlines.map((title) => ({ title, text: textOf(title) }))
  await fillStories(first, workspace, told)
  const tally = {
    deaths: 0,
    faults: 0,
    posted: 0,
    skipped: 0,
    failed: 0,
    unknown: 0,
    unapproved: 0,
    doubled: 0,
    lost: 0,
  }
  let begun = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (begun < editions) {
        begun += 1
        const one = new DrilledEdition({
          number: begun,
          stores,
          world,
          workspace,
          random: randomFrom(seed * 1_000_003 + begun),
        })
        const outcome = await one.run()
        for (const [name, count] of Object.entries(outcome)) tally[name as keyof typeof tally] += count
      }
    }),
  )
  return { editions, ...tally }
}

function textOf(title: string): string {
  return `${title}. The work began on Monday and will take twelve weeks, the council said.\n\n“Nobody was told,” said Ana Ruiz, the mayor of Tarn.`
}

interface Given {
  readonly number: number
  readonly stores: readonly Store[]
  readonly world: World
  readonly workspace: Workspace
  readonly random: () => number
}

/** One edition, from its proof to what became of it. */
class DrilledEdition {
  readonly #given: Given
  readonly #clock: { ms: number; now(): string }
  readonly #channel: string
  readonly #desk: string
  readonly #jobs: Job[] = []
  #edition: EditionId | undefined
  #isHealing = false
  #deaths = 0

  constructor(given: Given) {
    this.#given = given
    const clock = { ms: Date.parse('2090-01-02T07:00:00Z'), now: () => new Date(clock.ms).toISOString() }
    this.#clock = clock
    const { number, world } = given
    this.#channel = world.name === 'discord' ? String(10_000_000 + number) : `C${number}`
    this.#desk = world.name === 'discord' ? String(90_000_000 + number) : `CDESK${number}`
    for (const channel of [this.#channel, this.#desk]) world.clocks.set(channel, clock)
  }

  async run(): Promise<Omit<Drilled, 'editions'>> {
    const { random, world } = this.#given
    const subscription = await this.#begin()
    const planned = [this.#channel, this.#desk].map((channel) => {
      const befalls = misfortunes.filter(() => random() < 0.12)
      world.next.set(channel, befalls)
      return befalls.length
    })
    const faults = planned.reduce((sum, count) => sum + count, 0)
    for (let turn = 0; turn < 14; turn++) await this.#step()
    await this.#heal()
    return { faults, deaths: this.#deaths, ...(await this.#judge(subscription)) }
  }

  async #begin(): Promise<SubscriptionId> {
    const { stores, world, workspace, number, random } = this.#given
    const store = stores[0] as Store
    const slot = shiftInstant(this.#clock.now(), hour)
    const approval = {
      group: null,
      desk: { platform: world.name, id: this.#desk },
      minutes: 60,
      otherwise: random() < 0.5 ? ('skip' as const) : ('sure' as const),
    }
    const digest = {
      ...plainDigest,
      name: `Desk ${number}`,
      workspace: workspace.id,
      channel: { platform: world.name, id: this.#channel },
      approval,
    }
    const subscription = await setSubscription(store, digest, slot)
    await store.editions.open({ subscription, slot }, { next: null, now: this.#clock.now() }, async (id) => {
      this.#edition = id
    })
    const feeds = (await store.feeds.list(workspace.id)).map(({ id }) => id)
    const stories: Proof['stories'][number][] = []
    for (const id of await store.stories.recent('2000-01-01T00:00:00.000Z', feeds)) {
      const articles = await store.stories.articles(id, feeds)
      const draft = writeByRules({ id, articles }, grammarFor)
      stories.push({
        id,
        draft,
        byline: { writer: 'rules', version: 3 },
        articles: articles.map(versionOf),
        followUp: null,
        verdict: 'open',
        version: 1,
      })
    }
    const proof: Proof = {
      edition: this.#id(),
      approval,
      madeAt: this.#clock.now(),
      dueAt: slot,
      stories,
      more: 0,
      version: 1,
      decision: null,
    }
    await store.proofs.open(proof, { kind: 'made', stories: [] }, this.#clock.now())
    this.#jobs.push({ kind: 'show-proof', edition: this.#id() })
    return subscription
  }

  #id(): EditionId {
    if (!this.#edition) throw new Error('there is no edition')
    return this.#edition
  }

  async #step(): Promise<void> {
    const dice = this.#given.random()
    if (dice < 0.3) await this.#act()
    else if (dice < 0.45) await Promise.all([this.#act(), this.#act()])
    else if (dice < 0.65) await Promise.all([this.#work(), this.#act(), this.#act()])
    else if (dice < 0.75) await this.#work()
    else if (dice < 0.9) await this.#inProcess(async (services) => await this.#tend(services))
    else this.#clock.ms += Math.floor(this.#given.random() * 25) * minute
  }

  /** An editor does something with what they saw last, which may no longer be so. */
  async #act(): Promise<void> {
    const { random, stores, workspace, world } = this.#given
    const seen = await (stores[0] as Store).proofs.find(this.#id())
    const command = seen && this.#commandOn(seen)
    if (!command) return
    const person = editors[Math.floor(random() * editors.length)] ?? 'U1'
    const asker = { workspace, channel: { platform: world.name, id: this.#desk }, person, mayManage: null }
    await this.#inProcess(async (services) => void (await runCommand(command, { asker, services })))
  }

  #commandOn(seen: Proof): Command | undefined {
    const { random } = this.#given
    const edition = this.#id()
    const story = seen.stories[Math.floor(random() * seen.stories.length)]
    const isStale = random() < 0.15
    const of = { edition, story: story?.id ?? '', version: (story?.version ?? 0) - (isStale ? 1 : 0) }
    const dice = random()
    if (dice < 0.2) return { kind: 'judge-story', ...of, verdict: 'accepted' }
    if (dice < 0.32) return { kind: 'judge-story', ...of, verdict: 'dropped' }
    if (dice < 0.4) return { kind: 'judge-story', ...of, verdict: 'open' }
    if (dice < 0.5) return { kind: 'move-story', ...of, by: random() < 0.5 ? 1 : -1 }
    if (dice < 0.6)
      return { kind: 'change-part', ...of, part: `claim:${story?.draft.claims[0]?.id ?? ''}`, isIn: false }
    const decision = dice < 0.8 ? 'approve' : dice < 0.9 ? 'now' : dice < 0.96 ? 'hold' : 'skip'
    return { kind: 'decide-edition', edition, version: seen.version - (isStale ? 1 : 0), decision }
  }

  async #tend(services: Services): Promise<void> {
    for (const edition of await tendProofs(services, { staleMs: 12 * hour, limit: 1_000 }))
      if (edition === this.#id()) this.#jobs.push({ kind: 'post-edition', edition })
    const unsettled = await services.store.editions.find(this.#id())
    if (unsettled?.state === 'posting') this.#jobs.push({ kind: 'post-edition', edition: this.#id() })
  }

  /** Does a job; one whose process dies is done again later. */
  async #work(): Promise<void> {
    const job = this.#jobs.shift()
    if (!job || !('edition' in job)) return
    const isDone = await this.#inProcess(async (services) =>
      job.kind === 'post-edition' ? await postEdition(job.edition, services) : await showProof(job.edition, services),
    )
    if (!isDone) this.#jobs.push(job)
  }

  /** Runs work in a process that may die; false if it did. */
  async #inProcess(work: (services: Services) => Promise<void>): Promise<boolean> {
    const { stores, random } = this.#given
    const mortal = new Mortal()
    const store = stores[Math.floor(random() * stores.length)] as Store
    if (!this.#isHealing && random() < 0.4) mortal.dieAfter(Math.floor(random() * 16))
    const services = rulesDoors({
      store: mortal.each(store),
      platforms: [this.#platform(mortal)],
      clock: this.#clock,
      queue: {
        send: async (job: Job) => {
          await mortal.moment()
          // Jobs of other editions, which this drill's rounds find as well, belong to those.
          if ('edition' in job && job.edition === this.#id()) this.#jobs.push(job)
        },
      } as unknown as Services['queue'],
      log: silent,
    })
    const died = await mortal.run(async () => await work(services))
    if (died) this.#deaths += 1
    return !died
  }

  /** The platform as a mortal process sees it; everybody who asks belongs to the desk. */
  #platform(mortal: Mortal): Platform {
    const platform = this.#given.world.open()
    const { edit, fill } = platform
    return {
      ...platform,
      send: async (...given) => await mortal.call(async () => await platform.send(...given)),
      find: async (...given) => await mortal.call(async () => await platform.find(...given)),
      ...(fill ? { fill: async (...given) => await mortal.call(async () => await fill(...given)) } : {}),
      ...(edit ? { edit: async (...given) => await mortal.call(async () => await edit(...given)) } : {}),
      isMember: async () => true,
      say: async () => true,
    }
  }

  /** Lets time pass without deaths or faults until the edition is settled. */
  async #heal(): Promise<void> {
    const { world, stores } = this.#given
    this.#isHealing = true
    for (const channel of [this.#channel, this.#desk]) world.next.set(channel, [])
    for (let turn = 0; turn < 60; turn++) {
      this.#clock.ms += turn < 10 ? 20_000 : 30 * minute
      await this.#inProcess(async (services) => await this.#tend(services))
      for (let job = 0; job < 8; job++) await this.#work()
      const state = (await (stores[0] as Store).editions.find(this.#id()))?.state
      if (state !== 'review' && state !== 'posting' && this.#jobs.length === 0) return
    }
  }

  async #judge(subscription: SubscriptionId): Promise<Omit<Drilled, 'editions' | 'deaths' | 'faults'>> {
    const { stores, world } = this.#given
    const store = stores[0] as Store
    const edition = await store.editions.find(this.#id())
    const proof = await store.proofs.find(this.#id())
    if (!edition || !proof) throw new Error('the edition is gone')
    const entries = await store.proofs.record(this.#id())
    const posts = world.count(this.#channel, `${edition.id}.0`)
    const shown = edition.document?.flatMap((block) => (block.kind === 'story' ? block.id : [])) ?? []
    const isAllowed = mayHaveGoneOut(entries, proof)
    const isWrong =
      posts > 0 &&
      (!isAllowed || shown.some((id) => proof.stories.find((each) => each.id === id)?.verdict === 'dropped'))
    const counts = (await store.postedStories.count(subscription)) > 0
    const isLost =
      (edition.state === 'posted' && posts === 0) ||
      edition.state === 'review' ||
      edition.state === 'posting' ||
      (edition.state === 'skipped' && (counts || posts > 0))
    return {
      posted: Number(edition.state === 'posted'),
      skipped: Number(edition.state === 'skipped'),
      failed: Number(edition.state === 'failed'),
      unknown: Number(edition.state === 'unknown'),
      unapproved: Number(isWrong),
      doubled: Number(posts > 1),
      lost: Number(isLost),
    }
  }
}

/** True if the record says that an editor approved what went out, or that it lapsed and may go without. */
function mayHaveGoneOut(entries: readonly RecordEntry[], { approval }: Proof): boolean {
  const deeds = entries.map(({ deed }) => deed)
  const sent = deeds.findIndex(({ kind }) => kind === 'sent')
  if (sent < 0) return false
  const before = deeds.slice(0, sent)
  if (before.some(({ kind }) => kind === 'lapsed')) return approval.otherwise === 'sure'
  const approved = before.findLastIndex((deed) => deed.kind === 'decided' && deed.decision === 'approved')
  const undone = before.findLastIndex(
    (deed) =>
      deed.kind === 'edited' ||
      deed.kind === 'claim' ||
      deed.kind === 'moved' ||
      (deed.kind === 'decided' && deed.decision !== 'approved'),
  )
  return approved >= 0 && approved > undone
}
