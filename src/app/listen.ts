import { editionSpecimens, specimens } from '../chat/gallery/gallery.ts'
import { type Addresses, noAddresses } from '../digest/addresses.ts'
import { feedId } from '../domain/feed.ts'
import { demonstration, localWorkspace, type WorkspaceId } from '../domain/subscription.ts'
import { openHubs } from '../intake/websub.ts'
import type { Log } from '../ports.ts'
import type { ReadinessProbe } from '../upkeep/readiness.ts'
import type { Newsroom } from './compose.ts'
import type { Config } from './config.ts'
import { keysFile, userAgentOf } from './intake.ts'
import { version } from './version.ts'

/** The part of the service that listens: for visitors to our pages, and for this computer's command line. */

/** How long an editor's own address of the desk is valid, in milliseconds. */
const deskMs = 12 * 3_600_000

/** Addresses of our pages: local ones for this computer's reader, public signed ones for a channel's. */
export async function pages(
  {
    ONRECORD_PORT: port,
    ONRECORD_PUBLIC_URL: publicUrl,
    ONRECORD_PUBLIC_PORT: publicPort,
    ONRECORD_SECRET: secret,
  }: Config,
  once: boolean,
): Promise<(workspace: WorkspaceId) => Addresses> {
  if (once) return () => noAddresses
  const { sign, signEditor } = await import('../adapters/web/signature.ts')
  const here = `http://127.0.0.1:${port}`
  const local: Addresses = {
    story: (story) => `${here}/stories/${story}`,
    claim: (story, claim) => `${here}/stories/${story}/claims/${claim}`,
    desk: () => `${here}/desk`,
  }
  return (workspace) => {
    if (workspace === localWorkspace.id || workspace === demonstration.id) return local
    if (publicUrl === null || publicPort === null || secret === null) return noAddresses
    return {
      story: () => null,
      claim: (story, claim) => `${publicUrl}/evidence/${sign({ workspace, story, claim }, secret)}`,
      desk: (person) => `${publicUrl}/desk/${signEditor({ workspace, person, until: Date.now() + deskMs }, secret)}`,
    }
  }
}

/** Opens the local site, the public site and the command line's socket, if set up; returns how to close each. */
export async function openListeners(
  newsroom: Newsroom,
  watch: ReadinessProbe,
  { config, log }: { readonly config: Config; readonly log: Log },
): Promise<(() => Promise<unknown>)[]> {
  const { listen } = await import('../adapters/web/listen.ts')
  const { localSite } = await import('../adapters/web/local.ts')
  const { createMetrics } = await import('../adapters/metrics/metrics.ts')
  const { store, queue, clock } = newsroom.services
  const ready = () => watch.readiness({ works: config.ONRECORD_ROLES.includes('worker') })
  const metrics = createMetrics(async () => ({
    ...(await store.measures.take(clock.now())),
    queue: await queue.depth(),
    lastTick: watch.lastTick,
  }))
  // The last edition as a platform would show it, and then a specimen of everything else.
  const shown = async () => {
    const [last] = await newsroom.archive().editions()
    return [...(last ? editionSpecimens(last.document) : []), ...specimens]
  }
  const galleries = {
    slack: async () => await (await import('../adapters/slack/gallery.ts')).slackGallery(await shown()),
    discord: async () => await (await import('../adapters/discord/gallery.ts')).discordGallery(await shown()),
  }
  const links = { publisher: (url: string) => newsroom.publisherUrl(url), stories: true }
  const { mcpOverHttp } = await import('../adapters/mcp/http.ts')
  const { operator } = newsroom
  const mcp = mcpOverHttp(operator, version)
  const { directoryPath, keyDirectory } = await import('../adapters/identity/directory.ts')
  const bot = {
    userAgent: userAgentOf(config),
    contact: config.ONRECORD_CONTACT,
    keysAt: directoryPath,
    keepDays: config.ONRECORD_KEEP_ARTICLES_DAYS,
  }
  const site = localSite({ archive: newsroom.archive(), links, bot, ready, galleries, metrics, operator, mcp })
  const closing = [
    (await listen(site, { host: '127.0.0.1', port: config.ONRECORD_PORT, setting: 'ONRECORD_PORT' })).stop,
  ]
  const { ONRECORD_PUBLIC_PORT: port, ONRECORD_SECRET: secret } = config
  if (port !== null && secret) {
    const { publicSite } = await import('../adapters/web/public.ts')
    const { hubRoute } = await import('../adapters/websub/routes.ts')
    const { callbacks } = newsroom.services
    const hubs = callbacks ? [hubRoute(openHubs(newsroom.services), (feed) => callbacks(feedId(feed)))] : []
    const routes = [
      ...newsroom.gateways.flatMap((gateway) => gateway.routes),
      ...hubs,
      keyDirectory(keysFile(config.ONRECORD_DATA)),
    ]
    const open = publicSite({
      archiveOf: (workspace) => newsroom.archive(workspace),
      secret,
      bot,
      ready,
      routes,
      answer: newsroom.answerFor,
    })
    closing.push((await listen(open, { host: '0.0.0.0', port, setting: 'ONRECORD_PUBLIC_PORT' })).stop)
  }
  if (!config.DATABASE_URL) {
    const { serveControl } = await import('../adapters/ipc/server.ts')
    closing.push(
      await serveControl(config.ONRECORD_DATA, { operator: newsroom.operator, dump: () => store.dump(), log }),
    )
  }
  return closing
}
