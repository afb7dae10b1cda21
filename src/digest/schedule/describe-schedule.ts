import { isForSharing, type Schedule } from '../../domain/subscription.ts'
import { dayNames, weekdays, weekend } from './schedule-words.ts'
import { describeAtOnce } from './watch-words.ts'

/** A schedule in words: "weekdays at 08:00 and 17:30 (Europe/London)". */
export function describeSchedule(schedule: Schedule): string {
  const { days, monthDays, times, zone, quiet, until, atOnce } = schedule
  if (isForSharing({ schedule })) return 'only what is shared'
  const day = monthDays.length > 0 ? `monthly on the ${listed(monthDays.map(ordinal))}` : describeDays(days)
  const step = evenStep(times)
  const often = (atOnce || step) && days.length === 7 && monthDays.length === 0
  const time = atOnce
    ? describeAtOnce(atOnce)
    : step
      ? step === 1
        ? 'every hour'
        : `every ${step} hours from ${times[0]}`
      : `at ${listed(times)}`
  const rest = quiet ? `, except from ${quiet.from} to ${quiet.to}` : ''
  return `${often ? time : `${day} ${time}`} (${zone})${rest}${until ? `, until ${until}` : ''}`
}

function describeDays(days: readonly number[]): string {
  if (days.length === 7) return 'every day'
  if (days.join() === weekdays.join()) return 'weekdays'
  if (days.join() === weekend.join()) return 'weekends'
  return days.length === 0 ? 'never' : listed(days.map((day) => `${dayNames[day - 1] ?? day}s`))
}

/** The number of hours between three or more times spread evenly over the day; otherwise undefined. */
function evenStep(times: readonly string[]): number | undefined {
  if (times.length < 3 || times.some((time) => !time.endsWith(':00'))) return undefined
  const hours = times.map((time) => Number(time.slice(0, 2)))
  const step = (hours[1] ?? 0) - (hours[0] ?? 0)
  return hours[0] === 0 && hours.every((hour, at) => hour === at * step) && hours.length === Math.ceil(24 / step)
    ? step
    : undefined
}

function listed(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(items)
}

function ordinal(day: number): string {
  const ending = day % 100 > 10 && day % 100 < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')
  return `${day}${ending}`
}
