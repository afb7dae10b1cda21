import { matchesPath, pathOf, pathPattern } from './path-pattern.ts'

/** Where a site keeps its reservations: TDM Reservation Protocol, section 5. */
export const tdmFile = '/.well-known/tdmrep.json'

/**
 * What a site's file of the TDM Reservation Protocol says of an address, as a line: "TDM-Reservation: 1"; none if it is
 * silent. `text` need not be JSON.
 */
export function tdmLines(text: string, url: string): string[] {
  if (!URL.canParse(url)) return []
  const rules = rulesIn(text).flatMap(({ location, 'tdm-reservation': reserved }) => {
    const pattern = typeof location === 'string' ? pathPattern(location) : undefined
    return pattern && matchesPath(pathOf(url), pattern) ? [{ length: pattern.length, reserved }] : []
  })
  const [longest] = rules.toSorted((one, other) => other.length - one.length)
  return longest && /^[01]$/.test(String(longest.reserved)) ? [`TDM-Reservation: ${String(longest.reserved)}`] : []
}

function rulesIn(text: string): Record<string, unknown>[] {
  try {
    const rules: unknown = JSON.parse(text)
    return Array.isArray(rules)
      ? rules.filter((rule): rule is Record<string, unknown> => typeof rule === 'object' && rule !== null)
      : []
  } catch {
    return []
  }
}
