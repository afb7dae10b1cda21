import { countPublishers } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import type { Digest, FeedHealth } from '../domain/digest.ts'

export interface Composition {
  readonly name: string
  /** ISO 8601 instant of the slot. */
  readonly at: string
  readonly zone: string
  /** The most stories to include. */
  readonly stories: number
  /** The fewest independent publishers that the first story must have, as long as any has so many. */
  readonly leadPublishers: number
  readonly feeds: FeedHealth
  readonly followUps: Digest['followUps']
}

/**
 * Chooses the briefs of one edition: new stories before follow-ups, then those with the most independent publishers,
 * and among equals the newest.
 */
export function compose(briefs: readonly Brief[], { stories, leadPublishers, ...rest }: Composition): Digest {
  const ordered = briefs.toSorted(
    (one, other) =>
      Number(rest.followUps.has(one.story)) - Number(rest.followUps.has(other.story)) ||
      countPublishers(other.articles) - countPublishers(one.articles) ||
      newest(other).localeCompare(newest(one)),
  )
  const lead = ordered.find(({ articles }) => countPublishers(articles) >= leadPublishers)
  const led = lead ? [lead, ...ordered.filter((brief) => brief !== lead)] : ordered
  return { ...rest, briefs: led.slice(0, stories), more: Math.max(0, ordered.length - stories) }
}

function newest({ articles }: Brief): string {
  return articles.map(({ published }) => published ?? '').reduce((latest, each) => (each > latest ? each : latest), '')
}
