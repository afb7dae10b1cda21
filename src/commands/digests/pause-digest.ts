import { asks, nameIn, unclear } from '../../chat/commands/typed-words.ts'
import { rich } from '../../chat/rich-text.ts'
import { dayMeant } from '../../digest/days.ts'
import { nextSlot, startOfDay } from '../../digest/schedule/next-slot.ts'
import { moment } from '../../digest/times.ts'
import { shiftInstant } from '../../domain/instant.ts'
import { newFrom } from '../../domain/subscription.ts'
import { hint } from '../context.ts'
import { deletedJustNow, findDigest } from '../find-digest.ts'
import { digestIn, digestName, textIn } from '../options.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** Pauses a digest until a given day, or until it is resumed. */
export const pauseDigest: CommandSpec<'pause-digest'> = {
  permission: 'digest',
  ways: [
    {
      under: 'digest',
      names: ['pause', 'stop'],
      usage: 'pause until friday',
      says: 'Pause a digest until a day, or until it’s resumed',
      options: [
        { kind: 'text', name: 'until', says: 'Until this day: 2026-12-31; leave out to pause until it’s resumed' },
        digestName,
      ],
      read: (rest, { mark }) => {
        const [whole = '', untilWord, count, unit] =
          /\buntil (\S+)|\bfor (an?|\d{1,3}|one|two|three) (day|week|month)s?\b/i.exec(rest) ?? []
        const digest = nameIn(rest.replace(whole, ''))
        if (whole === '') return asks({ kind: 'pause-digest', digest, until: null })
        const until = count && unit ? `+${daysIn(count, unit)}` : dayNamed(untilWord ?? '')
        return until === undefined
          ? unclear(`Say until when: ${mark}digest pause until friday (or tomorrow, or 2026-12-31)`)
          : asks({ kind: 'pause-digest', digest, until })
      },
      fill: (options) => {
        const until = textIn(options, 'until') ?? null
        return until !== null && !isDate(until)
          ? unclear('A pause needs an end date like 2026-12-31.')
          : asks({ kind: 'pause-digest', digest: digestIn(options), until })
      },
    },
  ],
  handle: async ({ digest, until }, context) => {
    const { store, clock } = context.services
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    if (until === null) {
      if (!(await store.subscriptions.change(found.id, () => ({ pause: { until: null }, nextRunAt: null }))))
        return deletedJustNow(found)
      const how = hint(context.asker, `digest resume "${found.name}"`)
      return said(`“${found.name}” is paused. To resume it: ${how}`, { paused: found.name, next: null })
    }
    const { zone } = found.schedule
    const day = dayMeant(until, clock.now(), zone)
    const end = startOf(day, zone)
    if (end === undefined || end <= clock.now())
      return refused('unclear', `${day} isn’t a valid date in the future. Choose a later day.`)
    const changed = await store.subscriptions.change(found.id, ({ schedule }) => ({
      pause: { until: end },
      schedule: newFrom(schedule, end),
      nextRunAt: nextSlot(schedule, shiftInstant(end, -1)),
    }))
    if (!changed) return deletedJustNow(found)
    const next = changed.nextRunAt
    const then = next ? rich` Next edition: ${moment(next, zone)}.` : ''
    return said([rich`“${found.name}” is paused until ${day}.${then}`], { paused: found.name, next })
  },
}

/** A day in a form that `dayMeant` reads; undefined if the word is not a day. */
function dayNamed(word: string): string | undefined {
  if (isDate(word)) return word
  if (/^tomorrow$/i.test(word)) return '+1'
  const day = /^(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rs|rsday|urday)?$/i.exec(word)?.[1]
  return day?.toLowerCase()
}

function isDate(word: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(word)
}

const numberWords: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3 }

function daysIn(count: string, unit: string): number {
  const number = numberWords[count.toLowerCase()] ?? Number(count)
  return number * (/^w/i.test(unit) ? 7 : /^m/i.test(unit) ? 30 : 1)
}

/** The start of a day in a time zone; undefined if the day is invalid. */
function startOf(day: string, zone: string): string | undefined {
  try {
    return startOfDay(day, zone)
  } catch {
    return undefined
  }
}
