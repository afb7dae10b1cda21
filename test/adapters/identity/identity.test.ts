import { createPublicKey } from 'node:crypto'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createVerifier, httpbis } from 'http-message-signatures'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createFetcher } from '../../../src/adapters/http/fetcher.ts'
import {
  makeFirstKey,
  publishedKeys,
  readKeys,
  rotateKeys,
  signingKey,
} from '../../../src/adapters/identity/bot-keys.ts'
import { directoryPath, keyDirectory } from '../../../src/adapters/identity/directory.ts'
import { createIdentity } from '../../../src/adapters/identity/sign-request.ts'
import { startSite } from '../../fakes/site.ts'

const agent = 'https://digest.example'
const day = 86_400
let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-keys-'))
  file = join(folder, 'bot-keys.json')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a request of a bot with keys', () => {
  it('is verified by another implementation, with the keys that we publish', async () => {
    makeFirstKey(file, now())
    const { requests } = await fetchFrom((_, response) => response.end('hello'))
    const [request] = requests.filter(({ url }) => url === '/page')
    expect(request?.headers['signature-agent']).toBe(`sig1="${agent}"`)
    expect(request?.headers['signature-input']).toMatch(
      /^sig1=\("@authority" "signature-agent";key="sig1"\);created=\d+;expires=\d+;keyid="[\w-]{43}";alg="ed25519";nonce="[^"]+";tag="web-bot-auth"$/,
    )
    expect(request && (await isVerified(request))).toBe(true)
  })

  it('is not verified once its host or its words are changed', async () => {
    makeFirstKey(file, now())
    const { requests } = await fetchFrom((_, response) => response.end('hello'))
    const [request] = requests
    expect(request && (await isVerified(request, { host: 'other.example' }))).toBe(false)
    expect(request && (await isVerified(request, { 'signature-agent': 'sig1="https://other.example"' }))).toBe(false)
  })

  it('says nothing to a host that a redirect leads to', async () => {
    makeFirstKey(file, now())
    const other: IncomingMessage[] = []
    const elsewhere = await startSite((request, response) => {
      other.push(request)
      response.end('there')
    })
    const { requests } = await fetchFrom((request, response) => {
      if (request.url === '/page') response.writeHead(302, { location: elsewhere.url('/there') }).end()
      else response.end('hello')
    }, elsewhere.host)
    await elsewhere.stop()
    expect(requests.every(({ headers }) => headers['signature'] !== undefined)).toBe(true)
    const there = other.filter(({ url }) => url === '/there')
    expect(there.map(({ headers }) => [headers['signature'], headers['signature-agent']])).toEqual([
      [undefined, undefined],
    ])
  })

  it('is made all the same where its address has other letters, and unsigned where the keys cannot be read', async () => {
    makeFirstKey(file, now())
    const { requests } = await fetchFrom((_, response) => response.end('hello'), '', '/ü?q=é')
    const [request] = requests.filter(({ url }) => url === '/%C3%BC?q=%C3%A9')
    expect(request && (await isVerified(request))).toBe(true)
    writeFileSync(file, '{"keys":[{"kty":"OKP"}]}')
    const { requests: unsigned } = await fetchFrom((_, response) => response.end('hello'))
    expect(unsigned.filter(({ url }) => url === '/page').map(({ headers }) => headers['signature'])).toEqual([
      undefined,
    ])
  })

  it('is unsigned without keys', async () => {
    const { requests } = await fetchFrom((_, response) => response.end('hello'))
    expect(requests.map(({ headers }) => headers['signature-input'])).toEqual(requests.map(() => undefined))
  })
})

describe('the keys', () => {
  it('can be read by us alone', () => {
    makeFirstKey(file, now())
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  it('are replaced without a gap: each signature is by a key that has been published for a day', () => {
    const start = 1_900_000_000
    const first = makeFirstKey(file, start)
    const second = rotateKeys(file, start + 30 * day)
    for (let hour = 0; hour < 30 * 24; hour += 1) {
      const at = start + 29 * day + hour * 3_600
      const keys = readKeys(file)
      const signing = signingKey(keys, at)
      const publishedADayAgo = hour < 24 ? [first.kid] : publishedKeys(keys, at - day).map(({ kid }) => kid)
      expect(publishedADayAgo).toContain(signing?.kid)
      expect(publishedKeys(keys, at).map(({ kid }) => kid)).toContain(signing?.kid)
    }
    expect(signingKey(readKeys(file), start + 32 * day)?.kid).toBe(second.kid)
    expect(publishedKeys(readKeys(file), start + 33 * day).map(({ kid }) => kid)).toEqual([second.kid])
  })

  it('are not made twice, nor replaced while they are being replaced', () => {
    expect(() => rotateKeys(file, now())).toThrow('there is no key yet: onrecord keys new')
    makeFirstKey(file, now())
    expect(() => makeFirstKey(file, now())).toThrow('there is a key already')
    rotateKeys(file, now())
    expect(() => rotateKeys(file, now())).toThrow('takes over on')
  })

  it('are published without their private halves, signed by each', async () => {
    makeFirstKey(file, now())
    rotateKeys(file, now())
    const url = `https://digest.example${directoryPath}`
    const response = await keyDirectory(file).answer(new Request(url))
    expect(response.headers.get('content-type')).toBe('application/http-message-signatures-directory+json')
    const { keys } = (await response.json()) as { keys: Record<string, unknown>[] }
    expect(keys.map((key) => Object.keys(key).toSorted())).toEqual([
      ['crv', 'exp', 'kid', 'kty', 'nbf', 'use', 'x'],
      ['crv', 'kid', 'kty', 'nbf', 'use', 'x'],
    ])
    const headers = Object.fromEntries(response.headers)
    const verified = await httpbis.verifyMessage(
      { keyLookup: lookup, all: true },
      { status: 200, headers },
      { method: 'GET', url, headers: { host: 'digest.example' } },
    )
    expect(verified).toBe(true)
    expect(headers['signature-input']?.match(/tag="http-message-signatures-directory"/g)).toHaveLength(2)
  })

  it('are not there before they are made', async () => {
    expect((await keyDirectory(file).answer(new Request(`https://digest.example${directoryPath}`))).status).toBe(404)
  })
})

/** Fetches a page of a site; returns what the site was sent. */
async function fetchFrom(answer: Parameters<typeof startSite>[0], alsoAllowed = '', path = '/page') {
  const requests: IncomingMessage[] = []
  const site = await startSite((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  const fetcher = createFetcher({
    allowHosts: new Set([site.host, alsoAllowed]),
    userAgent: 'Onrecord/0.1 (tests)',
    spacingMs: 0,
    identity: createIdentity({ agent, file }),
  })
  await fetcher.get(`http://${site.host}${path}`)
  await fetcher.close()
  await site.stop()
  return { requests }
}

async function isVerified(
  { method = 'GET', url = '', headers: sent }: IncomingMessage,
  changed: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const headers = Object.fromEntries(
    Object.entries({ ...sent, ...changed }).map(([name, value]) => [name, String(value)]),
  )
  const message = { method, url: `http://${headers['host']}${url}`, headers }
  try {
    return (await httpbis.verifyMessage({ keyLookup: lookup }, message)) === true
  } catch {
    return false
  }
}

/** Finds a key as a publisher does: by its name, among those that we publish. */
async function lookup({ keyid }: { keyid?: string }) {
  const response = await keyDirectory(file).answer(new Request(`${agent}${directoryPath}`))
  const { keys } = (await response.json()) as { keys: { kid: string; kty: string; crv: string; x: string }[] }
  const found = keys.find(({ kid }) => kid === keyid)
  if (!found) return null
  const { kty, crv, x } = found
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
  return { id: keyid ?? '', algs: ['ed25519'], verify: createVerifier(key, 'ed25519') }
}

function now(): number {
  return Math.floor(Date.now() / 1_000)
}
