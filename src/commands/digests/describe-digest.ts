import { describeFilter } from '../../chat/commands/filter-words.ts'
import { type RichText, rich } from '../../chat/rich-text.ts'
import { describeSchedule } from '../../digest/schedule/describe-schedule.ts'
import { counted, moment } from '../../digest/times.ts'
import type { Feed } from '../../domain/feed.ts'
import { type Approval, isForSharing, type Shape, type Subscription } from '../../domain/subscription.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { placeOf } from '../context.ts'

const watching = 'It looks every minute, and tells only what is new from now on.'

type Confirmed = Omit<StoredSubscription, 'id' | 'workspace' | 'owner' | 'problem'>

/** Confirms all of a digest's settings and its next edition; people check these lines. */
export function confirmation(digest: Confirmed, followed: readonly Feed[]): RichText[] {
  const { name, channel, schedule, pause, filter, approval, nextRunAt } = digest
  const none =
    pause && pause.until === null ? 'It is paused.' : 'The end date has passed, so no more editions will go out.'
  const next = schedule.atOnce ? watching : nextRunAt && rich`Next edition: ${moment(nextRunAt, schedule.zone)}.`
  const when = nextRunAt && next ? next : none
  const wanted = describeFilter(filter)
  const forWhom = channel.platform === 'terminal' ? '' : rich` in ${placeOf(channel)}`
  return [
    rich`“${name}” is set up${forWhom}: ${describeSchedule(schedule)}. ${when}`,
    ...(wanted ? [`It only includes stories that match its filter (${wanted}).`] : []),
    contentLine(digest, followed),
    ...(approval ? [approvalLine(approval)] : []),
  ]
}

/** What an edition looks like and has in it: "One message with up to 8 stories from all feeds." */
export function contentLine(
  { shape, stories, minimum, silent, feeds, channel }: Omit<Confirmed, 'nextRunAt'>,
  followed: readonly Feed[],
): string {
  const count = `up to ${counted(stories, 'story', 'stories')}`
  const shown = channel.platform === 'terminal' ? `U${count.slice(1)}` : `${shapeNames[shape]} ${count}`
  const outlets = followed.filter(({ id }) => feeds.includes(id)).map(({ outlet }) => outlet)
  const from = feeds.length === 0 ? 'all feeds' : [...new Set(outlets)].join(', ') || 'no feed that is still followed'
  const least = minimum > 1 ? `, once there are at least ${minimum}` : ''
  return `${shown} from ${from}${least}.${silent ? ' Nobody is notified.' : ''}`
}

const shapeNames = {
  whole: 'One message with',
  thread: 'Headlines, with the claims in a thread, for',
  posts: 'A post for each of',
} as const satisfies Record<Shape, string>

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
  if (isForSharing({ schedule })) return 'posted when somebody shares a story'
  return nextRunAt ? rich`next ${moment(nextRunAt, schedule.zone)}` : 'ended'
}
