/** The instant `ms` milliseconds after another, or before it if `ms` is negative; both in ISO 8601. */
export function shiftInstant(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}
