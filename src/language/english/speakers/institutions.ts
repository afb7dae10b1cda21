import type { Speaker } from '../../../domain/claim.ts'
import { lastBefore } from '../../../text/ordered.ts'
import { genericInstitutions, institutionNouns, placeWords } from '../words/name-words.ts'
import { type Context, headOf, type ResolvedSpeaker } from './context.ts'

/** Resolves "the company" and "the council". */

/** Returns the accused, named before the charge: Norwind in “Norwind of hiding a report”. */
export function accusedIn(said: string): string | undefined {
  const accused = accusedPhrase(said)
  return accused === undefined ? undefined : nameIn(accused)
}

/**
 * “Dalton Reeve” in “the prison's contractor, Dalton Reeve,” and “Dalton Reeve (D), a senator”; or the phrase itself.
 */
function nameIn(phrase: string): string {
  const parts = phrase.replace(/\s*\([^)]*\)/g, '').split(/,\s*/)
  const names = parts.flatMap((part) => /(?:^|\s)((?:\p{Lu}[\p{L}’'-]+ ?){2,4})$/u.exec(part)?.[1]?.trim() ?? [])
  const isExplained = parts.length > 1 || /^\p{Ll}/u.test(phrase)
  return (isExplained && names[0]) || phrase
}

/** Returns the charge in an accusation: “hiding a report” in “Norwind of hiding a report”. */
export function chargeIn(said: string): string | undefined {
  const accused = accusedPhrase(said)
  return accused === undefined ? undefined : said.slice(accused.length).replace(/^\s*of /, '')
}

function accusedPhrase(said: string): string | undefined {
  return /^(?!him\b|her\b|them\b|it\b)(.{2,110}?) of (?:["“‘]|(?:not )?\p{L}+ing\b)/u.exec(said)?.[1]?.trim()
}

/** "The company" is the organization named last; "the council" is the last one with that word in its name. */
export function meantInstitution(noun: string, { people, start }: Context): ResolvedSpeaker | undefined {
  const found = lastBefore(people.organizations, { before: start }, ({ name }) => isCalled(name, noun))
  return found && { person: undefined, speaker: { kind: 'organization', name: found.name } }
}

/** "The company" may be Lind Foods but not a union; "the council" must be called a council. */
function isCalled(name: string, noun: string): boolean {
  const inName = name.toLowerCase().split(' ')
  if (inName.includes(noun)) return true
  if (noun === 'agency' && inName.some((word) => publicBodies.has(word))) return true
  // “Pell Street” is a place.
  if (placeWords.has(inName.at(-1) ?? '')) return false
  return genericInstitutions.has(noun) && !inName.some((word) => institutionNouns.has(word)) && !manyPeople.test(name)
}

/** Words in the names of what is also called “the agency”. */
const publicBodies = new Set(['authority', 'bureau', 'commission', 'directorate', 'inspectorate', 'office', 'service'])

/** “Campaigners”, “Residents”: one word for several people. */
const manyPeople = /^\p{L}+(?:[aeo]rs|ists|[ae]nts|ians|tives)$/u

/** "the official" is the official who spoke before; "the group" the organization. */
export function answersTo(speaker: Speaker, noun: string): boolean {
  switch (speaker.kind) {
    case 'person':
      return headOf(speaker.role ?? '') === noun
    case 'organization':
      return isCalled(speaker.name, noun)
    case 'document':
      return speaker.title.toLowerCase().endsWith(noun)
    case 'unnamed':
      return headOf(speaker.description) === noun
  }
}
