import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Command, CommandKind } from '../../src/chat/commands/command.ts'
import type { Reply } from '../../src/chat/commands/reply.ts'
import { runCommand } from '../../src/commands/run-command.ts'
import type { Article } from '../../src/domain/article.ts'
import type { Approval, Subscription } from '../../src/domain/subscription.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { gatherNews } from '../../src/intake/gather-news.ts'
import type { Asker, Job } from '../../src/ports.ts'
import { openEditions, postEdition } from '../../src/publishing/post-editions.ts'
import { showProof } from '../../src/publishing/proofs/show-proof.ts'
import type { Services } from '../../src/services.ts'
import type { UnreadEntry } from '../../src/store/intake/articles.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import type { Site } from '../fakes/site.ts'
import { type FakeSlack, startSlack } from '../fakes/slack.ts'
import { everyMorning, plainDigest, setSubscription } from '../fakes/subscription.ts'
import { bridgeArticle, startTown, type TownArticle } from '../fakes/town.ts'

/** What the paper has; a test may change it. */
const articles: TownArticle[] = [
  bridgeArticle,
  {
    slug: 'ferry',
    headline: 'Ferry to Sel sails again',
    paragraphs: [
      'The ferry Halcyon sailed to Sel on Tuesday for the first time since its hull was mended in the yard at Ostrand.',
      '“Nobody was hurt when she ran aground,” said Ida Rosen, the captain of the ferry.',
      'Tickets cost what they cost before, and bicycles travel free until the end of the season.',
    ],
  },
  {
    slug: 'mill',
    headline: 'Paper mill to close in June',
    paragraphs: [
      'The paper mill at Ostrand will close in June, and 320 people will lose their work, the owners announced on Monday.',
      '“We fought for every job,” said Par Holm, the leader of the union.',
      'A second buyer was found in May, according to the union, but nothing came of the talks.',
      'The machines were worn out, according to a first survey by the county.',
    ],
  },
]

/** Editions that editors approve, on a real store, with a clock of ours and jobs that are done when a test says so. */
describe('an edition with editors', () => {
  let town: Site
  let slack: FakeSlack
  let newsroom: OpenedNewsroom
  let services: Services
  let now: string
  let jobs: Job[]
  let team = 0

  const hour = 3_600_000
  const slot = '2026-11-26T08:00:00.000Z'
  const after = (fromSlot: number) => new Date(Date.parse(slot) + fromSlot).toISOString()

  beforeAll(async () => {
    town = await startTown(articles)
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

  let subscription: Subscription
  const desk = () => `CDESK${team}`
  const asker = (person: string): Asker => ({
    workspace: { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' },
    channel: { platform: 'slack', id: desk() },
    person,
    mayManage: null,
  })
  const approval = (): Approval => ({
    group: null,
    desk: { platform: 'slack', id: desk() },
    minutes: 60,
    otherwise: 'skip',
  })

  const set = async (change: Partial<Approval> = {}) => {
    const digest = {
      ...plainDigest,
      name: `Desk ${team}`,
      workspace: workspaceId('slack:T1'),
      channel: { platform: 'slack' as const, id: `C${team}` },
      schedule: everyMorning,
      owner: 'U1',
      approval: { ...approval(), ...change },
    }
    const id = await setSubscription(services.store, digest, slot)
    subscription = { ...digest, id }
  }

  beforeEach(async () => {
    team += 1
    now = after(-hour)
    jobs = []
    slack.posted.length = 0
    slack.members.clear()
    slack.members.set(desk(), ['U1', 'U2'])
    services = {
      ...newsroom.services,
      clock: { now: () => now },
      queue: { ...newsroom.services.queue, send: async (job) => void jobs.push(job) },
    }
    const asks: Asker = { ...asker('U1'), mayManage: true }
    await newsroom.ask(asks, 'feeds', `add ${town.url('/')}`)
    await gatherNews(newsroom.services)
    await set()
  })

  /** Does the queued jobs, and those that they queue, until none is left. */
  const work = async () => {
    for (let turn = 0; turn < 20 && jobs.length > 0; turn++)
      for (const job of jobs.splice(0)) {
        if (job.kind === 'post-edition') await postEdition(job.edition, services)
        if (job.kind === 'show-proof') await showProof(job.edition, services)
      }
  }
  const tick = async (time = now) => {
    now = time
    await openEditions(services)
    await work()
  }
  const edition = async () => {
    const [found] = await services.store.editions.latest(subscription.id, 1)
    if (!found) throw new Error('there is no edition')
    return found
  }
  const proof = async () => {
    const found = await services.store.proofs.find((await edition()).id)
    if (!found) throw new Error('there is no proof')
    return found
  }
  const give = async <Kind extends CommandKind>(command: Command<Kind>, person = 'U1'): Promise<Reply<Kind>> => {
    const reply = await runCommand(command, { asker: asker(person), services })
    await work()
    return reply
  }
  const decide = async (decision: Command<'decide-edition'>['decision'], person = 'U1', version?: number) =>
    await give(
      { kind: 'decide-edition', edition: (await edition()).id, version: version ?? (await proof()).version, decision },
      person,
    )
  const judge = async (at: number, verdict: Command<'judge-story'>['verdict'], person = 'U1') => {
    const { stories } = await proof()
    const { id = '', version = 0 } = stories[at] ?? {}
    return await give({ kind: 'judge-story', edition: (await edition()).id, story: id, version, verdict }, person)
  }
  const inChannel = () => slack.posted.filter(({ channel }) => channel === `C${team}`)
  const atDesk = () => slack.posted.filter(({ channel }) => channel === desk())
  const textOf = (posts: readonly { readonly blocks: unknown }[]) => JSON.stringify(posts.map(({ blocks }) => blocks))

  it('is shown at its desk an hour before, and goes out at its slot once it is approved', async () => {
    await tick()
    expect((await edition()).state).toBe('review')
    expect(atDesk()).toHaveLength(1)
    expect(textOf(atDesk())).toContain(`Draft: Desk ${team}`)
    expect(inChannel()).toEqual([])
    const reply = await decide('approve')
    expect(reply.done).toBe(true)
    await tick(after(-hour / 2))
    expect(inChannel()).toEqual([])
    await tick(slot)
    expect((await edition()).state).toBe('posted')
    expect(inChannel()).toHaveLength(1)
    expect(textOf(inChannel())).toContain('An editor reviewed and approved this digest.')
    expect(textOf(inChannel())).not.toContain('written and checked against the articles automatically')
    expect(atDesk()).toHaveLength(1)
    expect(textOf(atDesk())).toContain('Sent. Approved by ')
  })

  it('that nobody approved is skipped at its slot, and none of its stories is lost', async () => {
    await tick()
    const before = (await proof()).stories.map(({ id }) => id)
    await tick(slot)
    expect(await edition()).toMatchObject({ state: 'skipped', reason: 'nobody approved it in time' })
    expect(inChannel()).toEqual([])
    await tick(after(23 * hour))
    expect((await edition()).slot).toBe(after(24 * hour))
    expect((await proof()).stories.map(({ id }) => id).toSorted()).toEqual(before.toSorted())
  })

  it('that nobody approved sends its stories without doubts if it is set so, and says so', async () => {
    await set({ otherwise: 'sure' })
    await tick()
    const headlines = (await proof()).stories.map(({ draft }) => draft.headline)
    await judge(headlines.indexOf(bridgeArticle.headline), 'dropped')
    await tick(slot)
    expect((await edition()).state).toBe('posted')
    expect(textOf(inChannel())).not.toContain(bridgeArticle.headline)
    expect(textOf(inChannel())).toContain('Ferry to Sel sails again')
    expect(textOf(inChannel())).toContain('Nobody approved this digest in time')
  })

  it('sends at once when an editor says so', async () => {
    await tick()
    await decide('now')
    expect((await edition()).state).toBe('posted')
    await tick(slot)
    expect(inChannel()).toHaveLength(1)
  })

  it('waits while it is held, goes out late with a note, and is given up after twelve hours', async () => {
    await tick()
    await decide('hold')
    await tick(after(hour))
    expect((await edition()).state).toBe('review')
    await decide('approve', 'U2')
    expect((await edition()).state).toBe('posted')
    expect(textOf(inChannel())).toMatch(/This digest was due .* and was approved /)
  })

  it('that is held for good comes to nothing, and its stories come again', async () => {
    await tick()
    await decide('hold')
    await tick(after(13 * hour))
    expect(await edition()).toMatchObject({ state: 'skipped' })
    expect(inChannel()).toEqual([])
  })

  it('does not go out on a yes to what has changed since, nor twice on two', async () => {
    await tick()
    const { version } = await proof()
    await judge(0, 'dropped', 'U2')
    const stale = await decide('approve', 'U1', version)
    expect(stale).toMatchObject({ done: false, code: 'busy' })
    await tick(slot)
    expect((await edition()).state).toBe('skipped')
  })

  it('takes one of two editors’ answers to the same question', async () => {
    await tick()
    const { version } = await proof()
    const replies = await Promise.all([decide('now', 'U1', version), decide('now', 'U2', version)])
    expect(replies.map(({ done }) => done).toSorted((one, other) => Number(one) - Number(other))).toEqual([false, true])
    await work()
    expect(inChannel()).toHaveLength(1)
  })

  it('must be approved again once its words are edited', async () => {
    await tick()
    await decide('approve')
    const { stories } = await proof()
    const { id = '', version = 0 } = stories[0] ?? {}
    const edited = await give({
      kind: 'edit-story',
      edition: (await edition()).id,
      story: id,
      version,
      headline: stories[0]?.draft.headline.replace(/^\w/, (first) => first) ?? '',
      summary: '',
      vouch: false,
    })
    expect(edited.done).toBe(true)
    expect((await proof()).decision).toBeNull()
    await tick(slot)
    expect((await edition()).state).toBe('skipped')
  })

  it('has on record what an editor could not save, and why', async () => {
    await tick()
    const { stories } = await proof()
    const { id = '', version = 0, draft } = stories[0] ?? {}
    const given = { kind: 'edit-story', edition: (await edition()).id, story: id, version, vouch: false } as const
    const headline = `${draft?.headline ?? ''}: 98,765 fined`
    expect(await give({ ...given, headline, summary: null }, 'U2')).toMatchObject({ done: false })
    const [last] = (await services.store.proofs.record((await edition()).id)).toReversed()
    expect(last).toMatchObject({
      person: 'U2',
      deed: { kind: 'refused', story: id, words: { headline }, reason: expect.stringContaining('98,765') as string },
    })
    expect((await proof()).stories[0]?.draft.headline).toBe(draft?.headline)
    const manager: Asker = { ...asker('U1'), mayManage: true }
    const shown = await runCommand({ kind: 'show-record', edition: (await edition()).id }, { asker: manager, services })
    expect(JSON.stringify(shown.document)).toContain('tried to edit')
  })

  it('never brings back a story that its editors dropped, once it has gone out', async () => {
    await tick()
    const dropped = (await proof()).stories[0]?.id
    await judge(0, 'dropped')
    await decide('now')
    await services.store.editions.insert(
      { subscription: subscription.id },
      after(2 * hour),
      async (id) => void jobs.push({ kind: 'post-edition', edition: id }),
    )
    now = after(2 * hour)
    await work()
    expect((await edition()).state).toBe('skipped')
    expect(dropped).toBeDefined()
  })

  it('listens only to those who belong to its desk now', async () => {
    await tick()
    expect(await decide('now', 'U3')).toMatchObject({ done: false, code: 'not-allowed' })
    slack.members.set(desk(), ['U2'])
    expect(await decide('now', 'U1')).toMatchObject({ done: false, code: 'not-allowed' })
    expect((await edition()).state).toBe('review')
    expect(await decide('now', 'U2')).toMatchObject({ done: true })
  })

  it('keeps on record who saw, changed and approved it', async () => {
    await tick()
    await give({ kind: 'show-desk' }, 'U2')
    await judge(1, 'dropped', 'U2')
    await decide('now')
    const entries = await services.store.proofs.record((await edition()).id)
    expect(entries.map(({ person, deed }) => [person, deed.kind])).toEqual([
      [null, 'made'],
      ['U2', 'shown'],
      ['U2', 'judged'],
      ['U2', 'shown'],
      ['U1', 'decided'],
      [null, 'sent'],
    ])
  })

  it('typed as approved goes out only if the editor was shown it as it is', async () => {
    await tick()
    const approve = async () =>
      await give({ kind: 'decide-edition', edition: null, version: null, decision: 'approve' })
    expect(await approve()).toMatchObject({ done: false, code: 'busy' })
    await give({ kind: 'show-desk' })
    await judge(0, 'accepted', 'U2')
    expect(await approve()).toMatchObject({ done: false, code: 'busy' })
    await give({ kind: 'show-desk' })
    expect(await approve()).toMatchObject({ done: true })
  })

  it('is what people see of its stories afterwards, without what its editors left out', async () => {
    await tick()
    const { stories } = await proof()
    const at = stories.findIndex(({ draft }) => draft.headline === 'Ferry to Sel sails again')
    const ferry = stories[at]
    const [claim] = ferry?.draft.claims ?? []
    if (!ferry || !claim) throw new Error('there is no ferry')
    const story = ferry.id
    const before = await give({ kind: 'show-story', story })
    expect(JSON.stringify(before.document)).toContain('Nobody was hurt')
    const part = `claim:${claim.id}`
    const cut = {
      kind: 'change-part',
      edition: (await edition()).id,
      story,
      version: ferry.version,
      part,
      isIn: false,
    } as const
    expect((await give(cut)).done).toBe(true)
    await decide('now')
    expect(textOf(inChannel())).not.toContain('Nobody was hurt')
    expect(JSON.stringify((await give({ kind: 'show-story', story })).document)).not.toContain('Nobody was hurt')
    // Other digests of this file have posted it; this one has not.
    const asked = await give({ kind: 'show-claims', speaker: 'Ida Rosen' })
    const { id } = await edition()
    expect(asked.done && asked.data.statements.filter((each) => each.edition === id)).toEqual([])
    expect(asked.done && JSON.stringify(asked.data.stories)).not.toContain('Nobody was hurt')
  })

  it('asks again for a story whose article changed, and for that story only', async () => {
    await tick()
    await decide('approve')
    const before = await proof()
    const ferry = before.stories.find(({ draft }) => draft.headline === 'Ferry to Sel sails again')
    const [read] = ferry?.articles ?? []
    const article = read && (await services.store.articles.find(read.id))
    if (!ferry || !article) throw new Error('there is no ferry')
    const text = article.text.replace('Nobody was hurt', 'One sailor was hurt')
    await changeArticle(newsroom, article, text)
    await tick(after(-hour / 2))
    const { stories, decision } = await proof()
    expect(decision?.kind).toBe('approved')
    expect(stories.map(({ id, verdict }) => [id === ferry.id, verdict])).toEqual(
      before.stories.map(({ id }) => [id === ferry.id, id === ferry.id ? 'open' : 'accepted']),
    )
    expect(textOf(atDesk())).toContain('1 story must be accepted again')
    await tick(slot)
    expect((await edition()).state).toBe('posted')
    expect(textOf(inChannel())).not.toContain('Ferry to Sel')
    await changeArticle(newsroom, article, article.text)
  })

  it('says why each of its stories is in it or not', async () => {
    const reasons = async () => {
      const reply = await give({ kind: 'explain-edition', edition: (await edition()).id })
      return reply.done ? reply.data.stories.map(({ reason }) => reason) : []
    }
    await tick()
    await judge(0, 'dropped')
    await judge(1, 'accepted')
    expect((await reasons()).toSorted()).toEqual([
      'in the draft, accepted',
      'in the draft, dropped',
      'in the draft, waiting for approval',
    ])
    await decide('now')
    expect((await reasons()).toSorted()).toEqual(['in', 'in', 'out, an editor dropped it'])
  })

  it('that somebody asked for waits for its editors, whatever the time, and its stories with it', async () => {
    const asked = await services.store.editions.insert({ subscription: subscription.id }, now, async (id) => {
      jobs.push({ kind: 'post-edition', edition: id })
    })
    await work()
    expect(textOf(atDesk())).toContain('It goes out as soon as somebody approves it.')
    await tick(after(hour / 2))
    expect((await services.store.editions.find(asked))?.state).toBe('review')
    expect(await edition()).toMatchObject({ slot, state: 'skipped' })
    const { version } = (await services.store.proofs.find(asked)) ?? { version: 0 }
    await give({ kind: 'decide-edition', edition: asked, version, decision: 'approve' })
    expect((await services.store.editions.find(asked))?.state).toBe('posted')
  })

  it('that could only be shown late still leaves its editors their time', async () => {
    await tick(after(hour / 4))
    expect((await edition()).state).toBe('review')
    expect((await proof()).dueAt).toBe(after(hour * 1.25))
    await tick(after(hour))
    expect((await edition()).state).toBe('review')
    await tick(after(hour * 1.25))
    expect((await edition()).state).toBe('skipped')
  })

  it('of a digest that is paused waits, unless an editor sends it', async () => {
    await set({ otherwise: 'sure' })
    await tick()
    await services.store.subscriptions.pause(subscription.id, { until: null }, null)
    await tick(slot)
    expect((await edition()).state).toBe('review')
    await decide('now')
    expect((await edition()).state).toBe('posted')
  })

  it('brings back what its editors left out neither by a changed article nor without their yes', async () => {
    await set({ otherwise: 'sure' })
    await tick()
    const { stories } = await proof()
    const ferry = stories.find(({ draft }) => draft.headline === 'Ferry to Sel sails again')
    const [claim] = ferry?.draft.claims ?? []
    const article = ferry?.articles[0] && (await services.store.articles.find(ferry.articles[0].id))
    if (!ferry || !claim || !article) throw new Error('there is no ferry')
    const part = `claim:${claim.id}`
    await give({
      kind: 'change-part',
      edition: (await edition()).id,
      story: ferry.id,
      version: ferry.version,
      part,
      isIn: false,
    })
    await changeArticle(newsroom, article, article.text.replace('bicycles travel free', 'all bicycles travel free'))
    await tick(after(-hour / 2))
    const renewed = (await proof()).stories.find(({ id }) => id === ferry.id)
    expect(renewed?.draft.cut).toHaveLength(1)
    await tick(slot)
    expect(textOf(inChannel())).not.toContain('Nobody was hurt')
    expect(textOf(inChannel())).not.toContain('Ferry to Sel')
    await changeArticle(newsroom, article, article.text)
  })

  it('lets its editors restore what they left out, and what the check did, on their word', async () => {
    await tick()
    const change = async (part: string, isIn: boolean) => {
      const { stories } = await proof()
      const mill = stories.find(({ draft }) => draft.headline === 'Paper mill to close in June')
      const { id = '', version = 0 } = mill ?? {}
      return await give({ kind: 'change-part', edition: (await edition()).id, story: id, version, part, isIn })
    }
    const shown = async () => {
      const { stories } = await proof()
      const mill = stories.find(({ draft }) => draft.headline === 'Paper mill to close in June')
      const reply = await give({ kind: 'show-draft', edition: (await edition()).id, story: mill?.id ?? '' })
      if (!reply.done || !('story' in reply.data)) throw new Error('the mill is not shown')
      return reply.data.story
    }
    const [withheld] = (await shown()).withheld
    const part = withheld?.part ?? ''
    expect((await change(part, true)).done).toBe(true)
    expect((await shown()).weak.map((each) => each.reason)).toContain('it stands on an editor’s word')
    expect((await change(part, false)).done).toBe(true)
    expect((await shown()).withheld.map((each) => each.part)).toEqual([part])
    expect((await change(part, true)).done).toBe(true)
    expect((await shown()).parts.map((each) => each.part)).toContain(part)
    expect((await change(part, true)).done).toBe(false)
    expect((await change('claim:none', false)).done).toBe(false)
  })

  it('is not accepted in words by somebody who has not looked at it as it is', async () => {
    await tick()
    const accept = async () =>
      await give({ kind: 'judge-story', edition: null, story: '1', version: null, verdict: 'accepted' }, 'U2')
    expect(await accept()).toMatchObject({ done: false, code: 'busy' })
    await give({ kind: 'show-draft', edition: null, story: '1' }, 'U2')
    expect(await accept()).toMatchObject({ done: true })
  })

  it('may be freed from its editors by none but them', async () => {
    await services.store.subscriptions.change(subscription.id, () => ({ owner: 'U9', managers: ['U1'] }))
    slack.members.set(desk(), ['U1'])
    const asManager = { ...asker('U9'), mayManage: null }
    expect((await newsroom.ask(asManager, 'digest', `schedule "Desk ${team}" approve off`)).done).toBe(false)
    const asEditor = { ...asker('U1'), mayManage: null }
    expect((await newsroom.ask(asEditor, 'digest', `schedule "Desk ${team}" approve off`)).done).toBe(true)
    expect((await services.store.subscriptions.find(subscription.id))?.approval).toBeNull()
  })

  it('tells its owner if its editors cannot be shown it', async () => {
    slack.fail('chat.postMessage', { kind: 'error', error: 'is_archived' })
    await tick()
    expect(
      slack.posted.map(({ channel, text }) => [channel, text.includes('could not be shown to its editors')]),
    ).toEqual([['U1', true]])
  })

  it('has no move on record that moved nothing, as another editor was faster', async () => {
    await tick()
    const { proofs } = services.store
    const { stories, edition: id } = await proof()
    const move = (at: number, by: -1 | 1): Command<'move-story'> => {
      const { id: story = '', version = 0 } = stories[at] ?? {}
      return { kind: 'move-story', edition: id, story, version, by }
    }
    const change = proofs.change.bind(proofs)
    const spy = vi.spyOn(proofs, 'change').mockImplementationOnce(async (...given) => {
      // By the time the first editor's change is made, the second has moved that story to the end and approved.
      await give(move(2, -1), 'U2')
      await give({ ...move(2, -1), version: (await proof()).version }, 'U2')
      await give(move(1, -1), 'U2')
      await decide('approve', 'U2')
      return await change(...given)
    })
    const late = await give(move(0, 1))
    spy.mockRestore()
    const moved = (await proofs.record(id)).flatMap(({ person, deed }) => (deed.kind === 'moved' ? person : []))
    expect({ late, moved }).toMatchObject({ late: { done: false, code: 'busy' }, moved: ['U2', 'U2', 'U2'] })
    expect((await proof()).decision?.kind).toBe('approved')
    await decide('skip')
    expect((await edition()).state).toBe('skipped')
  })
})

/** Changes an article's text, as a later reading of its page would. */
async function changeArticle({ services }: OpenedNewsroom, before: Article, text: string): Promise<void> {
  const { store } = services
  const [feed] = await store.feeds.list(workspaceId('slack:T1'))
  if (!feed) throw new Error('there is no feed')
  const unread = { feed: feed.id, guid: 'ferry' } as UnreadEntry
  const after = { article: { ...before, text }, sketch: [] }
  await store.articles.revise(unread, { before: before.id, after, changes: [] }, new Date().toISOString())
}
