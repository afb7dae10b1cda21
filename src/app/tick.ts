import { answerRequest } from '../commands/answer-request.ts'
import { type Gathered, gatherNews } from '../intake/gather-news.ts'
import type { Job } from '../ports.ts'
import { openEditions, postEdition } from '../publishing/post-editions.ts'
import type { Doors } from '../services.ts'
import { forgetDeparted } from '../upkeep/purge-uninstalled.ts'

/** What one round did. */
export interface Round extends Gathered {
  /** Editions handed to the queue. */
  readonly editions: number
}

/**
 * Everything that is due: feeds are polled, pages read, stories joined, editions opened and queued. None is opened by a
 * process that is to stop: what it would tell may not have been read.
 */
export async function runRound(doors: Doors): Promise<Round> {
  const gathered = await gatherNews(doors)
  if (doors.ending.aborted) return { ...gathered, editions: 0 }
  return { ...gathered, editions: await openEditions(doors) }
}

/** Does a job that the queue hands out. */
export async function answerJob(job: Job, doors: Doors): Promise<void> {
  switch (job.kind) {
    case 'post-edition':
      return await postEdition(job.edition, doors)
    case 'answer':
      return await answerRequest(job.id, job.request, doors)
    case 'purge': {
      const rows = await doors.store.purge(doors.retention, doors.clock.now())
      doors.log.info('purged', { rows })
      await forgetDeparted(doors)
    }
  }
}
