import { answerRequest } from '../commands/inbox/answer-request.ts'
import { tellOwners } from '../commands/reports/tell-owners.ts'
import { type Gathered, gatherNews } from '../intake/gather-news.ts'
import type { Job } from '../ports.ts'
import { amendEdition } from '../publishing/corrections/amend-edition.ts'
import { correctEditions } from '../publishing/corrections/correct-editions.ts'
import { openEditions, postEdition } from '../publishing/post-editions.ts'
import { showProof } from '../publishing/proofs/show-proof.ts'
import type { Services } from '../services.ts'
import { purgeUninstalled } from '../upkeep/purge-uninstalled.ts'

/** What one round did. */
export interface Tick extends Gathered {
  /** Editions handed to the queue. */
  readonly editions: number
}

/**
 * Does everything that is due: polls feeds, reads pages, joins stories, corrects what was posted, opens and
 * queues editions. A process that is to
 * stop opens none, since what they would report may not have been read.
 */
export async function runTick(services: Services): Promise<Tick> {
  const gathered = await gatherNews(services)
  if (services.shutdown.aborted) return { ...gathered, editions: 0 }
  await correctEditions(services)
  await tellOwners(services)
  return { ...gathered, editions: await openEditions(services) }
}

/** Does a job from the queue. */
export async function handleJob(job: Job, services: Services): Promise<void> {
  switch (job.kind) {
    case 'post-edition':
      return await postEdition(job.edition, services)
    case 'show-proof':
      return await showProof(job.edition, services)
    case 'amend-edition':
      return await amendEdition(job.edition, services)
    case 'answer':
      return await answerRequest(job.id, job.request, services)
    case 'purge': {
      const rows = await services.store.purge(services.retention, services.clock.now())
      services.log.info('purged', { rows })
      await purgeUninstalled(services)
    }
  }
}
