import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Interaction } from './interaction.ts'
import { answerInteraction, type InteractionOptions } from './interactions.ts'

/** The largest request that is read, in bytes. */
const largest = 1_000_000
/** How far a request's time may be from ours either way, in seconds. */
const skewSeconds = 300

export interface RouteOptions extends InteractionOptions {
  /** 64 hexadecimal digits, from the application's page. */
  readonly publicKey: string
  /** Seconds since 1970. */
  now(): number
}

/** The route for interactions over HTTP, for running the app without a gateway. */
export function interactionsRoute(options: RouteOptions) {
  const key = keyOf(options.publicKey)
  return {
    path: '/discord/interactions',
    largest,
    async answer(request: Request): Promise<Response> {
      if (request.method !== 'POST') return new Response('POST only', { status: 405 })
      const body = await request.text()
      const signature = request.headers.get('x-signature-ed25519') ?? ''
      const timestamp = request.headers.get('x-signature-timestamp') ?? ''
      if (!isSigned({ signature, timestamp, body }, { key, now: options.now() }))
        return new Response('not signed by Discord', { status: 401 })
      const interaction = JSON.parse(body) as Interaction
      if (interaction.type !== 1 && !(await options.inbox.firstSight(`discord:${interaction.id}`)))
        return new Response('', { status: 409 })
      return Response.json(await answerInteraction(interaction, options))
    },
  }
}

interface Signed {
  readonly signature: string
  readonly timestamp: string
  readonly body: string
}

/** https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers */
export function isSigned(
  { signature, timestamp, body }: Signed,
  { key, now }: { key: KeyObject; now: number },
): boolean {
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > skewSeconds) return false
  if (!/^[0-9a-f]{128}$/i.test(signature)) return false
  return verify(null, Buffer.from(timestamp + body), key, Buffer.from(signature, 'hex'))
}

export function keyOf(hex: string): KeyObject {
  const x = Buffer.from(hex, 'hex').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}
