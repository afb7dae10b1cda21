import { createPrivateKey, randomBytes, sign } from 'node:crypto'
import { component, createSignatureSync, type SignerSync } from 'http-message-sig'
import { type BotKey, changedAt, readKeys, signingKey } from './bot-keys.ts'

/** How long a signature holds, in seconds, and how often the file of keys is looked at, in milliseconds. */
const holds = 60
const lookMs = 60_000

/** Says who we are in requests to publishers' servers. */
export interface Identity {
  /** Headers that prove it to the server of this address; none while there is no key. */
  headersFor(url: string): Record<string, string>
}

/**
 * Signs requests as draft-meunier-web-bot-auth-architecture asks: RFC 9421, with Ed25519. `agent` is the origin of our
 * public site, which publishes the keys of `file`.
 */
export function createIdentity({ agent, file }: { readonly agent: string; readonly file: string }): Identity {
  let keys: readonly BotKey[] = []
  let changed = 0
  let looked = Number.NEGATIVE_INFINITY
  return {
    headersFor(url) {
      if (performance.now() - looked > lookMs) {
        looked = performance.now()
        const at = changedAt(file)
        if (at !== changed) keys = keysOrNone(file)
        changed = at
      }
      const now = Math.floor(Date.now() / 1_000)
      const key = signingKey(keys, now)
      return key ? signedHeaders(url, { agent, key, now }) : {}
    },
  }
}

/** A request is better unsigned than not made; “onrecord doctor” says that the keys cannot be read. */
function keysOrNone(file: string): BotKey[] {
  try {
    return readKeys(file)
  } catch {
    return []
  }
}

interface Signing {
  readonly agent: string
  readonly key: BotKey
  /** In seconds since 1970. */
  readonly now: number
}

function signedHeaders(url: string, { agent, key, now }: Signing): Record<string, string> {
  const label = 'sig1'
  // A dictionary with one member, named like the signature: the draft's form since its third version.
  const signatureAgent = `${label}=${JSON.stringify(agent)}`
  const fields = [{ name: 'signature-agent', value: signatureAgent }]
  const { signature, signatureInput } = createSignatureSync(
    { kind: 'request', method: 'GET', targetUri: url, fields },
    {
      label,
      components: ['@authority', component('signature-agent', { key: label })],
      parameters: {
        created: now,
        expires: now + holds,
        keyid: key.kid,
        alg: 'ed25519',
        nonce: randomBytes(48).toString('base64'),
        tag: 'web-bot-auth',
      },
      signer: signerOf(key),
    },
  )
  return { 'signature-agent': signatureAgent, 'signature-input': signatureInput, signature }
}

/** Signs with a key. */
export function signerOf({ kty, crv, x, d }: BotKey): SignerSync {
  const key = createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' })
  return { algorithm: 'ed25519', sign: (data) => sign(null, data, key) }
}
