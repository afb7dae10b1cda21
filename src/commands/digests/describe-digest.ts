import { describeFilter } from '../../chat/commands/filter-words.ts'
import { type RichText, rich } from '../../chat/rich-text.ts'
import { describeSchedule } from '../../digest/schedule/describe-schedule.ts'
import { moment } from '../../digest/times.ts'
import type { Approval, Subscription } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { placeOf } from '../context.ts'

const watching = 'It looks every minute, and tells only what is new from now on.'

/** Confirms a digest's settings and its next edition; people check this line. */
export function confirmation({
  name,
  channel,
  schedule,
  pause,
  filter,
  approval,
  nextRunAt,
}: Pick<
  StoredSubscription,
  'name' | 'channel' | 'schedule' | 'pause' | 'filter' | 'approval' | 'nextRunAt'
>): RichText[] {
  const none =
    pause && pause.until === null ? 'It is paused.' : 'The end date has passed, so no more editions will go out.'
  const next = schedule.atOnce ? watching : nextRunAt && rich`Next edition: ${moment(nextRunAt, schedule.zone)}.`
  const when = nextRunAt && next ? next : none
  const wanted = describeFilter(filter)
  const forWhom = channel.platform === 'terminal' ? '' : rich` in ${placeOf(channel)}`
  return [
    rich`“${name}” is set up${forWhom}: ${describeSchedule(schedule)}. ${when}`,
    ...(wanted ? [`It only includes stories that match its filter (${wanted}).`] : []),
    ...(approval ? [approvalLine(approval)] : []),
  ]
}

/** Who approves a digest's editions, where and until when, and what happens if nobody does. */
export function approvalLine({ group, desk, minutes, otherwise }: Approval): RichText {
  const place = desk.platform === 'terminal' ? 'at the desk (onrecord desk)' : rich`in ${placeOf(desk)}`
  const who =
    desk.platform === 'terminal'
      ? 'you approve it'
      : group === null
        ? 'someone there approves it'
        : 'one of its editors approves it'
  const lapse = otherwise === 'skip' ? 'nothing is posted' : 'only stories without doubts are posted'
  return rich`A draft appears ${place} ${minutes} minutes before each edition, which goes out when ${who}. If nobody does in time, ${lapse}.`
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
  if (schedule.atOnce && nextRunAt) return 'waiting for a story'
  return nextRunAt ? rich`next ${moment(nextRunAt, schedule.zone)}` : 'ended'
}
