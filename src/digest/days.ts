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

/** The first instant of a day, month or year in UTC, "2026-03-14", "2026-03" or "2026", and the first after it. */
export function periodOf(said: string): { readonly start: string; readonly end: string } | undefined {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(said.trim()) ?? []
  if (year === '') return undefined
  const start = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)))
  if (month !== undefined && start.getUTCMonth() !== Number(month) - 1) return undefined
  if (day !== undefined && start.getUTCDate() !== Number(day)) return undefined
  const end = new Date(start)
  if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1)
  else if (month !== undefined) end.setUTCMonth(end.getUTCMonth() + 1)
  else end.setUTCFullYear(end.getUTCFullYear() + 1)
  return { start: start.toISOString(), end: end.toISOString() }
}
