import OpenAI from 'openai'

/** What went wrong with a request, sorted by what can be done about it. */
export type ModelFault =
  /** It may pass: try again soon, or when the endpoint says. */
  | { readonly kind: 'passing'; readonly reason: string; readonly retryAfterMs: number | null }
  /** The operator must change something: key, model, credit, address. */
  | { readonly kind: 'lasting'; readonly reason: string }
  /** The endpoint wants the request in another way. */
  | { readonly kind: 'way'; readonly way: 'format' | 'limit' | 'temperature'; readonly reason: string }
  /** The endpoint rejects this request, but may take others. */
  | { readonly kind: 'request'; readonly reason: string }

/** Sorts an exception of the client and puts it into words. */
export function faultOf(error: unknown): ModelFault {
  if (error instanceof OpenAI.APIError && typeof error.status === 'number') return faultOfStatus(error, error.status)
  const code = causes(error).find((each) => each !== '')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return lasting('the host in OPENAI_BASE_URL can’t be found; check its name')
  if (code && /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code))
    return lasting(
      `the certificate of OPENAI_BASE_URL is not trusted (${code}); give its authority to Node.js with NODE_EXTRA_CA_CERTS`,
    )
  if (code === 'ECONNREFUSED')
    return {
      kind: 'passing',
      reason:
        'nothing is listening at OPENAI_BASE_URL, or at the proxy that is set; check that the model server is running',
      retryAfterMs: null,
    }
  const reason = code
    ? `the connection to the model failed (${code})`
    : 'the model sent something that isn’t a completion'
  return { kind: 'passing', reason, retryAfterMs: null }
}

function faultOfStatus(error: InstanceType<typeof OpenAI.APIError>, status: number): ModelFault {
  const said = `${error.code ?? ''} ${error.message}`
  if (status === 401 || status === 403) return lasting(`OPENAI_API_KEY is not accepted (${status}); set a valid one`)
  if (status === 402 || /insufficient_quota/.test(said))
    return lasting('the account behind OPENAI_API_KEY has no credit left')
  if (status === 404)
    return lasting('OPENAI_MODEL or OPENAI_BASE_URL is wrong: the endpoint doesn’t know that model (404)')
  const retryAfterMs = retryAfter(error.headers)
  if (status === 429) return { kind: 'passing', reason: 'the model asks us to slow down (429)', retryAfterMs }
  if (status === 408 || status >= 500)
    return { kind: 'passing', reason: `the model server has a problem (${status})`, retryAfterMs }
  const unknown: ModelFault = { kind: 'request', reason: `the model server rejected the request (${status})` }
  return status === 400 ? (otherWay(said) ?? unknown) : unknown
}

/** The part of a request that the endpoint does not take, to be changed or left out next time. */
function otherWay(said: string): ModelFault | undefined {
  if (/response_format|response format|json_schema|json_object|strict|schema/i.test(said))
    return { kind: 'way', way: 'format', reason: 'the endpoint does not take this response format' }
  if (/max_completion_tokens/.test(said))
    return { kind: 'way', way: 'limit', reason: 'the model takes max_completion_tokens' }
  return /temperature/.test(said)
    ? { kind: 'way', way: 'temperature', reason: 'the model takes no temperature' }
    : undefined
}

function lasting(reason: string): ModelFault {
  return { kind: 'lasting', reason }
}

function retryAfter(headers: Headers | undefined): number | null {
  const ms = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  if (Number.isFinite(ms)) return ms
  const value = headers?.get('retry-after')
  if (!value) return null
  const seconds = Number(value)
  const wait = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now()
  return Number.isFinite(wait) && wait >= 0 ? wait : null
}

function causes(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const inner = error instanceof AggregateError ? error.errors.flatMap(causes) : []
  return [code, ...inner, ...causes(error.cause)]
}
