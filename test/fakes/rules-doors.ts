import { rulesByline, writeByRules } from '../../src/brief/rules/rules-writer.ts'
import { noAddresses } from '../../src/digest/addresses.ts'
import { articleId } from '../../src/domain/article.ts'
import type { Workspace } from '../../src/domain/subscription.ts'
import { Licences } from '../../src/intake/licences.ts'
import { grammarFor } from '../../src/language/grammars.ts'
import type { Services } from '../../src/services.ts'
import type { Store } from '../../src/store/store.ts'
import { newStoryId } from '../../src/store/stories/joins.ts'
import { BriefCache } from '../../src/writing/brief-cache.ts'
import { verifyHere } from '../../src/writing/write-draft.ts'
import { article } from './articles.ts'
import { began, entry, poll } from './feeds.ts'

export const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
export const far = '2100-01-01T00:00:00.000Z'

/** Services for jobs, with these parts: the rules write the drafts, and nothing is logged. */
export function rulesDoors(parts: Pick<Services, 'store' | 'platforms'> & Partial<Services>): Services {
  return {
    clock: { now: () => new Date().toISOString() },
    log: silent,
    writers: [
      {
        byline: rulesByline,
        write: async (story: Parameters<typeof writeByRules>[0]) => writeByRules(story, grammarFor),
      },
    ],
    progress: { step: () => undefined, end: () => undefined },
    addressesFor: () => noAddresses,
    modelServices: undefined,
    briefs: new BriefCache(),
    licences: new Licences({ own: new Map(), ...servedBy(parts) }),
    verify: verifyHere,
    outletLabels: new Map(),
    ...parts,
  } as unknown as Services
}

function servedBy({ fetcher, reader }: Partial<Services>): Pick<Services, 'fetcher' | 'reader'> {
  const refused = () => {
    throw new Error('this test gave no fetcher or reader')
  }
  return {
    fetcher: fetcher ?? { get: refused, send: refused },
    reader: reader ?? { readFeed: refused, readPage: refused, readLicence: refused, stop: refused },
  }
}

/** Fills a workspace with one feed of new stories, one article each. */
export async function fillStories(
  { feeds, polls, articles, joins }: Store,
  workspace: Workspace,
  stories: readonly { readonly title: string; readonly text: string }[],
): Promise<void> {
  const now = new Date().toISOString()
  await feeds.follow(workspace.id, { url: 'http://127.0.0.1:9/feed', outlet: 'Town' }, now)
  const [feed] = await feeds.list(workspace.id)
  if (!feed) throw new Error('there is no feed')
  const fresh = stories.map(({ title }, at) =>
    entry(`http://town.example/${at}`, { guid: String(at), title, published: now }),
  )
  await polls.record(feed, poll({ nextPollAt: far, fresh }), now)
  const limits = { limit: stories.length, perFeed: stories.length, until: now }
  for (const unread of await articles.claimUnread(now, limits)) {
    const read = {
      ...article(stories[Number(unread.guid)]?.text ?? '', {
        url: unread.url,
        published: now,
        headline: unread.title,
      }),
      id: articleId(`b${unread.guid}`),
    }
    await articles.save(unread, { article: read, sketch: [] }, now)
    await joins.join({ article: read.id, story: newStoryId(read.id), joining: began, publisher: read.publisher }, now)
  }
}
