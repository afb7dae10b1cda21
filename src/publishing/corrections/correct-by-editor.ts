import { changedLines, type Told } from '../../brief/correcting/changed-lines.ts'
import { cutFrom, editDraft, vouchFor } from '../../brief/editing/edit-draft.ts'
import type { StoryBlock } from '../../chat/document.ts'
import { visibleLines } from '../../digest/corrections/correction-lines.ts'
import { partsIn } from '../../digest/proof/parts.ts'
import { type Brief, type Draft, type Finding, samePart } from '../../domain/brief.ts'
import type { ComposedStory } from '../../domain/edition/proof.ts'
import type { StoryId } from '../../domain/story.ts'
import type { Subscription, WorkspaceId } from '../../domain/subscription.ts'
import { grammarFor } from '../../language/grammars.ts'
import type { Services } from '../../services.ts'
import type { CheckDue } from '../../store/publishing/corrections.ts'
import type { PostedStory } from '../../store/publishing/posted-versions.ts'
import type { CheckedStory } from '../proofs/proof-briefs.ts'
import { withdrawnBlock } from '../withdrawn.ts'
import { type Amended, amendPosts } from './amend-posts.ts'
import { blockIn, correctEdition, correctedBlock, type StoryCorrection } from './correct-editions.ts'
import { recalledBy } from './recalled.ts'
import { checkAsWritten } from './recheck-story.ts'

/** What somebody who manages a digest corrects in a posted story. */
export interface EditorsCorrection {
  /** What was posted: a claim as `claimSentence` writes it, a sentence of the summary, or the headline. */
  readonly was: string
  /** The words in its place; null to take it out. Only the headline and sentences of the summary can be rewritten. */
  readonly now: string | null
  /** True if the new words stay on the editor's word, in spite of findings. */
  readonly isVouched: boolean
  /** Why, for readers; may be empty. */
  readonly why: string
  /** The platform's id of the editor; null for the person at this computer. */
  readonly person: string | null
}

/** What became of a correction in one edition. */
export type CorrectedEdition =
  | { readonly kind: 'corrected'; readonly amended: Amended }
  /** The edition does not say it. */
  | { readonly kind: 'elsewhere' }
  /** The check found faults in the new words, and nothing was changed. */
  | { readonly kind: 'faulty'; readonly findings: readonly Finding[] }

/** Corrects a story in every edition of a workspace that says what is wrong; stops at new words that do not pass. */
export async function correctByEditor(
  story: StoryId,
  correction: EditorsCorrection,
  { workspace, services }: { readonly workspace: WorkspaceId; readonly services: Services },
): Promise<CorrectedEdition[]> {
  const names = await services.store.withdrawals.namesOf(story)
  const outcomes: CorrectedEdition[] = []
  for (const each of await services.store.corrections.telling(names, workspace)) {
    const outcome = await correctOne(each, correction, services)
    outcomes.push(outcome)
    if (outcome.kind === 'faulty') break
  }
  return outcomes
}

async function correctOne(due: CheckDue, correction: EditorsCorrection, services: Services): Promise<CorrectedEdition> {
  const posted = await findPosted(due, services)
  const redraft = posted && redrafted(posted.before.composed.draft, posted.checked, correction)
  if (!posted || !redraft) return { kind: 'elsewhere' }
  const { before } = posted
  const composed = { ...before.composed, draft: redraft, corrections: (before.composed.corrections ?? 0) + 1 }
  const again = await checkAsWritten(composed, services)
  const findings = (again?.findings ?? []).filter(({ part }) => redraft.edited?.some((each) => samePart(each, part)))
  if (!again || (correction.now !== null && findings.length > 0)) return { kind: 'faulty', findings }
  const corrected = storyCorrection(posted, { composed, brief: again.brief, correction }, services)
  const recalled = recalledBy(
    changedLines(posted.told, { draft: redraft, brief: again.brief }),
    corrected.correction.cause,
    {
      workspace: posted.subscription.workspace,
      at: corrected.correction.at,
      now: { brief: again.brief, story: again.story },
    },
  )
  const change = { id: due.story, before, after: { ...before, composed }, recalled }
  const amended = await correctEdition(corrected, change, services)
  // Somebody else has just corrected it.
  if (!amended) return await correctOne(due, correction, services)
  return { kind: 'corrected', amended: await amendPosts(amended, services) }
}

/** A story as an edition has posted it, and as verification finds it now. */
interface Posted {
  readonly due: CheckDue
  readonly before: PostedStory
  readonly subscription: Subscription
  readonly old: StoryBlock
  readonly checked: CheckedStory
  /** What its readers have been told. */
  readonly told: Told
}

/** Undefined if the edition no longer shows the story, or if its articles are no longer kept. */
async function findPosted(due: CheckDue, services: Services): Promise<Posted | undefined> {
  const { store } = services
  const edition = await store.editions.find(due.edition)
  const before = await store.corrections.posted(due.edition, due.story)
  const subscription = edition && (await store.subscriptions.find(edition.subscription))
  if (!edition || !before || !subscription) return undefined
  const old = await blockIn(edition, due.story, services)
  const checked = await checkAsWritten(before.composed, services)
  if (!old || old.takenBack || !checked) return undefined
  return { due, before, subscription, old, checked, told: { draft: before.composed.draft, brief: checked.brief } }
}

/** The story as its edition is to show it, and the correction that says so. */
function storyCorrection(
  { due, subscription, old, checked, told }: Posted,
  {
    composed,
    brief,
    correction,
  }: { readonly composed: ComposedStory; readonly brief: Brief; readonly correction: EditorsCorrection },
  services: Services,
): StoryCorrection {
  const isLeft = brief.summary.length > 0 || checked.brief.summary.length === 0
  const fresh = isLeft ? correctedBlock(brief, { old, composed, subscription }, services) : withdrawnBlock(old)
  const lines = visibleLines(changedLines(told, { draft: composed.draft, brief }), old, fresh)
  const { was, why, person } = correction
  const headline = isLeft ? brief.headline : ''
  const cause = { kind: 'editor' as const, words: why, barred: [was] }
  return { old, fresh, subscription, correction: { ...due, headline, at: services.clock.now(), cause, lines, person } }
}

/** The draft after the correction; undefined if it does not say what is wrong. */
function redrafted(
  draft: Draft,
  { brief, story }: CheckedStory,
  { was, now, isVouched }: EditorsCorrection,
): Draft | undefined {
  if (now === null) {
    const part = partsIn(brief, draft).find(({ words }) => words === was)?.part
    return part && cutFrom(draft, [part], true)
  }
  if (!saysInOwnWords(brief, was)) return undefined
  const words = {
    headline: brief.headline === was ? now : draft.headline,
    summary: draft.summary.map(({ text }) => (text === was ? now : text)),
  }
  const edited = editDraft(draft, words, { story, grammarFor })
  const parts = (edited.edited ?? []).filter((part) =>
    part.kind === 'headline'
      ? edited.headline === now
      : part.kind === 'sentence' && edited.summary[part.index]?.text === now,
  )
  return isVouched ? vouchFor(edited, parts, true) : edited
}

function saysInOwnWords({ headline, summary }: Brief, words: string): boolean {
  return headline === words || summary.some(({ text }) => text === words)
}
