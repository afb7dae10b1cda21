import { noFilter, type Subscription } from '../../src/domain/subscription.ts'

/** A digest that says no more than it must: each Monday at eight, to one Slack channel. */
export const plainDigest: Omit<Subscription, 'id' | 'workspace'> = {
  name: 'Morning',
  channel: { platform: 'slack', id: 'C1' },
  schedule: { days: [1], monthDays: [], times: ['08:00'], zone: 'UTC', quiet: null, until: null },
  feeds: [],
  stories: 5,
  minimum: 1,
  owner: null,
  pause: null,
  shape: 'whole',
  silent: false,
  filter: noFilter,
  managers: [],
}

export const everyMorning = { ...plainDigest.schedule, days: [1, 2, 3, 4, 5, 6, 7] }
