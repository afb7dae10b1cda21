import { type Speaker, speakerName } from '../../../domain/claim.ts'
import { words } from '../text.ts'

/** Finds whose side a speaker is on: a person may speak for a company, and a company may go by its initials. */

const legalForm = /^(?:ltd|plc|inc|corp|co|llc|group|company|the|of|and|for|mr|mrs|ms|dr|sir)\.?$/i

/** “Jon Moe, chief executive of Norwind” is on Norwind's side; so is “a spokesman for Norwind”. */
export function isOnSideOf(speaker: Speaker, principal: string): boolean {
  const role = speaker.kind === 'person' ? speaker.role : speaker.kind === 'unnamed' ? speaker.description : null
  return role !== null && namesSide(role, principal)
}

/** True if a text has the first or last word of a name, or the initials of a name of several words. */
export function namesSide(text: string, name: string): boolean {
  const own = nameWordsOf(name)
  const initials = own.length > 1 ? own.map((word) => word[0]).join('') : ''
  const telling = own.at(-1)
  const found = words(text).map(({ text: word }) => word.replace(/['’]s?$/, ''))
  return found.some((word) => word === telling || word === own[0] || (initials.length > 1 && word === initials))
}

/** Returns the capitalised words of a name, except those that many names share: “Arrow Water Ltd” → Arrow, Water. */
function nameWordsOf(name: string): string[] {
  return words(name)
    .map(({ text }) => text.replace(/['’]s?$/, ''))
    .filter((word) => /^\p{Lu}/u.test(word) && !legalForm.test(word))
}

/** True if a name tells a speaker apart from all others. */
export function isNamedSide(name: string): boolean {
  return (
    nameWordsOf(name).length > 0 &&
    !/^(?:his|her|its|their|our|my|your|another|other|an?)\b/i.test(name) &&
    !name.includes(',')
  )
}

/** True if a speaker has a name, and not only a description. */
export function hasName(speaker: Speaker): boolean {
  return speaker.kind !== 'unnamed' && nameWordsOf(speakerName(speaker)).length > 0
}
