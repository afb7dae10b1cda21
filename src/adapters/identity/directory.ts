import { appendSignature, component, createSignatureSync } from 'http-message-sig'
import type { PublicRoute } from '../../ports.ts'
import { publicHalf, publishedKeys, readKeys } from './bot-keys.ts'
import { signerOf } from './sign-request.ts'

/** Where our keys stand: draft-meunier-http-message-signatures-directory. */
export const directoryPath = '/.well-known/http-message-signatures-directory'
/** How long others may keep a copy, and how long its signatures hold, in seconds; less than a new key waits. */
const keptFor = 3_600

/** The public keys by which our requests can be verified, signed with each of them. */
export function keyDirectory(file: string): PublicRoute {
  return {
    path: directoryPath,
    answer: (request) => {
      const now = Math.floor(Date.now() / 1_000)
      const keys = publishedKeys(readKeys(file), now)
      if (keys.length === 0) return Promise.resolve(new Response('there are no keys', { status: 404 }))
      const signed = keys.reduce((headers, key, index) => {
        const fields = createSignatureSync(
          {
            kind: 'response',
            status: 200,
            fields: [],
            request: { kind: 'request', method: 'GET', targetUri: request.url, fields: [] },
          },
          {
            label: `sig${index + 1}`,
            components: [component('@authority', { req: true })],
            parameters: {
              created: now,
              expires: now + keptFor,
              keyid: key.kid,
              alg: 'ed25519',
              tag: 'http-message-signatures-directory',
            },
            signer: signerOf(key),
          },
        )
        return appendSignature(headers, fields)
      }, new Headers())
      signed.set('content-type', 'application/http-message-signatures-directory+json')
      signed.set('cache-control', `max-age=${keptFor}`)
      return Promise.resolve(new Response(JSON.stringify({ keys: keys.map(publicHalf) }), { headers: signed }))
    },
  }
}
