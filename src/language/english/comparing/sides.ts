import { type Speaker, speakerName } from '../../../domain/claim.ts'
import { words } from '../text.ts'

/** Whose side somebody is on: a person may speak for a company, and a company goes by its initials. */

const legalForm = /^(?:ltd|plc|inc|corp|co|llc|group|company|the|of|and|for|mr|mrs|ms|dr|sir)\.?$/i

/** “Jon Moe, chief executive of Norwind” is on Norwind's side; so is “a spokesman for Norwind”. */
export function isOnSideOf(speaker: Speaker, principal: string): boolean {
  const role = speaker.kind === 'person' ? speaker.role : speaker.kind === 'unnamed' ? speaker.description : null
  return role !== null && namesSide(role, principal)
}

/** Whether a text names somebody: by the first or last word of their name, or by the initials of a name of several words. */
export function namesSide(text: string, name: string): boolean {
  const own = nameWordsOf(name)
  const initials = own.length > 1 ? own.map((word) => word[0]).join('') : ''
  const telling = own.at(-1)
  const found = words(text).map(({ text: word }) => word.replace(/['’]s?$/, ''))
  return found.some((word) => word === telling || word === own[0] || (initials.length > 1 && word === initials))
}

/** The capitalised words of a name, without those that many names share: “Arrow Water Ltd” → Arrow, Water. */
function nameWordsOf(name: string): string[] {
  return words(name)
    .map(({ text }) => text.replace(/['’]s?$/, ''))
    .filter((word) => /^\p{Lu}/u.test(word) && !legalForm.test(word))
}

/** Whether a speaker's name sets them apart from all others. */
export function isNamedSide(name: string): boolean {
  return (
    nameWordsOf(name).length > 0 &&
    !/^(?:his|her|its|their|our|my|your|another|other|an?)\b/i.test(name) &&
    !name.includes(',')
  )
}

/** Whether a speaker has a name of their own. */
export function hasName(speaker: Speaker): boolean {
  return speaker.kind !== 'unnamed' && nameWordsOf(speakerName(speaker)).length > 0
}
