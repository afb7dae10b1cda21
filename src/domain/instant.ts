/** The instant so many milliseconds after another, before it where they are negative; both ISO 8601. */
export function shiftInstant(instant: string, ms: number): string {
  return new Date(Date.parse(instant) + ms).toISOString()
}
