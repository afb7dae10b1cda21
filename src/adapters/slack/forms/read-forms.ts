import { type Command, type MistakeReason, mistakeReasons, type Order } from '../../../chat/command.ts'
import { shapes } from '../../../domain/subscription.ts'

/** What is read out of the forms. */

/** A form's values, by block. Slack sends what people left as it was, too. */
export type FormState = Readonly<Record<string, Readonly<Record<string, FieldState>>>>

interface FieldState {
  readonly value?: string | null
  readonly selected_option?: { readonly value: string } | null
  readonly selected_options?: readonly { readonly value: string }[]
  readonly selected_time?: string | null
  readonly selected_conversation?: string | null
  readonly files?: readonly { readonly url_private_download?: string }[]
}

/** What a schedule form has no field for, as it went along. */
export interface Unseen {
  /** Quiet hours and the end. */
  readonly rest?: string
  /** The digest that is changed. */
  readonly name?: string
  /** Addresses of feeds, apart by spaces. */
  readonly feeds?: string
}

/** The order that a schedule form was filled in with. The time, zone and filter go the way that typed ones go. */
export function readSchedule(
  state: FormState,
  { rest = '', name, feeds: long = '' }: Unseen = {},
): Extract<Command, { kind: 'schedule-digest' }> {
  const order: Order = {
    digest: name ?? (field(state, 'name').value?.trim() || null),
    ...(name === undefined ? { fresh: true } : {}),
    when: `${whenIn(state)} ${rest}`.trim(),
    channel: field(state, 'channel').selected_conversation ?? null,
    feeds: [...selected(state, 'feeds'), ...long.split(' ').filter(Boolean)],
    stories: Number(field(state, 'stories').value ?? 10),
    minimum: null,
    shape: shapes.find((each) => each === field(state, 'shape').selected_option?.value) ?? 'whole',
    silent: null,
    filter: filterIn(state),
  }
  return { kind: 'schedule-digest', order }
}

/** Days, times and zone in the words in which a schedule is typed. */
function whenIn(state: FormState): string {
  const times = [field(state, 'time').selected_time ?? '', field(state, 'more').value ?? ''].filter(Boolean)
  const zone = field(state, 'zone').selected_option?.value ?? ''
  return `${selected(state, 'days').join(', ')} ${times.join(' and ')} ${zone}`
}

function selected(state: FormState, block: string): string[] {
  return field(state, block).selected_options?.map(({ value }) => value) ?? []
}

/** Every part of a filter, so that one that was emptied keeps nothing out any more. */
function filterIn(state: FormState): string {
  const words = (block: string) => (field(state, block).value ?? '').replaceAll(';', ',')
  return [
    `words: ${words('words')}`,
    `not: ${words('not')}`,
    'outlets:; not outlets:; sections:; languages:',
    `publishers: ${field(state, 'publishers').value ?? 1}`,
    field(state, 'filter').value ?? '',
  ].join('; ')
}

/** The field of the form that a reason is about, so that Slack shows it there; the one whose words it repeats. */
export function fieldOf(reason: string, state: FormState): string {
  const more = (field(state, 'more').value ?? '').trim().toLowerCase()
  if (more !== '' && reason.toLowerCase().includes(`“${more}`)) return 'more'
  if (/is not among the feeds/.test(reason)) return 'feeds'
  if (/filter|language|publishers is|values at most/.test(reason)) return 'filter'
  if (/time of day|times? (?:go in|a day|is missing)|once an hour/.test(reason)) return more === '' ? 'time' : 'more'
  if (/is no time zone/.test(reason)) return 'zone'
  if (/\bname\b/.test(reason)) return 'name'
  if (/stories/.test(reason)) return 'stories'
  if (/channel|manages/.test(reason)) return 'channel'
  return /day/.test(reason) && !/time/.test(reason) ? 'days' : 'more'
}

export function readReport(state: FormState, story: string): Extract<Command, { kind: 'report-mistake' }> {
  const chosen = field(state, 'reason').selected_option?.value ?? ''
  const reason = (Object.keys(mistakeReasons) as MistakeReason[]).find((each) => each === chosen) ?? 'absent'
  const claim = field(state, 'claim').selected_option?.value ?? null
  return { kind: 'report-mistake', story, claim, reason, words: field(state, 'words').value ?? '' }
}

/** What was chosen and typed, and where a list lies that was uploaded. */
export function readFeeds(state: FormState): {
  readonly topics: string[]
  readonly list: string
  readonly file: string | null
} {
  return {
    topics: field(state, 'topics').selected_options?.map(({ value }) => value) ?? [],
    list: field(state, 'list').value ?? '',
    file: field(state, 'opml').files?.[0]?.url_private_download ?? null,
  }
}

/** What was typed, and where a file lies that was uploaded. */
export function readMaterial(state: FormState): { readonly text: string; readonly file: string | null } {
  return {
    text: field(state, 'material').value ?? '',
    file: field(state, 'file').files?.[0]?.url_private_download ?? null,
  }
}

function field(state: FormState, block: string): FieldState {
  return Object.values(state[block] ?? {})[0] ?? {}
}
