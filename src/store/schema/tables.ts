import type { Generated } from 'kysely'
import type { MistakeReason, ReportState } from '../../chat/commands/mistakes.ts'
import type { Document } from '../../chat/document.ts'
import type { ArticleKind, Change } from '../../domain/article.ts'
import type { Byline, Draft } from '../../domain/brief.ts'
import type { Deed } from '../../domain/edition/proof.ts'
import type { Feed, Pace } from '../../domain/feed.ts'
import type { StoryAssignment } from '../../domain/story.ts'
import type { Workspace } from '../../domain/subscription.ts'

import type { Instant, Json, NullableInstant, NullableJson } from './columns.ts'
import type {
  CorrectionRow,
  EditionArticleRow,
  EditionRow,
  EditionStoryRow,
  PostRow,
  ProofRow,
  StatementRow,
  SubscriptionRow,
} from './publishing-tables.ts'

/** Our tables, as types for Kysely. Every instant is a timestamptz, written as ISO 8601. */
export interface Tables {
  readonly workspaces: {
    id: string
    kind: Workspace['kind']
    name: string
    model: Generated<boolean>
    /** Since when the app has been missing from it, as far as is known; null while it is there. */
    missing_since: NullableInstant
  }
  readonly feeds: FeedRow
  readonly workspace_feeds: { workspace: string; feed: string }
  /** Deleted feeds whose hubs still notify us. */
  readonly hub_farewells: { feed: string; url: string; topic: string }
  readonly entries: EntryRow
  readonly articles: ArticleRow
  /** The feeds that announced an article, and when it came to us from each. */
  readonly article_feeds: { article: string; feed: string; at: Instant }
  readonly article_versions: ArticleVersionRow
  /** A story found to be the same event as another is merged into that one. */
  readonly stories: { id: string; updated_at: Instant; merged_into: string | null }
  readonly drafts: {
    story: string
    articles_key: string
    /** The writer asked first: a model, which the rules may have replaced, or the rules alone. */
    asked: Byline['writer']
    draft: Json<Draft>
    byline: Json<Byline>
    created_at: Instant
  }
  readonly subscriptions: SubscriptionRow
  readonly editions: EditionRow
  /** The proofs of editions under review, and of those that went out afterwards. */
  readonly proofs: ProofRow
  /** What was done with each proof, numbered from 1. */
  readonly proof_records: { edition: string; number: number; at: Instant; person: string | null; deed: Json<Deed> }
  readonly edition_stories: EditionStoryRow
  /** The articles that a posted story was written from, and how they were then. */
  readonly edition_articles: EditionArticleRow
  readonly corrections: CorrectionRow
  readonly statements: StatementRow
  /** Stories that a workspace has withdrawn. */
  readonly withdrawn_stories: { workspace: string; story: string; at: Instant }
  readonly token_spend: { day: string; payer: string; reserved: number; used: number; written: Generated<number> }
  readonly posts: PostRow
  readonly requests_seen: RequestRow
  readonly reports: ReportRow
  /** Who is to hear of a report, and whether they have. */
  readonly report_notices: ReportNoticeRow
  readonly answers: { id: string; workspace: string; document: Json<Document>; at: Instant }
  readonly installations: { workspace: string; token: string; installer: string | null; installed_at: Instant }
  readonly model_formats: { endpoint: string; model: string; format: string; found_at: Instant }
  /** Drafts that a process is writing now, so that no other does. */
  readonly draft_leases: { story: string; articles_key: string; asked: string; until: Instant; held_by: string | null }
  /** Processes on this database, and when each last reported, by the database's clock. */
  readonly processes: { id: string; seen_at: Generated<Date> }
  /** Jobs that processes are working on. */
  readonly held_jobs: { job: string; queue: string; held_by: string }
  readonly schema_versions: { version: number; applied_at: Generated<Date> }
}

interface FeedRow {
  id: string
  url: string
  outlet: string
  etag: string | null
  last_modified: string | null
  failures: number
  problem: string | null
  first_read_at: NullableInstant
  next_poll_at: Instant
  /** True once the outlet has said that the feed is gone, or it has failed for so long that we gave it up. */
  ended: boolean
  /** The host and port of the address. */
  host: string
  failing_since: NullableInstant
  note: string | null
  told: Feed['notified']
  interval_minutes: Generated<number>
  body_key: string | null
  moved_to: string | null
  moved_times: Generated<number>
  pace: NullableJson<Pace>
  hub_url: string | null
  hub_topic: string | null
  hub_until: NullableInstant
  hub_asked_at: NullableInstant
  hub_pinged_at: NullableInstant
  /** The process that is polling it now. */
  held_by: Generated<string | null>
}

interface EntryRow {
  feed: string
  guid: string
  url: string
  title: string
  published: NullableInstant
  seen_at: Instant
  /** baseline: never counts as news; unread: its page is still to be read; changed: its page is to be read again. */
  state: 'baseline' | 'unread' | 'read' | 'unreadable' | 'changed'
  attempts: number
  /** The earliest time of the next attempt; null for at once. */
  next_try_at: NullableInstant
  /** How often its page was read again because its feed said it had changed. */
  readings: Generated<number>
  problem: string | null
  updated: NullableInstant
  sections: Json<readonly string[]>
  /** The feed's summary of it. */
  summary: Generated<string>
  /** What its feed says that keeps its page from models. */
  closed_to_models: Generated<string | null>
  /** Names under which it came that its other columns do not hold. */
  aliases: Json<readonly string[]>
  /** The article read from its page; null before. */
  article: string | null
  /** The process that is reading its page now. */
  held_by: Generated<string | null>
}

interface ArticleRow {
  id: string
  outlet: string
  /** The publisher it counts towards; if it is a copy, the publisher of the original. */
  publisher: string
  /** The publisher according to the article alone. */
  own_publisher: string
  headline: string
  url: string | null
  byline: string | null
  published: NullableInstant
  language: string
  kind: ArticleKind
  sections: Json<readonly string[]>
  text: string
  /** The sketch by which copies of its text are recognised. */
  sketch: Json<readonly number[]>
  read_at: Instant
  story: string | null
  /** 1 for the first version read. */
  version: Generated<number>
  /** Why it is in its story. */
  joined: NullableJson<StoryAssignment>
  joined_at: NullableInstant
  /** A fingerprint of its headline and text; null if it was read by a version that kept none. */
  print: string | null
  /** When it last changed or was last seen to be gone or back; null if never. */
  changed_at: NullableInstant
  /** When it was last posted, and when its page is to be read again because of that. */
  posted_at: NullableInstant
  reread_at: NullableInstant
  /** Since when its page has been missing, as far as is known, and when it was taken to be gone for good. */
  missing_since: NullableInstant
  gone_at: NullableInstant
  /** What its publisher says that keeps it from models; null if nothing does. */
  closed_to_models: Generated<string | null>
  from_feed: Generated<string | null>
  most_shown: Generated<number | null>
  limited_by: Generated<string | null>
}

/** An article as it was before its outlet changed it. */
interface ArticleVersionRow {
  article: string
  version: number
  headline: string
  text: string
  /** The changes made by the version after it. */
  changes: Json<readonly Change[]>
  replaced_at: Instant
}

interface RequestRow {
  id: string
  workspace: string
  person: string | null
  costly: boolean
  at: Instant
  /** When an attempt to post the answer began, by the database's clock; null before. */
  answer_begun_at: Generated<Date | null>
  /** The attempt that began it. */
  answer_begun_by: Generated<string | null>
}

interface ReportRow {
  id: string
  workspace: string
  story: string
  claim: string | null
  reason: MistakeReason
  words: string
  person: string | null
  at: Instant
  state: Generated<ReportState>
  /** The claim as it was printed when it was reported; null for the whole story. */
  claim_words: string | null
  /** What the person who settled it wrote to the one who reported. */
  answer: Generated<string>
  settled_by: string | null
  settled_at: NullableInstant
}

interface ReportNoticeRow {
  report: string
  platform: string
  /** The platform's id of a person, or of a channel after "#". */
  place: string
  told_at: NullableInstant
  next_try_at: Instant
  attempts: Generated<number>
}
