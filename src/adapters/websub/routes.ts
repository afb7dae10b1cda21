import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Hubs } from '../../ports.ts'

const algorithms = new Set(['sha1', 'sha256', 'sha384', 'sha512'])
/** Length of the mark in a callback that shows that we made it, in hexadecimal digits. */
const markLength = 32

/** The address that a hub calls, and the secret it signs with. */
export interface HubCallback {
  readonly address: string
  readonly secret: string
}

interface Place {
  readonly publicUrl: string
  readonly secret: string
}

/**
 * The callback for a feed. Its secret and part of its address are derived from our secret: nothing needs to be stored,
 * and only someone who was given the address can answer as the hub.
 */
export function callbackFor(feed: string, { publicUrl, secret }: Place): HubCallback {
  const made = (use: string) => createHmac('sha256', secret).update(`${use}:${feed}`).digest('hex')
  return { address: `${publicUrl}/hub/${feed}/${made('callback').slice(0, markLength)}`, secret: made('hub') }
}

/**
 * The path on which hubs verify our requests and announce news. The content that they send is not read: a signed
 * message makes the feed due, and it is then fetched as usual.
 */
export function hubRoute(hubs: Hubs, callbackOf: (feed: string) => HubCallback) {
  return {
    path: '/hub/:feed/:mark',
    async answer(request: Request): Promise<Response> {
      const url = new URL(request.url)
      const [feed = '', mark = ''] = url.pathname.split('/').slice(-2)
      const { address, secret } = callbackOf(feed)
      if (!isEqual(mark, address.slice(-markLength))) return new Response('not asked for', { status: 404 })
      if (request.method === 'GET') return await confirm(feed, url.searchParams, hubs)
      if (request.method !== 'POST') return new Response('GET or POST only', { status: 405 })
      const body = Buffer.from(await request.arrayBuffer())
      // A wrong signature gets the usual success too, as the specification demands, and is ignored.
      if (!isSigned(body, request.headers.get('x-hub-signature') ?? '', secret))
        return new Response(null, { status: 202 })
      return new Response(null, { status: (await hubs.ping(feed)) ? 202 : 410 })
    },
  }
}

async function confirm(feed: string, query: URLSearchParams, hubs: Hubs): Promise<Response> {
  if (query.get('hub.mode') === 'denied') {
    await hubs.deny(feed)
    return new Response(null, { status: 200 })
  }
  const challenge = query.get('hub.challenge') ?? ''
  const lease = Number(query.get('hub.lease_seconds'))
  const isOurs =
    challenge !== '' &&
    (await hubs.confirm(feed, {
      mode: query.get('hub.mode') ?? '',
      topic: query.get('hub.topic') ?? '',
      leaseSeconds: Number.isFinite(lease) && lease > 0 ? lease : null,
    }))
  return isOurs
    ? new Response(challenge, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
    : new Response('not asked for', { status: 404 })
}

function isSigned(body: Buffer, header: string, secret: string): boolean {
  const [algorithm = '', signature = ''] = header.split('=')
  if (!algorithms.has(algorithm)) return false
  return isEqual(signature.toLowerCase(), createHmac(algorithm, secret).update(body).digest('hex'))
}

function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
