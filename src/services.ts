import type { WaitingAnswers } from './commands/inbox/waiting-answers.ts'
import type { Addresses } from './digest/addresses.ts'
import type { OutletLabels } from './digest/outlet-labels.ts'
import type { BriefedStory } from './domain/brief.ts'
import type { FeedId } from './domain/feed.ts'
import type { Subscription, WorkspaceId } from './domain/subscription.ts'
import type { Licences } from './intake/licences.ts'
import type { StoryMemory } from './intake/story-memory.ts'
import type { Clock, Fetcher, Log, Platform, Progress, Queue, Reader, RulesThread, Writer } from './ports.ts'
import type { Retention } from './store/retention.ts'
import type { Store } from './store/store.ts'
import type { BriefCache } from './writing/brief-cache.ts'
import type { ModelServices } from './writing/model-writer.ts'

/** Everything that jobs may use; filled by `app/compose.ts`. */
export interface Services {
  readonly clock: Clock
  readonly fetcher: Fetcher
  readonly reader: Reader
  /** What publishers' licences let machines do. */
  readonly licences: Licences
  /** In order of preference; the last one always delivers. */
  readonly writers: readonly Writer[]
  readonly platforms: readonly Platform[]
  readonly store: Store
  readonly queue: Queue
  readonly log: Log
  readonly progress: Progress
  /** Aborts when the process is to stop: network work under way is put back, and does not count as failed. */
  readonly shutdown: AbortSignal
  /** Verifies in another thread, or on this one. */
  readonly verify: RulesThread['verify']
  /** Addresses of our pages for a workspace's readers. */
  addressesFor(workspace: WorkspaceId): Addresses
  /** What readers are told about outlets that the operator labels. */
  readonly outletLabels: OutletLabels
  readonly retention: Retention
  /** Where hubs notify us about a feed; null if they cannot reach us. */
  readonly callbacks: ((feed: FeedId) => { readonly address: string; readonly secret: string }) | null
  /** The stories of the last few days, for joining articles to them. */
  readonly stories: StoryMemory
  /** Briefs from a moment ago. */
  readonly briefs: BriefCache<BriefedStory | undefined>
  /** Requests waiting for an answer in this process; null if other processes do the work. */
  readonly waiting: WaitingAnswers | null
  /** The defaults for a digest. */
  readonly defaults: Omit<Subscription, 'id' | 'workspace'>
  /** What the model writer needs; undefined if no model is set. Otherwise that writer is the first of `writers`. */
  readonly modelServices: ModelServices | undefined
  /** Prices of a million tokens, read and written by a model; null if the operator gives none. */
  readonly tokenPrices: { readonly read: number; readonly written: number } | null
  /** The most tokens a day that models may use. */
  readonly tokenCaps: { readonly installation: number; readonly workspace: number }
}
