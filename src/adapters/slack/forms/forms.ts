import type { InputBlock, ModalView } from '@slack/web-api'
import { mistakeReasons } from '../../../chat/commands/mistakes.ts'
import type { Reply } from '../../../chat/commands/reply.ts'
import { starters } from '../../../chat/commands/starters.ts'
import { type ClaimLine, isLine } from '../../../chat/document.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { plainWords, type RichText } from '../../../chat/rich-text.ts'
import { responsesOf, sentencesOf } from '../../../chat/story-lines.ts'
import { label, ours, richPieces, richText, textSection } from '../outbound/elements.ts'
import { slackLimits } from '../outbound/limits.ts'

/** The forms shown in Slack. Each ends in a command. */

export const scheduleForm = 'schedule'
export const reportForm = 'report'
export const summarizeForm = 'summarize'
export const shareForm = 'share-story'
export const feedsForm = 'feeds'

/** One option in a list of choices. */
export const option = (text: string, value: string) => ({
  text: label(cutTo(plain(text) || '–', slackLimits.optionText)),
  value: value.slice(0, slackLimits.optionValue),
})

/** A field with its title. */
export function input(block: string, title: string, element: InputBlock['element']): InputBlock {
  return { type: 'input', block_id: block, label: label(title), element }
}

/** The form for a first set of feeds: topics, pasted addresses, or an OPML list. */
export function feedsView(channel: string | null): ModalView {
  const topics = Object.entries(starters).map(([topic, { title }]) => option(title, topic))
  return {
    type: 'modal',
    callback_id: feedsForm,
    title: label('Feeds'),
    submit: label('Follow'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ channel }),
    blocks: [
      {
        ...input('topics', 'Topics to start with', { type: 'checkboxes', action_id: 'value', options: topics }),
        optional: true,
      },
      {
        ...input('list', 'Addresses of feeds or sites', {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: 3_000,
          placeholder: label('https://example.org, one per line'),
        }),
        optional: true,
      },
      {
        ...input('opml', 'Or a list exported from another reader (OPML)', {
          type: 'file_input',
          action_id: 'value',
          filetypes: ['opml', 'xml'],
          max_files: 1,
        }),
        optional: true,
      },
    ],
  }
}

/** The form that reports what is wrong with a story, and in which of its claims. */
export function reportView(story: string, claims: readonly ClaimLine[]): ModalView {
  const choices = claims
    .flatMap((claim) => [claim, ...responsesOf(claim)])
    .flatMap((claim) => sentencesOf(claim).map((sentence) => ({ ...sentence, speaker: claim.speaker })))
    .slice(0, slackLimits.options)
    .map(({ speaker, id, words }) => option(`${speaker}: ${words}`, id ?? ''))
  const reasons = Object.entries(mistakeReasons).map(([reason, text]) => option(text, reason))
  return {
    type: 'modal',
    callback_id: reportForm,
    title: label('Report a mistake'),
    submit: label('Send'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ story }),
    blocks: [
      input('reason', 'What is wrong?', { type: 'radio_buttons', action_id: 'value', options: reasons }),
      ...(choices.length > 0
        ? [
            {
              ...input('claim', 'In which claim?', { type: 'static_select', action_id: 'value', options: choices }),
              optional: true,
            },
          ]
        : []),
      {
        ...input('words', 'Which words, and what should they be?', {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: 2_000,
        }),
        optional: true,
      },
    ],
  }
}

/** The form that posts a story in another channel. */
export function shareView(story: string): ModalView {
  return {
    type: 'modal',
    callback_id: shareForm,
    title: label('Share a story'),
    submit: label('Share'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ story }),
    blocks: [
      input('channel', 'Where to post it', {
        type: 'conversations_select',
        action_id: 'value',
        filter: { include: ['public', 'private'], exclude_bot_users: true },
      }),
    ],
  }
}

/** The form that takes a link, or the text of an article behind a paywall. */
export function summarizeView(channel: string | null): ModalView {
  return {
    type: 'modal',
    callback_id: summarizeForm,
    title: label('Summarize'),
    submit: label('Summarize'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ channel }),
    blocks: [
      {
        ...input('material', 'A link, or the text of an article', {
          type: 'plain_text_input',
          action_id: 'value',
          multiline: true,
          max_length: 3_000,
        }),
        optional: true,
        hint: label('Slack allows 3,000 characters here. For a longer text, upload a file.'),
      },
      {
        ...input('file', 'Or a file with its text or its web page', {
          type: 'file_input',
          action_id: 'value',
          filetypes: ['txt', 'html', 'md'],
          max_files: 1,
        }),
        optional: true,
      },
    ],
  }
}

/** The lines of an answer. */
export function linesOf({ document }: Reply): RichText[] {
  return document.flatMap((block) => (isLine(block) ? [block.text] : []))
}

/** A view with a few lines of text, such as the result of a form. */
export function doneView(title: string, lines: readonly RichText[]): ModalView {
  const sections = lines.filter((line) => plain(plainWords(line)) !== '').map((line) => textSection(richPieces(line)))
  return {
    type: 'modal',
    title: label(title),
    close: label('Close'),
    blocks: [richText(...(sections.length > 0 ? sections : [textSection(ours('Done.'))]))],
  }
}
