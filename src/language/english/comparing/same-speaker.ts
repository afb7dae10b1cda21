import { list } from '../../lists/list.ts'
import { quantitiesIn, words } from '../text.ts'
import { isRole, titles } from '../words/name-words.ts'
import { personalPronouns } from '../words/word-classes.ts'

/** Words of a mention that name nobody. */
export const idleWords: ReadonlySet<string> =
  list(`the a an of and or to in on for at by with from his her their its our my your mr mrs ms mr. mrs. ms. dr dr. who that which said says
   told this these those is was`)

/** True if a mention is a pronoun, which names nobody by itself. */
export function isPronoun(mention: string): boolean {
  return personalPronouns.has(mention.trim().toLowerCase())
}

/** Adds the article that a text mostly uses: “the Mines Inspectorate”, but “Kettlewell Minerals”. */
export function withArticle(name: string, text: string): string {
  if (!/^\p{Lu}/u.test(name) || name.startsWith('The ')) return name
  const all = text.split(name).length - 1
  const withIt = text.split(`the ${name}`).length + text.split(`The ${name}`).length - 2
  return withIt > 0 && 2 * withIt >= all ? `the ${name}` : name
}

/**
 * True if two names or descriptions mean the same speaker.
 *
 * Names agree if the last word of one occurs in the other ("Ruiz", "Mayor Ana Ruiz"). Descriptions agree if every word
 * of the shorter occurs in the longer and both have the same number: "two officials" is neither "officials" nor
 * "two aides". An unnamed speaker agrees only with a description that has the same noun: "a member of the team" is not
 * the team.
 */
export function sameSpeaker(one: string, other: string): boolean {
  if (one.trim().toLowerCase() === other.trim().toLowerCase()) return true
  if (isPronoun(one) || isPronoun(other)) return false
  const [left, right] = [significant(one), significant(other)]
  if (left.length === 0 || right.length === 0) return false
  const described = isDescribed(one) ? one : other
  if (isDescribed(one) !== isDescribed(other) && headNoun(one) !== headNoun(other) && !isWorkOf(described)) return false
  const names = [left.filter(isName), right.filter(isName)] as const
  if (names[0].length > 0 && names[1].length > 0) return namesAgree(names[0], names[1])
  if (!sameCount(one, other)) return false
  const [shorter, longer] = left.length <= right.length ? [left, right] : [right, left]
  return shorter.every((word) => longer.some((candidate) => candidate.toLowerCase() === word.toLowerCase()))
}

function namesAgree(one: readonly string[], other: readonly string[]): boolean {
  const [names, others] = [one.map(plainName), other.map(plainName)]
  const [last, otherLast] = [names.at(-1) ?? '', others.at(-1) ?? '']
  if (last === otherLast) return !areTwoPeople(withoutTitles(names), withoutTitles(others))
  return others.includes(last) || names.includes(otherLast)
}

/** "Maria Cole" is not "Tom Cole": the surname is the same, but the first names differ. */
function areTwoPeople(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < 2 || other.length < 2) return false
  const [first = '', otherFirst = ''] = [one[0], other[0]]
  return !one.includes(otherFirst) && !other.includes(first) && first[0] !== otherFirst[0]
}

function withoutTitles(names: readonly string[]): string[] {
  return names.filter((name) => !titles.has(name))
}

function significant(mention: string): string[] {
  return words(mention)
    .map(({ text }) => text)
    .filter((word) => !idleWords.has(word.toLowerCase()))
}

function isName(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

function plainName(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s?$/, '')
    .replace(/\.$/, '')
}

function sameCount(one: string, other: string): boolean {
  const counts = [one, other].map((mention) =>
    quantitiesIn(mention.replace(/\d+-(?=\p{L})/gu, ''))
      .map(({ value }) => value)
      .join(),
  )
  return counts[0] === counts[1] && isPlural(one) === isPlural(other)
}

function isPlural(mention: string): boolean {
  const head =
    words(mention.split(/ (?:of|in|for|from|at|with|who|close|familiar|briefed)\b|,/, 1)[0] ?? '').at(-1)?.lower ?? ''
  return /[^s]s$|people$|men$/.test(head)
}

/** True for an unnamed speaker: “a senior official of the Tarnish government”, “one of them”. */
function isDescribed(mention: string): boolean {
  return /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few|another|other|\d+) /i.test(
    mention.trim(),
  )
}

/** Returns the head noun of a mention, in the singular: "official" for "two officials of the council". */
function headNoun(mention: string): string {
  const [head = ''] = mention.split(
    / (?:of|in|for|from|at|with|on|by|to|who|whom|which|that|close|familiar|briefed|reached|involved)\b|,/,
    1,
  )
  return (words(head).at(-1)?.lower ?? '').replace(/['’]s?$/, '').replace(/([^s])s$/, '$1')
}

/** True for “an analysis by the Pollmark Institute”, which speaks for the institute; a member of its staff does not. */
function isWorkOf(mention: string): boolean {
  return !isRole(headNoun(mention)) && / (?:by|from) (?:the )?\p{Lu}| filed by/u.test(mention)
}

/** True if a brief's name for a speaker only describes them: “two officials”, “the driver”. */
export function isDescription(name: string): boolean {
  const isUnnamed =
    /^(?:an?|one|two|three|four|five|several|some|many|few|another|\d+)\b/i.test(name) || !/\p{Lu}/u.test(name.slice(1))
  return isUnnamed && /^(?:an?|the|one|two|three|four|five|several|some|many|few|another|\d+|\p{Ll}+)\b/iu.test(name)
}

/** Returns “the former surveyor” for “a former surveyor”, “the two officials” for “two officials”; else no change. */
export function takenUp(description: string): string {
  const counted = /^(?:two|three|four|five|six|several)(?= \p{L})/iu
  return description.replace(/^an? (?=\p{L})/iu, 'the ').replace(counted, (count) => `the ${count.toLowerCase()}`)
}
