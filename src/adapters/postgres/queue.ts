import type { Kysely } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { reasonOf } from '../../domain/reason.ts'
import type { Job, Log, Queue } from '../../ports.ts'
import type { Connection } from './connection.ts'

/** One queue a kind of job. */
const kinds: readonly Job['kind'][] = ['post-edition', 'answer', 'purge']
/**
 * How long a worker may be silent before its job goes to another, in seconds: it tells of itself twice in that time. pg-boss takes
 * nothing shorter.
 */
const heartbeatSeconds = 10
/** How often silent workers are looked for, in seconds. */
const superviseIntervalSeconds = 5
/** The longest that any job takes, in seconds: one writer after another, each with a slow model. */
const expireInSeconds = 6 * 3_600
const options = {
  expireInSeconds,
  heartbeatSeconds,
  // Enough for a server that takes a few minutes to come back.
  retryLimit: 12,
  retryDelay: 1,
  retryDelayMax: 30,
  retryBackoff: true,
  deleteAfterSeconds: 86_400,
} as const
const pollingIntervalSeconds = 0.5
/** Jobs of a kind that one process has in hand at once. */
const atOnce = 16
/** How long work under way may take when the process is told to stop, in milliseconds. */
const drainMs = 10_000

/** A queue in our own database, by pg-boss. */
export async function openQueue({ queue }: Connection, log: Log): Promise<Queue> {
  const boss = new PgBoss({
    ...queue,
    schedule: false,
    superviseIntervalSeconds,
    // Without it a queue is looked at once a minute, however often the workers are supervised.
    monitorIntervalSeconds: superviseIntervalSeconds,
    monitorVacuum: false,
    reindex: false,
  })
  boss.on('error', (error) => log.error('queue-error', { reason: error.message }))
  await boss.start()
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const kind of kinds) {
    if (!known.has(kind)) await boss.createQueue(kind, { ...options, policy: 'short' })
    // One that an earlier version made.
    else await boss.updateQueue(kind, options)
  }
  return {
    async send(job, { afterMs = 0, within } = {}) {
      await boss.send(job.kind, job, {
        singletonKey: keyOf(job),
        ...(afterMs > 0 ? { startAfter: new Date(Date.now() + afterMs) } : {}),
        ...(within ? { db: fromKysely(within as Kysely<unknown>) } : {}),
      })
    },
    async work(answer) {
      const inHand = new Set<string>()
      // An edition that is slow to compose is queued again meanwhile: one of them is enough here.
      const once = async (job: Job) => {
        const key = `${job.kind} ${keyOf(job)}`
        if (inHand.has(key)) return
        inHand.add(key)
        try {
          await answer(job)
        } finally {
          inHand.delete(key)
        }
      }
      for (const kind of kinds) {
        await boss.work<Job>(
          kind,
          {
            pollingIntervalSeconds,
            batchSize: 1,
            localConcurrency: atOnce,
            burstWhenBatchFull: true,
            perJobResults: true,
          },
          async (jobs) =>
            await Promise.all(jobs.map(async ({ id, data }) => await outcomeOf(id, () => once(data), log))),
        )
      }
    },
    async depth() {
      const stats = await Promise.all(kinds.map(async (kind) => await boss.getQueueStats(kind, { force: true })))
      return Object.fromEntries(kinds.map((kind, at) => [kind, stats[at]?.[0]?.queuedCount ?? 0]))
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: drainMs, close: true })
    },
  }
}

async function outcomeOf(id: string, work: () => Promise<void>, log: Log) {
  try {
    await work()
    return { id, status: 'completed' as const }
  } catch (error) {
    log.error('job-failed', { job: id, reason: reasonOf(error) })
    return { id, status: 'failed' as const, output: { reason: reasonOf(error) } }
  }
}

/** Two jobs with one key are one job, as long as the first has not begun. */
function keyOf(job: Job): string {
  switch (job.kind) {
    case 'post-edition':
      return job.edition
    case 'answer':
      return job.id
    case 'purge':
      return 'purge'
  }
}
