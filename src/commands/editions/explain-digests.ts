import type { ExplainedDigests } from '../../chat/commands/command-data.ts'
import { counted, dayAndTime } from '../../digest/times.ts'
import { noneReadable } from '../../digest/unreadable-feeds.ts'
import { isAtComputer, isForSharing } from '../../domain/subscription.ts'
import { feedsOf } from '../../publishing/news-sources.ts'
import type { Services } from '../../services.ts'
import type { FiledEdition } from '../../store/publishing/filed-edition.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { visibleDigests } from '../visible-digests.ts'

/** How overdue a slot must be before we report that no worker process is running, in milliseconds. */
const neglectedMs = 5 * 60_000

/** The state of a digest; `inOrder` if it needs no action. */
interface DigestState {
  readonly inOrder: boolean
  readonly text: string
}

/** Shows when each digest last came out, or why not; at a computer, for all workspaces, with the failing feeds. */
export const explainDigests: CommandSpec<'explain-digests'> = {
  permission: 'everyone',
  handle: async (_, context) => {
    const { asker, services } = context
    const digests = isAtComputer(asker.workspace)
      ? await services.store.measures.digests()
      : (await visibleDigests(context)).map((digest) => ({ digest, workspace: asker.workspace.name }))
    const feeds = isAtComputer(asker.workspace) ? await services.store.measures.failingFeeds() : []
    const explained: ExplainedDigests['digests'][number][] = []
    // One after another: an installation may have thousands.
    for (const { digest, workspace } of digests)
      explained.push({ workspace, digest: digest.name, ...(await stateOf(digest, services)) })
    const lines = [
      ...explained.map(({ workspace, digest, text }) => `${workspace}, “${digest}”: ${text}`),
      ...(digests.length === 0 ? ['No digests have been set up yet.'] : []),
      ...feeds.map(({ url, problem }) => `${url} could not be read: ${problem}`),
    ]
    return said(lines, { digests: explained, feeds })
  },
}

async function stateOf(digest: StoredSubscription, services: Services): Promise<DigestState> {
  const { pause, schedule, nextRunAt } = digest
  if (pause)
    return {
      inOrder: true,
      text: pause.until === null ? 'paused' : `paused until ${dayAndTime(pause.until, schedule.zone)}`,
    }
  if (isForSharing(digest)) return { inOrder: true, text: 'posts only what is shared' }
  if (nextRunAt === null) return { inOrder: true, text: 'the end date has passed, so no more editions will go out' }
  const inTheWay = await whatIsInTheWay(digest, nextRunAt, services)
  if (inTheWay) return { inOrder: false, text: inTheWay }
  const { zone } = digest.schedule
  const next = schedule.atOnce ? '; waiting for a story' : `; next edition ${dayAndTime(nextRunAt, zone)}`
  const [last] = await services.store.editions.latest(digest.id, 1)
  if (!last)
    return {
      inOrder: true,
      text: `${schedule.atOnce ? 'no story has matched yet' : 'its first edition is not due yet'}${next}`,
    }
  const when = dayAndTime(last.slot, zone)
  const reason = reasonOf(last, digest)
  if (last.state === 'posted') return { inOrder: true, text: `posted ${when}${next}` }
  const isWell = last.state === 'skipped' || (last.state !== 'failed' && last.state !== 'unknown' && reason === '')
  return { inOrder: isWell, text: `${stateWords[last.state]} ${when}${reason}${next}` }
}

const stateWords = {
  due: 'in preparation since',
  review: 'waiting for approval, due',
  posting: 'being posted since',
  skipped: 'nothing was posted',
  failed: 'could not be posted',
  unknown: 'may not have been posted',
} as const satisfies Readonly<Record<Exclude<FiledEdition['state'], 'posted'>, string>>

/** The reason for the last edition's state: what is holding it up, or why it was not posted. */
function reasonOf({ state, reason }: FiledEdition, { problem }: StoredSubscription): string {
  const why = state === 'posting' || state === 'due' ? problem : reason
  return why ? ` (${why})` : ''
}

/** The reason why a digest cannot come out at all; undefined if there is none. */
async function whatIsInTheWay(
  digest: StoredSubscription,
  nextRunAt: string,
  services: Services,
): Promise<string | undefined> {
  const feeds = await feedsOf(digest, services)
  if (feeds.length === 0) return 'it has no feeds to draw from'
  if (noneReadable(feeds)) return `none of its ${counted(feeds.length, 'feed')} can be read: ${feeds[0]?.problem ?? ''}`
  const lateMs = Date.parse(services.clock.now()) - Date.parse(nextRunAt)
  if (lateMs > neglectedMs)
    return `it was due ${dayAndTime(nextRunAt, digest.schedule.zone)}, but no process has picked it up; check that one is running with ONRECORD_ROLES=worker or all`
  return undefined
}
