import { describeFilter } from '../../chat/commands/filter-words.ts'
import { type RichText, rich } from '../../chat/rich-text.ts'
import { describeSchedule } from '../../digest/schedule-words.ts'
import { moment } from '../../digest/times.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/publishing/subscriptions.ts'
import { placeOf } from '../context.ts'

/** Confirms a digest's settings and its next edition; people check this line. */
export function confirmation({
  name,
  channel,
  schedule,
  pause,
  filter,
  nextRunAt,
}: Pick<StoredSubscription, 'name' | 'channel' | 'schedule' | 'pause' | 'filter' | 'nextRunAt'>): RichText[] {
  const none =
    pause && pause.until === null ? 'It is paused.' : 'The end date has passed, so no more editions will go out.'
  const when = nextRunAt ? rich`Next edition: ${moment(nextRunAt, schedule.zone)}.` : none
  const wanted = describeFilter(filter)
  const forWhom = channel.platform === 'terminal' ? '' : rich` in ${placeOf(channel)}`
  return [
    rich`“${name}” is set up${forWhom}: ${describeSchedule(schedule)}. ${when}`,
    ...(wanted ? [`It only includes stories that match its filter (${wanted}).`] : []),
  ]
}

/** "“Morning digest” in #news: weekdays at 08:00 (Europe/London)". */
export function whatAndWhen({
  name,
  channel,
  schedule,
}: Pick<Subscription, 'name' | 'channel' | 'schedule'>): RichText {
  return rich`“${name}” in ${placeOf(channel)}: ${describeSchedule(schedule)}`
}

/** Says whether a digest is paused, and when it comes next. */
export function describeState({ nextRunAt, pause, schedule }: StoredSubscription): RichText {
  if (pause && pause.until === null) return 'paused'
  if (pause?.until) return rich`paused until ${moment(pause.until, schedule.zone)}`
  return nextRunAt ? rich`next ${moment(nextRunAt, schedule.zone)}` : 'ended'
}
