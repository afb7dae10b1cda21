import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf } from '../domain/reason.ts'
import type { Clock } from '../ports.ts'
import type { Services } from '../services.ts'
import { DatabaseClock } from './database-clock.ts'

/** How often a process reports that it is alive, in milliseconds. */
const beatMs = 1_000
/**
 * After this long without a beat, in milliseconds, a process cannot tell who else is silent: it may be the database.
 */
const deafMs = 3_000
/** How long the others then have to be heard again, in milliseconds, before any of them counts as dead. */
const patienceMs = 15_000

type PresenceServices = Pick<Services, 'store' | 'queue' | 'log'>

/** This process as one of several on its database. */
export interface Presence {
  /** The same for all processes on the database. */
  readonly clock: Clock
  stop(): Promise<void>
}

/**
 * Registers this process on its database, and takes over dead ones' jobs: now and, if the database is shared, every
 * second.
 */
export async function takeOver(
  { isShared, ownClock }: { readonly isShared: boolean; readonly ownClock: Clock },
  services: PresenceServices,
): Promise<Presence> {
  const { store, queue } = services
  if (isShared) return await stayAlive(services)
  await store.processes.beat()
  // No other process can have had it open when this one opened it.
  await queue.giveBack(await store.processes.freeOthers())
  return { clock: ownClock, stop: async () => undefined }
}

/** Reports every second that this process is alive, and frees what silent processes held. */
async function stayAlive({ store, queue, log }: PresenceServices): Promise<Presence> {
  const clock = new DatabaseClock()
  let heardAt = performance.now()
  let patientUntil = 0
  let beating: Promise<void> | undefined
  const beat = async () => {
    const askedAt = performance.now()
    clock.set(await store.processes.beat(), askedAt)
    if (performance.now() - heardAt > deafMs) patientUntil = performance.now() + patienceMs
    heardAt = performance.now()
    if (heardAt < patientUntil) return
    const jobs = await store.processes.freeSilent()
    if (jobs.length > 0) log.info('work-taken-over', { jobs: jobs.length })
    await queue.giveBack(jobs)
  }
  await beat()
  const timer = setInterval(() => {
    beating ??= within(deafMs, beat())
      .catch((error: unknown) => log.warn('beat-missed', { reason: reasonOf(error) }))
      .finally(() => {
        beating = undefined
      })
  }, beatMs)
  timer.unref()
  return {
    clock,
    async stop() {
      clearInterval(timer)
      await beating
    },
  }
}

/** A beat whose connection hangs counts as missed, and does not hold up later ones. */
async function within(limitMs: number, work: Promise<void>): Promise<void> {
  const limit = new AbortController()
  const late = sleep(limitMs, undefined, { signal: limit.signal, ref: false }).then(() => {
    throw new Error('the database does not answer')
  })
  try {
    await Promise.race([work, late])
  } finally {
    limit.abort()
    late.catch(() => undefined)
  }
}
