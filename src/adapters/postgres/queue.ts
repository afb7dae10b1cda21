import type { Kysely } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import type { HeldJob } from '../../domain/held-job.ts'
import { reasonOf } from '../../domain/reason.ts'
import type { Job, Log, Queue } from '../../ports.ts'
import type { Connection } from './connection.ts'

/** One queue for each kind of job. */
const kinds: readonly Job['kind'][] = ['post-edition', 'show-proof', 'amend-edition', 'answer', 'purge']
/**
 * How long a worker may be silent before its job goes to another, in seconds; it reports twice in that time. pg-boss
 * takes nothing shorter.
 */
const heartbeatSeconds = 10
/** How often silent workers are looked for, in seconds. */
const superviseIntervalSeconds = 5
/** The longest that any job may take, in seconds: one writer after another, each with a slow model. */
const expireInSeconds = 6 * 3_600
const options = {
  expireInSeconds,
  heartbeatSeconds,
  // Outlasts a server that is down for minutes; waits stay short for a person whose job met several dying processes.
  retryLimit: 90,
  retryDelay: 1,
  retryDelayMax: 3,
  retryBackoff: true,
  deleteAfterSeconds: 86_400,
} as const
const pollingIntervalSeconds = 0.5
/** Jobs of one kind that a process works on at once. */
const atOnce = 16
/** How long jobs in hand may still take when the process is told to stop, in milliseconds. */
const drainMs = 10_000

/** Records which jobs each process has in hand, so that a dead one's are known at once. */
export interface JobHolder {
  holdJob(job: HeldJob): Promise<void>
  letGoOfJob(job: HeldJob): Promise<void>
}

/** A queue in our database, built on pg-boss. */
export async function openQueue({ queue }: Connection, holder: JobHolder, log: Log): Promise<Queue> {
  const boss = new PgBoss({
    ...queue,
    schedule: false,
    superviseIntervalSeconds,
    // Otherwise a queue is checked only once a minute, however often its workers are supervised.
    monitorIntervalSeconds: superviseIntervalSeconds,
    monitorVacuum: false,
    reindex: false,
  })
  boss.on('error', (error) => log.error('queue-error', { reason: error.message }))
  await boss.start()
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const kind of kinds) {
    if (!known.has(kind)) await boss.createQueue(kind, { ...options, policy: 'short' })
    // An earlier version may have made it with other options.
    else await boss.updateQueue(kind, options)
  }
  return {
    async send(job, { afterMs = 0, within } = {}) {
      await boss.send(job.kind, job, {
        singletonKey: keyOf(job),
        ...(afterMs > 0 ? { startAfter: afterMs / 1_000 } : {}),
        ...(within ? { db: fromKysely(within as Kysely<unknown>) } : {}),
      })
    },
    async work(answer) {
      const once = onceEach(answer, holder, log)
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
            await Promise.all(jobs.map(async ({ id, data }) => await outcomeOf(id, () => once(id, data), log))),
        )
      }
    },
    async giveBack(jobs) {
      for (const { queue: name, job } of jobs)
        await boss.fail(name, job, { reason: 'its process died' }).catch((error: unknown) =>
          // pg-boss looks for silent workers and will find it within seconds.
          log.warn('job-not-given-back', { job, reason: reasonOf(error) }),
        )
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

/** Does a job unless this process has it in hand already, and records which jobs it has. */
function onceEach(answer: (job: Job) => Promise<void>, holder: JobHolder, log: Log) {
  const inHand = new Set<string>()
  return async (id: string, job: Job): Promise<void> => {
    const key = `${job.kind} ${keyOf(job)}`
    // A person waits for this answer: if the try in hand fails, as after the machine slept, this one is needed.
    if (inHand.has(key) && job.kind === 'answer') throw new Error('it is in hand here already')
    // An edition that is slow to compose is queued again meanwhile; one try at a time is enough.
    if (inHand.has(key)) return
    inHand.add(key)
    const held = { job: id, queue: job.kind }
    try {
      await holder.holdJob(held)
      await answer(job)
    } finally {
      inHand.delete(key)
      // If this fails, the job counts as held until this process ends; it is finished by then.
      await holder
        .letGoOfJob(held)
        .catch((error: unknown) => log.warn('job-held', { job: id, reason: reasonOf(error) }))
    }
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

/** Jobs with the same key count as one until the first has begun. */
function keyOf(job: Job): string {
  switch (job.kind) {
    case 'post-edition':
    case 'show-proof':
    case 'amend-edition':
      return job.edition
    case 'answer':
      return job.id
    case 'purge':
      return 'purge'
  }
}
