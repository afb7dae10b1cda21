import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workspaceId } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'
import { openEditions, resumeEditions } from '../../src/publishing/post-editions.ts'
import { freshDatabase } from '../fakes/fresh-database.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import type { Site } from '../fakes/site.ts'
import { type FakeSlack, startSlack } from '../fakes/slack.ts'
import { startTown } from '../fakes/town.ts'

/** Names a server on which a database may be made and dropped. */
const server = process.env['TEST_DATABASE_URL']

describe.skipIf(!server)('three instances on one database (needs TEST_DATABASE_URL)', () => {
  const name = `onrecord_instances_${process.pid}`
  const asker: Asker = {
    workspace: { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' },
    channel: { platform: 'slack', id: 'C0' },
    person: 'U1',
    mayManage: true,
  }
  let town: Site
  let slack: FakeSlack
  let instances: OpenedNewsroom[]

  beforeAll(async () => {
    const address = await freshDatabase(server ?? '', name)
    town = await startTown()
    slack = await startSlack()
    const settings = {
      DATABASE_URL: address,
      ONRECORD_ALLOW_HOSTS: town.host,
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: 'xoxb-T1',
    }
    // All at once, so that they migrate at the same time.
    instances = await Promise.all([1, 2, 3].map(async () => await openTestNewsroom(settings)))
  })
  afterAll(async () => {
    for (const instance of instances) await instance.close()
    await Promise.all([town.stop(), slack.stop()])
  })

  it('post each edition once, whoever opens it and whoever is asked again', async () => {
    const [first] = instances
    if (!first) throw new Error('there is no instance')
    await first.ask(asker, 'feeds', `add ${town.url('/')}`)
    for (let at = 0; at < 12; at++)
      await first.ask({ ...asker, channel: { platform: 'slack', id: `C${at}` } }, 'digest', 'schedule daily 9:00')
    const { store, clock } = first.services
    const { gatherNews } = await import('../../src/intake/gather-news.ts')
    await gatherNews(first.services)
    for (const { id } of await store.subscriptions.list(asker.workspace.id))
      await store.subscriptions.pause(id, null, clock.now())
    await Promise.all(instances.map(async ({ services }) => await openEditions(services)))
    await Promise.all(instances.map(async ({ services }) => await resumeEditions(services)))
    await first.settled()
    const channels = slack.posted.map(({ channel }) => channel).toSorted()
    expect(channels).toEqual(Array.from({ length: 12 }, (_, at) => `C${at}`).toSorted())
    const posted = await store.editions.posted(asker.workspace.id, 50)
    expect(posted).toHaveLength(12)
  })

  it('take a request that came to two of them once', async () => {
    const { openInbox } = await import('../../src/commands/inbox/inbox.ts')
    const request = {
      command: { kind: 'list-feeds' as const },
      asker,
      replyTo: { platform: 'slack' as const, workspace: asker.workspace.id, place: { channel: 'C0', person: 'U1' } },
    }
    const taken = await Promise.all(
      instances.map(async ({ services }) => await openInbox(services).take('one-id', request)),
    )
    expect(taken.filter(Boolean)).toHaveLength(1)
    await expect
      .poll(() => slack.calls.filter(({ method }) => method === 'chat.postEphemeral').length, { timeout: 5_000 })
      .toBe(1)
  })
})
