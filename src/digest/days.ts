const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const dayMs = 86_400_000

/**
 * The day, as 2026-12-31, that `said` means at an instant in a zone: a date, the next day of that name ("fri", never
 * today), or a number of days from today ("+7").
 */
export function dayMeant(said: string, now: string, zone: string): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(new Date(now))
  const from = Date.parse(`${today}T00:00:00.000Z`)
  const wanted = names.indexOf(said)
  const ahead = wanted < 0 ? Number(/^\+(\d+)$/.exec(said)?.[1]) : ((wanted - new Date(from).getUTCDay() + 6) % 7) + 1
  return Number.isNaN(ahead) ? said : new Date(from + ahead * dayMs).toISOString().slice(0, 10)
}
