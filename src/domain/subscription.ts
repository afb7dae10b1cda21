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
}

export type SubscriptionId = string & { readonly brand: 'SubscriptionId' }

export function subscriptionId(text: string): SubscriptionId {
  return text as SubscriptionId
}

/** When: on these days of the week at these times, by the clocks of a zone. */
export interface Schedule {
  /** ISO weekdays, Monday being 1. */
  readonly days: readonly number[]
  /** Local times, "08:00". */
  readonly times: readonly string[]
  /** IANA name: "Europe/London". */
  readonly zone: string
}
