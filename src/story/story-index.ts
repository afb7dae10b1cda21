import type { ArticleId, ArticleKind } from '../domain/article.ts'
import type { Joining, StoryId, Telling } from '../domain/story.ts'
import { TermIndex, type Weighted } from './term-index.ts'
import { vetoOf } from './vetoes.ts'

/** Two tellings further apart than this, in hours, are of two events. */
export const longestApartHours = 72
/**
 * In so many hours likeness falls to a third: what is told of one event is told about the same time. Titles alone say so
 * little that the time must say more.
 */
const fadingHours = { titles: 20, leads: 72 } as const
/** The least likeness at which a telling joins a story: of titles alone, and where leads bring more words that anybody may use. */
const leastLikeness = { titles: 0.08, leads: 0.145 } as const
/** Two stories are one where a telling belongs to both this much more clearly than it needs to, and they are not far from that themselves. */
const mergeFactors = { bridge: 1.4, between: 0.7 } as const
/** Tellings that a new one is compared with, and members of one story, the newest first. */
const mostCompared = 24
const mostMembers = 20
/** Words that are told of a joining. */
const mostShared = 6

/** A telling's place among the stories. */
export interface Place {
  readonly story: StoryId
  readonly joining: Joining
  /** A story that turns out to be the same as this one; null where none does. */
  readonly same: StoryId | null
}

interface Held {
  readonly id: ArticleId
  readonly kind: ArticleKind
  story: StoryId
  /** In hours since 1970; null where unknown. */
  readonly hours: number | null
  /** Whether it has titles alone. */
  readonly isBare: boolean
}

interface Candidate {
  readonly story: StoryId
  readonly likeness: number
  readonly nearest: number
  readonly veto: string | null
}

/**
 * Stories and their tellings. A new telling joins the story whose members are on average most like it; what is looked at for
 * that depends on how many tellings share its rare words, not on how many are held. Likeness is the cosine of TF-IDF
 * vectors of title and lead, less the further they lie apart in time. A round-up, which tells many events, stands alone.
 */
export class StoryIndex {
  readonly #terms = new TermIndex()
  readonly #held: (Held | undefined)[] = []
  readonly #numbers = new Map<ArticleId, number>()
  readonly #members = new Map<StoryId, number[]>()

  /** How many articles are held. */
  get size(): number {
    return this.#numbers.size
  }

  /** The story of an article that is held. */
  storyOf(id: ArticleId): StoryId | undefined {
    const number = this.#numbers.get(id)
    return number === undefined ? undefined : this.#held[number]?.story
  }

  hasStory(story: StoryId): boolean {
    return this.#members.has(story)
  }

  /** Takes note of which words are common. */
  learn(telling: Telling): void {
    this.#terms.learn(telling)
  }

  /** Holds an article that has its story, in the place of what was held of it before. */
  hold(id: ArticleId, telling: Telling, story: StoryId): void {
    this.forget(id)
    const number = this.#terms.hold(telling)
    const { kind, lead } = telling
    this.#held[number] = { id, kind, story, hours: hoursOf(telling), isBare: lead === '' }
    this.#numbers.set(id, number)
    const members = this.#members.get(story)
    if (members) members.push(number)
    else this.#members.set(story, [number])
  }

  /** Leaves an article out of what later ones are compared with. */
  forget(id: ArticleId): void {
    const number = this.#numbers.get(id)
    const held = number === undefined ? undefined : this.#held[number]
    if (number === undefined || !held) return
    this.#held[number] = undefined
    this.#numbers.delete(id)
    const left = (this.#members.get(held.story) ?? []).filter((member) => member !== number)
    if (left.length > 0) this.#members.set(held.story, left)
    else this.#members.delete(held.story)
  }

  /** Makes two stories one. */
  merge({ from, into }: { readonly from: StoryId; readonly into: StoryId }): void {
    const moved = this.#members.get(from) ?? []
    for (const member of moved) {
      const held = this.#held[member]
      if (held) held.story = into
    }
    this.#members.delete(from)
    this.#members.set(
      into,
      [...(this.#members.get(into) ?? []), ...moved].toSorted((one, other) => one - other),
    )
  }

  /** Where a telling belongs: in a story that is held, or in `own`, which it begins. */
  place(telling: Telling, own: StoryId): Place {
    const weighted = this.#terms.weigh(telling)
    const needed = telling.lead === '' ? leastLikeness.titles : leastLikeness.leads
    const candidates = telling.kind === 'roundup' ? [] : this.#candidates(telling, weighted)
    const good = candidates.filter(({ veto, likeness }) => veto === null && likeness >= needed)
    const [best, second] = good
    const joining: Joining = {
      how: best ? 'joined' : 'began',
      nearest: best ? (this.#held[best.nearest]?.id ?? null) : null,
      likeness: round(best?.likeness ?? 0),
      needed,
      copyOf: null,
      shared: best ? this.#terms.shared(weighted, best.nearest).slice(0, mostShared) : [],
      passedOver: passedOver(candidates, best, needed),
    }
    const isSame =
      best !== undefined &&
      second !== undefined &&
      second.likeness >= mergeFactors.bridge * needed &&
      this.#likenessOf(best.story, second.story) >= mergeFactors.between * needed
    return { story: best?.story ?? own, joining, same: isSame ? second.story : null }
  }

  /** The stories that may be meant, the most alike first. */
  #candidates(telling: Telling, weighted: Weighted): Candidate[] {
    const signs = { names: weighted.terms.filter(({ isName }) => isName).length, labels: this.#terms.labels(weighted) }
    const stories = new Set(
      this.#terms.find(weighted, mostCompared).flatMap((number) => {
        const held = this.#held[number]
        return held && held.kind !== 'roundup' ? held.story : []
      }),
    )
    const candidates = [...stories].map((story) => {
      const compared = this.#newest(story).map((number) => ({
        number,
        ...this.#terms.compare(weighted, number),
        near: nearness(hoursOf(telling), this.#held[number], telling.lead === ''),
      }))
      const likeness = compared.reduce((sum, { cosine, near }) => sum + cosine * near, 0) / compared.length
      const nearest = compared.reduce((one, other) => (other.cosine > one.cosine ? other : one))
      return { story, likeness, nearest: nearest.number, veto: vetoOf(signs, compared) }
    })
    return candidates.toSorted((one, other) => other.likeness - one.likeness)
  }

  /** How alike the tellings of two stories are on average. */
  #likenessOf(one: StoryId, other: StoryId): number {
    const pairs = this.#newest(one).flatMap((number) => {
      const weighted = this.#terms.weighedAgain(number)
      const { hours, isBare } = this.#held[number] ?? { hours: null, isBare: false }
      return this.#newest(other).map(
        (against) => this.#terms.compare(weighted, against).cosine * nearness(hours, this.#held[against], isBare),
      )
    })
    return pairs.reduce((sum, each) => sum + each, 0) / Math.max(pairs.length, 1)
  }

  #newest(story: StoryId): number[] {
    return (this.#members.get(story) ?? []).slice(-mostMembers)
  }
}

function passedOver(
  candidates: readonly Candidate[],
  best: Candidate | undefined,
  needed: number,
): Joining['passedOver'] {
  const next = candidates.find((candidate) => candidate !== best)
  if (!next) return null
  const { story, likeness, veto } = next
  const reason = veto ?? (likeness < needed ? 'less alike than is needed' : 'another story is more alike')
  return { story, likeness: round(likeness), reason }
}

/** From 1 for tellings of the same moment to 0 for those too far apart. */
function nearness(own: number | null, held: Held | undefined, isBare: boolean): number {
  if (own === null || !held || held.hours === null) return 1
  const apart = Math.abs(own - held.hours)
  return apart <= longestApartHours ? Math.exp(-apart / (isBare ? fadingHours.titles : fadingHours.leads)) : 0
}

function hoursOf({ date }: Telling): number | null {
  const ms = date === null ? Number.NaN : Date.parse(date)
  return Number.isNaN(ms) ? null : ms / 3_600_000
}

function round(number: number): number {
  return Math.round(number * 1_000) / 1_000
}
