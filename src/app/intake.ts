import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Identity } from '../adapters/identity/sign-request.ts'
import { rulesByline, writeByRules } from '../brief/rules/rules-writer.ts'
import type { SampleFeed } from '../intake/demonstration.ts'
import { grammarFor } from '../language/grammars.ts'
import type { Fetcher, Reader, RulesThread, Writer } from '../ports.ts'
import type { Services } from '../services.ts'
import { verifyHere } from '../writing/write-draft.ts'
import type { Config } from './config.ts'

/** The part of `compose.ts` that concerns input: fetching, reading, hubs, and the sample outlets. */

/** Runs the rules on this thread. */
const rulesHere: Pick<Tools, 'writer' | 'verify'> = {
  writer: { byline: rulesByline, write: async (story) => writeByRules(story, grammarFor) },
  verify: verifyHere,
}

/** Runs the rules in another thread, or on this one if that fails. */
function rulesIn(thread: RulesThread): Pick<Tools, 'writer' | 'verify'> {
  return {
    writer: {
      byline: rulesByline,
      write: async (story, ...more) =>
        await thread.write(story).catch(async () => await rulesHere.writer.write(story, ...more)),
    },
    verify: async (...given) => await thread.verify(...given).catch(async () => await verifyHere(...given)),
  }
}

/** Tools that need no database: fetching, reading, writing. */
export interface Tools {
  readonly fetcher: Fetcher
  readonly reader: Reader
  readonly writer: Writer
  readonly verify: RulesThread['verify']
  close(): Promise<void>
}

export async function openTools(
  config: Pick<
    Config,
    'ONRECORD_ALLOW_HOSTS' | 'ONRECORD_HOST_SPACING_MS' | 'ONRECORD_CONTACT' | 'ONRECORD_PUBLIC_URL' | 'ONRECORD_DATA'
  > & { readonly inThreads?: boolean },
): Promise<Tools> {
  const { createFetcher } = await import('../adapters/http/fetcher.ts')
  const { ThreadReader } = await import('../adapters/worker-pool/reader.ts')
  const fetcher = createFetcher({
    allowHosts: config.ONRECORD_ALLOW_HOSTS,
    userAgent: userAgentOf(config),
    spacingMs: config.ONRECORD_HOST_SPACING_MS,
    identity: await openIdentity(config),
  })
  const reader = new ThreadReader(
    new URL(import.meta.url.endsWith('.ts') ? '../worker.ts' : '../worker.js', import.meta.url),
  )
  return {
    fetcher,
    reader,
    ...(config.inThreads ? rulesIn(reader) : rulesHere),
    close: async () => {
      await Promise.all([fetcher.close(), reader.stop()])
    },
  }
}

/** What we call ourselves in requests, with an address where publishers learn more. */
export function userAgentOf({
  ONRECORD_CONTACT: contact,
  ONRECORD_PUBLIC_URL: publicUrl,
}: Pick<Config, 'ONRECORD_CONTACT' | 'ONRECORD_PUBLIC_URL'>): string {
  const about = contact ?? (publicUrl === null ? null : new URL('/bot', publicUrl).href)
  return `Onrecord/0.1 (${about === null ? '' : `+${about}; `}news digests)`
}

/** Signs requests with the keys in the data folder; undefined without a public address that publishes them. */
async function openIdentity({
  ONRECORD_PUBLIC_URL: publicUrl,
  ONRECORD_DATA: folder,
}: Pick<Config, 'ONRECORD_PUBLIC_URL' | 'ONRECORD_DATA'>): Promise<Identity | undefined> {
  if (publicUrl === null) return undefined
  const { createIdentity } = await import('../adapters/identity/sign-request.ts')
  return createIdentity({ agent: new URL(publicUrl).origin, file: keysFile(folder) })
}

/** The file with the keys with which requests are signed. */
export function keysFile(folder: string): string {
  return join(folder, 'bot-keys.json')
}

/** Makes the callback addresses for hubs; null if they cannot reach us. */
export async function hubCallbacks({
  ONRECORD_PUBLIC_URL: publicUrl,
  ONRECORD_PUBLIC_PORT: port,
  ONRECORD_SECRET: secret,
}: Config): Promise<Services['callbacks']> {
  if (publicUrl === null || port === null || secret === null) return null
  const { callbackFor } = await import('../adapters/websub/routes.ts')
  return (feed) => callbackFor(feed, { publicUrl, secret })
}

export interface Samples {
  readonly fetcher: Fetcher
  readonly feeds: readonly SampleFeed[]
  locate(url: string): string | undefined
  stop(): Promise<void>
}

/** Opens the sample outlets, with a fetcher that trusts their server for their addresses only. */
export async function openSamples(ordinary: Fetcher, language: string): Promise<Samples> {
  const { sampleFeedUrl, serveSamples } = await import('../adapters/samples/outlets.ts')
  const { withSamples } = await import('../adapters/samples/fetcher.ts')
  const { createFetcher } = await import('../adapters/http/fetcher.ts')
  const folder = fileURLToPath(new URL('../../samples', import.meta.url))
  const server = await serveSamples(folder, () => new Date(), language)
  const trusting = createFetcher({ allowHosts: new Set([server.host]), userAgent: 'Onrecord/0.1', spacingMs: 0 })
  return {
    fetcher: withSamples(server, { trusting, ordinary }),
    feeds: server.outlets.map((outlet) => ({ url: sampleFeedUrl(outlet), outlet: outlet.outlet })),
    locate: (url) => server.locate(url),
    stop: async () => {
      await trusting.close()
      await server.stop()
    },
  }
}
