import { type Command } from '../../../chat/commands/command.ts'
import { clearedFilter } from '../../../chat/commands/filter-words.ts'
import { type MistakeReason, mistakeReasons } from '../../../chat/commands/mistakes.ts'
import type { Order } from '../../../chat/commands/order.ts'
import type { FormField } from '../../../chat/commands/reply.ts'
import { shapes, usualStories } from '../../../domain/subscription.ts'

/** Reads the values of submitted forms. */

/** A form's values, by block. Slack also sends the fields that were left unchanged. */
export type FormState = Readonly<Record<string, Readonly<Record<string, FieldState>>>>

interface FieldState {
  readonly value?: string | null
  readonly selected_option?: { readonly value: string } | null
  readonly selected_options?: readonly { readonly value: string }[]
  readonly selected_time?: string | null
  readonly selected_conversation?: string | null
  readonly files?: readonly { readonly url_private_download?: string }[]
}

/** Settings that a schedule form has no field for, carried in its metadata. */
export interface Unseen {
  /** Quiet hours and the end date, in words. */
  readonly rest?: string
  /** The digest that is being changed. */
  readonly name?: string
  /** Feed addresses, separated by spaces. */
  readonly feeds?: string
  /** The group that approves, and how many minutes before a slot. */
  readonly editors?: string
  /** The channel where they see drafts: Slack leaves the field for it empty for people who are not in it. */
  readonly desk?: string
  readonly minutes?: string
}

/** The order in a submitted schedule form. Time, zone and filter are read as if they had been typed. */
export function readSchedule(
  state: FormState,
  { rest = '', name, feeds: long = '', ...unseen }: Unseen = {},
): Command<'schedule-digest'> {
  const order: Order = {
    digest: name ?? (fieldIn(state, 'name').value?.trim() || null),
    ...(name === undefined ? { fresh: true } : {}),
    when: `${whenIn(state)} ${rest}`.trim(),
    channel: fieldIn(state, 'channel').selected_conversation ?? null,
    feeds: [...selected(state, 'feeds'), ...long.split(' ').filter(Boolean)],
    stories: Number(fieldIn(state, 'stories').value ?? usualStories),
    minimum: null,
    shape: shapes.find((each) => each === fieldIn(state, 'shape').selected_option?.value) ?? 'whole',
    silent: null,
    filter: filterIn(state),
    approval: approvalIn(state, unseen),
  }
  return { kind: 'schedule-digest', order }
}

/** Who approves; what the form does not show stays as it is. */
function approvalIn(state: FormState, { editors, desk: kept, minutes }: Unseen): Order['approval'] {
  const otherwise = fieldIn(state, 'otherwise').selected_option?.value
  if (otherwise === 'none') return kept === undefined ? null : 'off'
  const desk = fieldIn(state, 'approval').selected_conversation ?? kept
  if (!desk) return null
  return {
    desk,
    group: editors ?? null,
    minutes: minutes === undefined ? null : Number(minutes),
    otherwise: otherwise === 'sure' ? 'sure' : 'skip',
  }
}

/** Days, times and zone, in the words used to type a schedule. */
function whenIn(state: FormState): string {
  const times = [fieldIn(state, 'time').selected_time ?? '', fieldIn(state, 'more').value ?? ''].filter(Boolean)
  const zone = fieldIn(state, 'zone').selected_option?.value ?? ''
  return `${selected(state, 'days').join(', ')} ${times.join(' and ')} ${zone}`
}

function selected(state: FormState, block: string): string[] {
  return fieldIn(state, block).selected_options?.map(({ value }) => value) ?? []
}

/** Every part of a filter, so that one that was emptied no longer excludes anything. */
function filterIn(state: FormState): string {
  const words = (block: string) => (fieldIn(state, block).value ?? '').replaceAll(';', ',')
  return [
    clearedFilter,
    `words: ${words('words')}`,
    `not: ${words('not')}`,
    `publishers: ${fieldIn(state, 'publishers').value ?? 1}`,
    fieldIn(state, 'filter').value ?? '',
  ].join('; ')
}

/**
 * The block that holds a field of an order, so that Slack shows the error there. Times come from two blocks; the one
 * that people type into is more likely to be wrong.
 */
export function blockOf(field: FormField = 'channel', state: FormState = {}): string {
  const hasMore = (fieldIn(state, 'more').value ?? '').trim() !== ''
  // The pickers for days and zone have nothing that is wrong, so what is wrong was typed.
  if (field === 'time' || field === 'days' || field === 'zone') return hasMore ? 'more' : field
  if (field === 'when') return hasMore ? 'more' : 'days'
  // An existing digest keeps its name, so its form has no field for it.
  return field in state ? field : 'channel'
}

export function readReport(state: FormState, story: string): Command<'report-mistake'> {
  const chosen = fieldIn(state, 'reason').selected_option?.value ?? ''
  const reason = (Object.keys(mistakeReasons) as MistakeReason[]).find((each) => each === chosen) ?? 'other'
  const claim = fieldIn(state, 'claim').selected_option?.value ?? null
  return { kind: 'report-mistake', story, claim, reason, words: fieldIn(state, 'words').value ?? '' }
}

export function readShare(state: FormState, story: string): Command<'share-story'> {
  return { kind: 'share-story', digest: null, story, channel: fieldIn(state, 'channel').selected_conversation ?? '' }
}

/** The chosen topics, the typed addresses, and the address of an uploaded list. */
export function readFeeds(state: FormState): {
  readonly topics: string[]
  readonly list: string
  readonly file: string | null
} {
  return {
    topics: fieldIn(state, 'topics').selected_options?.map(({ value }) => value) ?? [],
    list: fieldIn(state, 'list').value ?? '',
    file: fieldIn(state, 'opml').files?.[0]?.url_private_download ?? null,
  }
}

/** The typed text, and the address of an uploaded file. */
export function readMaterial(state: FormState): { readonly text: string; readonly file: string | null } {
  return {
    text: fieldIn(state, 'material').value ?? '',
    file: fieldIn(state, 'file').files?.[0]?.url_private_download ?? null,
  }
}

/** The state of a block's only field. */
export function fieldIn(state: FormState, block: string): FieldState {
  return Object.values(state[block] ?? {})[0] ?? {}
}
