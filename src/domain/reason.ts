/** What an exception says, for people and logs. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Codes of connections that never came about, so that nothing was sent. */
const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])

/** Whether a request failed before anything of it was sent. */
export function neverConnected(error: unknown): boolean {
  return errorCodes(error).some((code) => unconnected.has(code))
}

/** The codes of an exception and of all that it was caused by, wherever its client keeps those. */
function errorCodes(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return []
  const { code, cause, original, errors } = error as Record<string, unknown>
  const inner = Array.isArray(errors) ? errors.flatMap(errorCodes) : []
  return [...(typeof code === 'string' ? [code] : []), ...errorCodes(cause), ...errorCodes(original), ...inner]
}
