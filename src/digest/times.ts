import type { Moment } from '../chat/rich-text.ts'

/** An instant as written in a zone: "Tue 24 Nov 08:00". */
export function dayAndTime(instant: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('weekday')} ${part('day')} ${part('month')} ${part('hour')}:${part('minute')}`
}

/** The day of an instant in a zone: "24 Nov 2026". */
export function dayOf(instant: string, zone: string): string {
  const format = { timeZone: zone, day: 'numeric', month: 'short', year: 'numeric' } as const
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(instant)).replace('Sept', 'Sep')
}

/** An instant's time of day in a zone: "08:00". */
export function timeOfDay(instant: string, zone: string): string {
  return dayAndTime(instant, zone).slice(-5)
}

/** An instant for a platform to format, with its label in a zone. */
export function moment(instant: string, zone: string): Moment {
  return { at: instant, label: dayAndTime(instant, zone) }
}

/** "1 story", "2 stories". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
