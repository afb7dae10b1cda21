import { Kysely } from 'kysely'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { nextSlot } from '../src/digest/schedule/next-slot.ts'

import { workspaceId } from '../src/domain/subscription.ts'
import { openEditions } from '../src/publishing/post-editions.ts'
import type { Services } from '../src/services.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { everyMorning, plainDigest, setSubscription } from '../test/fakes/subscription.ts'

/**
 * A digest at every half-hour, in every zone, on the days on which its clocks change (or two ordinary days where they
 * never do), on a real store with a clock of ours. Now and then the process is blocked, or down for hours. Each slot is
 * to be opened once, when it is due; of slots missed together the first is caught up. What is due when is reckoned a
 * second time, minute by minute from what Intl says, without our own code.
 *
 *   node bench/zones.ts [first year] [seed]
 */

const firstYear = Number(process.argv[2] ?? 2026)
let state = Number(process.argv[3] ?? 1)
const minute = 60_000
const times = Array.from({ length: 48 }, (_, at) => `${pad(Math.floor(at / 2))}:${at % 2 === 0 ? '00' : '30'}`)
const workspace = workspaceId('bench')
const tally = {
  slots: 0,
  opened: 0,
  missedTogether: 0,
  blocked: 0,
  down: 0,
  twice: 0,
  wrong: 0,
  early: 0,
  forgotten: 0,
}

const connection = await openInMemory()
const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'Bench' })
for (const zone of Intl.supportedValuesOf('timeZone')) {
  for (const year of [firstYear, firstYear + 1]) {
    const changes = changesIn(zone, year)
    for (const day of changes.length > 0 ? changes : [`${year}-03-29`, `${year}-10-25`]) await runDay(zone, day)
  }
}
await connection.close()
console.log(`${Intl.supportedValuesOf('timeZone').length} zones, ${tally.slots} slots`)
console.log(`opened when due: ${tally.opened}; missed together with an earlier one: ${tally.missedTogether}`)
console.log(`ticks that came late: ${tally.blocked} by a blocked loop, ${tally.down} by a process that was down`)
console.log(
  `opened twice: ${tally.twice}; at a wrong time: ${tally.wrong}; too early: ${tally.early}; forgotten: ${tally.forgotten}`,
)

async function runDay(zone: string, day: string): Promise<void> {
  const expected = slotsOf(zone, day)
  const schedule = { ...everyMorning, times, zone }
  const clock = { ms: (expected[0] ?? 0) - minute, now: () => new Date(clock.ms).toISOString() }
  const id = await setSubscription(store, { ...plainDigest, workspace, schedule }, nextSlot(schedule, clock.now()))
  const opened: { slot: number; at: number; before: number }[] = []
  const services = { store, clock, queue: { send: async () => undefined } } as unknown as Services
  const last = expected.at(-1) ?? 0
  while (clock.ms < last) {
    const next = (await store.subscriptions.find(id))?.nextRunAt
    if (!next) break
    const before = clock.ms
    clock.ms = Math.max(clock.ms + minute, Math.ceil(Date.parse(next) / minute) * minute) + lateness()
    await openEditions(services)
    for (const { slot } of await store.editions.latest(id, 1))
      opened.push({ slot: Date.parse(slot), at: clock.ms, before })
  }
  await store.subscriptions.remove(id)
  judge(expected, opened)
}

function judge(expected: readonly number[], opened: readonly { slot: number; at: number; before: number }[]): void {
  tally.slots += expected.length
  const known = new Set(expected)
  const seen = new Set<number>()
  for (const { slot, at } of opened) {
    if (seen.has(slot)) tally.twice += 1
    else if (!known.has(slot) && slot <= (expected.at(-1) ?? 0)) tally.wrong += 1
    else if (at < slot) tally.early += 1
    else if (known.has(slot)) tally.opened += 1
    seen.add(slot)
  }
  for (const slot of expected) {
    if (seen.has(slot)) continue
    // A tick that came late took the first slot of several; the rest of them is passed over.
    if (opened.some((each) => each.slot < slot && slot <= each.at)) tally.missedTogether += 1
    else tally.forgotten += 1
  }
}

/** How late a tick comes: mostly not at all, sometimes minutes, seldom hours. In milliseconds. */
function lateness(): number {
  const chance = random()
  if (chance < 0.9) return 0
  if (chance < 0.98) {
    tally.blocked += 1
    return Math.ceil(random() * 20) * minute
  }
  tally.down += 1
  return Math.ceil(random() * 180) * minute
}

/** When each half-hour of a local day comes, in order; two that fall together are one. */
function slotsOf(zone: string, day: string): number[] {
  const local = localMinutes(zone, day)
  const found = times.map((time) => {
    const wanted = `${day} ${time}`
    return local.find(({ text }) => text === wanted)?.at ?? local.find(({ text }) => text > wanted)?.at ?? 0
  })
  return [...new Set(found)].toSorted((one, other) => one - other)
}

/** The days of the year on which the clocks of a zone change. */
function changesIn(zone: string, year: number): string[] {
  const days: string[] = []
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' })
  const offset = (ms: number) => format.format(ms).replace(/^.*GMT/, '')
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 60 * minute) {
    if (offset(ms) === offset(ms + 60 * minute)) continue
    days.push(localText(zone)(ms + 30 * minute).slice(0, 10))
  }
  return days
}

/** Every minute of about two days, as the clocks of a zone show it. */
function localMinutes(zone: string, day: string): { at: number; text: string }[] {
  const text = localText(zone)
  const start = Date.parse(`${day}T00:00:00Z`) - 15 * 60 * minute
  return Array.from({ length: 54 * 60 }, (_, at) => ({ at: start + at * minute, text: text(start + at * minute) }))
}

function localText(zone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  return (ms) => format.format(ms)
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}

/** The same numbers for the same seed (a linear congruential generator, of Numerical Recipes). */
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state / 2 ** 32
}
