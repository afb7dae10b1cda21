import { handleJob } from '../../src/app/tick.ts'
import type { StoryBlock } from '../../src/chat/document.ts'
import type { Subscription } from '../../src/domain/subscription.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { gatherNews } from '../../src/intake/gather-news.ts'
import type { Asker, Job } from '../../src/ports.ts'
import { correctEditions } from '../../src/publishing/corrections/correct-editions.ts'
import { openEditions } from '../../src/publishing/post-editions.ts'
import type { Services } from '../../src/services.ts'
import { type FakeDiscord, startDiscord } from './discord.ts'
import { type OpenedNewsroom, openTestNewsroom } from './newsroom.ts'
import { type FakeSlack, startSlack } from './slack.ts'
import { everyMorning, plainDigest, setSubscription } from './subscription.ts'
import { startTown, type TownArticle } from './town.ts'

const minuteMs = 60_000

/** A full hour half a day away: while a test moves the clock on, no second edition falls due. */
function farFrom(now: string): string {
  return `${new Date(Date.parse(now) + 12 * 60 * minuteMs).toISOString().slice(11, 13)}:00`
}

/** A paper that changes its articles, and a newsroom that posts them, with a clock that tests move on. */
export interface CorrectedPaper {
  readonly newsroom: OpenedNewsroom
  readonly slack: FakeSlack
  readonly discord: FakeDiscord
  readonly services: Services
  /** Adds a digest of the paper to a channel, and posts its first edition. */
  post(name: string, platform: 'slack' | 'discord', change?: Partial<Subscription>): Promise<Subscription>
  /** Replaces the article with the same slug on the paper's site. */
  change(article: TownArticle): void
  /** Moves the clock on, and does what is due. */
  pass(minutes: number): Promise<void>
  /** Does what one round does, now. */
  round(): Promise<void>
  /** A story of a digest's latest edition, by its article, before or after it was withdrawn. */
  story(digest: Subscription, slug: string): Promise<StoryBlock>
  stop(): Promise<void>
}

/** Starts the paper with these articles. */
export async function startCorrectedPaper(given: readonly TownArticle[]): Promise<CorrectedPaper> {
  const articles = [...given]
  const town = await startTown(articles)
  const slack = await startSlack()
  const discord = await startDiscord()
  const newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: town.host,
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-T1',
    DISCORD_API_URL: discord.url,
    DISCORD_TOKEN: 'token',
    DISCORD_APPLICATION_ID: '100000000000000001',
    DISCORD_PUBLIC_KEY: 'ab'.repeat(32),
  })
  let aheadMs = 0
  const clock = { now: () => new Date(Date.now() + aheadMs).toISOString() }
  const jobs: Job[] = []
  const places = new Map<string, string>()
  const services: Services = {
    ...newsroom.services,
    clock,
    queue: { ...newsroom.services.queue, send: async (job) => void jobs.push(job) },
  }
  const work = async () => {
    for (let turn = 0; turn < 30 && jobs.length > 0; turn++) {
      const taken = new Map(jobs.splice(0).map((job) => [JSON.stringify(job), job]))
      for (const job of taken.values()) await handleJob(job, services)
    }
  }
  const round = async () => {
    await gatherNews(services)
    await correctEditions(services)
    await openEditions(services)
    await work()
  }
  return {
    newsroom,
    slack,
    discord,
    services,
    round,
    post: async (name, platform, change = {}) => {
      const workspace = workspaceId(platform === 'slack' ? 'slack:T1' : 'discord:1')
      const asker: Asker = {
        workspace: { id: workspace, kind: platform, name: 'Team' },
        channel: { platform, id: name },
        person: 'U1',
        mayManage: true,
      }
      await newsroom.ask(asker, 'feeds', `add ${town.url('/')}`)
      await gatherNews(services)
      const digest = {
        ...plainDigest,
        name,
        workspace,
        channel: { platform, id: name },
        schedule: { ...everyMorning, times: [farFrom(clock.now())] },
        stories: 10,
        owner: 'U1',
        ...change,
      }
      const id = await setSubscription(services.store, digest, clock.now())
      await openEditions(services)
      await work()
      const [edition] = await services.store.editions.latest(id, 1)
      for (const block of edition?.document ?? [])
        if (block.kind === 'story')
          for (const { url } of block.outlets) places.set(new URL(url ?? '').pathname.slice(1), block.id)
      return { ...digest, id }
    },
    change: (article) => {
      const at = articles.findIndex(({ slug }) => slug === article.slug)
      articles[at] = article
    },
    pass: async (minutes) => {
      aheadMs += minutes * minuteMs
      // One round reads, the next delivers what the first has found.
      await round()
      await round()
    },
    story: async (digest, slug) => {
      const [edition] = await services.store.editions.latest(digest.id, 1)
      const stories = edition?.document?.filter((block) => block.kind === 'story') ?? []
      const found = stories.find(({ id }) => id === places.get(slug))
      if (!found) throw new Error(`${digest.name} has no story of ${slug}`)
      return found
    },
    stop: async () => {
      await newsroom.close()
      await Promise.all([town.stop(), slack.stop(), discord.stop()])
    },
  }
}
