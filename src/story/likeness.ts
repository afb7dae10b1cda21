import type { ArticleKind } from '../domain/article.ts'
import type { StoryFeatures } from '../domain/story.ts'
import { type Circumstances, type Signs, signsOf } from './signs.ts'
import type { Profile, TermIndex } from './terms/term-index.ts'
import { hashOf } from './terms/term-table.ts'
import { vetoOf } from './vetoes.ts'

/** Articles further apart than this, in hours, are about different events. */
export const longestApartHours = 72
/**
 * The hours in which likeness falls to about a third: articles about one event appear close together. Titles alone say
 * so little that time must count for more.
 */
const fadingHours = { titles: 10, leads: 48 } as const
/** The least likeness of two articles about one event: by titles alone, and with leads, which add many common words. */
const leastLikeness = { titles: 0.12, leads: 0.26 } as const
/**
 * Likeness is a whole number, in millionths of the amount needed, so that rounding never depends on the order of sums.
 */
export const enough = 1_000_000

/** An article to compare. */
export interface Compared extends Circumstances {
  readonly kind: ArticleKind
  readonly profile: Profile
}

/** An article in the index, with its number. */
export interface HeldFeatures extends Omit<Compared, 'profile'> {
  readonly number: number
}

export interface Likeness {
  /**
   * The cosine of the weighted words of title and lead, 0 to 1, reduced by the time between them; and the least needed.
   */
  readonly likeness: number
  readonly needed: number
  /** The likeness in millionths of the amount needed. */
  readonly part: number
}

/** How alike two articles are. It depends on these two alone, not on the other articles in the index. */
export function likenessOf(terms: TermIndex, one: Compared, other: HeldFeatures): Likeness {
  const by = one.isBare || other.isBare ? 'titles' : 'leads'
  const needed = neededFor(by === 'titles')
  // A round-up covers many events, so it stays alone.
  const near = one.kind === 'roundup' || other.kind === 'roundup' ? 0 : nearness(one.hours, other.hours, by)
  const likeness = near === 0 ? 0 : terms.cosine(one.profile, other.number) * near
  return { likeness, needed, part: Math.round((likeness / needed) * enough) }
}

/** How alike each article is to each later one, in millionths of the amount needed; null if something rules it out. */
export function tableOf(
  terms: TermIndex,
  articles: readonly { readonly compared: Compared; readonly held: HeldFeatures }[],
): (number | null)[][] {
  const signs = articles.map(({ compared }) => signsIn(terms, compared))
  return articles.map(({ compared }, one) =>
    articles.map(({ held }, other) => {
      const [mine, theirs] = [signs[one], signs[other]]
      if (other <= one || !mine || !theirs || vetoOf(mine, theirs) !== null) return null
      return likenessOf(terms, compared, held).part
    }),
  )
}

/** The least likeness needed. */
export function neededFor(isBare: boolean): number {
  return isBare ? leastLikeness.titles : leastLikeness.leads
}

/** The features that can tell an article from others that look like it. */
export function signsIn(terms: TermIndex, { profile, ...circumstances }: Compared): Signs {
  return signsOf(terms.terms(profile), circumstances)
}

/** From 1 for articles published at the same moment to 0 for those too far apart. */
function nearness(one: number | null, other: number | null, by: keyof typeof fadingHours): number {
  if (one === null || other === null) return 1
  const apart = Math.abs(one - other)
  return apart <= longestApartHours ? Math.exp(-apart / fadingHours[by]) : 0
}

/** A hash that orders articles of the same moment, and shows if an article has changed. */
export function contentOf({ title, lead, date, kind }: StoryFeatures): number {
  return hashOf([title, lead, date, kind].join('\n'))
}

/** When an article was published, in hours since 1970; null if unknown. */
export function hoursOf({ date }: StoryFeatures): number | null {
  const ms = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(ms) ? null : ms / 3_600_000
}
