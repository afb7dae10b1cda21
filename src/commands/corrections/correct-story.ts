import type { Command } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import { asks } from '../../chat/commands/typed-words.ts'
import { partName, partsIn } from '../../digest/proof/parts.ts'
import { counted } from '../../digest/times.ts'
import { type Brief, findingKinds } from '../../domain/brief.ts'
import { asSentence } from '../../domain/reason.ts'
import { storyId } from '../../domain/story.ts'
import type { CorrectedEdition } from '../../publishing/corrections/correct-by-editor.ts'
import type { CommandContext } from '../context.ts'
import { textIn } from '../options.ts'
import { mayChangeAll } from '../permissions.ts'
import { refused, said, takenBackRefusal } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { findFeedStory } from '../stories/find-story.ts'

/** Corrects part of a posted story in every post. */
export const correctStory: CommandSpec<'correct-story'> = {
  // As for withdrawing it: whoever may change every digest that posted the story.
  permission: async ({ story }, scope, context) => await mayChangeAll(storyId(story), scope, context),
  terminal: {
    name: 'correct',
    says: 'Correct a posted story in every post, with a note on what was wrong',
    options: [
      { kind: 'text', name: 'id', says: 'The story’s id, as editions --why and the page show it', required: true },
      {
        kind: 'text',
        name: 'part',
        says: 'What is wrong: headline, sentence:0 for the first sentence, claim:1.2; leave out to list them',
      },
      { kind: 'text', name: 'now', says: 'The right words; leave out to take it out' },
      { kind: 'text', name: 'why', says: 'Why, for readers' },
      { kind: 'flag', name: 'vouch', says: 'Keep the new words on your word if the check doesn’t find them' },
    ],
    fill: (options) =>
      asks({
        kind: 'correct-story',
        story: textIn(options, 'id') ?? '',
        part: textIn(options, 'part') ?? '',
        now: textIn(options, 'now') ?? null,
        vouch: options.get('vouch') === true,
        why: textIn(options, 'why') ?? '',
      }),
  },
  handle: async (command, context) => await correct(command, context),
}

async function correct(
  { story, part, now, vouch, why }: Command<'correct-story'>,
  { asker, services }: CommandContext,
): Promise<Reply<'correct-story'>> {
  const workspace = asker.workspace.id
  const found = await findFeedStory(story, workspace, services)
  if (found.kind === 'withdrawn') return takenBackRefusal()
  if (found.kind === 'nothing') return refused('not-found', 'That story isn’t on record here.')
  const parts = correctable(found.brief)
  const was = parts.find(({ name }) => name === part)?.words
  if (was === undefined) {
    const lines = parts.map(({ name, words }) => `${name}  ${words}`)
    return refused('unclear', `Say what is wrong, with --part and one of these:\n${lines.join('\n')}`)
  }
  if (part.startsWith('claim:') && now !== null)
    return refused('unclear', 'A claim can be taken out, not rewritten: leave out --now.')
  if (part === 'headline' && now === null)
    return refused('unclear', 'A story needs a headline: give the right one with --now.')
  const correction = { was, now, isVouched: vouch, why, person: asker.person }
  const { correctByEditor } = await import('../../publishing/corrections/correct-by-editor.ts')
  const outcomes = await correctByEditor(storyId(story), correction, { workspace, services })
  const faults = outcomes.flatMap((each) => (each.kind === 'faulty' ? each.findings : []))
  if (outcomes.some(({ kind }) => kind === 'faulty')) {
    const lines = faults.map(({ kind, words }) => asSentence(`${findingKinds[kind][0]}: ${words}`))
    return refused(
      'unclear',
      `${lines.join(' ')} ${untouched(outcomes)} Change it, or keep it on your word with --vouch.`,
    )
  }
  return answerTo(story, outcomes)
}

/** What new words that do not pass have left as it was. */
function untouched(outcomes: readonly CorrectedEdition[]): string {
  const done = outcomes.filter(({ kind }) => kind === 'corrected').length
  if (done === 0) return 'Nothing was changed.'
  return `${counted(done, 'edition')} had been corrected before that; no other was changed.`
}

function answerTo(story: string, outcomes: readonly CorrectedEdition[]): Reply<'correct-story'> {
  const amended = outcomes.flatMap((each) => (each.kind === 'corrected' ? [each.amended] : []))
  if (amended.length === 0) return refused('not-found', 'No digest here has posted that.')
  const edited = amended.filter((each) => each.edited > 0).length
  const problems = [...new Set(amended.flatMap((each) => each.problems))]
  return said(
    [
      `Corrected in ${counted(amended.length, 'edition')}, ${counted(edited, 'post')} changed.`,
      ...problems.map((reason) => `One post couldn’t be changed yet: ${reason}.`),
    ],
    { story, edited },
  )
}

/** What of a story can be corrected, by the names that people give it. */
function correctable(brief: Brief): { readonly name: string; readonly words: string }[] {
  return [
    { name: 'headline', words: brief.headline },
    ...partsIn(brief, brief).map(({ part, words }) => ({ name: partName(part), words })),
  ]
}
