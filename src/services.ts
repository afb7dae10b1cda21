import type { WaitingAnswers } from './commands/inbox/waiting-answers.ts'
import type { Addresses } from './digest/addresses.ts'
import type { Brief } from './domain/brief.ts'
import type { FeedId } from './domain/feed.ts'
import type { Subscription, WorkspaceId } from './domain/subscription.ts'
import type { StoryMemory } from './intake/story-memory.ts'
import type { Clock, Fetcher, Log, Platform, Progress, Queue, Reader, RulesThread, Writer } from './ports.ts'
import type { Retention } from './store/retention.ts'
import type { Store } from './store/store.ts'
import type { BriefCache } from './writing/brief-cache.ts'
import type { ModelServices } from './writing/model-writer.ts'

/** All that the jobs may reach; filled by `app.ts`. */
export interface Services {
  readonly clock: Clock
  readonly fetcher: Fetcher
  readonly reader: Reader
  /** In order of preference; the last one always delivers. */
  readonly writers: readonly Writer[]
  readonly platforms: readonly Platform[]
  readonly store: Store
  readonly queue: Queue
  readonly log: Log
  readonly progress: Progress
  /** When the process is to stop: what is under way from the network is put back, and counts as no failure. */
  readonly shutdown: AbortSignal
  /** In another thread, or on this one. */
  readonly verify: RulesThread['verify']
  /** Where our own pages are, for readers of a workspace. */
  addressesFor(workspace: WorkspaceId): Addresses
  readonly retention: Retention
  /** Where hubs reach us to tell of a feed; null where they cannot. */
  readonly callbacks: ((feed: FeedId) => { readonly address: string; readonly secret: string }) | null
  /** The stories of the last days, as articles are joined to them. */
  readonly stories: StoryMemory
  /** Briefs of a moment ago. */
  readonly briefs: BriefCache<Brief | undefined>
  /** Who waits for an answer in this process; null where another does the work. */
  readonly waiting: WaitingAnswers | null
  /** What a digest is like where nobody says otherwise. */
  readonly defaults: Omit<Subscription, 'id' | 'workspace'>
  /** What asking the model needs, where one is set; its writer is the first of `writers` then. */
  readonly modelServices: ModelServices | undefined
  /** Of a million tokens, read and written by a model, as the operator gives them; null where nobody did. */
  readonly tokenPrices: { readonly read: number; readonly written: number } | null
  /** Tokens a day that models may cost. */
  readonly tokenCaps: { readonly installation: number; readonly workspace: number }
}
