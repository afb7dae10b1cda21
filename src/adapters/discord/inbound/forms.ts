import { readDeskAction } from '../../../chat/actions.ts'
import { type Command } from '../../../chat/commands/command.ts'
import { longestEdit } from '../../../chat/commands/command-data.ts'
import { type MistakeReason, mistakeReasons } from '../../../chat/commands/mistakes.ts'
import type { Confirmation } from '../../../chat/confirmations.ts'
import type { Document } from '../../../chat/document.ts'
import type { Asker, Inbox } from '../../../ports.ts'
import { button, componentsFlag, isRow, row, text as textOf } from '../outbound/components.ts'
import { renderDiscord } from '../outbound/render.ts'
import { bodyOf } from '../outbound/say.ts'
import { askerOf } from './asker.ts'
import { fieldsOf, type Interaction, type InteractionReply, onlyYou } from './interaction.ts'

/** The forms shown in Discord. Each ends in a command, whose answer is shown at once. */

interface FormOptions {
  readonly inbox: Inbox
}

export function reportForm(story: string): InteractionReply {
  const reasons = Object.entries(mistakeReasons).map(([value, label]) => ({ value, label }))
  return form(`report:${story}`, 'Report a mistake', [
    field('What is wrong?', { type: 3, custom_id: 'reason', options: reasons, required: true }),
    field('Which words, and what should they be?', {
      type: 4,
      custom_id: 'words',
      style: 2,
      required: false,
      max_length: 2_000,
    }),
  ])
}

/** The form to rewrite a story of a draft, filled with its present words; or why it cannot be rewritten. */
export async function editForm(subject: string, asker: Asker, { inbox }: FormOptions): Promise<InteractionReply> {
  const { edition, story: named } = readDeskAction('desk-edit', subject) ?? {}
  if (edition === undefined || named === undefined) return sayOnly('That button no longer works.')
  const reply = await inbox.answer({ kind: 'show-draft', edition, story: named }, asker)
  if (!reply.done) return showOnly(reply.document)
  if (!('story' in reply.data)) return sayOnly('That button no longer works.')
  const { story, version, headline, summary } = reply.data.story
  const words = summary.join('\n')
  return form(`edit:${edition} ${version} ${story}`, 'Edit', [
    field('Headline', {
      type: 4,
      custom_id: 'headline',
      style: 1,
      max_length: longestEdit.headline,
      value: headline.slice(0, longestEdit.headline),
    }),
    field('Summary, one sentence per line', {
      type: 4,
      custom_id: 'summary',
      style: 2,
      required: false,
      max_length: longestEdit.summary,
      ...(words === '' ? {} : { value: words.slice(0, longestEdit.summary) }),
    }),
    field('If the check doesn’t find it', {
      type: 3,
      custom_id: 'vouch',
      required: false,
      options: [
        { value: 'no', label: 'Tell me, and save nothing', default: true },
        { value: 'vouch', label: 'Keep it on my word, and say so' },
      ],
    }),
  ])
}

/** Answers a submitted form. */
export async function answerForm(interaction: Interaction, { inbox }: FormOptions): Promise<InteractionReply> {
  const [kind = '', ...rest] = (interaction.data?.custom_id ?? '').split(':')
  const command = commandOf(kind, rest.join(':'), fieldsOf(interaction))
  if (typeof command === 'string') return sayOnly(command)
  const answer = await inbox.answer(command, askerOf(interaction))
  return showOnly(answer.document)
}

/** The command that a form asks for, or why it asks for none. */
function commandOf(kind: string, subject: string, fields: ReadonlyMap<string, string>): Command | string {
  if (kind === 'report') {
    const chosen = fields.get('reason') ?? ''
    const reason = (Object.keys(mistakeReasons) as MistakeReason[]).find((each) => each === chosen)
    if (!reason) return 'Choose what’s wrong.'
    return { kind: 'report-mistake', story: subject, claim: null, reason, words: fields.get('words') ?? '' }
  }
  const action = kind === 'edit' ? readDeskAction('desk-edit', subject) : undefined
  if (!action) return 'That form no longer works. Open it again.'
  return {
    kind: 'edit-story',
    edition: action.edition,
    story: action.story ?? '',
    version: action.version,
    headline: fields.get('headline') ?? '',
    summary: fields.get('summary') ?? '',
    vouch: fields.get('vouch') === 'vouch',
  }
}

function form(id: string, title: string, components: readonly object[]): InteractionReply {
  return { type: 9, data: { custom_id: id.slice(0, 100), title, components } }
}

function field(label: string, component: object): object {
  return { type: 18, label, component }
}

/** A line that only the person sees. */
export function sayOnly(text: string): InteractionReply {
  return showOnly([{ kind: 'alert', text }])
}

/** Asks the person alone before what a button does, whose id is `picked`. */
export function askFirst({ title, text, yes }: Confirmation, picked: string): InteractionReply {
  const components = [textOf(`**${title}**\n${text}`), row([button(yes, `sure:${picked}`, true)])]
  return { type: 4, data: { ...bodyOf({ components }, ''), flags: componentsFlag | onlyYou } }
}

function showOnly(document: Document): InteractionReply {
  const [message] = renderDiscord(document, 'answer')
  const components = message?.components.filter((each) => !isRow(each)) ?? []
  return { type: 4, data: { ...bodyOf({ components }, ''), flags: componentsFlag | onlyYou } }
}
