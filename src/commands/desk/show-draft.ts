import type { ListedDraft, ShownDraftStory, ShownWithDocument } from '../../chat/commands/command-data.ts'
import type { Answer, Refusal } from '../../chat/commands/reply.ts'
import type { Document } from '../../chat/document.ts'
import { cutTo } from '../../chat/plain.ts'
import { rich } from '../../chat/rich-text.ts'
import { countDoubts, doubtsIn } from '../../digest/proof/doubts.ts'
import { partName, partsIn, wordsOf } from '../../digest/proof/parts.ts'
import { type Finding, findingKinds } from '../../domain/brief.ts'
import type { ProofStory } from '../../domain/edition/proof.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import { type CheckedProofStory, checkProven, doubtsOf } from '../../publishing/proofs/proof-briefs.ts'
import { type CommandContext, hint } from '../context.ts'
import { isRefusal, refused, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { bareDesk, showWay } from './desk-words.ts'
import { type FoundProof, findProof, openProofs, storyIn } from './find-proof.ts'
import { recordShown } from './seen.ts'

/** Lists the drafts that wait for the asker. */
export const showDesk: CommandSpec<'show-desk'> = {
  permission: 'editors',
  ways: [bareDesk],
  handle: async (_command, context) => {
    const open = await openProofs(context)
    if (open.length === 0)
      return { done: true, document: textLines(['No draft is waiting for you.']), data: { drafts: [] } }
    const shown: { readonly document: Document; readonly draft: ListedDraft }[] = []
    for (const each of open) shown.push(await showWhole(await asItIs(each, context), context))
    return {
      done: true,
      document: [...shown.flatMap(({ document }) => document), ...hintsFor(context)],
      data: { drafts: shown.map(({ draft }) => draft) },
    }
  },
}

/** Shows one draft, or one of its stories with its doubts and passages. */
export const showDraft: CommandSpec<'show-draft'> = {
  permission: 'editors',
  ways: [showWay],
  handle: async ({ edition, story, all = false }, context) => {
    const meant = await findProof(edition, context)
    if (isRefusal(meant)) return meant
    const found = await asItIs(meant, context)
    if (story !== null) return await showStory(found, story, context)
    const { document, draft } = await showWhole(found, context)
    const stories: ShownWithDocument[] = []
    for (const each of all ? draft.stories : []) {
      const reply = await showStory(found, each.story, context)
      if (!reply.done) return reply
      stories.push({ shown: reply.data.story, document: reply.document })
    }
    return { done: true, document: [...document, ...hintsFor(context)], data: { draft, ...(all ? { stories } : {}) } }
  },
}

/** A draft with its stories as their articles are now. */
async function asItIs(found: FoundProof, { services }: CommandContext): Promise<FoundProof> {
  const { renewChanged } = await import('../../publishing/proofs/renew-proof.ts')
  const proof = await renewChanged(found.edition.id, found.subscription, services)
  return proof ? { ...found, proof: { ...found.proof, ...proof } } : found
}

/** A whole draft; that the asker was shown it goes on record. */
async function showWhole(
  { edition, subscription, proof }: FoundProof,
  context: CommandContext,
): Promise<{ readonly document: Document; readonly draft: ListedDraft }> {
  const { services } = context
  const doubts = await doubtsOf(proof.stories, services)
  await recordShown(edition.id, { story: null, version: proof.version }, context)
  const { layoutNotice } = await import('../../digest/proof/layout-proof.ts')
  return {
    document: layoutNotice(proof, { edition, subscription, doubts }),
    draft: {
      edition: edition.id,
      digest: subscription.name,
      due: edition.slot,
      version: proof.version,
      decision: proof.decision?.kind ?? null,
      otherwise: proof.approval.otherwise,
      stories: proof.stories.map(({ id, verdict, version, draft }, index) => {
        const own = doubts.get(id)
        return {
          story: id,
          number: index + 1,
          headline: draft.headline,
          verdict,
          version,
          doubts: own ? countDoubts(own) : 0,
        }
      }),
    },
  }
}

async function showStory(
  found: FoundProof,
  named: string,
  context: CommandContext,
): Promise<Answer<{ readonly story: ShownDraftStory }> | Refusal> {
  const { services } = context
  const { proof } = found
  const story = storyIn(found, named)
  if (isRefusal(story)) return story
  const checked = await checkProven(story, services)
  if (!checked) return refused('not-found', 'Its articles are no longer kept.')
  await recordShown(found.edition.id, { story: story.id, version: story.version }, context)
  const doubts = doubtsIn(checked.brief, checked.findings)
  const { name, workspace } = found.subscription
  const { layoutReview } = await import('../../digest/proof/layout-proof.ts')
  const document = layoutReview(
    { proven: story, brief: checked.brief, doubts, articles: checked.story.articles },
    proof,
    { name, addresses: services.addressesFor(workspace) },
  )
  const shown = shownStory(story, checked)
  const place = proof.stories.findIndex(({ id }) => id === story.id) + 1
  return { done: true, document: [...document, ...storyHints(shown, place, context)], data: { story: shown } }
}

/** A story as programs and forms get it. */
function shownStory(
  { id, verdict, version, draft }: ProofStory,
  { brief, findings }: CheckedProofStory,
): ShownDraftStory {
  const { withheld, weak, cut } = doubtsIn(brief, findings)
  const named = (finding: Finding) => ({
    part: partName(finding.part),
    words: wordsOf(finding, draft),
    reason: findingKinds[finding.kind][0],
  })
  return {
    story: id,
    verdict,
    version,
    headline: draft.headline,
    summary: draft.summary.map(({ text }) => text),
    withheld: withheld.map(named),
    cut: cut.map(named),
    weak: weak.map(({ part, words, reason }) => ({ part: partName(part), words, reason })),
    parts: partsIn(brief, draft).map(({ part, words }) => ({ part: partName(part), words })),
  }
}

/** How to go on by typing, where there are no buttons. */
function hintsFor({ asker, services }: CommandContext): Document {
  if (!isAtComputer(asker.workspace)) {
    const url = asker.person && services.addressesFor(asker.workspace.id).desk(asker.person)
    return url
      ? textLines([rich`${{ url, label: 'Open the desk in a browser' }} (for you alone, for twelve hours)`])
      : []
  }
  return typed([
    `Look at a story: ${hint(asker, 'desk show --story 1')}`,
    `Decide about all of it: ${hint(asker, 'desk approve')}, or send, hold or skip`,
  ])
}

function typed(lines: readonly string[]): Document {
  return lines.map((text) => ({ kind: 'note', text, isForTyping: true }))
}

/** How to change a story by typing. */
function storyHints({ withheld, cut }: ShownDraftStory, place: number, { asker }: CommandContext): Document {
  if (!isAtComputer(asker.workspace)) return []
  return typed([
    ...[...withheld, ...cut].map(
      ({ part, words }) =>
        `Restore “${cutTo(words, 40)}” on your word: ${hint(asker, `desk restore ${place} ${part}`)}`,
    ),
    `${hint(asker, `desk accept ${place}`)}, or drop, up or down`,
    hint(asker, `desk edit ${place} --headline "…" --summary "…"`),
  ])
}
