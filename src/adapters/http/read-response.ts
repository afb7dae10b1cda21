import type { Response } from 'undici'
import type { Fetched } from '../../domain/fetched.ts'
import { whyNoPage } from './denials.ts'
import { failed } from './failures.ts'

/** Content encodings that are decoded; a body may have only one. */
const encodings = new Set(['', 'identity', 'gzip', 'x-gzip', 'deflate', 'br', 'zstd'])

interface Reading {
  readonly url: string
  readonly movedTo: string | null
  readonly mostBytes: number
  readonly firstBytes: number | undefined
}

/** The outcome of a response that is not a redirect. `movedTo` is where permanent redirects led before it. */
export async function readResponse(
  response: Response,
  { url, movedTo, mostBytes, firstBytes }: Reading,
): Promise<Fetched> {
  const { status, headers } = response
  const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') }
  const freshForMs = freshFor(headers, Date.now())
  if (status === 304) return { kind: 'unchanged', validators, freshForMs, movedTo }
  if (!response.ok) {
    await response.body?.cancel()
    if (status === 410) return { kind: 'gone' }
    return {
      kind: 'failed',
      reason: whyNoPage(status, headers),
      status,
      retryAfterMs: retryAfter(headers.get('retry-after')),
    }
  }
  const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase()
  if (!encodings.has(encoding)) {
    await response.body?.cancel()
    return failed(`the site compresses its page in a way Onrecord can’t read (${encoding.slice(0, 40)})`)
  }
  const body = await readBody(response, firstBytes ?? mostBytes, firstBytes !== undefined)
  if (!body) return { kind: 'refused', reason: `the page is larger than ${mostBytes / 1_000_000} MB` }
  if (body[0] === 0x1f && body[1] === 0x8b) return failed('the site compresses its page twice')
  const contentType = headers.get('content-type') ?? ''
  return { kind: 'page', url, body, contentType, validators, freshForMs, movedTo, wishes: wishesIn(headers) }
}

/** Headers that say what machines may do with a page. */
const ofWishes = ['Content-Usage', 'Content-Signal', 'X-Robots-Tag', 'TDM-Reservation']

function wishesIn(headers: Response['headers']): string[] {
  const named = ofWishes.flatMap((name) => {
    const value = headers.get(name)
    return value ? [`${name}: ${value}`] : []
  })
  const links = [...(headers.get('link') ?? '').matchAll(/<([^>]*)>((?:[^",]|"[^"]*")*)/g)]
  const licences = links
    .filter(
      ([, , attributes = '']) =>
        /\brel\s*=\s*(?:license\b|"[^"]*\blicense\b)/i.test(attributes) && /rsl\+xml/i.test(attributes),
    )
    .map(([, address]) => `License: ${address}`)
  return [...named, ...licences]
}

/** The decoded body. If that is larger than `mostBytes`: its beginning if `isCut`, otherwise undefined. */
async function readBody(response: Response, mostBytes: number, isCut: boolean): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    const bytes = chunk as Uint8Array
    size += bytes.byteLength
    if (size > mostBytes && !isCut) return undefined
    chunks.push(bytes)
    if (size > mostBytes) break
  }
  return Buffer.concat(chunks).subarray(0, mostBytes)
}

function retryAfter(value: string | null): number | null {
  if (!value) return null
  const seconds = Number(value)
  const waitMs = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(waitMs) && waitMs > 0 ? waitMs : null
}

/** How long a response stays fresh, in milliseconds, by RFC 9111, section 4.2; null if it does not say. */
export function freshFor(headers: { get(name: string): string | null }, now: number): number | null {
  const age = Number(headers.get('age')) || 0
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d+)/i.exec(headers.get('cache-control') ?? '')?.[1]
  if (maxAge !== undefined) return Math.max(0, Number(maxAge) - age) * 1_000
  const expires = Date.parse(headers.get('expires') ?? '')
  if (Number.isNaN(expires)) return null
  const date = Date.parse(headers.get('date') ?? '')
  return Math.max(0, expires - (Number.isNaN(date) ? now : date))
}
