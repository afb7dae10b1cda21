import { firstSteps } from './first-steps.ts'

/** The states that a row of each table could have when they were first checked, so that no altered backup and no mistake of ours can add others. */
const states = {
  entries: ['baseline', 'unread', 'read', 'unreadable', 'changed'],
  editions: ['due', 'posting', 'posted', 'skipped', 'failed', 'unknown'],
  posts: ['planned', 'sending', 'open', 'filling', 'sent'],
} as const

/** Forward only: each is applied once, in order, and never changed after a release. */
export const migrations: readonly string[][] = [
  ...firstSteps,
  [
    ...Object.entries(states).map(
      ([table, allowed]) => `alter table ${table} drop constraint if exists ${table}_state,
        add constraint ${table}_state check (state in (${allowed.map((state) => `'${state}'`).join(', ')}))`,
    ),
    `create index if not exists entries_seen on entries (seen_at) where state <> 'unread'`,
    `create index if not exists editions_updated on editions (updated_at)`,
    `create index if not exists editions_by_state on editions (state)`,
    `create index if not exists editions_by_slot on editions (slot desc)`,
    `create index if not exists stories_updated on stories (updated_at)`,
    `create index if not exists answers_at on answers (at)`,
    `create index if not exists drafts_by_writer on drafts (asked, (byline ->> 'writer'))`,
    `create index if not exists feeds_with_problem on feeds (url) where problem is not null`,
  ],
  [renameInDocuments('editions'), renameInDocuments('answers')],
  [
    `alter table subscriptions add column if not exists approval jsonb, add column if not exists policy jsonb`,
    `alter table editions drop constraint if exists editions_state, add constraint editions_state
      check (state in ('due', 'review', 'posting', 'posted', 'skipped', 'failed', 'unknown'))`,
    `create table if not exists proofs (
      edition text primary key references editions on delete cascade, content jsonb not null, notice text,
      notice_begun_at timestamptz, shown_stage int not null default 0)`,
    `create table if not exists proof_records (
      edition text not null references editions on delete cascade, number int not null, at timestamptz not null,
      person text, deed jsonb not null, primary key (edition, number))`,
  ],
  [
    `alter table edition_stories add column if not exists composed jsonb`,
    `create table if not exists edition_articles (
      edition text not null references editions on delete cascade, story text not null, article text not null,
      print text not null, was_gone boolean not null default false, primary key (edition, story, article))`,
    `create index if not exists edition_articles_by_article on edition_articles (article)`,
    `alter table articles add column if not exists print text, add column if not exists changed_at timestamptz,
      add column if not exists posted_at timestamptz, add column if not exists reread_at timestamptz,
      add column if not exists missing_since timestamptz, add column if not exists gone_at timestamptz`,
    `create index if not exists articles_changed on articles (changed_at) where changed_at is not null`,
    `create index if not exists articles_to_reread on articles (reread_at) where reread_at is not null`,
    `alter table posts add column if not exists is_note boolean not null default false,
      add column if not exists is_deleted boolean not null default false`,
    `create index if not exists posts_unsettled on posts (edition) where state <> 'sent'`,
    `create table if not exists corrections (
      id bigint generated always as identity primary key, workspace text not null references workspaces on delete cascade,
      edition text references editions on delete set null, story text not null, headline text not null,
      at timestamptz not null, cause jsonb not null, lines jsonb not null, person text)`,
    `create index if not exists corrections_of_workspace on corrections (workspace, at desc)`,
  ],
  [
    `alter table reports add column if not exists state text not null default 'open',
      add column if not exists answer text not null default '', add column if not exists settled_by text,
      add column if not exists settled_at timestamptz`,
    `alter table reports add column if not exists claim_words text`,
    `create index if not exists reports_open on reports (workspace, at) where state = 'open'`,
    `create table if not exists report_notices (
      report text not null references reports on delete cascade, platform text not null, place text not null,
      told_at timestamptz, next_try_at timestamptz not null, attempts int not null default 0,
      primary key (report, platform, place))`,
    `create index if not exists report_notices_due on report_notices (next_try_at) where told_at is null`,
  ],
  [
    `alter table posts add column if not exists note_of text`,
    // A backup is restored with the numbers that its rows had.
    `alter table corrections alter column id set generated by default`,
    `create table if not exists statements (
      id bigint generated by default as identity primary key, workspace text not null references workspaces on delete cascade,
      edition text not null, story text not null, claim text not null, name text not null, speaker text not null,
      words text not null, goes_on boolean not null, venue text, outlet text not null, url text, passage text not null,
      answers text, byline text not null, posted_at timestamptz not null, corrected jsonb, withdrawn jsonb,
      who tsvector not null, about tsvector not null, unique (edition, story, claim))`,
    `create index if not exists statements_who on statements using gin (who)`,
    `create index if not exists statements_about on statements using gin (about)`,
    `create index if not exists statements_of_story on statements (story)`,
    `create index if not exists statements_of_workspace on statements (workspace, id)`,
    `create index if not exists statements_posted on statements (posted_at)`,
  ],
  [`alter table articles add column if not exists closed_to_models text`],
  [
    `alter table articles add column if not exists most_shown int, add column if not exists limited_by text,
      add column if not exists from_feed text`,
    `alter table entries add column if not exists closed_to_models text,
      add column if not exists summary text not null default ''`,
  ],
  [`alter table editions add column if not exists shared_story text`],
]

/** Renames the field "told" to "form". Texts stay, because within them both its quotation marks would be escaped. */
function renameInDocuments(table: string): string {
  return `update ${table} set document = replace(document::text, '"told": ', '"form": ')::jsonb
    where document::text like '%"told": %'`
}
