import type { ContextBlock, InputBlock, ModalView } from '@slack/web-api'
import type { ListedDigest } from '../../../chat/commands/command-data.ts'
import { describeFilter } from '../../../chat/commands/filter-words.ts'
import { findZone } from '../../../chat/commands/zones.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { type Filter, isForSharing, noFilter, type Schedule, usualStories } from '../../../domain/subscription.ts'
import { type Actor, askerOf } from '../inbound/asking.ts'
import type { SlackGatewayOptions } from '../inbound/options.ts'
import { label } from '../outbound/elements.ts'
import { slackLimits } from '../outbound/limits.ts'
import { approvalFields } from './approval-fields.ts'
import { doneView, input, option, scheduleForm } from './forms.ts'
import type { Unseen } from './read-forms.ts'

/** The form that sets up a digest or changes an existing one. */

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** The form's initial values. */
export interface ScheduleDefaults {
  readonly zone: string
  readonly channel: string | null
  /** The digest to change; null for a new one. */
  readonly current: ListedDigest | null
  /** The name suggested for a new digest. */
  readonly name?: string | undefined
}

/**
 * Native pickers for days, time, zone, channel and feeds. Settings without a field, and addresses too long for an
 * option, are carried in the metadata and kept.
 */
export function scheduleView({ zone, channel, current, name }: ScheduleDefaults): ModalView {
  return {
    type: 'modal',
    callback_id: scheduleForm,
    title: label('Digest'),
    submit: label('Save'),
    close: label('Cancel'),
    private_metadata: JSON.stringify({ channel, ...unseenIn(current) }),
    blocks: [
      ...(current ? [changing(current)] : []),
      ...whenAndWhere({ zone, channel, current }),
      ...whatAndHow(current, name),
      ...filters(current?.filter),
      ...approvalFields(current?.approval ?? null),
    ],
  }
}

/** What the form has no field for, or may not show. */
function unseenIn(current: ListedDigest | null): Unseen {
  if (!current) return {}
  const { schedule, name, feeds, approval } = current
  const long = feeds.flatMap(({ url }) => (url.length > slackLimits.optionValue ? url : []))
  const rest = restOf(schedule)
  return {
    ...(rest === undefined ? {} : { rest }),
    name,
    ...(long.length > 0 ? { feeds: long.join(' ') } : {}),
    ...(approval ? { desk: approval.desk.id, minutes: String(approval.minutes) } : {}),
    ...(approval?.group ? { editors: approval.group } : {}),
  }
}

/** The form, filled in with the named digest, or with the channel's digest if it has one. */
export async function scheduleViewFor(
  actor: Actor,
  { inbox, platform, zone: usual, prefix }: Pick<SlackGatewayOptions, 'inbox' | 'platform' | 'zone' | 'prefix'>,
  named?: string,
): Promise<ModalView> {
  const { channel } = actor
  const reply = await inbox.answer({ kind: 'list-digests' }, askerOf(actor))
  const digests = reply.done ? reply.data : []
  const name = named?.toLowerCase()
  const here = digests.filter((each) =>
    name ? each.name.toLowerCase() === name : each.channel.id === channel && !isForSharing(each),
  )
  if (here.length > 1)
    return doneView('Digest', [
      `Several digests go to this channel: ${here.map((each) => `“${each.name}”`).join(', ')}. Name the one to change: /${prefix}digest schedule "${here[0]?.name}"`,
    ])
  const current = here.find(({ schedule }) => schedule.monthDays.length === 0 && !schedule.atOnce) ?? null
  const [other] = here
  const zone = current?.schedule.zone ?? findZone((await platform.zoneOf?.(askerOf(actor))) ?? '') ?? usual
  if (!current && other) return doneView('Digest', [typedInstead(other, prefix)])
  return scheduleView({ zone, channel: current?.channel.id ?? channel, current, name: named })
}

/** The form has no field for the days of a monthly digest, and none of its fields are for a watch. */
function typedInstead({ name, schedule }: ListedDigest, prefix: string): string {
  const [what, how] = schedule.atOnce
    ? ['posts at once', `watch "${name}" dam; publishers: 2; quiet 22:00-7:00`]
    : ['goes out monthly', `schedule "${name}" monthly on the 1st at 8:00`]
  return `“${name}” ${what}, which this form can’t show. Type the change instead: /${prefix}digest ${how}, or /${prefix}digest filter "${name}" words: dam`
}

function changing({ name }: ListedDigest): ContextBlock {
  return { type: 'context', elements: [label(cutTo(plain(`This changes “${name}”.`), 200))] }
}

/** Quiet hours and the end date, in the words used to set them. */
function restOf(schedule: Schedule | undefined): string {
  const quiet = schedule?.quiet ? `quiet ${schedule.quiet.from}-${schedule.quiet.to}` : ''
  const until = schedule?.until ? `until ${schedule.until}` : ''
  return [quiet, until].filter(Boolean).join(' ')
}

function whenAndWhere({ zone, channel, current }: ScheduleDefaults): InputBlock[] {
  const days = dayNames.map((day) => option(day, day))
  const set = current?.schedule
  const chosen = set ? days.filter((_, at) => set.days.includes(at + 1)) : days.slice(0, 5)
  const [first = '08:00', ...more] = set?.times ?? []
  const shownZone = set?.zone ?? zone
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
      ...(chosen.length > 0 ? { initial_options: chosen } : {}),
    }),
    {
      ...input('time', 'Time', { type: 'timepicker', action_id: 'value', initial_time: first }),
      hint: label('Rounded to 5 minutes'),
    },
    {
      ...input('more', 'More times', {
        type: 'plain_text_input',
        action_id: 'value',
        placeholder: label('12:30 and 17:00'),
        ...(more.length > 0 ? { initial_value: more.join(' and ') } : {}),
      }),
      optional: true,
    },
    input('zone', 'Time zone', {
      type: 'external_select',
      action_id: 'zone',
      min_query_length: 0,
      initial_option: option(shownZone, shownZone),
    }),
  ]
}

function whatAndHow(current: ListedDigest | null, name: string | undefined): InputBlock[] {
  const ways = [
    option('Everything in the channel', 'whole'),
    option('Headlines in the channel, claims in a thread', 'thread'),
    option('One message per story', 'posts'),
  ] as const
  const feeds = (current?.feeds ?? [])
    .filter(({ url }) => url.length <= slackLimits.optionValue)
    .map(({ url, outlet }) => option(outlet, url))
  return [
    {
      ...input('feeds', 'Feeds', {
        type: 'multi_external_select',
        action_id: 'feeds',
        min_query_length: 0,
        ...(feeds.length > 0 ? { initial_options: feeds } : {}),
      }),
      optional: true,
      hint: label('Leave empty for all feeds'),
    },
    input('stories', 'Maximum stories', {
      type: 'number_input',
      action_id: 'value',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: '50',
      initial_value: String(current?.stories ?? usualStories),
    }),
    input('shape', 'How it’s posted', {
      type: 'radio_buttons',
      action_id: 'value',
      options: [...ways],
      initial_option: ways.find(({ value }) => value === current?.shape) ?? ways[0],
    }),
    // An existing digest keeps its name, because that identifies it.
    ...(current
      ? []
      : [
          optionalText('name', 'Name', {
            placeholder: 'Morning digest',
            max_length: 60,
            ...(name ? { value: name } : {}),
          }),
        ]),
  ]
}

function filters(filter: Filter = noFilter): InputBlock[] {
  // The parts of the filter that have no field.
  const rest = describeFilter({ ...filter, words: [], notWords: [], publishers: 1 })
  return [
    optionalText('words', 'Only stories with one of these words', {
      placeholder: 'dam, flood*',
      value: filter.words.join(', '),
      max_length: 1_000,
    }),
    optionalText('not', 'Leave out stories with any of these words', {
      value: filter.notWords.join(', '),
      max_length: 1_000,
    }),
    input('publishers', 'Minimum number of independent outlets', {
      type: 'number_input',
      action_id: 'value',
      is_decimal_allowed: false,
      min_value: '1',
      max_value: '20',
      initial_value: String(filter.publishers),
    }),
    optionalText('filter', 'Outlets, sections and languages', {
      placeholder: 'outlets: River Post; not outlets: x.example; sections: politics; languages: en',
      value: rest,
      max_length: 2_000,
    }),
  ]
}

function optionalText(
  block: string,
  title: string,
  { placeholder, value = '', max_length }: { placeholder?: string; value?: string; max_length: number },
): InputBlock {
  return {
    ...input(block, title, {
      type: 'plain_text_input',
      action_id: 'value',
      max_length,
      ...(placeholder ? { placeholder: label(placeholder) } : {}),
      ...(value ? { initial_value: value.slice(0, max_length) } : {}),
    }),
    optional: true,
  }
}
