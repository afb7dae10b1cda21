import type { SpeakerWords } from './words.ts'

/** True if two names or descriptions mean the same speaker: one contains all distinctive words of the other. */
export function sameName(one: string, other: string, words: SpeakerWords): boolean {
  const [own, theirs] = [distinctive(one, words), distinctive(other, words)]
  if (own.length === 0 || theirs.length === 0) return one.trim().toLowerCase() === other.trim().toLowerCase()
  const [fewer, more] = own.length <= theirs.length ? [own, theirs] : [theirs, own]
  return fewer.every((word) => more.some((each) => each === word || each === `${word}s` || word === `${each}s`))
}

/** The words that tell a speaker from others: without articles and titles, and for a named person without the role. */
function distinctive(name: string, { definite, indefinite, possessive, titles, isRole }: SpeakerWords): string[] {
  const all = (name.match(/[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu) ?? [])
    .map((word) => word.toLowerCase())
    .filter((word) => ![definite, indefinite, possessive, titles].some((list) => list.has(word)))
  const withoutRole = all.filter((word) => !isRole(word))
  return withoutRole.length > 0 ? withoutRole : all
}
