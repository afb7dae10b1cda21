import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handleJob } from '../../../src/app/tick.ts'
import { parseCommand } from '../../../src/chat/commands/parse-command.ts'
import { plainWords } from '../../../src/chat/rich-text.ts'
import { menu } from '../../../src/commands/menu.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import { gatherNews } from '../../../src/intake/gather-news.ts'
import type { Asker, Job } from '../../../src/ports.ts'
import { openEditions, postEdition } from '../../../src/publishing/post-editions.ts'
import type { Services } from '../../../src/services.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../../fakes/newsroom.ts'
import type { Site } from '../../fakes/site.ts'
import { type FakeSlack, startSlack } from '../../fakes/slack.ts'
import { bridgeArticle, ferryArticle, startTown, type TownArticle } from '../../fakes/town.ts'

const asker: Asker = {
  workspace: { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' },
  channel: { platform: 'slack', id: 'CDESK' },
  person: 'U1',
  mayManage: true,
}

const retold: TownArticle = {
  slug: 'tarn-bridge',
  headline: 'Tarn bridge closes for twelve weeks',
  paragraphs: [
    'Drivers in Tarn face a detour from Monday, when engineers shut the town’s main bridge for three months of repairs.',
    'The bolts that hold the deck have rusted through, according to Jon Vass, who inspects bridges for the county.',
    'Mayor Ana Ruiz told reporters that there had been no other choice. Buses use the old ford in the meantime.',
  ],
}
const halcyon: TownArticle = {
  slug: 'halcyon',
  headline: 'Halcyon ferry back in service to Sel after repairs',
  paragraphs: [
    'Islanders on Sel have their ferry back: the Halcyon made its first crossing on Tuesday after weeks in the yard.',
    'Captain Ida Rosen said that nobody had come to harm when the ship ran aground. Fares stay as they were.',
  ],
}
const fire: TownArticle = {
  slug: 'fire',
  headline: 'Fire on a wooden bridge at Sel injures two firefighters',
  paragraphs: [
    'A fire on the wooden bridge at Sel injured two firefighters on Monday night, the fire brigade said.',
    'It broke out in a workshop below the bridge and was put out after four hours.',
  ],
}
const blaze: TownArticle = {
  slug: 'blaze',
  headline: 'Two firefighters injured as bridge at Sel burns',
  paragraphs: [
    'Flames destroyed half of the old wooden bridge at Sel overnight, and two firefighters were taken to hospital.',
    'Brigade commander Liv Aas said that they would be home by the weekend. Police are looking into the cause.',
  ],
}
const sold = [
  'The ferry Halcyon was sold to the islanders of Sel on Wednesday for four million, the harbour office said.',
  'Captain Ida Rosen said that she would stay on the bridge of the ship for another season.',
]
const bought = [
  'Sel buys its ferry: the islanders paid four million for the Halcyon, which has served them for thirty years.',
  'The sale was signed on Wednesday in the harbour office. Fares stay as they were until spring.',
]
const plough: TownArticle = {
  slug: 'plough',
  headline: 'Council of Vik buys a second snow plough',
  paragraphs: [
    'The council of Vik bought a second snow plough on Monday for the roads above the lake.',
    '“Everybody has to praise the new plough,” said Nils Falk, the head of the depot.',
  ],
}

describe('a watch', () => {
  const weekly: TownArticle[] = []
  const courier: TownArticle[] = []
  const towns: Site[] = []
  let slack: FakeSlack
  let newsroom: OpenedNewsroom
  let services: Services
  // A Monday morning.
  let now = Date.parse('2031-03-03T09:00:00Z')

  beforeAll(async () => {
    const today = () => new Date(now)
    towns.push(await startTown(weekly, 'Tarn Weekly', today), await startTown(courier, 'River Courier', today))
    slack = await startSlack()
    newsroom = await openTestNewsroom({
      ONRECORD_ALLOW_HOSTS: towns.map(({ host }) => host).join(','),
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: 'xoxb-T1',
    })
    const jobs: Job[] = []
    services = {
      ...newsroom.services,
      clock: { now: () => new Date(now).toISOString() },
      queue: { ...newsroom.services.queue, send: async (job) => void jobs.push(job) },
    }
    work = async () => {
      for (let turn = 0; turn < 30 && jobs.length > 0; turn++)
        for (const job of jobs.splice(0)) await handleJob(job, services)
    }
    for (const town of towns) await newsroom.ask(asker, 'feeds', `add ${town.url('/')}`)
  })
  afterAll(async () => {
    await newsroom.close()
    await Promise.all([...towns, slack].map(async (each) => await each.stop()))
  })

  let work: () => Promise<void>
  /** What is new is read after these hours, and told in the minutes that follow. */
  const pass = async (hours: number) => {
    now += hours * 3_600_000
    await gatherNews(services)
    for (const _ of [1, 2]) {
      await openEditions(services)
      await work()
      now += 60_000
    }
  }
  const told = () => slack.posted.map(({ text }) => text)
  const typed = async (words: string) => {
    const parsed = parseCommand(menu, { name: 'digest', text: words })
    if (parsed.kind !== 'command') return parsed.kind === 'unclear' ? parsed.reason : parsed.kind
    const reply = await runCommand(parsed.command, { asker, services })
    return reply.document.map((block) => ('text' in block ? plainWords(block.text) : '')).join(' ')
  }
  const editions = async () => {
    const digests = await services.store.subscriptions.list(asker.workspace.id)
    const all = await Promise.all(digests.map(async ({ id }) => await services.store.editions.latest(id, 50)))
    return digests.flatMap(({ name }, at) => (all[at] ?? []).map(() => name))
  }

  it('is set in one line, and says what it does', async () => {
    expect(await typed('watch bridge; quiet 22:00-7:00 London; 1 a day')).toContain(
      '“Watch: bridge” is set up in channel CDESK: as soon as a story matches, at most once a day (Europe/London), except from 22:00 to 07:00. It looks every minute, and tells only what is new from now on. It only includes stories that match its filter (words: bridge; publishers: 2).',
    )
    expect(await typed('list')).toContain('waiting for a story')
    expect(await typed('watch')).toContain('Say what to look for')
    expect(await typed('schedule "Watch: bridge" at once approve by <#CX>')).toContain('nobody can approve it first')
  })

  it('says nothing of a story that one publisher has, or that is about something else, and keeps no trace of looking', async () => {
    weekly.push(bridgeArticle, plough)
    await pass(1)
    courier.push({ ...plough, headline: 'Vik council buys a second snow plough' })
    await pass(2)
    expect(told()).toEqual([])
    expect(await editions()).toEqual([])
  })

  it('tells it at once when a second publisher has it, once', async () => {
    courier.push(retold)
    await pass(2)
    expect(told()).toHaveLength(1)
    expect(JSON.stringify(slack.posted[0])).toContain('says nothing more today')
    courier.push({ ...retold, slug: 'again', headline: 'Tarn bridge closes for twelve weeks: what to know' })
    await pass(2)
    expect(told()).toHaveLength(1)
  })

  it('waits for the end of quiet hours, and for the next day when its limit is reached', async () => {
    expect(await typed('watch "Ploughs" plough, ferry; quiet 10:00-20:00 London')).toContain('“Ploughs” is set up')
    weekly.push(ferryArticle)
    courier.push(halcyon)
    await pass(2)
    expect(told()).toHaveLength(1)
    await pass(6)
    expect(await editions()).toEqual(['Ploughs', 'Watch: bridge'])
    weekly.push(fire)
    courier.push(blaze)
    await pass(2)
    expect(await editions()).toHaveLength(2)
    await pass(11)
    expect(await editions()).toEqual(['Ploughs', 'Watch: bridge', 'Watch: bridge'])
  })

  it('tells nothing that came while it was paused', async () => {
    expect(await typed('pause "Ploughs"')).toContain('is paused')
    expect(await typed('pause "Watch: bridge" until 2031-04-01')).toContain('is paused until 2031-04-01')
    weekly.push({ ...halcyon, slug: 'ferry-sold', headline: 'Ferry Halcyon sold to Sel', paragraphs: sold })
    courier.push({ ...ferryArticle, slug: 'ferry-sale', headline: 'Sel buys the ferry Halcyon', paragraphs: bought })
    await pass(3)
    expect(await typed('resume "Ploughs"')).toContain('no longer paused')
    await pass(12)
    expect(await editions()).toHaveLength(3)
    const watches = await services.store.subscriptions.list(asker.workspace.id)
    expect(watches.find(({ name }) => name === 'Watch: bridge')?.schedule.atOnce?.since).toBe(
      '2031-03-31T23:00:00.000Z',
    )
  })

  it('lets a story go that says nothing which could be posted', async () => {
    const watch = (await services.store.subscriptions.list(asker.workspace.id)).find(({ name }) => name === 'Ploughs')
    if (!watch) throw new Error('there is no such watch')
    const before = watch.schedule.atOnce?.since ?? ''
    const slot = watch.nextRunAt ?? ''
    const next = new Date(now + 60_000).toISOString()
    const opened = await services.store.editions.open(
      { subscription: watch.id, slot },
      { next, now: slot },
      async () => undefined,
    )
    if (opened === undefined) throw new Error('the edition was not opened')
    await postEdition(opened, services)
    expect(await services.store.editions.find(opened)).toBeUndefined()
    const since = (await services.store.subscriptions.find(watch.id))?.schedule.atOnce?.since ?? ''
    expect(Date.parse(since)).toBe(Math.max(Date.parse(before), now - 30 * 60_000))
  })
})
