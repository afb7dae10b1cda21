/** A date in whatever form it was given as ISO 8601 in UTC; null for what is none. */
export function isoDate(value: Date | string | null): string | null {
  if (!value) return null
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** The instant so many milliseconds after another, before it where they are negative; both ISO 8601. */
export function shiftInstant(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}
