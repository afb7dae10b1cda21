import { cutFrom, vouchFor } from '../../brief/editing/edit-draft.ts'
import type { Refusal } from '../../chat/commands/reply.ts'
import { redraftStory } from '../../digest/proof/change-proof.ts'
import { claimSentence } from '../../digest/proof/doubts.ts'
import { readPart } from '../../digest/proof/parts.ts'
import { type Draft, type DraftPart, findingKinds, samePart } from '../../domain/brief.ts'
import type { Proof } from '../../domain/edition/proof.ts'
import { checkProven } from '../../publishing/proofs/proof-briefs.ts'
import type { CommandContext } from '../context.ts'
import { refused } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { changeStory, storyName } from './change-story.ts'
import { partSyntax } from './desk-words.ts'
import type { FoundProofStory } from './find-proof.ts'

/** Leaves out a part of a story, or restores what is left out; what the check withheld, on the editor's word. */
export const changePart: CommandSpec<'change-part'> = {
  permission: 'editors',
  ways: [
    partSyntax({ names: ['cut'], says: 'Leave out a claim or a sentence of the summary' }, (given) => ({
      kind: 'change-part',
      ...given,
      isIn: false,
    })),
    partSyntax(
      { names: ['restore'], says: 'Restore what is left out; what the check found stands on your word' },
      (given) => ({
        kind: 'change-part',
        ...given,
        isIn: true,
      }),
    ),
  ],
  handle: async ({ part: named, isIn, ...given }, context) =>
    await changeStory(given, context, async (found) => {
      const part = readPart(named)
      const words = part && wordsOf(part, found.story.draft)
      if (!part || words === undefined) return refused('not-found', 'That is no longer in the draft.')
      return isIn ? await restore(part, words, { found, context }) : cut(part, words, found)
    }),
}

function wordsOf(part: DraftPart, { claims, summary, headline }: Draft): string | undefined {
  if (part.kind === 'headline') return headline
  if (part.kind === 'sentence') return summary[part.index]?.text
  const claim = part.kind === 'claim' ? claims.find(({ id }) => id === part.id) : undefined
  return claim && claimSentence(claim)
}

/** Leaves out a claim or a sentence; it can be restored. */
function cut(part: DraftPart, words: string, found: FoundProofStory) {
  const { story } = found
  if (part.kind === 'headline') return refused('unclear', 'A story needs its headline. Rewrite it instead.')
  if (isCut(part, story.draft)) return refused('unclear', 'It is left out already.')
  const draft = cutFrom(story.draft, [part], true)
  return (current: Proof) => ({
    proof: redraftStory(current, story.id, draft),
    deed: { kind: 'claim' as const, story: story.id, words, isIn: false, finding: null },
    says: `${storyName(found)}: left out “${words}”.`,
  })
}

function isCut(part: DraftPart, { cut: parts = [] }: Draft): boolean {
  return parts.some((each) => samePart(each, part))
}

/** Takes back in what an editor left out, or vouches for what the check withheld. */
async function restore(
  part: DraftPart,
  words: string,
  { found, context }: { readonly found: FoundProofStory; readonly context: CommandContext },
) {
  const { story } = found
  const before = await checkProven(story, context.services)
  const own = before?.findings.filter((each) => samePart(each.part, part)) ?? []
  if (own.length === 0) return refused('unclear', 'It isn’t left out.')
  const finding = own.find(({ kind }) => kind !== 'cut')
  const taken = cutFrom(story.draft, [part], false)
  const draft = finding ? vouchFor(taken, [part], true) : taken
  const after = await checkProven({ ...story, draft }, context.services)
  if (after?.findings.some((each) => samePart(each.part, part))) return notVouchable()
  const reason = finding ? findingKinds[finding.kind][0] : null
  return (current: Proof) => ({
    proof: redraftStory(current, story.id, draft),
    deed: { kind: 'claim' as const, story: story.id, words, isIn: true, finding: reason },
    says: `${storyName(found)}: restored “${words}”${reason === null ? '' : ', marked as standing on an editor’s word'}.`,
  })
}

function notVouchable(): Refusal {
  return refused('unclear', 'Its quotation isn’t in the article, so it can’t be restored on anybody’s word.')
}
