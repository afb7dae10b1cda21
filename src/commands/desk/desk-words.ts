import type { DecisionVerb } from '../../chat/actions.ts'
import type { Command } from '../../chat/commands/command.ts'
import type { CommandOption, CommandSyntax, Filled, ParsedCommand } from '../../chat/commands/menu.ts'
import { asks, takeName, unclear, unquoted } from '../../chat/commands/typed-words.ts'
import { bareSyntax, textIn } from '../options.ts'
import type { StoryGiven } from './change-story.ts'

/** How people type what they do at the desk. */

type Head = Pick<CommandSyntax, 'names' | 'says'>

const draftOption: CommandOption = {
  kind: 'text',
  name: 'draft',
  says: 'Which draft, by its digest’s name or its id, if there are several',
}
const storyOption: CommandOption = {
  kind: 'text',
  name: 'story',
  says: 'The story’s number in the draft',
  required: true,
}
const partOption: CommandOption = {
  kind: 'text',
  name: 'part',
  says: 'Which statement, as desk show --json names it: claim:1.2, sentence:0',
  required: true,
}

/** `/desk` alone: the drafts that wait. */
export const bareDesk: CommandSyntax = bareSyntax(
  { kind: 'show-desk' },
  {
    under: 'desk',
    names: ['list'],
    usage: '',
    says: 'See the drafts that wait for you',
    takes: (words) => words === '',
  },
)

/** A draft, or one of its stories. */
export const showWay: CommandSyntax = {
  under: 'desk',
  names: ['show', 'look'],
  usage: 'show 2',
  commandLineUsage: 'show --story 2',
  says: 'Look at a draft, or at one story of it',
  options: [{ kind: 'text', name: 'story', says: 'The story’s number; leave out for the whole draft' }, draftOption],
  read: (rest) => {
    const { story, edition } = storyAndDraft(rest)
    return asks({ kind: 'show-draft', edition, story: story === '' ? null : story })
  },
  fill: (options) => asks({ kind: 'show-draft', edition: draftIn(options), story: textIn(options, 'story') ?? null }),
}

/** A command about one story of a draft: `/desk accept 2 "Evening digest"`. */
export function storySyntax({ names, says }: Head, make: (given: StoryGiven) => Command): CommandSyntax {
  const [verb = ''] = names
  return {
    under: 'desk',
    names,
    usage: `${verb} 2`,
    says,
    options: [storyOption, draftOption],
    read: (rest) => {
      const { story, edition } = storyAndDraft(rest)
      if (story === '') return unclear(`Say which story, by its number: desk ${verb} 2`)
      return asks(make({ edition, story, version: null }))
    },
    fill: (options) => asks(make(givenIn(options))),
  }
}

/** A command about one statement of a story; in chat, people choose it from a menu. */
export function partSyntax(
  { names, says }: Head,
  make: (given: StoryGiven & { readonly part: string }) => Command,
): CommandSyntax {
  return {
    under: 'desk',
    names,
    usage: `${names[0] ?? ''} 2 claim:1.2`,
    says,
    options: [storyOption, partOption, draftOption],
    fill: (options) => asks(make({ ...givenIn(options), part: textIn(options, 'part') ?? '' })),
  }
}

/** A decision about a whole draft. */
export function editionSyntax(head: Head & Pick<CommandSyntax, 'usage'>, decision: DecisionVerb): CommandSyntax {
  const decide = (edition: string | null): ParsedCommand =>
    asks({ kind: 'decide-edition', edition, version: null, decision })
  return {
    ...head,
    under: 'desk',
    options: [draftOption],
    read: (rest) => decide(unquoted(rest) || null),
    fill: (options) => decide(draftIn(options)),
  }
}

/** New words for a story; in chat, people write them in a form. */
export const editWay: CommandSyntax = {
  under: 'desk',
  names: ['edit'],
  usage: 'edit 2',
  says: 'Rewrite a story’s headline or summary; your words are checked',
  options: [
    storyOption,
    { kind: 'text', name: 'headline', says: 'The new headline' },
    { kind: 'text', name: 'summary', says: 'The new summary' },
    { kind: 'flag', name: 'vouch', says: 'Keep it on your word if the check doesn’t find it' },
    draftOption,
  ],
  fill: (options) => {
    const [headline = null, summary = null] = [textIn(options, 'headline'), textIn(options, 'summary')]
    if (headline === null && summary === null) return unclear('Give a headline, a summary or both.')
    return asks({ kind: 'edit-story', ...givenIn(options), headline, summary, vouch: options.get('vouch') === true })
  },
}

/** The record of an edition, by its id. */
export const recordWay: CommandSyntax = {
  under: 'desk',
  names: ['record'],
  usage: 'record <edition>',
  says: 'Who saw, changed and approved an edition, as one file',
  options: [{ kind: 'text', name: 'edition', says: 'The edition’s id, as editions lists it', required: true }],
  read: (rest) =>
    rest.trim() === '' ? unclear('Give the edition’s id.') : asks({ kind: 'show-record', edition: rest.trim() }),
  fill: (options) => asks({ kind: 'show-record', edition: textIn(options, 'edition') ?? '' }),
}

function givenIn(options: Filled): StoryGiven {
  return { edition: draftIn(options), story: textIn(options, 'story') ?? '', version: null }
}

function draftIn(options: Filled): string | null {
  return textIn(options, 'draft') ?? null
}

/** The story's number, and the draft's name in quotation marks. */
function storyAndDraft(rest: string): { readonly story: string; readonly edition: string | null } {
  const { name, rest: story } = takeName(rest)
  return { story, edition: name }
}
