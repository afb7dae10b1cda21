import type { Services } from '../services.ts'

const hourMs = 3_600_000

/** When the pages of posted articles are read again: hourly for a day after they were posted, then daily for a week. */
export const rereadPlan = {
  hourMs,
  hourlyForMs: 24 * hourMs,
  dayMs: 24 * hourMs,
  dailyForMs: 7 * 24 * hourMs,
} as const

/** The most pages that one round lets be read again. */
const round = 2_000

/** Lets the pages of posted articles be read again when that is due, so that what is posted can be corrected. */
export async function rereadPosted({ store, clock }: Pick<Services, 'store' | 'clock'>): Promise<number> {
  return await store.rereads.startDue(clock.now(), rereadPlan, round)
}
