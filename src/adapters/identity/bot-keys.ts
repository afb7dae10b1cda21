import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The keys with which requests are signed, in a file that only we can read. */

const day = 86_400
/** How long a new key is published before anything is signed with it, and for how long the old one stays, in seconds. */
const publishedBefore = day
const keptAfter = 2 * day

/** A key pair for Ed25519 as in RFC 8037, with the times between which it is used, in seconds since 1970. */
export interface BotKey {
  readonly kty: 'OKP'
  readonly crv: 'Ed25519'
  readonly x: string
  readonly d: string
  /** The thumbprint of the public key: RFC 7638. */
  readonly kid: string
  /** When signing with it begins. */
  readonly nbf: number
  /** When it is no longer published; absent while no other takes its place. */
  readonly exp?: number
}

/** Reads the keys of a file; none if there is no file. */
export function readKeys(file: string): BotKey[] {
  try {
    const { keys } = JSON.parse(readFileSync(file, 'utf8')) as { keys: BotKey[] }
    for (const { kty, crv, x, d } of keys) createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' })
    return keys
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw new Error(`the keys in ${file} can’t be read`, { cause: error })
  }
}

/** When a file was last changed, in milliseconds; 0 if there is none. */
export function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/**
 * Makes the first key.
 *
 * @throws {Error} if there is one.
 */
export function makeFirstKey(file: string, now: number): BotKey {
  if (publishedKeys(readKeys(file), now).length > 0)
    throw new Error('there is a key already; “onrecord keys rotate” replaces it without a gap')
  const key = newKey(now)
  writeKeys(file, [key])
  return key
}

/**
 * Adds a key that takes over a day from now, when whoever keeps a copy of our keys has it; the one before stays published
 * for a day after that.
 *
 * @throws {Error} if there is none yet, or another one is about to take over.
 */
export function rotateKeys(file: string, now: number): BotKey {
  const keys = publishedKeys(readKeys(file), now)
  const next = keys.find(({ nbf }) => nbf > now)
  if (next) throw new Error(`a new key takes over on ${dateOf(next.nbf)} already`)
  if (keys.length === 0) throw new Error('there is no key yet: onrecord keys new')
  const key = newKey(now + publishedBefore)
  writeKeys(file, [...keys.map((old) => ({ ...old, exp: Math.min(old.exp ?? Infinity, now + keptAfter) })), key])
  return key
}

/** The keys that are published at this time. */
export function publishedKeys(keys: readonly BotKey[], now: number): BotKey[] {
  return keys.filter(({ exp }) => exp === undefined || exp > now)
}

/** The key to sign with at this time: the newest that has begun. */
export function signingKey(keys: readonly BotKey[], now: number): BotKey | undefined {
  return publishedKeys(keys, now)
    .filter(({ nbf }) => nbf <= now)
    .toSorted((one, other) => other.nbf - one.nbf)[0]
}

/** The public half of a key, for the directory. */
export function publicHalf({ kty, crv, x, kid, nbf, exp }: BotKey) {
  return { kty, crv, x, kid, use: 'sig', nbf, ...(exp === undefined ? {} : { exp }) }
}

/** "2027-01-31 08:00 UTC". */
export function dateOf(seconds: number): string {
  return `${new Date(1_000 * seconds).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}

function newKey(nbf: number): BotKey {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })
  const kid = createHash('sha256')
    .update(JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x }))
    .digest('base64url')
  return { kty: 'OKP', crv: 'Ed25519', x, d, kid, nbf }
}

/** Replaces the file whole, so that a process that reads it meanwhile sees the old keys or the new ones. */
function writeKeys(file: string, keys: readonly BotKey[]): void {
  mkdirSync(dirname(file), { recursive: true })
  const draft = `${file}.new`
  writeFileSync(draft, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
}
