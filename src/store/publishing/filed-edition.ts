import type { Selectable } from 'kysely'
import type { Document } from '../../chat/document.ts'
import { type Edition, type EditionTarget, editionId } from '../../domain/digest.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import type { StoryId } from '../../domain/story.ts'
import { subscriptionId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'

/** An edition as it went out, or is about to. */
export interface StoredEdition extends FiledEdition {
  readonly document: Document
}

/** An edition with how it came out. */
export interface FiledEdition extends Edition {
  /** Why it was skipped or failed. */
  readonly reason: string | null
  readonly document: Document | null
  readonly target: EditionTarget | null
  /** Whether somebody asked for it out of turn. */
  readonly asked: boolean
}

/** What an edition has to say, and the stories that count as posted with it. */
export interface ComposedForStore {
  readonly document: Document
  readonly stories: readonly StoryId[]
}

/** What is kept of an edition before its first message goes out. */
export interface Preparation extends ComposedForStore {
  /** As the platform takes them, in order. */
  readonly messages: readonly RenderedMessage[]
  readonly target: EditionTarget
  /** What `tellings.count` said before the stories were chosen. */
  readonly postedBefore: number
  readonly now: string
}

/** A row as the edition that it is. */
export function editionOf(row: Selectable<Tables['editions']>): FiledEdition {
  return {
    id: editionId(row.id),
    subscription: subscriptionId(row.subscription),
    slot: instant(row.slot),
    state: row.state,
    reason: row.reason,
    document: row.document,
    target: row.target,
    asked: row.asked,
  }
}

/** Rows as the editions that they are, as far as they say anything. */
export function storedOf(rows: readonly Selectable<Tables['editions']>[]): StoredEdition[] {
  return rows.flatMap((row) => (row.document ? [{ ...editionOf(row), document: row.document }] : []))
}
