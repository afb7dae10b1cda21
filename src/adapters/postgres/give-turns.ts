import { setImmediate as turn } from 'node:timers/promises'
import type { PGlite, Transaction } from '@electric-sql/pglite'

/** How long queries may follow one another without a turn of the event loop, in milliseconds. */
const longestStretchMs = 8

/**
 * PGlite answers in microtasks: while one query follows another, no timer fires and no request is read or acknowledged.
 * This gives the event loop a turn before a query if the last was some milliseconds ago.
 */
export function giveTurns(pglite: PGlite): PGlite {
  let last = performance.now()
  const breathe = async () => {
    if (performance.now() - last < longestStretchMs) return
    await turn()
    last = performance.now()
  }
  const paced = <Of extends PGlite | Transaction>(target: Of): Of =>
    new Proxy(target, {
      get(from, name) {
        const value: unknown = Reflect.get(from, name, from)
        if (typeof value !== 'function') return value
        const call = (given: unknown[]): unknown => Reflect.apply(value, from, given)
        if (name === 'query' || name === 'exec')
          return async (...given: unknown[]) => {
            await breathe()
            return await call(given)
          }
        if (name === 'transaction')
          return async (work: (transaction: Transaction) => Promise<unknown>) =>
            await call([async (transaction: Transaction) => await work(paced(transaction))])
        return (...given: unknown[]) => call(given)
      },
    })
  return paced(pglite)
}
