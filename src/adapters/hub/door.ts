import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Hubs } from '../../ports.ts'

/** The largest message of a hub that is looked at, in bytes: it may bring the whole feed, of which only the signature counts. */
const largest = 5_000_000
const algorithms = new Set(['sha1', 'sha256', 'sha384', 'sha512'])

/** Where hubs reach us, and what they sign with. */
export interface Callback {
  readonly address: string
  readonly secret: string
}

/** The callback of a feed: its secret is made of ours, so that nothing needs to be kept. */
export function callbackFor(
  feed: string,
  { publicUrl, secret }: { readonly publicUrl: string; readonly secret: string },
): Callback {
  const own = createHmac('sha256', secret).update(`hub:${feed}`).digest('hex')
  return { address: `${publicUrl}/hub/${feed}`, secret: own }
}

/**
 * The path on which hubs ask whether we asked them, and tell of news. What they bring along is not read: a signed message
 * makes the feed due, which is then fetched as always.
 */
export function hubDoor(hubs: Hubs, secretOf: (feed: string) => string) {
  return {
    path: '/hub/:feed',
    async answer(request: Request): Promise<Response> {
      const url = new URL(request.url)
      const feed = url.pathname.split('/').at(-1) ?? ''
      if (request.method === 'GET') return await confirm(feed, url.searchParams, hubs)
      if (request.method !== 'POST') return new Response('GET or POST only', { status: 405 })
      const body = Buffer.from(await request.arrayBuffer())
      if (body.byteLength > largest) return new Response('too large', { status: 413 })
      // Whoever signs wrongly is told nothing else: the specification wants a success in any case.
      if (!isSigned(body, request.headers.get('x-hub-signature') ?? '', secretOf(feed)))
        return new Response(null, { status: 202 })
      return new Response(null, { status: (await hubs.ping(feed)) ? 202 : 410 })
    },
  }
}

async function confirm(feed: string, query: URLSearchParams, hubs: Hubs): Promise<Response> {
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
  const expected = Buffer.from(createHmac(algorithm, secret).update(body).digest('hex'))
  const given = Buffer.from(signature.toLowerCase())
  return given.length === expected.length && timingSafeEqual(given, expected)
}
