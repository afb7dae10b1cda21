import { setImmediate as nextTurn } from 'node:timers/promises'
import { hostOf } from './domain/address.ts'

/**
 * Runs `work` for each item, at most `width` at a time. `work` must catch any failure that should not stop the rest.
 */
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

/** Groups things by the host of their address, so that one host's things do not wait for another's. */
export function byHost<T extends { readonly url: string }>(items: readonly T[]): T[][] {
  return [...Map.groupBy(items, ({ url }) => hostOf(url)).values()]
}

let lastTurn: Promise<unknown> = Promise.resolve()

/**
 * Waits for a turn of the event loop, before work that takes the processor for some milliseconds. Callers that wait at
 * the same time get one turn each; immediates set together would all run in the same turn.
 */
export async function ownTurn(): Promise<void> {
  lastTurn = lastTurn.then(() => nextTurn())
  await lastTurn
}

/** How many items are done before the event loop gets a turn. */
const perTurn = 10

/** Runs processor-heavy `work` for each item in order, and gives the event loop a turn now and then. */
export async function inTurns<T>(items: Iterable<T>, work: (item: T) => void | Promise<void>): Promise<void> {
  let done = 0
  for (const item of items) {
    done += 1
    if (done % perTurn === 0) await nextTurn()
    await work(item)
  }
}
