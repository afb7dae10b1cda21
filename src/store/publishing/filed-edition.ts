import type { Selectable } from 'kysely'
import type { Document } from '../../chat/document.ts'
import { type Edition, type EditionTarget, editionId } from '../../domain/digest.ts'
import type { ComposedStory, Deed } from '../../domain/edition/proof.ts'
import type { NewStatement } from '../../domain/edition/statement.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import { subscriptionId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'

/** An edition with its document, posted or about to be. */
export interface StoredEdition extends FiledEdition {
  readonly document: Document
}

/** An edition with its outcome. */
export interface FiledEdition extends Edition {
  /** Why it was skipped or failed. */
  readonly reason: string | null
  readonly document: Document | null
  readonly target: EditionTarget | null
  /** True if a person asked for it out of turn. */
  readonly asked: boolean
  /** The one story in it, if a person shared it; null for whatever is new. */
  readonly shared: StoryId | null
}

/** The content of an edition, and the stories that count as posted with it. */
export interface ComposedForStore {
  readonly document: Document
  readonly stories: readonly ComposedStory[]
  /** Their claims. */
  readonly statements: readonly NewStatement[]
}

/** The parts of an edition that are stored before its first message goes out. */
export interface Preparation extends ComposedForStore {
  /** In the platform's format, in order. */
  readonly messages: readonly RenderedMessage[]
  readonly target: EditionTarget
  /** The result of `postedStories.count` before the stories were chosen. */
  readonly postedBefore: number
  /** The version of the proof that it was made from, and what to record of it; absent if it needs no approval. */
  readonly reviewed?: { readonly version: number; readonly deeds: readonly Deed[] }
  readonly now: string
}

/** Converts a row to an edition. */
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
    shared: row.shared_story === null ? null : storyId(row.shared_story),
  }
}

/** Converts rows to editions, leaving out those without a document. */
export function storedOf(rows: readonly Selectable<Tables['editions']>[]): StoredEdition[] {
  return rows.flatMap((row) => (row.document ? [{ ...editionOf(row), document: row.document }] : []))
}
