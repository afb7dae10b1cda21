import type { Document } from '../../chat/document.ts'
import { dayAround, nextSlot } from '../../digest/schedule/next-slot.ts'
import { counted } from '../../digest/times.ts'
import { shiftInstant } from '../../domain/instant.ts'
import { newFrom, type Schedule, type Subscription } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'
import type { FiledEdition } from '../../store/publishing/filed-edition.ts'
import type { DueSubscription } from '../../store/publishing/subscriptions.ts'
import { anyStory } from '../compose-edition.ts'

/** The longest time from the arrival of an article until it has joined its story, in milliseconds. */
const joiningMs = 30 * 60_000

/** True if a watch has a story to tell now. If it has none, its next look is set, and what it has seen is no longer new to it. */
export async function hasNews(
  { subscription, slot }: DueSubscription,
  services: Pick<Services, 'store' | 'clock'>,
): Promise<boolean> {
  const { schedule } = subscription
  const { atOnce } = schedule
  if (!atOnce) return false
  const { store, clock } = services
  const now = clock.now()
  const { to: tomorrow } = dayAround(now, schedule.zone)
  if ((await postedToday(subscription, now, services)) >= atOnce.mostPerDay) {
    await store.subscriptions.lookAgain(subscription.id, { slot, next: nextSlot(schedule, shiftInstant(tomorrow, -1)) })
    return false
  }
  if (await anyStory(subscription, services)) return true
  await store.subscriptions.lookAgain(subscription.id, {
    slot,
    next: nextSlot(schedule, now),
    schedule: lookedAt(schedule, now),
  })
  return false
}

/** A watch's schedule once it has looked: what came so long ago that it must have joined its story is no longer new. */
export function lookedAt(schedule: Schedule, now: string): Schedule {
  const seen = shiftInstant(now, -joiningMs)
  return schedule.atOnce && seen > schedule.atOnce.since ? newFrom(schedule, seen) : schedule
}

/** Says that a watch's last edition of the day is its last, so that nobody takes silence for an all-clear. */
export async function limitNote(
  { slot, asked }: Pick<FiledEdition, 'slot' | 'asked'>,
  subscription: Subscription,
  services: Pick<Services, 'store'>,
): Promise<Document> {
  const { atOnce } = subscription.schedule
  if (!atOnce || asked || (await postedToday(subscription, slot, services)) < atOnce.mostPerDay) return []
  const limit = counted(atOnce.mostPerDay, 'post')
  return [{ kind: 'note', text: `This watch posts at most ${limit} a day and says nothing more today.` }]
}

/** How many editions of the watch's day have been opened. */
async function postedToday(
  { id, schedule }: Subscription,
  at: string,
  { store }: Pick<Services, 'store'>,
): Promise<number> {
  return await store.postedStories.editions(id, dayAround(at, schedule.zone))
}
