import type { FeedId } from './feed.ts'

/** The most stories of a digest whose owner has not said how many. */
export const usualStories = 10

/** A Slack team, a Discord guild, or the user of this command line. Workspaces never see each other. */
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

/** The workspace of the sample outlets until the first real feed is added. */
export const demonstration: Workspace = {
  id: workspaceId('demonstration'),
  kind: 'demonstration',
  name: 'Demonstration',
}

/** Returns true if commands come from the computer that Onrecord runs on, and so from its operator. */
export function isAtComputer({ kind }: Pick<Workspace, 'kind'>): boolean {
  return kind === 'local' || kind === 'demonstration'
}

/** The place where a digest is read. */
export interface Channel {
  readonly platform: PlatformName
  /** The platform's id of it; "screen" for a terminal. */
  readonly id: string
}

export type PlatformName = 'terminal' | 'slack' | 'discord'

/** What people call a chat platform. */
export function chatName(platform: string): 'Slack' | 'Discord' {
  return platform === 'slack' ? 'Slack' : 'Discord'
}

/** A regular digest for a channel. */
export interface Subscription {
  readonly id: SubscriptionId
  readonly workspace: WorkspaceId
  readonly name: string
  readonly channel: Channel
  readonly schedule: Schedule
  /** The feeds it uses; an empty list means all feeds of its workspace. */
  readonly feeds: readonly FeedId[]
  /** The most stories in an edition. */
  readonly stories: number
  /** The fewest stories worth an edition; with 0, an edition also goes out to say that there is nothing new. */
  readonly minimum: number
  /** The platform's id of the person who made it; null for the user at this computer. */
  readonly owner: string | null
  /** Others whom the owner has allowed to change it. */
  readonly managers: readonly string[]
  /** Null while it is running. */
  readonly pause: Pause | null
  readonly shape: Shape
  /** True if its posts come without a notification, on platforms that can do that. */
  readonly silent: boolean
  readonly filter: Filter
  readonly policy: Policy
  /** Who must approve its editions; null if they go out by themselves. */
  readonly approval: Approval | null
}

/** Who must approve a digest's editions before they go out. */
export interface Approval {
  /** The platform's id of the group whose members may approve; null if everyone who can read the desk may. */
  readonly group: string | null
  /** Where proofs are shown, on the digest's platform: the desk. */
  readonly desk: Channel
  /** How long before its slot an edition is shown there, in minutes. */
  readonly minutes: number
  /** What happens at the slot if nobody has decided: nothing goes out, or only the stories without doubts. */
  readonly otherwise: (typeof lapses)[number]
}

export const lapses = ['skip', 'sure'] as const
/** The longest time before its slot at which an edition may be shown to its editors, in milliseconds. */
export const longestReviewMs = 12 * 3_600_000

/** Which of its feeds' articles and stories a subscription wants; an empty list excludes nothing. */
export interface Filter {
  /** Words and phrases; a story must contain at least one. */
  readonly words: readonly string[]
  /** Words and phrases that a story must not contain. */
  readonly notWords: readonly string[]
  /** Outlets, by name or host. */
  readonly outlets: readonly string[]
  readonly notOutlets: readonly string[]
  /** Sections; an article must be in one of them. */
  readonly sections: readonly string[]
  /** BCP 47, primary subtags: "en". */
  readonly languages: readonly string[]
  /** The fewest independent publishers that must report a story. */
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

/** What a subscription holds back, and what may lead it. */
export interface Policy {
  /** True if claims that rest on one unnamed person are left out. */
  readonly holdsUnnamed: boolean
  /** The fewest independent publishers that the first story must have, as long as any story has so many. */
  readonly leadPublishers: number
  /** The most words of one quotation; what quotes more is left out. Null for no limit. */
  readonly quotationWords: number | null
}

export const noPolicy: Policy = { holdsUnnamed: false, leadPublishers: 1, quotationWords: null }

export type SubscriptionId = string & { readonly brand: 'SubscriptionId' }

export function subscriptionId(text: string): SubscriptionId {
  return text as SubscriptionId
}

/** No edition is due before `until`, an ISO 8601 instant; null means until someone resumes it. */
export interface Pause {
  readonly until: string | null
}

/** A whole digest in its channel, headlines there with the stories in a thread below, or a post per story. */
export type Shape = (typeof shapes)[number]
export const shapes = ['whole', 'thread', 'posts'] as const

/** When editions are due, in local time. */
export interface Schedule {
  /** ISO weekdays, Monday being 1. */
  readonly days: readonly number[]
  /** Days of the month, 1 to 31, if it is monthly; in a month that is too short, its last day. Otherwise empty. */
  readonly monthDays: readonly number[]
  /** Local times in steps of five minutes: "08:00". */
  readonly times: readonly string[]
  /** IANA name: "Europe/London". */
  readonly zone: string
  /** Local times between which nothing is posted; `from` may be later than `to`, across midnight. */
  readonly quiet: { readonly from: string; readonly to: string } | null
  /** The last local date, "2026-12-31"; null for no end. */
  readonly until: string | null
  /** Present if it is a watch, which posts as soon as a story matches its filter; it has no times then. */
  readonly atOnce?: AtOnce
}

export interface AtOnce {
  /** The most editions in a local day. */
  readonly mostPerDay: number
  /** Only stories that articles have joined since this instant are news to it, ISO 8601; it moves on with time. */
  readonly since: string
}

/** True for a digest that is never due: it holds what people share into its channel. */
export function isForSharing({ schedule }: Pick<Subscription, 'schedule'>): boolean {
  return schedule.times.length === 0 && !schedule.atOnce
}

/** The schedule of a watch that tells only what is new from then on; any other schedule stays as it is. */
export function newFrom(schedule: Schedule, since: string): Schedule {
  return schedule.atOnce ? { ...schedule, atOnce: { ...schedule.atOnce, since } } : schedule
}

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7]
