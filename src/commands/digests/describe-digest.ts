import { describeFilter } from '../../chat/filter-words.ts'
import { type Told, told } from '../../chat/told.ts'
import { describeSchedule } from '../../digest/schedule-words.ts'
import { moment } from '../../digest/times.ts'
import type { Subscription } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/subscriptions.ts'
import { placeOf } from '../context.ts'

/** What was set, and when it comes next: people check this line. */
export function confirmation({
  name,
  channel,
  schedule,
  pause,
  filter,
  nextRunAt,
}: Pick<StoredSubscription, 'name' | 'channel' | 'schedule' | 'pause' | 'filter' | 'nextRunAt'>): (string | Told)[] {
  const none = pause && pause.until === null ? 'It is paused.' : 'No edition will come: its last day is over.'
  const when = nextRunAt ? told`The next one comes ${moment(nextRunAt, schedule.zone)}.` : none
  const wanted = describeFilter(filter)
  const forWhom = channel.platform === 'terminal' ? '' : told` for ${placeOf(channel)}`
  return [
    told`“${name}” is set${forWhom}: ${describeSchedule(schedule)}. ${when}`,
    ...(wanted ? [`It takes only what passes its filter (${wanted}).`] : []),
  ]
}

/** "“Morning digest” in #news: weekdays at 08:00 (Europe/London)". */
export function whatAndWhen({ name, channel, schedule }: Pick<Subscription, 'name' | 'channel' | 'schedule'>): Told {
  return told`“${name}” in ${placeOf(channel)}: ${describeSchedule(schedule)}`
}

/** Whether a digest is paused, and when it comes next. */
export function describeState({ nextRunAt, pause, schedule }: StoredSubscription): string | Told {
  if (pause && pause.until === null) return 'paused'
  if (pause?.until) return told`paused until ${moment(pause.until, schedule.zone)}`
  return nextRunAt ? told`next ${moment(nextRunAt, schedule.zone)}` : 'ended'
}
