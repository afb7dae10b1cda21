import { capitalize } from './capitals.ts'

/** The message of an exception, for people and logs. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Error codes of connections that were never made, so nothing was sent. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Returns true if a request failed before any of it was sent. */
export function neverConnected(error: unknown): boolean {
  return errorCodes(error).some((code) => unconnected.has(code))
}

/** The codes of an exception and of all its causes, wherever its client keeps them. */
function errorCodes(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { code, cause, original, errors } = error as Record<string, unknown>
  const inner = Array.isArray(errors) ? errors.flatMap(errorCodes) : []
  return [...(typeof code === 'string' ? [code] : []), ...errorCodes(cause), ...errorCodes(original), ...inner]
}

/**
 * A reason as a sentence of its own: "the page is gone" becomes "The page is gone."; an address at its start stays as it
 * is, and a command at its end gets no full stop, so that it can be copied.
 */
export function asSentence(reason: string): string {
  const [first = ''] = reason.split(/\s/, 1)
  if (reason === '') return ''
  const isPlainWord = /^[a-z][a-z’'-]*[,;]?$/.test(first)
  const opened = isPlainWord ? capitalize(reason) : reason
  const isClosed =
    /[.!?…][”’"')\]]*$/.test(opened) || /: (?:\/|onrecord )[^.!?]*$/.test(opened.replace(/"[^"]*"/g, '""'))
  return isClosed ? opened : `${opened}.`
}
