import type { InputBlock, ModalView } from '@slack/web-api'
import { type Command, type MistakeReason, mistakeReasons, type Order } from '../../chat/command.ts'
import { cutTo, plain } from '../../chat/plain.ts'

/** The forms that Slack draws, and what is read out of them. Each ends in a command. */

export const scheduleForm = 'schedule'
export const reportForm = 'report'
export const summarizeForm = 'summarize'

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
const label = (text: string) => ({ type: 'plain_text' as const, text, emoji: false })
const option = (text: string, value: string) => ({
  text: label(cutTo(plain(text) || '–', 75)),
  value: value.slice(0, 150),
})

/** What a schedule form starts with. */
export interface ScheduleDefaults {
  readonly zone: string
  readonly channel: string | null
}

/** Sets a digest: native pickers for days, time, zone, channel and feeds. */
export function scheduleView({ zone, channel }: ScheduleDefaults): ModalView {
  return {
    type: 'modal',
    callback_id: scheduleForm,
    title: label('Digest'),
    submit: label('Save'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ channel }),
    blocks: [...whenAndWhere({ zone, channel }), ...whatAndHow()],
  }
}

function input(block: string, title: string, element: InputBlock['element']): InputBlock {
  return { type: 'input', block_id: block, label: label(title), element }
}

function whenAndWhere({ zone, channel }: ScheduleDefaults): InputBlock[] {
  const days = dayNames.map((day) => option(day, day))
  return [
    input('channel', 'Channel', {
      type: 'conversations_select',
      action_id: 'value',
      filter: { include: ['public', 'private'], exclude_bot_users: true },
      ...(channel ? { initial_conversation: channel } : { default_to_current_conversation: true }),
    }),
    input('days', 'Days', {
      type: 'checkboxes',
      action_id: 'value',
      options: days,
      initial_options: days.slice(0, 5),
    }),
    {
      ...input('time', 'Time', { type: 'timepicker', action_id: 'value', initial_time: '08:00' }),
      hint: label('To five minutes'),
    },
    {
      ...input('more', 'More times', {
        type: 'plain_text_input',
        action_id: 'value',
        placeholder: label('12:30 and 17:00'),
      }),
      optional: true,
    },
    input('zone', 'Time zone', {
      type: 'external_select',
      action_id: 'zone',
      min_query_length: 0,
      initial_option: option(zone, zone),
    }),
  ]
}

function whatAndHow(): InputBlock[] {
  const whole = option('Whole, in the channel', 'whole')
  const thread = option('Headlines, with claims in the thread', 'thread')
  return [
    {
      ...input('feeds', 'Feeds', { type: 'multi_external_select', action_id: 'feeds', min_query_length: 0 }),
      optional: true,
      hint: label('All of them where none is chosen'),
    },
    input('stories', 'Stories at most', {
      type: 'number_input',
      action_id: 'value',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: '50',
      initial_value: '10',
    }),
    input('shape', 'How it is posted', {
      type: 'radio_buttons',
      action_id: 'value',
      options: [whole, thread],
      initial_option: whole,
    }),
    {
      ...input('name', 'Name', {
        type: 'plain_text_input',
        action_id: 'value',
        max_length: 60,
        placeholder: label('Morning digest'),
      }),
      optional: true,
    },
  ]
}

/** Says what is wrong with a story. */
export function reportView(story: string): ModalView {
  const reasons = Object.entries(mistakeReasons).map(([reason, text]) => option(text, reason))
  return {
    type: 'modal',
    callback_id: reportForm,
    title: label('Report a mistake'),
    submit: label('Send'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ story }),
    blocks: [
      {
        type: 'input',
        block_id: 'reason',
        label: label('What is wrong?'),
        element: { type: 'radio_buttons', action_id: 'value', options: reasons },
      },
      {
        type: 'input',
        block_id: 'words',
        optional: true,
        label: label('Which words, and what should they be?'),
        element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: 2_000 },
      },
    ],
  }
}

/** Takes a link, or the text of an article behind a paywall. */
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
        type: 'input',
        block_id: 'material',
        label: label('A link, or the text of an article'),
        element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: 3_000 },
      },
    ],
  }
}

/** What a form says when it has been taken. */
export function doneView(title: string, lines: readonly string[]): ModalView {
  const text = lines.map(plain).filter(Boolean).join('\n') || 'Done.'
  return {
    type: 'modal',
    title: label(title),
    close: label('Close'),
    blocks: [{ type: 'section', text: label(cutTo(text, 2_900)) }],
  }
}

/** A form's values, by block. Slack sends what people left as it was, too. */
export type FormState = Readonly<Record<string, Readonly<Record<string, FieldState>>>>

interface FieldState {
  readonly value?: string | null
  readonly selected_option?: { readonly value: string } | null
  readonly selected_options?: readonly { readonly value: string }[]
  readonly selected_time?: string | null
  readonly selected_conversation?: string | null
}

/** The order that a schedule form was filled in with. The time and zone go the way that typed ones go. */
export function readSchedule(state: FormState): Extract<Command, { kind: 'schedule-digest' }> {
  const days = field(state, 'days').selected_options?.map(({ value }) => value) ?? []
  const zone = field(state, 'zone').selected_option?.value ?? ''
  const times = [field(state, 'time').selected_time ?? '', field(state, 'more').value ?? ''].filter(Boolean)
  const feeds = field(state, 'feeds').selected_options?.map(({ value }) => value) ?? []
  const order: Order = {
    digest: field(state, 'name').value?.trim() || null,
    when: `${days.join(', ')} ${times.join(' and ')} ${zone}`,
    channel: field(state, 'channel').selected_conversation ?? null,
    feeds,
    stories: Number(field(state, 'stories').value ?? 10),
    minimum: null,
    shape: field(state, 'shape').selected_option?.value === 'thread' ? 'thread' : 'whole',
    silent: null,
  }
  return { kind: 'schedule-digest', order }
}

/** The field of the form that a reason is about, so that Slack shows it there. */
export function fieldOf(reason: string): string {
  if (/zone|city/.test(reason)) return 'zone'
  if (/feeds?\b/.test(reason)) return 'feeds'
  if (/\bname\b/.test(reason)) return 'name'
  if (/stories/.test(reason)) return 'stories'
  if (/channel|manages/.test(reason)) return 'channel'
  return /day/.test(reason) && !/time/.test(reason) ? 'days' : 'more'
}

export function readReport(state: FormState, story: string): Extract<Command, { kind: 'report-mistake' }> {
  const chosen = field(state, 'reason').selected_option?.value ?? ''
  const reason = (Object.keys(mistakeReasons) as MistakeReason[]).find((each) => each === chosen) ?? 'absent'
  return { kind: 'report-mistake', story, claim: null, reason, words: field(state, 'words').value ?? '' }
}

export function readMaterial(state: FormState): string {
  return field(state, 'material').value ?? ''
}

function field(state: FormState, block: string): FieldState {
  return Object.values(state[block] ?? {})[0] ?? {}
}
