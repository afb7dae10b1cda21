/** The first steps of the schema, applied before those of `migration-steps.ts`. */
export const firstSteps: readonly string[][] = [
  [
    `create table workspaces (id text primary key, kind text not null, name text not null)`,
    `create table feeds (
      id text primary key, url text not null unique, outlet text not null, etag text, last_modified text,
      failures int not null default 0, problem text, first_read_at timestamptz, next_poll_at timestamptz not null,
      ended boolean not null default false)`,
    `create index feeds_due on feeds (next_poll_at) where not ended`,
    `create table workspace_feeds (
      workspace text not null references workspaces on delete cascade, feed text not null references feeds on delete cascade,
      primary key (workspace, feed))`,
    `create table entries (
      feed text not null references feeds on delete cascade, guid text not null, url text not null, title text not null,
      published timestamptz, seen_at timestamptz not null, state text not null, attempts int not null default 0, problem text,
      primary key (feed, guid))`,
    `create index entries_unread on entries (seen_at) where state = 'unread'`,
    `create table stories (id text primary key, updated_at timestamptz not null)`,
    `create table articles (
      id text primary key, feed text not null references feeds on delete cascade, outlet text not null, headline text not null,
      url text, byline text, published timestamptz, language text not null, text text not null, read_at timestamptz not null,
      story text references stories on delete set null)`,
    `create index articles_by_story on articles (story)`,
    `create index articles_read on articles (read_at)`,
    `create table drafts (
      story text not null references stories on delete cascade, articles_key text not null, draft jsonb not null,
      byline jsonb not null, created_at timestamptz not null, primary key (story, articles_key))`,
    `create table subscriptions (
      id text primary key, workspace text not null references workspaces on delete cascade, name text not null,
      platform text not null, channel text not null, schedule jsonb not null, feeds jsonb not null, stories int not null,
      next_run_at timestamptz, unique (workspace, name))`,
    `create index subscriptions_due on subscriptions (next_run_at)`,
    `create table editions (
      id text primary key, subscription text not null references subscriptions on delete cascade, slot timestamptz not null,
      state text not null, document jsonb, reason text, message text, updated_at timestamptz not null,
      unique (subscription, slot))`,
    `create table edition_stories (
      edition text not null references editions on delete cascade, story text not null references stories on delete cascade,
      primary key (edition, story))`,
  ],
  [
    `create table token_spend (
      day date not null, payer text not null, reserved int not null, used int not null, primary key (day, payer))`,
  ],
  [
    `alter table workspaces add column model boolean not null default true`,
    `alter table subscriptions add column minimum int not null default 1, add column owner text,
      add column pause jsonb, add column shape text not null default 'whole',
      add column silent boolean not null default false, add column problem text`,
    `update subscriptions set schedule = '{"monthDays": [], "quiet": null, "until": null}'::jsonb || schedule`,
    `create index editions_unsettled on editions (updated_at) where state in ('due', 'posting')`,
    `create table posts (
      edition text not null references editions on delete cascade, part int not null, state text not null,
      message text, attempts int not null default 0, marked_at timestamptz, primary key (edition, part))`,
    `create table requests_seen (
      id text primary key, workspace text not null, person text, costly boolean not null, at timestamptz not null)`,
    `create index requests_seen_at on requests_seen (at)`,
    `create table answers (
      id text primary key, workspace text not null references workspaces on delete cascade, document jsonb not null,
      at timestamptz not null)`,
    `create table reports (
      id text primary key, workspace text not null references workspaces on delete cascade, story text not null,
      claim text, reason text not null, words text not null, person text, at timestamptz not null)`,
    `create table installations (
      workspace text primary key references workspaces on delete cascade, token text not null, installer text,
      installed_at timestamptz not null)`,
    `create table model_formats (
      endpoint text not null, model text not null, format text not null, found_at timestamptz not null,
      primary key (endpoint, model))`,
    `alter table drafts add column asked text not null default 'rules'`,
    `update drafts set asked = byline->>'writer'`,
    `alter table drafts drop constraint drafts_pkey, add primary key (story, articles_key, asked)`,
    `alter table token_spend add column written int not null default 0`,
    `create index edition_stories_by_story on edition_stories (story)`,
  ],
  [
    `create table draft_leases (
      story text not null, articles_key text not null, asked text not null, until timestamptz not null,
      primary key (story, articles_key, asked))`,
    `alter table posts add column drawn jsonb`,
    `alter table editions add column target jsonb, add column asked boolean not null default false`,
  ],
  [
    `alter table feeds add column host text not null default '', add column failing_since timestamptz, add column note text,
      add column told text, add column interval_minutes real not null default 15, add column body_key text,
      add column moved_to text, add column moved_times int not null default 0, add column pace jsonb,
      add column hub_url text, add column hub_topic text, add column hub_until timestamptz, add column hub_asked_at timestamptz`,
    `create index feeds_with_hub on feeds (hub_until) where hub_url is not null`,
    `create table hub_farewells (feed text primary key, url text not null, topic text not null)`,
    `update feeds set host = substring(url from '^[a-z]+://([^/]+)')`,
    `alter table entries add column updated timestamptz, add column sections jsonb not null default '[]',
      add column aliases jsonb not null default '[]', add column article text`,
    `drop index entries_unread`,
    `create index entries_to_read on entries (seen_at) where state in ('unread', 'changed')`,
    `create table article_feeds (
      article text not null references articles on delete cascade, feed text not null references feeds on delete cascade,
      at timestamptz not null, primary key (article, feed))`,
    `create index article_feeds_by_feed on article_feeds (feed, at)`,
    `insert into article_feeds select id, feed, read_at from articles`,
    `alter table articles drop column feed, add column kind text not null default 'report',
      add column sections jsonb not null default '[]', add column version int not null default 1,
      add column publisher text not null default '', add column sketch jsonb not null default '[]', add column joined jsonb, add column joined_at timestamptz`,
    `update articles set publisher = outlet, joined_at = read_at`,
    `create index articles_joined on articles (joined_at)`,
    `create index articles_unjoined on articles (read_at) where joined_at is null`,
    `create table article_versions (
      article text not null references articles on delete cascade, version int not null, headline text not null,
      text text not null, changes jsonb not null, replaced_at timestamptz not null, primary key (article, version))`,
    `alter table stories add column merged_into text`,
    `alter table subscriptions add column filter jsonb`,
  ],
  [
    `alter table entries add column next_try_at timestamptz, add column readings int not null default 0`,
    `alter table articles add column own_publisher text not null default ''`,
    `update articles set own_publisher = publisher`,
    `alter table feeds add column hub_pinged_at timestamptz`,
    // Hubs know us by addresses that we no longer answer.
    `update feeds set hub_until = null, hub_asked_at = null`,
    `alter table workspaces add column missing_since timestamptz`,
    `create table withdrawn_stories (
      workspace text not null references workspaces on delete cascade, story text not null, at timestamptz not null,
      primary key (workspace, story))`,
    `alter table subscriptions add column managers jsonb not null default '[]'`,
    `create index stories_merged on stories (merged_into) where merged_into is not null`,
  ],
  [
    `alter table posts add column version int not null default 0, add column marked_version int not null default 0,
    add column in_parts boolean not null default false`,
  ],
  [
    ...['editions', 'answers'].map(addStoryLists),
    `create index if not exists reports_of_person on reports (workspace, person, at)`,
  ],
  [
    // The story that an article nearly joined was formerly called `passedOver`.
    `update articles set joined = (joined - 'passedOver') || jsonb_build_object('runnerUp', joined -> 'passedOver')
      where joined ? 'passedOver'`,
  ],
  [
    `create table if not exists processes (id text primary key, seen_at timestamptz not null default clock_timestamp())`,
    `create table if not exists held_jobs (job uuid primary key, queue text not null, held_by text not null)`,
    `create index if not exists held_jobs_by on held_jobs (held_by)`,
    `alter table entries add column if not exists held_by text`,
    `create index if not exists entries_held on entries (held_by) where held_by is not null`,
    `alter table feeds add column if not exists held_by text`,
    `create index if not exists feeds_held on feeds (held_by) where held_by is not null`,
    `alter table draft_leases add column if not exists held_by text`,
    `alter table requests_seen add column if not exists answer_begun_at timestamptz, add column if not exists answer_begun_by text`,
  ],
]

/** Adds the lists that stories in the oldest stored documents lack. */
function addStoryLists(table: string): string {
  return `update ${table} set document = (
      select jsonb_agg(case when block ->> 'kind' = 'story' then '{"quotations": [], "notes": []}' || block else block end order by at)
      from jsonb_array_elements(document) with ordinality as blocks (block, at))
    where document @> '[{"kind": "story"}]'`
}
