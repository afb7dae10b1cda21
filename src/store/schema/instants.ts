/** A stored instant as ISO 8601. */
export function instant(date: Date): string
export function instant(date: Date | null): string | null
export function instant(date: Date | null): string | null {
  return date && date.toISOString()
}
