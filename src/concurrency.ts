import { setImmediate as nextTurn } from 'node:timers/promises'
import { hostOf } from './domain/address.ts'

/** Does one thing after another for each of a list, a few at a time; a failure of one is the caller's to catch within `work`. */
export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const lane = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, lane))
}

/** Things apart by the host of their address, so that what waits for one host keeps no other waiting. */
export function byHost<T extends { readonly url: string }>(items: readonly T[]): T[][] {
  return [...Map.groupBy(items, ({ url }) => hostOf(url)).values()]
}

let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * A turn of the event loop of one's own, for what takes the processor for some milliseconds. Callers that wait at the same time
 * get one each: immediates that are set together all run before the loop turns again.
 */
export async function ownTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => nextTurn())
  await lastTurn
}

/** How many things are done before others get a turn. */
const perTurn = 10

/** Does one thing after another that takes the processor, and lets the process do something else in between. */
export async function inTurns<T>(items: Iterable<T>, work: (item: T) => void | Promise<void>): Promise<void> {
  let done = 0
  for (const item of items) {
    done += 1
    if (done % perTurn === 0) await nextTurn()
    await work(item)
  }
}
