import { allWords } from '../language/lists/news-words.ts'

/** The share of names that two texts have in common, or of long words if either has few names. */
export function namesShared(one: string, other: string): number {
  const [names, others] = [namesIn(one), namesIn(other)]
  if (Math.min(names.size, others.size) >= fewNames) return shareOf(names, others) ?? 0
  return (shareOf(longWordsIn(one), longWordsIn(other)) ?? 0) * longWordsCount
}

/** Fewer names than this prove nothing. */
const fewNames = 2
/** Shared long words count this much more, since two stories share fewer of them than names. */
const longWordsCount = 1.4
const days = new Set(allWords('calendarNames'))

function namesIn(text: string): Set<string> {
  const names = text.match(/(?<=[\p{L}\p{N},] )\p{Lu}\p{L}{2,}/gu) ?? []
  return new Set(names.map((name) => name.toLowerCase()).filter((name) => !days.has(name)))
}

function longWordsIn(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{6,}/gu))
}

/** The words of a heading, in lower case. */
export function wordsOf(heading: Element): Set<string> {
  return new Set(heading.textContent?.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

/** The share of the smaller set that the other set also has; undefined if either is empty. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number | undefined {
  const size = Math.min(one.size, other.size)
  return size === 0 ? undefined : [...one].filter((word) => other.has(word)).length / size
}
