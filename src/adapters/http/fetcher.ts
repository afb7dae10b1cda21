import { lookup } from 'node:dns'
import { isIP } from 'node:net'
import { Agent, fetch, type Response } from 'undici'
import type { Validators } from '../../domain/feed.ts'
import type { Fetched, Fetcher } from '../../ports.ts'
import { isPublicAddress } from './public-addresses.ts'

/** What we allow the network. */
export const fetchLimits = { bytes: 5_000_000, totalMs: 20_000, connectMs: 8_000, redirects: 5 } as const

export interface FetcherOptions {
  /** Host and port pairs, "127.0.0.1:8080", that may be fetched although they are not public. */
  readonly allowHosts: ReadonlySet<string>
  readonly userAgent: string
}

/** Refused where a name leads, when the connection is made. */
class PrivateAddress extends Error {}

/** Fetches pages and feeds of the public internet and of nowhere else. Redirects are followed by hand, so that each hop is checked. */
export function createFetcher({ allowHosts, userAgent }: FetcherOptions): Fetcher & { close(): Promise<void> } {
  const guarded = new Agent({
    connect: { lookup: publicLookup, timeout: fetchLimits.connectMs },
    bodyTimeout: fetchLimits.totalMs,
  })
  const open = new Agent({ connect: { timeout: fetchLimits.connectMs }, bodyTimeout: fetchLimits.totalMs })
  const agentFor = (url: URL) => (isAllowed(url, allowHosts) ? open : guarded)
  return {
    async get(url, validators) {
      const signal = AbortSignal.timeout(fetchLimits.totalMs)
      try {
        return await follow(url, { validators, signal, allowHosts, agentFor, userAgent })
      } catch (error) {
        return failure(error, url)
      }
    },
    close: async () => {
      await Promise.all([guarded.close(), open.close()])
    },
  }
}

interface Trip {
  readonly validators: Validators | undefined
  readonly signal: AbortSignal
  readonly allowHosts: ReadonlySet<string>
  readonly agentFor: (url: URL) => Agent
  readonly userAgent: string
}

async function follow(address: string, trip: Trip): Promise<Fetched> {
  let url = address
  for (let hop = 0; hop <= fetchLimits.redirects; hop++) {
    const refusal = refuse(url, trip.allowHosts)
    if (refusal) return { kind: 'refused', reason: refusal }
    const target = new URL(url)
    const response = await fetch(target, {
      dispatcher: trip.agentFor(target),
      redirect: 'manual',
      signal: trip.signal,
      headers: headersFor(trip, hop),
    })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || response.status === 304 || !location)
      return await answerOf(response, url)
    await response.body?.cancel()
    if (!URL.canParse(location, url))
      return { kind: 'failed', reason: 'the site redirects to an address that is none', retryAfterMs: null }
    url = new URL(location, url).href
  }
  return { kind: 'failed', reason: `the site redirects more than ${fetchLimits.redirects} times`, retryAfterMs: null }
}

function headersFor({ validators, userAgent }: Trip, hop: number): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept:
      'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5',
    'accept-language': 'en,*;q=0.5',
    ...(hop === 0 && validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(hop === 0 && validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  }
}

/** Why an address may not be fetched, before any connection is made. */
function refuse(address: string, allowHosts: ReadonlySet<string>): string | undefined {
  if (!URL.canParse(address))
    return `“${address.slice(0, 100)}” is not a web address; it should look like https://example.com/article`
  const url = new URL(address)
  if (!/^https?:$/.test(url.protocol))
    return `addresses that begin with “${url.protocol}” are not fetched; only http and https are`
  if (isAllowed(url, allowHosts)) return undefined
  if (url.username || url.password) return 'addresses with a name or password in them are not fetched'
  if (url.port !== '')
    return `port ${url.port} is not fetched; an operator can allow it with ONRECORD_ALLOW_HOSTS=${url.host}`
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(literal) !== 0 && !isPublicAddress(literal) ? notPublic(url.host) : undefined
}

function notPublic(host: string): string {
  return `${host} is not an address of the public internet; an operator can allow it with ONRECORD_ALLOW_HOSTS`
}

function isAllowed(url: URL, allowHosts: ReadonlySet<string>): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80')
  return allowHosts.has(`${url.hostname}:${port}`)
}

async function answerOf(response: Response, url: string): Promise<Fetched> {
  if (response.status === 304) return { kind: 'unchanged' }
  if (!response.ok) {
    await response.body?.cancel()
    if (response.status === 410) return { kind: 'gone' }
    return {
      kind: 'failed',
      reason: statusReason(response.status),
      retryAfterMs: retryAfter(response.headers.get('retry-after')),
    }
  }
  const body = await readBody(response)
  if (!body) return { kind: 'refused', reason: `the page is larger than ${fetchLimits.bytes / 1_000_000} MB` }
  return {
    kind: 'page',
    url,
    body,
    contentType: response.headers.get('content-type') ?? '',
    validators: { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') },
  }
}

/** The body as decoded, or nothing when it is too large: what counts is what comes out of the decompression. */
async function readBody(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array
    size += bytes.byteLength
    if (size > fetchLimits.bytes) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}

function statusReason(status: number): string {
  if (status === 404) return 'the site has no such page (404)'
  if (status === 401 || status === 403) return `the site does not let us read the page (${status})`
  if (status === 429) return 'the site asks us to come back later (429)'
  return status >= 500 ? `the site has a problem of its own (${status})` : `the site answered ${status}`
}

function retryAfter(value: string | null): number | null {
  if (!value) return null
  const seconds = Number(value)
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(waitMs) && waitMs > 0 ? waitMs : null
}

function failure(error: unknown, url: string): Fetched {
  const causes = causesOf(error)
  const host = URL.canParse(url) ? new URL(url).host : url
  if (causes.some((cause) => cause instanceof PrivateAddress)) return { kind: 'refused', reason: notPublic(host) }
  if (causes.some(({ name }) => name === 'TimeoutError'))
    return {
      kind: 'failed',
      reason: `${host} did not answer within ${fetchLimits.totalMs / 1_000} seconds`,
      retryAfterMs: null,
    }
  if (causes.some(({ message }) => message === 'bad port'))
    return {
      kind: 'refused',
      reason: `${host} names a port that web clients never connect to; serve it on another port`,
    }
  const code = causes
    .map((cause) => ('code' in cause ? String(cause.code) : ''))
    .find((each) => each !== '' && each !== 'undefined')
  return { kind: 'failed', reason: `${host} cannot be reached (${plainCode(code)})`, retryAfterMs: null }
}

function causesOf(error: unknown): Error[] {
  if (error instanceof AggregateError) return [error, ...error.errors.flatMap(causesOf)]
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}

function plainCode(code: string | undefined): string {
  const plain: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'its name could not be looked up',
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
    UND_ERR_CONNECT_TIMEOUT: 'it did not answer',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  }
  return plain[code ?? ''] ?? code ?? 'unknown reason'
}

/** Looks a name up and refuses it unless every address it leads to is public. */
const publicLookup: typeof lookup = ((
  hostname: string,
  options: { all?: boolean },
  callback: (...results: unknown[]) => void,
) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return callback(error)
    if (addresses.length === 0 || addresses.some(({ address }) => !isPublicAddress(address)))
      return callback(new PrivateAddress(hostname))
    const [first] = addresses
    return options.all ? callback(null, addresses) : callback(null, first?.address, first?.family)
  })
}) as typeof lookup
