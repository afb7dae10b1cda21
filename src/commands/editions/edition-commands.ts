import type { CommandAnswer } from '../../chat/command.ts'
import { counted, dayAndTime } from '../../digest/times.ts'
import { isEmpty } from '../../domain/brief.ts'
import { editionId } from '../../domain/digest.ts'
import { shiftInstant } from '../../domain/instant.ts'
import type { StoryId } from '../../domain/story.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import { feedsOf, newsHours } from '../../publishing/compose-edition.ts'
import { withdrawnAmong } from '../../publishing/withdrawn.ts'
import type { FiledEdition } from '../../store/filed-edition.ts'
import type { StoredSubscription } from '../../store/subscriptions.ts'
import { briefOf } from '../../writing/write-briefs.ts'
import { type CommandContext, notes, refused, said } from '../context.ts'
import { visibleDigests, visibleTo } from '../visible-digests.ts'
import { explainDigests } from './explain-digests.ts'

const mostListed = 50

/** The editions that went out; at this computer those of all workspaces, and what became of each. */
export async function listEditions(context: CommandContext): Promise<CommandAnswer> {
  const { asker, doors } = context
  if (isAtComputer(asker.workspace)) return await listAll(doors)
  const visible = new Set((await visibleDigests(context)).map(({ id }) => id))
  const posted = await doors.store.editions.posted(asker.workspace.id, mostListed)
  const editions = posted.filter(({ subscription }) => visible.has(subscription))
  const lines = editions.map(({ id, slot, document }) => {
    const stories = document.filter(({ kind }) => kind === 'story').length
    return `${dayAndTime(slot, doors.usual.schedule.zone)} · ${counted(stories, 'story', 'stories')} · ${id}`
  })
  return {
    done: true,
    document: notes(lines.length > 0 ? lines : ['No edition has gone out yet.']),
    json: editions.map(({ id, slot, state }) => ({ id, slot, state })),
  }
}

async function listAll({ store, usual }: CommandContext['doors']): Promise<CommandAnswer> {
  const editions = await store.measures.editions(mostListed)
  const lines = editions.map(({ id, slot, state, reason, document, workspace, digest }) => {
    const stories = (document ?? []).filter(({ kind }) => kind === 'story').length
    const became = state === 'posted' ? counted(stories, 'story', 'stories') : `${state}${reason ? ` (${reason})` : ''}`
    return `${dayAndTime(slot, usual.schedule.zone)} · ${workspace}, “${digest}” · ${became} · ${id}`
  })
  return {
    done: true,
    document: notes(lines.length > 0 ? lines : ['No edition has gone out yet.']),
    json: editions.map(({ id, slot, state, reason, workspace, digest }) => ({
      id,
      slot,
      state,
      reason,
      workspace,
      digest,
    })),
  }
}

/** Why each story of its time is in an edition, or is not; with none named, why the last one of each digest did not come. */
export async function explainEdition(id: string | null, context: CommandContext): Promise<CommandAnswer> {
  if (id === null) return await explainDigests(context)
  const { asker, doors } = context
  const edition = await doors.store.editions.find(editionId(id))
  const subscription = edition && (await doors.store.subscriptions.find(edition.subscription))
  const isTheirs = isAtComputer(asker.workspace) || subscription?.workspace === asker.workspace.id
  const [visible] = subscription && isTheirs ? await visibleTo([subscription], context) : []
  if (!edition || !subscription || !visible) return refused(`there is no edition ${id}; see: editions`)
  const start = shiftInstant(edition.slot, -newsHours * 3_600_000)
  const feeds = (await feedsOf(subscription, doors)).map((feed) => feed.id)
  const told = await doors.store.tellings.of(subscription.id)
  const reasons: { story: StoryId; headline: string; reason: string }[] = []
  // What it tells may have come after its slot, where that was late.
  const own = [...told].flatMap(([story, editions]) => (editions.includes(edition.id) ? story : []))
  const stories = [...new Set([...own, ...(await doors.store.stories.told(start, feeds, edition.slot))])]
  const shown = stories.map((story) => ({ id: story }))
  const withdrawn = await withdrawnAmong(shown, subscription.workspace, doors)
  for (const story of stories) {
    if (withdrawn.has(story)) reasons.push({ story, headline: story, reason: 'out, it was withdrawn' })
    else reasons.push(await explainStory(story, { edition, subscription, feeds, told }, context))
  }
  const head = `${dayAndTime(edition.slot, subscription.schedule.zone)}: ${edition.state}${edition.reason ? ` (${edition.reason})` : ''}`
  return said([head, ...reasons.map(({ headline, reason }) => `${reason}: ${headline}`)], {
    edition: id,
    state: edition.state,
    reason: edition.reason,
    stories: reasons,
  })
}

interface Explanation {
  readonly edition: FiledEdition
  readonly subscription: StoredSubscription
  readonly feeds: Parameters<typeof briefOf>[1]['feeds']
  readonly told: ReadonlyMap<StoryId, readonly string[]>
}

async function explainStory(
  story: StoryId,
  { edition, subscription, feeds, told }: Explanation,
  { doors }: CommandContext,
): Promise<{ story: StoryId; headline: string; reason: string }> {
  const current = await doors.store.stories.current(story)
  const brief = await briefOf(current, { feeds, workspace: subscription.workspace }, doors)
  const headline = brief?.headline ?? story
  const tellers = told.get(story) ?? []
  if (tellers.includes(edition.id))
    return { story, headline, reason: tellers[0] === edition.id ? 'in' : `in, as a follow-up of edition ${tellers[0]}` }
  if (tellers.length > 0) return { story, headline, reason: `out, told in edition ${tellers[0]}` }
  if (!brief || isEmpty(brief)) return { story, headline, reason: 'out, nothing of it could be verified' }
  const { state, reason } = edition
  if (state === 'skipped')
    return { story, headline, reason: `out, the edition was skipped: ${reason ?? 'nothing new'}` }
  return { story, headline, reason: 'out, there were too many, or its articles came later' }
}
