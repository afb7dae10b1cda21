import { PgBoss } from 'pg-boss'
import type { Job, Log, Queue } from '../../ports.ts'
import type { Connection } from './connection.ts'

/** One queue a kind of job. */
const kinds: readonly Job['kind'][] = ['post-edition', 'purge']
/** How long a worker may be silent before its job goes to another, in seconds. */
const expireInSeconds = 120
const pollingIntervalSeconds = 1
/** How long work under way may take when the process is told to stop, in milliseconds. */
const drainMs = 10_000

/** A queue in our own database, by pg-boss. */
export async function openQueue({ queue }: Connection, log: Log): Promise<Queue> {
  const boss = new PgBoss({
    ...queue,
    schedule: false,
    superviseIntervalSeconds: 60,
    monitorVacuum: false,
    reindex: false,
  })
  boss.on('error', (error) => log.error('queue-error', { reason: error.message }))
  await boss.start()
  const known = new Set((await boss.getQueues()).map(({ name }) => name))
  for (const kind of kinds) {
    if (!known.has(kind))
      await boss.createQueue(kind, {
        expireInSeconds,
        retryLimit: 5,
        retryDelay: 1,
        retryBackoff: true,
        policy: 'short',
        deleteAfterSeconds: 86_400,
      })
  }
  return {
    async send(job) {
      await boss.send(job.kind, job, { singletonKey: keyOf(job) })
    },
    async work(answer) {
      for (const kind of kinds) {
        await boss.work<Job>(kind, { pollingIntervalSeconds, batchSize: 1 }, async ([job]) => {
          if (job) await answer(job.data)
        })
      }
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: drainMs, close: true })
    },
  }
}

/** Two jobs with one key are one job, as long as the first has not begun. */
function keyOf(job: Job): string {
  return job.kind === 'post-edition' ? job.edition : job.kind
}
