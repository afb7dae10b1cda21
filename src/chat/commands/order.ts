import type { Approval, Shape } from '../../domain/subscription.ts'
import type { FilterPart } from './filter-words.ts'

/** An order to set up or change a digest: null leaves a setting as it is, or at its default. */
export interface Order {
  readonly digest: string | null
  /** True to make a new digest even if the channel already has one. */
  readonly fresh?: boolean
  /** Days, times and zone in words, as `readSchedule` takes them. */
  readonly when: string | null
  /** The channel's id on its platform; null for the channel where the command was given. */
  readonly channel: string | null
  /** Feed addresses; empty for all of the workspace's feeds. */
  readonly feeds: readonly string[] | null
  readonly stories: number | null
  readonly minimum: number | null
  readonly shape: Shape | null
  readonly silent: boolean | null
  /** The parts of the filter to set, as `readFilter` takes them. */
  readonly filter: string | null
  /** Who must approve its editions; `off` if they are to go out by themselves again. */
  readonly approval: OrderedApproval | 'off' | null
}

/** Who is to approve a digest's editions; null minutes or outcome stay as they are, a null group is whoever is at the desk. */
export interface OrderedApproval {
  readonly group: string | null
  /** The id of the channel where drafts are shown. */
  readonly desk: string
  readonly minutes: number | null
  readonly otherwise: Approval['otherwise'] | null
}

/** An order that changes nothing. */
export const emptyOrder: Order = {
  digest: null,
  when: null,
  channel: null,
  feeds: null,
  stories: null,
  minimum: null,
  shape: null,
  silent: null,
  filter: null,
  approval: null,
}

/** The parts of an order that can be at fault, by the fields of its form. */
export type OrderField =
  | 'name'
  | 'channel'
  | 'when'
  | 'days'
  | 'time'
  | 'zone'
  | 'feeds'
  | 'stories'
  | FilterPart
  | 'approval'
