import { agree, dayKinds, isDecisive, isMeasure } from './marks.ts'
import type { Signs } from './signs.ts'

/** An article with fewer names than this may not name its people or its place. */
const leastNames = 3
/** Two titles, or two opening sentences, that share this much of their words follow one pattern. */
const patternShare = { title: 0.4, opening: 0.5 } as const
/** Fewer words than this are not a pattern. */
const leastWords = { title: 3, opening: 5 } as const
/** Titles that share this much differ only in the day or a figure; this many hours apart, they are about two days. */
const sameTitle = 0.75
const nextDayHours = 16

/** The reason why two articles, in either order, cannot be about one event, however alike; null if there is none. */
export function vetoOf(one: Signs, other: Signs): string | null {
  const isPattern = {
    title: shareOf(one.words.title, other.words.title, leastWords.title) >= patternShare.title,
    opening: shareOf(one.words.opening, other.words.opening, leastWords.opening) >= patternShare.opening,
  }
  return (
    namesApart(one, other, isPattern) ??
    valuesApart(one, other, isPattern.title || isPattern.opening) ??
    daysApart(one, other)
  )
}

type IsPattern = Readonly<Record<'title' | 'opening', boolean>>

function namesApart(one: Signs, other: Signs, isPattern: IsPattern): string | null {
  const [mine, theirs] = [one.names, other.names]
  if (mine.all.size >= leastNames && theirs.all.size >= leastNames && mine.all.isDisjointFrom(theirs.all))
    return 'they have no name in common'
  const own = { mine: mine.title.difference(theirs.all), theirs: theirs.title.difference(mine.all) }
  const isApart = own.mine.size > 0 && own.theirs.size > 0
  const isAllApart = isApart && own.mine.size === mine.title.size && own.theirs.size === theirs.title.size
  if (isAllApart && !one.isBare && !other.isBare) return 'their titles name others'
  if (isPattern.title && isSubstituted(mine.title, theirs.title, own)) return 'their titles are alike but for the names'
  const opening = { mine: mine.opening.difference(theirs.all), theirs: theirs.opening.difference(mine.all) }
  if (isPattern.opening && isSubstituted(mine.opening, theirs.opening, opening))
    return 'they open alike but for the names'
  return null
}

interface Own {
  readonly mine: ReadonlySet<number>
  readonly theirs: ReadonlySet<number>
}

/** Returns true if each side has at least as many names of its own as both share. */
function isSubstituted(mine: ReadonlySet<number>, theirs: ReadonlySet<number>, own: Own): boolean {
  return Math.min(own.mine.size, own.theirs.size) >= Math.max(1, mine.intersection(theirs).size)
}

/**
 * Why values rule two articles out. A different magnitude, score or label always does; a different percentage or day
 * only if both follow one pattern.
 */
function valuesApart(one: Signs, other: Signs, isPattern: boolean): string | null {
  for (const [kind, values] of one.values.front) {
    const theirs = other.values.front.get(kind)
    if (!theirs || !(isPattern || isDecisive(kind) || !isMeasure(kind))) continue
    if (isFree(values, other.values.all.get(kind)) && isFree(theirs, one.values.all.get(kind)))
      return dayKinds.has(kind) ? 'they are of two days' : `they speak of another ${kind}`
  }
  return null
}

function isFree(values: readonly string[], others: readonly string[] = []): boolean {
  return !values.some((value) => others.some((each) => agree(value, each)))
}

/** Why days rule two articles out: the same title on another day is the next report of its kind. */
function daysApart(one: Signs, other: Signs): string | null {
  if (one.hours === null || other.hours === null || Math.abs(one.hours - other.hours) < nextDayHours) return null
  return shareOf(one.words.title, other.words.title, leastWords.title) >= sameTitle ? 'they are of two days' : null
}

/** The share of all their words that two sets have in common; 0 if either has fewer than `least`. */
function shareOf(one: ReadonlySet<number>, other: ReadonlySet<number>, least: number): number {
  if (one.size < least || other.size < least) return 0
  const shared = one.intersection(other).size
  return shared / (one.size + other.size - shared)
}
