import type { Job } from '../ports.ts'
import type { Doors } from './doors.ts'
import { pollFeeds } from './poll-feeds.ts'
import { openEditions, postEdition } from './post-editions.ts'
import { readArticles } from './read-articles.ts'
import { joinStories } from './write-briefs.ts'

/** What one round did. */
export interface Round {
  readonly feeds: number
  readonly articles: number
  /** Editions handed to the queue. */
  readonly editions: number
}

/** Everything that is due: feeds are polled, pages read, stories joined, editions opened and queued. */
export async function runRound(doors: Doors): Promise<Round> {
  const feeds = await pollFeeds(doors)
  const articles = await readArticles(doors)
  await joinStories(doors)
  const editions = await openEditions(doors)
  doors.progress.end()
  return { feeds, articles, editions }
}

/** Does a job that the queue hands out. */
export async function answerJob(job: Job, doors: Doors): Promise<void> {
  switch (job.kind) {
    case 'post-edition':
      return await postEdition(job.edition, doors)
    case 'purge': {
      const rows = await doors.store.purge(doors.retention, doors.clock.now())
      doors.log.info('purged', { rows })
    }
  }
}
