import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { InstallationStore } from './installations.ts'
import { ArticleStore } from './intake/articles.ts'
import { FeedStore } from './intake/feeds.ts'
import { HubStore } from './intake/hubs.ts'
import { PollStore } from './intake/polls.ts'
import { RereadStore } from './intake/rereads.ts'
import { MeasureStore } from './measures.ts'
import { ModelFormatStore } from './model-formats.ts'
import { ProcessStore } from './processes.ts'
import { CorrectionStore } from './publishing/corrections.ts'
import { EditionStore } from './publishing/editions.ts'
import { PostedStoryStore } from './publishing/posted-stories.ts'
import { PostStore } from './publishing/posts.ts'
import { ProofNoticeStore } from './publishing/proof-notices.ts'
import { ProofStore } from './publishing/proofs.ts'
import { ReviewedStoryStore } from './publishing/reviewed-stories.ts'
import { StatementStore } from './publishing/statements.ts'
import { SubscriptionStore } from './publishing/subscriptions.ts'
import { WithdrawalStore } from './publishing/withdrawals.ts'
import { ReportStore } from './reports.ts'
import { RequestStore } from './requests.ts'
import { purge, type Retention, vacuum } from './retention.ts'
import { dump, restore } from './schema/dump.ts'
import { migrate } from './schema/migrations.ts'
import type { Tables } from './schema/tables.ts'
import { SpendStore } from './spend.ts'
import { DraftStore } from './stories/drafts.ts'
import { JoinStore } from './stories/joins.ts'
import { StoryStore } from './stories/stories.ts'
import { WorkspaceStore } from './workspaces.ts'

/** Everything that outlives the process. */
export interface Store {
  readonly feeds: FeedStore
  readonly polls: PollStore
  readonly hubs: HubStore
  readonly articles: ArticleStore
  readonly stories: StoryStore
  readonly joins: JoinStore
  readonly drafts: DraftStore
  readonly workspaces: WorkspaceStore
  readonly subscriptions: SubscriptionStore
  readonly editions: EditionStore
  readonly postedStories: PostedStoryStore
  readonly withdrawals: WithdrawalStore
  readonly corrections: CorrectionStore
  readonly rereads: RereadStore
  readonly statements: StatementStore
  readonly posts: PostStore
  readonly proofs: ProofStore
  readonly proofNotices: ProofNoticeStore
  readonly reviewedStories: ReviewedStoryStore
  readonly requests: RequestStore
  readonly reports: ReportStore
  readonly installations: InstallationStore
  readonly modelFormats: ModelFormatStore
  readonly spend: SpendStore
  readonly measures: MeasureStore
  readonly processes: ProcessStore
  /** Everything that is stored, as lines of JSON: see `dump.ts`. */
  dump(): AsyncIterable<string>
  /** Restores a dump into an empty database; returns the number of rows. */
  restore(lines: AsyncIterable<string>, now: string): Promise<number>
  /** Deletes what is older than its retention time, and vacuums if needed; returns the number of rows deleted. */
  purge(retention: Retention, now: string): Promise<number>
}

/**
 * Opens the store on a database, migrating it first. A database that this process has alone is PGlite, which does not
 * vacuum itself.
 */
export async function openStore(database: Kysely<Tables>, { isAlone = false } = {}): Promise<Store> {
  await migrate(database)
  const process = randomUUID()
  return {
    feeds: new FeedStore(database),
    polls: new PollStore(database, process),
    hubs: new HubStore(database),
    articles: new ArticleStore(database, process),
    stories: new StoryStore(database),
    joins: new JoinStore(database),
    drafts: new DraftStore(database, process),
    workspaces: new WorkspaceStore(database),
    subscriptions: new SubscriptionStore(database),
    editions: new EditionStore(database),
    postedStories: new PostedStoryStore(database),
    withdrawals: new WithdrawalStore(database),
    corrections: new CorrectionStore(database),
    rereads: new RereadStore(database),
    statements: new StatementStore(database),
    posts: new PostStore(database),
    proofs: new ProofStore(database),
    proofNotices: new ProofNoticeStore(database),
    reviewedStories: new ReviewedStoryStore(database),
    requests: new RequestStore(database),
    reports: new ReportStore(database),
    installations: new InstallationStore(database),
    modelFormats: new ModelFormatStore(database),
    spend: new SpendStore(database),
    measures: new MeasureStore(database),
    processes: new ProcessStore(database, process),
    dump: () => dump(database),
    restore: (lines, now) => restore(database, lines, now),
    purge: async (retention, now) => {
      const rows = await purge(database, retention, now)
      if (isAlone) await vacuum(database)
      return rows
    },
  }
}
