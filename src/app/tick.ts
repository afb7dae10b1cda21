import { answerRequest } from '../commands/inbox/answer-request.ts'
import { type Gathered, gatherNews } from '../intake/gather-news.ts'
import type { Job } from '../ports.ts'
import { openEditions, postEdition } from '../publishing/post-editions.ts'
import type { Services } from '../services.ts'
import { purgeUninstalled } from '../upkeep/purge-uninstalled.ts'

/** What one round did. */
export interface Tick extends Gathered {
  /** Editions handed to the queue. */
  readonly editions: number
}

/**
 * Everything that is due: feeds are polled, pages read, stories joined, editions opened and queued. None is opened by a
 * process that is to stop: what it would tell may not have been read.
 */
export async function runTick(services: Services): Promise<Tick> {
  const gathered = await gatherNews(services)
  if (services.shutdown.aborted) return { ...gathered, editions: 0 }
  return { ...gathered, editions: await openEditions(services) }
}

/** Does a job that the queue hands out. */
export async function handleJob(job: Job, services: Services): Promise<void> {
  switch (job.kind) {
    case 'post-edition':
      return await postEdition(job.edition, services)
    case 'answer':
      return await answerRequest(job.id, job.request, services)
    case 'purge': {
      const rows = await services.store.purge(services.retention, services.clock.now())
      services.log.info('purged', { rows })
      await purgeUninstalled(services)
    }
  }
}
