import type { FeedId } from './feed.ts'

/** A Slack team, a Discord guild, or the one person at this command line; they never see each other. */
export interface Workspace {
  readonly id: WorkspaceId
  readonly kind: 'local' | 'demonstration' | 'slack' | 'discord'
  readonly name: string
}

export type WorkspaceId = string & { readonly brand: 'WorkspaceId' }

export function workspaceId(text: string): WorkspaceId {
  return text as WorkspaceId
}

/** The workspace of the command line. */
export const localWorkspace: Workspace = { id: workspaceId('local'), kind: 'local', name: 'This computer' }

/** Holds the sample outlets until the first real feed is added. */
export const demonstration: Workspace = {
  id: workspaceId('demonstration'),
  kind: 'demonstration',
  name: 'Demonstration',
}

/** Whether commands come from the computer that Onrecord runs on, and so from whoever runs it. */
export function isAtComputer({ kind }: Pick<Workspace, 'kind'>): boolean {
  return kind === 'local' || kind === 'demonstration'
}

/** Where people read. */
export interface Channel {
  readonly platform: PlatformName
  /** What the platform calls it; "screen" for a terminal. */
  readonly id: string
}

export type PlatformName = 'terminal' | 'slack' | 'discord'

/** A channel's standing order. */
export interface Subscription {
  readonly id: SubscriptionId
  readonly workspace: WorkspaceId
  readonly name: string
  readonly channel: Channel
  readonly schedule: Schedule
  /** The feeds it draws from; all of its workspace's where the list is empty. */
  readonly feeds: readonly FeedId[]
  /** How many stories an edition has at most. */
  readonly stories: number
  /** The fewest stories worth an edition; with 0 an edition also goes out to say that there is nothing new. */
  readonly minimum: number
  /** Who made it, as its platform names people; null for the one at this computer. */
  readonly owner: string | null
  /** Who else may change it, because its owner said so. */
  readonly managers: readonly string[]
  /** Null while it runs. */
  readonly pause: Pause | null
  readonly shape: Shape
  /** Whether its posts come without a notification, where the platform can do that. */
  readonly silent: boolean
  readonly filter: Filter
}

/** What of its feeds' articles and stories a subscription wants; an empty list keeps nothing out. */
export interface Filter {
  /** Words and phrases of which an article is to have at least one. */
  readonly words: readonly string[]
  /** Words and phrases of which it is to have none. */
  readonly notWords: readonly string[]
  /** Outlets, by name or host. */
  readonly outlets: readonly string[]
  readonly notOutlets: readonly string[]
  /** What its outlet is to file it under. */
  readonly sections: readonly string[]
  /** BCP 47, primary subtags: "en". */
  readonly languages: readonly string[]
  /** By how many independent publishers a story is to be told at least. */
  readonly publishers: number
}

export const noFilter: Filter = {
  words: [],
  notWords: [],
  outlets: [],
  notOutlets: [],
  sections: [],
  languages: [],
  publishers: 1,
}

export type SubscriptionId = string & { readonly brand: 'SubscriptionId' }

export function subscriptionId(text: string): SubscriptionId {
  return text as SubscriptionId
}

/** No edition comes due before `until`, an ISO 8601 instant; null until somebody resumes it. */
export interface Pause {
  readonly until: string | null
}

/** A digest whole in its channel, or its headlines there and the stories in a thread below. */
export type Shape = (typeof shapes)[number]
export const shapes = ['whole', 'thread', 'posts'] as const

/** When, by the clocks of a zone. */
export interface Schedule {
  /** ISO weekdays, Monday being 1. */
  readonly days: readonly number[]
  /** Days of the month, 1 to 31, where it is monthly; a month that is too short has it on its last. Empty otherwise. */
  readonly monthDays: readonly number[]
  /** Local times to five minutes, "08:00". */
  readonly times: readonly string[]
  /** IANA name: "Europe/London". */
  readonly zone: string
  /** Local times between which nothing comes; `from` may be later than `to`, across midnight. */
  readonly quiet: { readonly from: string; readonly to: string } | null
  /** The last local date, "2026-12-31"; null for no end. */
  readonly until: string | null
}

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7]
