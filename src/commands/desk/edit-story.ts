import { editDraft, sentencesIn, vouchFor } from '../../brief/editing/edit-draft.ts'
import { longestEdit } from '../../chat/commands/command-data.ts'
import type { Refusal } from '../../chat/commands/reply.ts'
import { redraftStory } from '../../digest/proof/change-proof.ts'
import { type Draft, type DraftPart, type Finding, findingKinds, isEmpty, samePart } from '../../domain/brief.ts'
import { capitalize } from '../../domain/capitals.ts'
import type { StoryWords } from '../../domain/edition/proof.ts'
import { asSentence } from '../../domain/reason.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { type CheckedProofStory, checkProven } from '../../publishing/proofs/proof-briefs.ts'
import type { CommandContext } from '../context.ts'
import { refused, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { changeStory, storyName } from './change-story.ts'
import { editWay } from './desk-words.ts'
import type { FoundProofStory } from './find-proof.ts'

/** The most sentences of a summary, and the longest sentence, in characters. */
const most = { sentences: 8, sentence: 600 } as const

/** Gives a story of a draft an editor's headline and summary, once they are checked or vouched for. */
export const editStory: CommandSpec<'edit-story'> = {
  permission: 'editors',
  ways: [editWay],
  handle: async ({ headline, summary, vouch, ...given }, context) =>
    await changeStory(given, context, async (found) => {
      const now = await checkProven(found.story, context.services)
      if (!now) return refused('not-found', 'Its articles are no longer kept, so it can’t be edited.')
      const { grammarFor } = await import('../../language/grammars.ts')
      const before = wordsOf(found.story.draft)
      const words = {
        headline: headline ?? before.headline,
        summary:
          summary === null
            ? before.summary
            : sentencesIn(summary, before.summary, grammarFor(now.story.articles[0]?.language ?? 'und')),
      }
      const problem = problemWith(words)
      if (problem) return problem
      const edited = await editAndCheck(now, { words, vouch, grammarFor }, context)
      if ('done' in edited) {
        await recordRefused(found, { words, refusal: edited }, context)
        return edited
      }
      return (current) => ({
        proof: redraftStory(current, found.story.id, edited.draft),
        deed: { kind: 'edited', story: found.story.id, before, after: wordsOf(edited.draft), vouched: edited.vouched },
        says: saysOf(found, edited.vouched),
      })
    }),
}

/** Puts on record which words the check kept from being saved, and why. */
async function recordRefused(
  { edition, story }: FoundProofStory,
  { words, refusal }: { readonly words: StoryWords; readonly refusal: Refusal },
  { asker, services }: CommandContext,
): Promise<void> {
  const deed = { kind: 'refused' as const, story: story.id, words, reason: refusal.text }
  await services.store.proofs.note(edition.id, { at: services.clock.now(), person: asker.person, deed })
}

function saysOf(found: FoundProofStory, vouched: readonly string[]): string {
  const base = `${storyName(found)}: your words are in.`
  return vouched.length > 0 ? `${base} What the check didn’t find is marked as standing on an editor’s word.` : base
}

function wordsOf({ headline, summary }: Draft): StoryWords {
  return { headline, summary: summary.map(({ text }) => text) }
}

/** A refusal for words that cannot be a headline or a summary at all. */
function problemWith({ headline, summary }: StoryWords): Refusal | undefined {
  if (headline.trim() === '') return refused('unclear', 'A story needs a headline.', { field: 'headline' })
  if (headline.length > longestEdit.headline)
    return refused('unclear', `A headline can have up to ${longestEdit.headline} characters.`, { field: 'headline' })
  if (summary.length > most.sentences)
    return refused('unclear', `A summary can have up to ${most.sentences} sentences.`, { field: 'summary' })
  if (summary.some((text) => text.length > most.sentence))
    return refused('unclear', `A sentence can have up to ${most.sentence} characters.`, { field: 'summary' })
  return undefined
}

/** The edited draft if its new words pass, or the editor vouches for them; otherwise what the check found. */
async function editAndCheck(
  { proven, story }: CheckedProofStory,
  {
    words,
    vouch,
    grammarFor,
  }: { readonly words: StoryWords; readonly vouch: boolean; readonly grammarFor: GrammarFor },
  { services }: CommandContext,
): Promise<{ readonly draft: Draft; readonly vouched: readonly string[] } | Refusal> {
  const edited = editDraft(proven.draft, words, { story, grammarFor })
  const isEdited = ({ part }: Finding) => (edited.edited ?? []).some((each) => samePart(each, part))
  const checked = await checkProven({ ...proven, draft: edited }, services)
  const faults = (checked?.findings ?? []).filter(isEdited)
  const parts: DraftPart[] = faults.map(({ part }) => part)
  const draft = vouch ? vouchFor(edited, parts, true) : edited
  const final = vouch && parts.length > 0 ? await checkProven({ ...proven, draft }, services) : checked
  const left = (final?.findings ?? []).filter(isEdited)
  if (left.length > 0) return faultsRefusal(left, vouch)
  if (!final || isEmpty(final.brief))
    return refused('unclear', 'That would leave nothing to read. Drop the story instead.', { field: 'summary' })
  return { draft, vouched: faults.map(lineOf) }
}

/** What the check found in an editor's words, and what they can do about it. */
function faultsRefusal(faults: readonly Finding[], vouch: boolean): Refusal {
  const lines = faults.map(lineOf)
  const isQuoted = faults.some(({ kind }) => kind.startsWith('quote-'))
  const way =
    vouch || isQuoted
      ? 'Nothing was saved. Quotation marks need the article’s own words: change the quotation, or tell it without marks.'
      : 'Nothing was saved. Change it, or keep it on your word.'
  const field = faults.every(({ part }) => part.kind === 'headline') ? 'headline' : 'summary'
  return refused('unclear', [...lines.map(asSentence), way].join(' '), {
    field,
    document: textLines([...lines, way]),
    data: { findings: lines },
  })
}

function lineOf({ kind, words }: Finding): string {
  const reason = kind === 'uncited-sentence' ? 'nothing in the article matches it' : findingKinds[kind][0]
  return `${capitalize(reason)}: ${words}`
}
