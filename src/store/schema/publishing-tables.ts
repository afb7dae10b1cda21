import type { ColumnType, Generated, RawBuilder } from 'kysely'
import type { Document } from '../../chat/document.ts'
import type { EditionState, EditionTarget } from '../../domain/digest.ts'
import type { ChangedLine, CorrectionCause } from '../../domain/edition/correction.ts'
import type { ComposedStory, Proof } from '../../domain/edition/proof.ts'
import type { Statement } from '../../domain/edition/statement.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import type { Approval, Filter, Pause, PlatformName, Policy, Schedule, Shape } from '../../domain/subscription.ts'
import type { Instant, Json, NullableInstant, NullableJson } from './columns.ts'

/** The rows of subscriptions, of their editions and proofs, and of messages. */

export interface SubscriptionRow {
  id: string
  workspace: string
  name: string
  platform: PlatformName
  channel: string
  schedule: Json<Schedule>
  feeds: Json<string[]>
  stories: number
  next_run_at: NullableInstant
  minimum: number
  owner: string | null
  pause: NullableJson<Pause>
  shape: Shape
  managers: Json<readonly string[]>
  silent: boolean
  /** Why nothing can be posted, as reported to its owner; null while all is well. */
  problem: Generated<string | null>
  filter: NullableJson<Filter>
  approval: NullableJson<Approval>
  policy: NullableJson<Policy>
}

export interface EditionRow {
  id: string
  subscription: string
  slot: Instant
  state: EditionState
  document: Json<Document> | null
  reason: string | null
  message: string | null
  updated_at: Instant
  /** Where it goes, even if its subscription has changed since. */
  target: ColumnType<EditionTarget | null, string | null | undefined, string | null>
  /** True if a person asked for it out of turn. */
  asked: Generated<boolean>
  /** The one story in it, if a person shared it. */
  shared_story: Generated<string | null>
}

export interface ProofRow {
  edition: string
  content: Json<Omit<Proof, 'edition'>>
  /** The platform's id of the message that shows it at the desk; null until it is known to be there. */
  notice: Generated<string | null>
  /** When the sending of that message was last begun. */
  notice_begun_at: ColumnType<Date | null, string | null | undefined, string | null>
  /** What the message shows; grows with each change of it. */
  shown_stage: Generated<number>
}

/** A story of an edition that went out, or is about to. */
export interface EditionStoryRow {
  edition: string
  story: string
  /** As it was composed, with the corrections made since; null if it was posted by a version that did not keep it. */
  composed: NullableJson<ComposedStory>
}

export interface EditionArticleRow {
  edition: string
  story: string
  article: string
  /** The fingerprint of the article when the story was last checked against it. */
  print: string
  /** Whether the article was gone then. */
  was_gone: Generated<boolean>
}

/** A correction of a posted story. */
export interface CorrectionRow {
  id: Generated<string>
  workspace: string
  /** Null once the edition is no longer kept. */
  edition: string | null
  story: string
  headline: string
  at: Instant
  cause: Json<CorrectionCause>
  lines: Json<readonly ChangedLine[]>
  person: string | null
}

/** A claim that was posted, kept so that people can ask later who said what. */
export interface StatementRow {
  id: Generated<string>
  workspace: string
  edition: string
  story: string
  claim: string
  name: string
  speaker: string
  words: string
  goes_on: boolean
  venue: string | null
  outlet: string
  url: string | null
  passage: string
  answers: string | null
  byline: string
  posted_at: Instant
  corrected: NullableJson<Statement['corrected']>
  withdrawn: NullableJson<Statement['withdrawn']>
  /** Its workspace and the words of its speaker; its workspace and the stems of what was said. */
  who: ColumnType<string, RawBuilder<string>, RawBuilder<string>>
  about: ColumnType<string, RawBuilder<string>, RawBuilder<string>>
}

/**
 * planned: certainly not sent; sending: perhaps sent; open: certainly sent, in its short form; filling: perhaps whole;
 * sent: certainly whole.
 */
export type PostState = 'planned' | 'sending' | 'open' | 'filling' | 'sent'

/** One message of an edition. */
export interface PostRow {
  edition: string
  part: number
  state: PostState
  message: string | null
  attempts: number
  marked_at: NullableInstant
  /** How often it was rendered again, and how often that had been when it was last taken. */
  version: Generated<number>
  marked_version: Generated<number>
  /** True if part of it may be in messages below it. */
  in_parts: Generated<boolean>
  /** True if it is a correction's note below the edition. */
  is_note: Generated<boolean>
  /** The story that the note is about; null for other messages. */
  note_of: string | null
  /** True once people have deleted it on the platform. */
  is_deleted: Generated<boolean>
  /** As it is sent, even if it would be rendered differently today. */
  drawn: ColumnType<RenderedMessage | null, string | null | undefined, string | null>
}
