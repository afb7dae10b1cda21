import type { ArticleId } from '../domain/article.ts'
import type { StoryAssignment, StoryFeatures, StoryId } from '../domain/story.ts'
import { agglomerate } from './agglomerate.ts'
import { type ArticleLink, cut, reach } from './components.ts'
import {
  type Compared,
  contentOf,
  enough,
  type HeldFeatures,
  hoursOf,
  likenessOf,
  neededFor,
  signsIn,
  tableOf,
} from './likeness.ts'
import { TermIndex } from './terms/term-index.ts'
import { vetoOf } from './vetoes.ts'

/** How many articles each one is compared with in a large index: those that share its most telling terms. */
const mostCompared = 100
/** How many untied articles are kept to explain an article's story, and how many members of that story are examined. */
const mostOthers = 3
const mostMembers = 50
/** The most shared words given in an explanation. */
const mostShared = 6

interface Held extends HeldFeatures {
  readonly id: ArticleId
  story: StoryId | null
  /** A hash that orders articles of the same moment, and shows if an article has changed. */
  readonly content: number
  /** The articles tied to this one, which may be about the same event, and the most similar others; null at first. */
  near: { readonly links: ArticleLink[]; readonly others: readonly number[] } | null
}

/**
 * An index of articles that sorts them by event. Two articles are tied if they are alike enough and nothing rules them
 * out, which depends on the two alone. Articles connected by ties are sorted together, so that the stories do not
 * depend on the order in which articles came, and a new article is compared with those it is tied to, not with the
 * whole index.
 */
export class StoryIndex {
  readonly #terms = new TermIndex()
  readonly #held: (Held | undefined)[] = []
  readonly #numbers = new Map<ArticleId, number>()
  readonly #members = new Map<StoryId, Set<number>>()
  /** Articles added, tied to a forgotten one, or in a disturbed story since the last sort. */
  readonly #unsorted = new Set<number>()
  #hasLinks = false

  /** The number of articles in the index. */
  get size(): number {
    return this.#numbers.size
  }

  /** The story of an article in the index; undefined if it is not known. */
  storyOf(id: ArticleId): StoryId | undefined {
    return this.#find(id)?.story ?? undefined
  }

  /** The articles of a story that are in the index. */
  membersOf(story: StoryId): ArticleId[] {
    return this.#numbersOf(story).flatMap((number) => this.#held[number]?.id ?? [])
  }

  /** Returns true if an article is in the index with these same features. */
  holds(id: ArticleId, features: StoryFeatures): boolean {
    return this.#find(id)?.content === contentOf(features)
  }

  /** Adds an article, replacing any earlier version: with its story, or with null to be sorted into one. */
  hold(id: ArticleId, features: StoryFeatures, story: StoryId | null): void {
    this.forget(id)
    const profile = this.#terms.read(features)
    const number = this.#terms.hold(profile)
    const { kind, lead } = features
    this.#held[number] = {
      number,
      id,
      kind,
      story: null,
      hours: hoursOf(features),
      isBare: lead === '',
      content: contentOf(features),
      near: null,
    }
    this.#numbers.set(id, number)
    if (story === null) this.#unsorted.add(number)
    else this.move(id, story)
    if (this.#hasLinks)
      for (const { to, strength } of this.#linksOf(number)) this.#held[to]?.near?.links.push({ to: number, strength })
  }

  /** Records the story of an article in the index. */
  move(id: ArticleId, story: StoryId): void {
    const number = this.#numbers.get(id)
    const held = number === undefined ? undefined : this.#held[number]
    if (number === undefined || !held || held.story === story) return
    this.#leave(number, held)
    held.story = story
    const members = this.#members.get(story)
    if (members) members.add(number)
    else this.#members.set(story, new Set([number]))
  }

  /** Removes an article; the articles tied to it will be sorted again. */
  forget(id: ArticleId): void {
    const number = this.#numbers.get(id)
    const held = number === undefined ? undefined : this.#held[number]
    if (number === undefined || !held) return
    for (const { to } of this.#linksOf(number)) this.#unsorted.add(to)
    this.#leave(number, held)
    this.#held[number] = undefined
    this.#numbers.delete(id)
    this.#unsorted.delete(number)
  }

  /** Marks a story's articles to be sorted again. */
  disturb(story: StoryId | null): void {
    for (const number of this.#numbersOf(story)) this.#unsorted.add(number)
  }

  /** Sorts the unsorted articles, all connected to them and their stories; yields each story's articles, earliest first. */
  *sort(): Generator<ArticleId[]> {
    const linksOf = (of: number) => this.#linksOf(of)
    const sorted = new Set<number>()
    for (const number of this.#unsorted) {
      if (sorted.has(number)) continue
      const together = this.#inOrder(reach(number, linksOf))
      for (const each of together) {
        sorted.add(each)
        this.disturb(this.#held[each]?.story ?? null)
      }
      for (const part of cut(together, linksOf, { least: enough }))
        for (const group of this.#sortPart(this.#inOrder(part)))
          yield group.flatMap((member) => this.#held[member]?.id ?? [])
    }
    this.#unsorted.clear()
  }

  /** Explains why an article is in its story. */
  explain(id: ArticleId, features: StoryFeatures): Omit<StoryAssignment, 'how' | 'copyOf'> {
    const number = this.#numbers.get(id) ?? -1
    const story = this.#held[number]?.story ?? null
    const own = this.#compared(number)
    const { links, others } = this.#nearTo(number)
    const near = [...links.map(({ to }) => to), ...others, ...this.#numbersOf(story).slice(0, mostMembers)]
      .flatMap((other) => (other === number ? [] : (this.#held[other] ?? [])))
      .map((held) => ({ held, ...likenessOf(this.#terms, own, held) }))
      .toSorted((one, other) => other.part - one.part)
    const nearest = near.find(({ held }) => held.story === story)
    const next = near.find(({ held }) => held.story !== null && held.story !== story && held.kind !== 'roundup')
    return {
      nearest: nearest?.held.id ?? null,
      likeness: round(nearest?.likeness ?? 0),
      needed: nearest?.needed ?? neededFor(features.lead === ''),
      shared: nearest
        ? this.#terms.shared(features, this.#compared(nearest.held.number).profile).slice(0, mostShared)
        : [],
      runnerUp: next?.held.story
        ? { story: next.held.story, likeness: round(next.likeness), reason: this.#reason(own, next.held, next.part) }
        : null,
    }
  }

  #reason(own: Compared, other: Held, part: number): string {
    const veto = vetoOf(signsIn(this.#terms, own), signsIn(this.#terms, this.#compared(other.number)))
    return veto ?? (part < enough ? 'less alike than is needed' : 'the articles of each are more like each other')
  }

  /** Sorts one part of a set of connected articles into stories. */
  #sortPart(part: readonly number[]): number[][] {
    if (part.length === 1) return [[...part]]
    const articles = part.flatMap((number) => {
      const held = this.#held[number]
      return held ? { held, compared: this.#compared(number) } : []
    })
    const alike = tableOf(this.#terms, articles)
    return agglomerate(alike, enough).map((group) => group.flatMap((at) => part[at] ?? []))
  }

  /** Orders articles by time, earliest first; articles of the same time by their content, whichever came first. */
  #inOrder(numbers: readonly number[]): number[] {
    return numbers.toSorted((one, other) => {
      const [first, second] = [this.#held[one], this.#held[other]]
      if (!first || !second) return 0
      const earlier = (first.hours ?? 0) - (second.hours ?? 0) || first.content - second.content
      return earlier || (first.id < second.id ? -1 : 1)
    })
  }

  #linksOf(number: number): readonly ArticleLink[] {
    return this.#nearTo(number).links.filter(({ to }) => this.#held[to] !== undefined)
  }

  /** The articles tied to this one, and the most similar others. */
  #nearTo(number: number): NonNullable<Held['near']> {
    const own = this.#held[number]
    if (!own) return { links: [], others: [] }
    this.#hasLinks = true
    own.near ??= this.#lookAround(number)
    return own.near
  }

  #lookAround(number: number): NonNullable<Held['near']> {
    const own = this.#compared(number)
    const signs = signsIn(this.#terms, own)
    const links: ArticleLink[] = []
    const others: { number: number; part: number }[] = []
    for (const other of this.#terms.find(own.profile, mostCompared)) {
      const held = this.#held[other]
      if (!held || other === number) continue
      const { part } = likenessOf(this.#terms, own, held)
      if (part >= enough && vetoOf(signs, signsIn(this.#terms, this.#compared(other))) === null)
        links.push({ to: other, strength: part })
      else if (part > 0) others.push({ number: other, part })
    }
    others.sort((one, other) => other.part - one.part)
    return { links, others: others.slice(0, mostOthers).map((each) => each.number) }
  }

  #compared(number: number): Compared {
    const held = this.#held[number]
    if (!held) throw new Error(`No article is held under ${number}.`)
    return { kind: held.kind, hours: held.hours, isBare: held.isBare, profile: this.#terms.profileOf(number) }
  }

  #numbersOf(story: StoryId | null): number[] {
    return story === null ? [] : [...(this.#members.get(story) ?? [])]
  }

  #find(id: ArticleId): Held | undefined {
    const number = this.#numbers.get(id)
    return number === undefined ? undefined : this.#held[number]
  }

  #leave(number: number, { story }: Held): void {
    if (story === null) return
    const members = this.#members.get(story)
    members?.delete(number)
    if (members?.size === 0) this.#members.delete(story)
  }
}

function round(number: number): number {
  return Math.round(number * 1_000) / 1_000
}
