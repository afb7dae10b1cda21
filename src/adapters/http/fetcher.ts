import { fetch } from 'undici'
import type { Fetched, FetchOptions } from '../../domain/fetched.ts'
import type { Fetcher } from '../../ports.ts'
import { isAllowed, publicLookup, whyNotFollowed, whyRefused } from './address-guard.ts'
import { Agents } from './agents.ts'
import { within } from './deadline.ts'
import { failed, failure } from './failures.ts'
import { HostPacer } from './host-pacer.ts'
import { readResponse } from './read-response.ts'
import { Robots, type RobotsFile } from './robots.ts'
import { longestFile } from './robots-rules.ts'

/** Limits for one fetch. */
export const fetchLimits = { bytes: 5_000_000, totalMs: 20_000, connectMs: 8_000, redirects: 5 } as const
/** Status codes of permanent redirects. */
const permanent = new Set([301, 308])
/** Our name in a robots.txt. */
const robotName = 'Onrecord'

export interface FetcherOptions {
  /** Host and port pairs, "127.0.0.1:8080", that may be fetched although they are not public. */
  readonly allowHosts: ReadonlySet<string>
  readonly userAgent: string
  /** The time between the starts of two requests to one host, in milliseconds. */
  readonly spacingMs: number
  /** Signs requests; absent if nothing is signed. */
  readonly identity?: { headersFor(url: string): Record<string, string> } | undefined
}

/**
 * Fetches pages and feeds from the public internet and nowhere else. Redirects are followed by hand, so that each hop
 * is checked. A fetch that no person waits for takes its turn with the host, and obeys its robots.txt.
 */
export function createFetcher(options: FetcherOptions): Fetcher & { close(): Promise<void> } {
  const web = new Web(options)
  return {
    get: async (url, how = {}) => await attempt(url, async () => await web.follow(url, how)),
    send: async (url, form, signal) => await attempt(url, async () => await web.send(url, form, signal)),
    close: () => web.close(),
  }
}

/** Turns whatever the network throws into an outcome like any other. */
async function attempt(url: string, work: () => Promise<Fetched>): Promise<Fetched> {
  try {
    return await work()
  } catch (error) {
    return failure(error, url, fetchLimits.totalMs)
  }
}

type Hop =
  | { readonly kind: 'answer'; readonly fetched: Fetched }
  | { readonly kind: 'redirect'; readonly to: string; readonly isPermanent: boolean }

/** The web, as far as these options allow. */
class Web {
  readonly #options: FetcherOptions
  readonly #pacer: HostPacer
  readonly #robots: Robots
  readonly #guarded = new Agents({
    connect: { lookup: publicLookup, timeout: fetchLimits.connectMs },
    bodyTimeout: fetchLimits.totalMs,
  })
  readonly #open = new Agents({ connect: { timeout: fetchLimits.connectMs }, bodyTimeout: fetchLimits.totalMs })

  constructor(options: FetcherOptions) {
    this.#options = options
    this.#pacer = new HostPacer(options.spacingMs)
    this.#robots = new Robots(async (url) => await this.#readRobots(url), robotName)
  }

  async follow(
    address: string,
    options: FetchOptions,
    manner: Manner = options.asked ? 'at once' : 'politely',
  ): Promise<Fetched> {
    let url = address
    let movedTo: string | null = null
    let isMoved = true
    const budget = { leftMs: fetchLimits.totalMs }
    for (let hops = 0; hops <= fetchLimits.redirects; hops++) {
      const refusal = whyRefused(url, this.#options.allowHosts)
      if (refusal) return { kind: 'refused', reason: refusal }
      const hop = await this.#hop(url, { address, options, movedTo, budget }, manner)
      if (hop.kind === 'answer') return hop.fetched
      isMoved &&= hop.isPermanent
      if (isMoved) movedTo = hop.to
      url = hop.to
    }
    return failed(`the site redirects more than ${fetchLimits.redirects} times`)
  }

  async send(url: string, form: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Fetched> {
    const refusal = whyRefused(url, this.#options.allowHosts)
    if (refusal) return { kind: 'refused', reason: refusal }
    const trip = {
      address: url,
      options: signal ? { signal } : {},
      movedTo: null,
      form,
      budget: { leftMs: fetchLimits.totalMs },
    }
    const hop = await this.#hop(url, trip, 'in turn')
    return hop.kind === 'answer' ? hop.fetched : failed('the site redirects what it is sent')
  }

  async close(): Promise<void> {
    await Promise.all([this.#guarded.close(), this.#open.close()])
  }

  /** Makes one request: at once, in its turn with the host, or in its turn and only if robots.txt allows it. */
  async #hop(url: string, trip: Trip, manner: Manner): Promise<Hop> {
    if (manner === 'at once') return await this.#request(url, trip)
    const { host } = new URL(url)
    const { signal } = trip.options
    if (manner === 'in turn')
      return await this.#pacer.turn(host, async () => await this.#request(url, trip), { signal })
    const permission = await unlessEnded(this.#robots.ask(url), signal)
    if (permission.kind === 'unknown') return answered(permission.answer)
    if (permission.kind === 'forbidden')
      return answered({
        kind: 'refused',
        reason: `${host} asks programs not to read this (robots.txt); ask the site to allow Onrecord there`,
        byRobots: true,
      })
    const { delayMs: spacingMs, wishes } = permission
    const hop = await this.#pacer.turn(host, async () => await this.#request(url, trip), { spacingMs, signal })
    if (hop.kind === 'redirect' || hop.fetched.kind !== 'page') return hop
    return answered({ ...hop.fetched, wishes: [...(hop.fetched.wishes ?? []), ...wishes] })
  }

  async #request(url: string, trip: Trip): Promise<Hop> {
    const { budget, options } = trip
    const begin = performance.now()
    try {
      return await within(
        { ms: Math.max(1, budget.leftMs), signal: options.signal },
        async (signal) => await this.#exchange(url, trip, signal),
      )
    } finally {
      budget.leftMs -= performance.now() - begin
    }
  }

  async #exchange(url: string, trip: Trip, signal: AbortSignal): Promise<Hop> {
    const { options, movedTo, form } = trip
    const target = new URL(url)
    const agents = isAllowed(target, this.#options.allowHosts) ? this.#open : this.#guarded
    const response = await fetch(target, {
      dispatcher: agents.for(target.host, options.asked === true),
      redirect: 'manual',
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
      signal,
      headers: { ...headersFor(options, this.#options.userAgent), ...this.#signature(target.href, trip) },
    })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || response.status === 304 || !location)
      return answered(
        await readResponse(response, { url, movedTo, mostBytes: fetchLimits.bytes, firstBytes: options.firstBytes }),
      )
    await response.body?.cancel()
    const refusal = whyNotFollowed(target, location)
    if (refusal) return answered({ kind: 'refused', reason: refusal })
    return { kind: 'redirect', to: new URL(location, target).href, isPermanent: permanent.has(response.status) }
  }

  /** Proof of who we are, for the host that was asked alone: no redirect makes us speak to another. */
  #signature(url: string, { address, form }: Trip): Record<string, string> {
    const isSameHost = new URL(url).host === new URL(address).host
    return isSameHost && !form ? (this.#options.identity?.headersFor(url) ?? {}) : {}
  }

  /** A 4xx other than 429 means that there is no robots.txt; after any other failure its rules are unknown. */
  async #readRobots(url: string): Promise<RobotsFile> {
    const options = { firstBytes: longestFile }
    const fetched = await attempt(url, async () => await this.follow(url, options, 'in turn'))
    switch (fetched.kind) {
      case 'page':
        return { kind: 'file', text: Buffer.from(fetched.body).toString() }
      case 'refused':
        // If the host may not be fetched, the page is refused anyway; if only a redirect may not, the page still may.
        return { kind: 'none' }
      case 'failed': {
        const isNone = fetched.status !== null && fetched.status < 500 && fetched.status !== 429
        return isNone ? { kind: 'none' } : { kind: 'unknown', answer: fetched }
      }
      case 'gone':
      case 'unchanged':
        return { kind: 'none' }
    }
  }
}

/** Waits for work that other fetches share, but no longer than `signal` allows. */
async function unlessEnded<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await work
  return await within({ ms: 10 * fetchLimits.totalMs, signal }, async (shutdown) => {
    const ended = new Promise<never>((_, reject) => {
      shutdown.addEventListener('abort', () => reject(shutdown.reason as Error), { once: true })
    })
    return await Promise.race([work, ended])
  })
}

type Manner = 'at once' | 'in turn' | 'politely'

interface Trip {
  /** Where it began. */
  readonly address: string
  readonly options: FetchOptions
  readonly movedTo: string | null
  /** The form to send; absent if something is fetched. */
  readonly form?: Readonly<Record<string, string>>
  /** The time left for all requests of the trip, redirects included. */
  readonly budget: { leftMs: number }
}

function answered(fetched: Fetched): Hop {
  return { kind: 'answer', fetched }
}

function headersFor({ validators }: FetchOptions, userAgent: string): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept:
      'text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5',
    'accept-language': 'en,*;q=0.5',
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  }
}
