import { type PlatformName, workspaceId } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'
import type { StoredSubscription } from '../../src/store/publishing/subscription-rows.ts'
import { type FakeDiscord, startDiscord } from './discord.ts'
import { type OpenedNewsroom, openTestNewsroom } from './newsroom.ts'
import type { Site } from './site.ts'
import { type FakeSlack, startSlack } from './slack.ts'
import { setSubscription } from './subscription.ts'
import { startTown } from './town.ts'

type Town = NonNullable<Parameters<typeof startTown>[0]>

/** A newsroom on Slack and Discord at once, whose feeds are those of an invented town. */
export interface Chats {
  readonly town: Site
  readonly slack: FakeSlack
  readonly discord: FakeDiscord
  readonly newsroom: OpenedNewsroom
  /**
   * Sets up a digest in a channel of a new workspace, posts it, and returns its story of the bridge. On Slack the
   * workspace is always T1, as the token belongs to one.
   */
  postBridge(
    platform: Exclude<PlatformName, 'terminal'>,
    channel: string,
    shape?: StoredSubscription['shape'],
  ): Promise<{ readonly asker: Asker; readonly story: string }>
  /** Forgets what has been posted. */
  clear(): void
  stop(): Promise<void>
}

export async function startChats(articles: Town): Promise<Chats> {
  const [town, slack, discord] = await Promise.all([startTown(articles), startSlack(), startDiscord()])
  const newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: town.host,
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-T1',
    DISCORD_API_URL: discord.url,
    DISCORD_TOKEN: 'token',
    DISCORD_APPLICATION_ID: '200000000000000000',
  })
  let servers = 0
  return {
    town,
    slack,
    discord,
    newsroom,
    postBridge: async (platform, channel, shape) => {
      const team = platform === 'slack' ? 'T1' : String(500 + servers++)
      const workspace = { id: workspaceId(`${platform}:${team}`), kind: platform, name: team }
      await newsroom.services.store.workspaces.erase(workspace.id)
      const asker: Asker = { workspace, channel: { platform, id: channel }, person: 'U1', mayManage: true }
      await setUp({ asker, town, newsroom, shape })
      await newsroom.ask(asker, 'digest', 'now')
      await newsroom.settled()
      const [edition] = await newsroom.archive(workspace.id).editions()
      const block = edition?.document.find((each) => each.kind === 'story' && each.headline.includes('Bridge'))
      if (block?.kind !== 'story') throw new Error('the story was not told')
      return { asker, story: block.id }
    },
    clear: () => {
      slack.posted.length = 0
      discord.posted.length = 0
    },
    stop: async () => {
      await newsroom.close()
      await Promise.all([slack.stop(), discord.stop(), town.stop()])
    },
  }
}

interface SetUp extends Pick<Chats, 'newsroom' | 'town'> {
  readonly asker: Asker
  readonly shape: StoredSubscription['shape'] | undefined
}

/** Follows the town's feed, and schedules a digest of it. */
async function setUp({ asker, town, newsroom, shape }: SetUp): Promise<void> {
  await newsroom.ask(asker, 'feeds', `add ${town.url('/feed.xml')}`)
  await newsroom.ask(asker, 'digest', 'schedule daily 8:00 London')
  const { store } = newsroom.services
  const [subscription] = await store.subscriptions.list(asker.workspace.id)
  if (!subscription) throw new Error('no digest was set')
  if (shape) await setSubscription(store, { ...subscription, shape }, subscription.nextRunAt)
}
