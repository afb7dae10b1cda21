import type { DeskAction, DeskVerb } from '../../chat/actions.ts'
import type { ActionBlock, Block, Document } from '../../chat/document.ts'
import { cutTo } from '../../chat/plain.ts'
import { type RichText, rich } from '../../chat/rich-text.ts'
import type { Article } from '../../domain/article.ts'
import { type Brief, type DraftPart, type Finding, findingKinds } from '../../domain/brief.ts'
import type { Claim } from '../../domain/claim.ts'
import type { EditionState } from '../../domain/digest.ts'
import type { Decision, Proof, ProofStory } from '../../domain/edition/proof.ts'
import type { StoryId } from '../../domain/story.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { Addresses } from '../addresses.ts'
import { layoutBrief } from '../layout-brief.ts'
import { counted, moment } from '../times.ts'
import { countDoubts, type Doubts, noDoubts } from './doubts.ts'
import { partName, partsIn, wordsOf } from './parts.ts'
import { passageLine } from './passage.ts'

/** What an editor sees of a proof: the whole in one message, and each story by itself. */

/** The most stories listed in one message. */
const mostListed = 12
/** The longest headline in that list, in characters: the whole must fit into one message of any platform. */
const longestHeadline = 80
/** The most claims offered to be dropped or restored. */
const mostOffered = 20
/** The longest words of a claim in a list of actions, in characters. */
const longestOffer = 60

interface NoticeContext {
  readonly edition: {
    readonly slot: string
    readonly state: EditionState
    readonly reason: string | null
    readonly asked: boolean
  }
  readonly subscription: Pick<Subscription, 'name' | 'schedule'>
  readonly doubts: ReadonlyMap<StoryId, Doubts>
}

/** The message at the desk: the stories with their doubts, what was decided, and the actions on the whole edition. */
export function layoutNotice(proof: Proof, { edition, subscription, doubts }: NoticeContext): Document {
  const { zone } = subscription.schedule
  const inDoubt = proof.stories.filter(({ id }) => countDoubts(doubts.get(id) ?? noDoubts) > 0).length
  const size = [counted(proof.stories.length, 'story', 'stories'), ...(inDoubt > 0 ? [`${inDoubt} with doubts`] : [])]
  const lines = proof.stories.slice(0, mostListed).map((story, index) => storyLine(story, index, doubts))
  const more = proof.stories.length - lines.length
  return [
    {
      kind: 'title',
      text: `Draft: ${subscription.name}`,
      time: moment(edition.slot, zone),
      detail: size.join(' · '),
    },
    ...lines.map((text): Block => ({ kind: 'text', text })),
    ...(more > 0 ? [{ kind: 'text' as const, text: `and ${more} more` }] : []),
    { kind: 'text', text: stateLine(proof, { edition, zone }) },
    ...(edition.state === 'review' ? decisions(proof, edition) : []),
  ]
}

function storyLine({ id, verdict, draft }: ProofStory, index: number, doubts: NoticeContext['doubts']): string {
  const count = countDoubts(doubts.get(id) ?? noDoubts)
  const remarks = [...(count > 0 ? [counted(count, 'doubt')] : []), ...(verdict === 'open' ? [] : [verdict])]
  return [`${index + 1}. ${cutTo(draft.headline, longestHeadline)}`, ...remarks].join(' · ')
}

/** What was decided, and what follows. */
function stateLine(
  { decision, approval, stories, dueAt }: Proof,
  { edition, zone }: { readonly edition: NoticeContext['edition']; readonly zone: string },
): RichText {
  const slot = moment(dueAt, zone)
  const open = stories.filter(({ verdict }) => verdict === 'open').length
  if (edition.state !== 'review') return ended(decision, edition, zone)
  if (decision?.kind === 'held')
    return rich`Held by ${editor(decision)} at ${moment(decision.at, zone)}: it waits until somebody approves or skips it.`
  if (decision && open > 0)
    return rich`Approved by ${editor(decision)} at ${moment(decision.at, zone)}, but ${counted(open, 'story', 'stories')} must be accepted again, or will be left out.`
  if (decision) return rich`Approved by ${editor(decision)} at ${moment(decision.at, zone)}. It goes out ${slot}.`
  const otherwise =
    approval.otherwise === 'skip'
      ? 'nothing goes out'
      : 'only stories that are accepted or without doubts go out, labelled as machine-written'
  return edition.asked
    ? 'Nobody has decided yet. It goes out as soon as somebody approves it.'
    : rich`Nobody has decided yet. If nobody does by ${slot}, ${otherwise}.`
}

function ended(decision: Decision | null, { state, reason }: NoticeContext['edition'], zone: string): RichText {
  if (state === 'skipped') return `Not sent: ${reason ?? 'it was skipped'}. Its stories can come in a later edition.`
  if (state === 'failed' || state === 'unknown') return `It could not be posted: ${reason ?? 'the reason isn’t known'}.`
  const verb = state === 'posting' ? 'Being sent' : 'Sent'
  return decision
    ? rich`${verb}. Approved by ${editor(decision)} at ${moment(decision.at, zone)}.`
    : `${verb} without approval: nobody decided in time. Only stories that were accepted or without doubts went out.`
}

function editor({ person }: Decision) {
  return person === null ? 'the person at this computer' : { person, label: 'an editor' }
}

function decisions({ edition, version, decision, stories }: Proof, { asked }: NoticeContext['edition']): Block[] {
  const act = (verb: DeskVerb, label: string, more: Partial<ActionBlock> = {}): ActionBlock => ({
    kind: 'action',
    label,
    action: { kind: 'desk', verb, edition, version },
    ...more,
  })
  const first = stories.find(({ verdict }) => verdict === 'open') ?? stories[0]
  const isApproved = decision?.kind === 'approved'
  return [
    ...(first
      ? [
          act('look', 'Look at the stories', {
            action: { kind: 'desk', verb: 'look', edition, version, story: first.id },
          }),
        ]
      : []),
    ...(isApproved || asked ? [] : [act('approve', 'Approve', { isMain: true })]),
    act('now', 'Send now'),
    ...(decision?.kind === 'held' ? [] : [act('hold', 'Hold')]),
    act('skip', 'Skip'),
  ]
}

/** A story of a proof, as an editor sees it. */
export interface ReviewedStory {
  readonly proven: ProofStory
  readonly brief: Brief
  readonly doubts: Doubts
  readonly articles: readonly Article[]
}

/** One story for its editor: what is withheld and what is weak first, each beside its passage, then all that goes out. */
export function layoutReview(
  { proven, brief, doubts, articles }: ReviewedStory,
  proof: Proof,
  { name, addresses }: { readonly name: string; readonly addresses: Addresses },
): Document {
  const place = proof.stories.findIndex(({ id }) => id === proven.id)
  return [
    {
      kind: 'title',
      text: `Story ${place + 1} of ${proof.stories.length}`,
      detail: `${verdictWords[proven.verdict]} · draft of “${name}”`,
    },
    ...doubts.withheld.flatMap((finding) => withheldBlocks(finding, proven, articles)),
    ...doubts.weak.flatMap(({ words, reason, passages }) =>
      doubtBlocks(`Check, as ${reason}: ${words}`, passages, articles),
    ),
    { ...layoutBrief(brief, { number: null, claims: Number.POSITIVE_INFINITY, addresses }), isDraft: true, links: [] },
    ...partChoices({ proven, brief, doubts }, proof),
    ...storyActions(proven, proof, place),
  ]
}

const verdictWords = { open: 'Not judged yet', accepted: 'Accepted', dropped: 'Dropped' } as const

function withheldBlocks(finding: Finding, { draft }: ProofStory, articles: readonly Article[]): Block[] {
  const { kind, passage } = finding
  const text = `Left out, as ${findingKinds[kind][0]}: ${wordsOf(finding, draft)}`
  return doubtBlocks(text, passage ? [passage] : [], articles)
}

function doubtBlocks(text: string, passages: readonly Claim['citation'][], articles: readonly Article[]): Block[] {
  const lines = passages.flatMap((passage) =>
    articles.flatMap((article) => (article.id === passage.article ? passageLine(article, passage) : [])),
  )
  return [{ kind: 'alert', text }, ...lines.map((line): Block => ({ kind: 'text', text: [line] }))]
}

/** The withheld parts to restore, and the claims to drop. */
function partChoices({ proven, brief, doubts }: Omit<ReviewedStory, 'articles'>, { edition }: Proof): Block[] {
  const act = (verb: 'restore' | 'cut', part: DraftPart): DeskAction => ({
    kind: 'desk',
    verb,
    edition,
    version: proven.version,
    story: proven.id,
    part: partName(part),
  })
  const restorable = [...doubts.withheld, ...doubts.cut].filter(
    ({ part }) => part.kind === 'claim' || part.kind === 'sentence',
  )
  const choices = [
    {
      label: 'Restore something',
      actions: restorable.map((finding) => ({
        label: wordsOf(finding, proven.draft),
        action: act('restore', finding.part),
      })),
    },
    {
      label: 'Leave something out',
      actions: partsIn(brief, proven.draft).map(({ part, words }) => ({ label: words, action: act('cut', part) })),
    },
  ]
  return choices
    .filter(({ actions }) => actions.length > 0)
    .map(({ label, actions }) => ({
      kind: 'choice',
      label,
      actions: actions.slice(0, mostOffered).map((each) => ({ ...each, label: cutTo(each.label, longestOffer) })),
    }))
}

function storyActions({ id, verdict, version }: ProofStory, { edition, stories }: Proof, place: number): Block[] {
  const act = (verb: DeskVerb, label: string, story = id): ActionBlock => ({
    kind: 'action',
    label,
    action: {
      kind: 'desk',
      verb,
      edition,
      version: stories.find((each) => each.id === story)?.version ?? version,
      story,
    },
  })
  const next = stories[place + 1]
  if (verdict === 'dropped') return [act('reopen', 'Put back'), ...(next ? [act('look', 'Next story', next.id)] : [])]
  return [
    ...(verdict === 'open' ? [{ ...act('accept', 'Accept'), isMain: true as const }] : []),
    act('edit', 'Edit'),
    act('drop', 'Drop'),
    ...(place > 0 ? [act('up', 'Move up')] : []),
    ...(next ? [act('down', 'Move down'), act('look', 'Next story', next.id)] : []),
  ]
}
