import type { Fetched } from '../../domain/fetched.ts'
import { notPublic, PrivateAddress } from './address-guard.ts'

/** The outcome for an address that could not be fetched, with a reason for people. */
export function failure(error: unknown, url: string, withinMs: number): Fetched {
  const causes = causesOf(error)
  const host = URL.canParse(url) ? new URL(url).host : url
  if (causes.some((cause) => cause instanceof PrivateAddress)) return { kind: 'refused', reason: notPublic(host) }
  if (causes.some(({ name }) => name === 'TimeoutError'))
    return failed(`${host} did not answer within ${withinMs / 1_000} seconds`)
  if (causes.some(({ message }) => message === 'bad port'))
    return {
      kind: 'refused',
      reason: `${host} uses a port that web clients never connect to; serve it on another port`,
    }
  const code = causes
    .map((cause) => ('code' in cause ? String(cause.code) : ''))
    .find((each) => each !== '' && each !== 'undefined')
  return failed(`${host} cannot be reached (${plainCode(code)})`)
}

/** The outcome of a fetch that failed without a server saying why. */
export function failed(reason: string): Fetched {
  return { kind: 'failed', reason, status: null, retryAfterMs: null }
}

function causesOf(error: unknown): Error[] {
  if (error instanceof AggregateError) return [error, ...error.errors.flatMap(causesOf)]
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}

function plainCode(code: string | undefined): string {
  const plain: Readonly<Record<string, string>> = {
    ENOTFOUND: 'there is no such host',
    EAI_AGAIN: 'its name could not be looked up',
    ECONNREFUSED: 'nothing is listening there',
    ECONNRESET: 'the connection was cut',
    UND_ERR_SOCKET: 'the connection was cut',
    UND_ERR_CONNECT_TIMEOUT: 'it did not answer',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  }
  if (/SSL|TLS|EPROTO/.test(code ?? ''))
    return 'it does not speak https; if it speaks http, write http:// before the address'
  return plain[code ?? ''] ?? code ?? 'unknown reason'
}
