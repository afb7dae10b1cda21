import { months, shortMonths, weekdays } from '../words/calendar.ts'
import { isContent } from '../words/function-words.ts'
import { personNoun } from './nouns.ts'

/** Somebody or something that only the text before a sentence names: “had made that unnecessary”, “in this town”. */
const pointing =
  /\b(?:makes?|made|making) (?:that|this)\b|\b(?:puts?|putting) the (?:figure|number|total|toll|count) at\b|\b(?:of|with|after|before|despite|from|like|about|by) (?:that|this|those|these)(?=[.,;:])|\bthis (?:\p{Ll}+ ){0,2}(?:city|town|village|suburb|district|county|valley|island|neighbou?rhood)\b/iu
const person = /\b(?:he|she|him|her|his|hers|himself|herself)\b/iu
/** What stands before the names of places and days, and not before those of people. */
const beforePlace = new Set(['the', 'in', 'at', 'on', 'near', 'across', 'around', 'outside'])
const days = new Set([...weekdays, ...months, ...shortMonths])

/** Nouns for people beside those of `personNoun`. */
const furtherPerson =
  /^(?:lady|girl|boy|child|kid|star|singer|actor|actress|artist|king|queen|prince|princess|pope|bishop|priest|nun|monk|soldier|pilot|swimmer|runner|rider|climber|winner|champion|striker|goalkeeper|midwife|widow|widower|wife|husband|daughter|son|brother|sister|uncle|aunt|grand\p{L}+|passenger|patient|pensioner|suspect|survivor|hero|candidate|\p{L}{2,}(?:man|woman|boy|girl))$/iu

/**
 * Returns true if a sentence points at something, or by “she” at somebody, that neither it nor what is shown before it
 * names, so that nobody understands it there: “demanded that she be sent home”.
 */
export function leansBack(text: string, shownBefore: string): boolean {
  const plain = text.replace(/[“"][^”"]*[”"]/g, ' ')
  if (pointing.test(plain)) return true
  const found = person.exec(plain)
  return found !== null && ![shownBefore, plain.slice(0, found.index)].some(mayNamePerson)
}

/** Returns true if a person may be named or described in a text: only what cannot be one is no person. */
function mayNamePerson(text: string): boolean {
  const words = text.match(/[\p{L}’'-]+/gu) ?? []
  if (words.some((word) => personNoun.test(word) || furtherPerson.test(word))) return true
  let before = ''
  for (const [at, word] of words.entries()) {
    const lower = word.toLowerCase()
    const opensSentence = at === 0 && !isContent(lower)
    const isName = /^\p{Lu}/u.test(word) && !opensSentence && !days.has(lower)
    // “the Kesh Islands”: each word of a name stands behind what stands before the first.
    if (isName && beforePlace.has(before)) continue
    if (isName) return true
    before = lower
  }
  return false
}
