import type { ModalView } from '@slack/web-api'
import type { Command } from '../../../chat/commands/command.ts'
import { longestEdit, type ShownDraftStory } from '../../../chat/commands/command-data.ts'
import { label } from '../outbound/elements.ts'
import { input, option } from './forms.ts'
import { type FormState, fieldIn } from './read-forms.ts'

/** The form in which an editor rewrites a story of a draft. */

export const editForm = 'edit-story'

/** The story's headline and summary, one sentence a line. */
export function editView({ story, version, headline, summary }: ShownDraftStory, edition: string): ModalView {
  return {
    type: 'modal',
    callback_id: editForm,
    title: label('Edit'),
    submit: label('Check and save'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ edition, story, version: String(version) }),
    blocks: [
      input('headline', 'Headline', {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: longestEdit.headline,
        initial_value: headline.slice(0, longestEdit.headline),
      }),
      {
        ...input('summary', 'Summary', {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: longestEdit.summary,
          initial_value: summary.join('\n').slice(0, longestEdit.summary),
        }),
        optional: true,
        hint: label('One sentence per line. What you change is checked against the articles.'),
      },
      {
        ...input('vouch', 'If the check doesn’t find it', {
          type: 'checkboxes',
          action_id: 'value',
          options: [option('Keep it on my word, and say so', 'vouch')],
        }),
        optional: true,
      },
    ],
  }
}

/** The words in a submitted form; `carried` is what it was opened with. */
export function readEdit(
  state: FormState,
  { edition = '', story = '', version = '' }: Readonly<Record<string, string>>,
): Command<'edit-story'> {
  return {
    kind: 'edit-story',
    edition,
    story,
    version: Number(version),
    headline: fieldIn(state, 'headline').value ?? '',
    summary: fieldIn(state, 'summary').value ?? '',
    vouch: (fieldIn(state, 'vouch').selected_options ?? []).length > 0,
  }
}
