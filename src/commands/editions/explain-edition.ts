import { dayAndTime } from '../../digest/times.ts'
import { isEmpty } from '../../domain/brief.ts'
import { editionId } from '../../domain/digest.ts'
import type { Judgement } from '../../domain/edition/proof.ts'
import { shiftInstant } from '../../domain/instant.ts'
import type { StoryId } from '../../domain/story.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import { feedsOf, newsHours } from '../../publishing/news-sources.ts'
import { withdrawnAmong } from '../../publishing/withdrawn.ts'
import type { FiledEdition } from '../../store/publishing/filed-edition.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import type { CommandContext } from '../context.ts'
import { refused, said, stateName } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { visibleTo } from '../visible-digests.ts'

/** Explains why each story of an edition's period is in it or is not. */
export const explainEdition: CommandSpec<'explain-edition'> = {
  permission: 'everyone',
  worksOffline: true,
  handle: async ({ edition: id }, context) => {
    const found = await findEdition(id, context)
    if (!found) return refused('not-found', `There’s no edition ${id}. To list them: onrecord editions`)
    const { edition, subscription } = found
    const stories = await explainStories(found, context)
    const head = `${dayAndTime(edition.slot, subscription.schedule.zone)}: ${stateName(edition)}${edition.reason ? ` (${edition.reason})` : ''}`
    return said([head, ...stories.map(({ story, headline, reason }) => `${reason}: ${headline} · ${story}`)], {
      edition: id,
      state: edition.state,
      reason: edition.reason,
      stories,
    })
  },
}

interface FoundEdition {
  readonly edition: FiledEdition
  readonly subscription: StoredSubscription
}

/** The edition with this id, if the asker may see it. */
async function findEdition(id: string, context: CommandContext): Promise<FoundEdition | undefined> {
  const { asker, services } = context
  const edition = await services.store.editions.find(editionId(id))
  const subscription = edition && (await services.store.subscriptions.find(edition.subscription))
  const isTheirs = isAtComputer(asker.workspace) || subscription?.workspace === asker.workspace.id
  const [visible] = subscription && isTheirs ? await visibleTo([subscription], context) : []
  return edition && visible ? { edition, subscription: visible } : undefined
}

interface ExplainedStory {
  readonly story: StoryId
  readonly headline: string
  readonly reason: string
}

async function explainStories(
  { edition, subscription }: FoundEdition,
  { services }: CommandContext,
): Promise<readonly ExplainedStory[]> {
  const start = shiftInstant(edition.slot, -newsHours * 3_600_000)
  const feeds = (await feedsOf(subscription, services)).map((feed) => feed.id)
  const posted = await services.store.postedStories.of(subscription.id)
  // A late edition may contain stories that arrived after its slot.
  const own = [...posted].flatMap(([story, editions]) => (editions.includes(edition.id) ? story : []))
  const proof = await services.store.proofs.find(edition.id)
  const stories = [
    ...new Set([
      ...own,
      ...(proof?.stories.map(({ id }) => id) ?? []),
      ...(await services.store.stories.recent(start, feeds, edition.slot)),
    ]),
  ]
  const withdrawn = await withdrawnAmong(
    stories.map((story) => ({ id: story })),
    subscription.workspace,
    services,
  )
  const dropped = await services.store.reviewedStories.dropped(subscription.id, start)
  const { briefOf } = await import('../../writing/write-briefs.ts')
  const explained: ExplainedStory[] = []
  for (const story of stories) {
    if (withdrawn.has(story)) {
      explained.push({ story, headline: story, reason: 'out, it was withdrawn' })
      continue
    }
    const current = await services.store.stories.current(story)
    const brief = await briefOf(current, { feeds, workspace: subscription.workspace }, services)
    const hasNothing = !brief || isEmpty(brief)
    const proven = proof?.stories.find(({ id }) => id === story)
    const reason =
      editorsReason(edition, proven?.verdict, dropped.has(story)) ??
      reasonFor(edition, { editions: posted.get(story) ?? [], hasNothing })
    explained.push({ story, headline: proven?.draft.headline ?? brief?.headline ?? story, reason })
  }
  return explained
}

/** Why a story is or is not in an edition, if its editors are the reason; undefined otherwise. */
function editorsReason(
  { state }: FiledEdition,
  verdict: Judgement | undefined,
  isDropped: boolean,
): string | undefined {
  if (state === 'review') return verdict === undefined ? undefined : `in the draft, ${verdicts[verdict]}`
  if (state !== 'posted' && state !== 'posting') return undefined
  if (verdict === 'dropped') return 'out, an editor dropped it'
  if (verdict === undefined && isDropped) return 'out, an editor dropped it from another edition'
  return verdict === 'open' ? 'out, no editor accepted it in time' : undefined
}

const verdicts = { open: 'waiting for approval', accepted: 'accepted', dropped: 'dropped' } as const

/** Why a story is or is not in an edition, judged by the editions that have included it. */
function reasonFor(
  { id, state, reason }: FiledEdition,
  { editions, hasNothing }: { readonly editions: readonly string[]; readonly hasNothing: boolean },
): string {
  const [first] = editions
  if (editions.includes(id)) return first === id ? 'in' : `in, as a follow-up to edition ${first}`
  if (first !== undefined) return `out, already in edition ${first}`
  if (hasNothing) return 'out, nothing in it could be verified'
  if (state === 'skipped') return `out, the edition was skipped: ${reason ?? 'nothing new'}`
  return 'out, because there were too many stories or its articles came later'
}
