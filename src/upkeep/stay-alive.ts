import { setTimeout as sleep } from 'node:timers/promises'
import { reasonOf } from '../domain/reason.ts'
import type { Clock } from '../ports.ts'
import type { Services } from '../services.ts'
import { DatabaseClock } from './database-clock.ts'

/** How often a process says that it lives, in milliseconds. */
const beatMs = 1_000
/** After so long without a beat of its own a process cannot tell who else is silent, in milliseconds: it may be the database. */
const deafMs = 3_000
/** Then the others get as long to be heard again, in milliseconds, before any of them counts as dead. */
const patienceMs = 15_000

type PresenceServices = Pick<Services, 'store' | 'queue' | 'log'>

/** This process among others on its database. */
export interface Presence {
  /** The same for all of them. */
  readonly clock: Clock
  stop(): Promise<void>
}

/**
 * Enters this process among those on its database, and takes over what dead ones had in hand: now, and every second from now
 * on where others may have it open.
 */
export async function takeOver(
  { isShared, ownClock }: { readonly isShared: boolean; readonly ownClock: Clock },
  services: PresenceServices,
): Promise<Presence> {
  const { store, queue } = services
  if (isShared) return await stayAlive(services)
  await store.processes.beat()
  // Nobody else can have had it open when this one opened it.
  await queue.giveBack(await store.processes.freeOthers())
  return { clock: ownClock, stop: async () => undefined }
}

/** Says every second that this process lives, and frees what processes held that say so no more. */
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

/** A beat whose connection hangs is missed, and keeps no later one from being made. */
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
