import { type Speaker, speakerName } from '../domain/claim.ts'
import { isRole } from './name-words.ts'
import type { People, Person } from './people.ts'
import { firstBetween, lastBefore } from './positions.ts'

/** A speaker already met, and where. */
export interface Heard {
  readonly start: number
  readonly speaker: Speaker
  readonly person: Person | undefined
}

/** What stands before a mention. */
export interface Context {
  readonly start: number
  readonly people: People
  /** The full names of the initials that the text introduces. */
  readonly acronyms: ReadonlyMap<string, string>
  readonly heard: readonly Heard[]
  readonly text: string
  /** What pronouns so far have told of people whose names tell nothing, by name. Grows as the text is read. */
  readonly genders: Map<string, 'female' | 'male'>
  /** Who it cannot be, by name. */
  readonly except: string | undefined
  /** Whom the attribution before accused by name; and whether this one denies. */
  readonly accused: string | undefined
  readonly denies: boolean
}

export type Resolved = Omit<Heard, 'start'>

/** How far back, in characters, a pronoun may reach for whom it stands for. */
const pronounReach = 2_500

/** Whom "he" or "she" stands for: whoever the sentence named, spoke last, or was named last. */
export function personFor(gender: 'female' | 'male', context: Context): Resolved | undefined {
  const resolved = findPerson(gender, context)
  // Once a “she”, never a “he”.
  if (resolved?.person && !resolved.person.gender) context.genders.set(resolved.person.name, gender)
  return resolved
}

function findPerson(gender: 'female' | 'male', context: Context): Resolved | undefined {
  const { people, heard, except, genders } = context
  const sentence = sentenceStart(context.text, context.start)
  const suits = (person: Person | undefined) =>
    person !== undefined &&
    person.name !== except &&
    suitsGender(person, gender) &&
    (genders.get(person.name) ?? gender) === gender
  const inSentence = firstBetween(people.mentions, [sentence, context.start], ({ person }) => suits(person))
  if (inSentence) return { person: inSentence.person, speaker: asPerson(inSentence.person, null) }
  const last = <Each extends { readonly start: number }>(list: readonly Each[], isIt: (each: Each) => boolean) =>
    lastBefore(list, { before: context.start, reach: pronounReach }, isIt)
  const spoke = last(
    heard,
    ({ person, speaker }) => suits(person) || (isOnePerson(speaker) && speakerName(speaker) !== except),
  )
  const opened = last(people.mentions, ({ opens, person }) => opens && suits(person))
  // Somebody of whom the text says “she” goes before somebody of whom it says neither.
  const surer = spoke?.person?.gender === gender && opened?.person.gender !== gender
  if (spoke && (!opened || surer || spoke.start >= opened.start))
    return { person: spoke.person, speaker: spoke.speaker }
  const mentioned = opened ?? last(people.mentions, ({ person }) => suits(person))
  return mentioned && { person: mentioned.person, speaker: asPerson(mentioned.person, null) }
}

/** "a former engineer of the line", not "two officials" or "the orbit". */
function isOnePerson(speaker: Speaker): boolean {
  if (speaker.kind !== 'unnamed') return false
  return isRole(headOf(speaker.description))
}

function suitsGender(person: Person, gender: 'female' | 'male'): boolean {
  return person.gender === undefined || person.gender === gender
}

/** Where the sentence begins that an offset stands in, as far as stops tell. */
function sentenceStart(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - 400), offset)
  const stop = Math.max(...['. ', '? ', '! ', '.” ', '," ', ',” ', '.\n', '\n'].map((mark) => before.lastIndexOf(mark)))
  return offset - before.length + Math.max(0, stop)
}

/** What “it” may stand for is one thing, what “they” may is several or an organization. */
export function suitsNumber({ speaker }: Heard, pronoun: string): boolean {
  if (speaker.kind === 'person') return false
  if (speaker.kind === 'organization') return true
  const head = speaker.kind === 'unnamed' ? headOf(speaker.description) : speaker.title
  const plural = /[^s]s$|people$|men$|police$/.test(head)
  return pronoun === 'they' ? plural || speaker.kind !== 'unnamed' : !plural && !isRole(head)
}

/** The noun that a description is about: "official" of "an official of the council". */
export function headOf(description: string): string {
  const [phrase = ''] = description
    .toLowerCase()
    .split(/ (?:of|in|for|from|at|with|on|who|familiar|briefed|close)\b|,/, 1)
  return phrase.split(' ').at(-1) ?? ''
}

/** The last speaker of a kind. */
export function lastHeard({ heard, start }: Context, suits: (heard: Heard) => boolean): Resolved | undefined {
  const found = lastBefore(heard, { before: start }, suits)
  return found && { person: found.person, speaker: found.speaker }
}

/** Whom a "who" belongs to: the words right before it. */
export function antecedent(context: Context): Resolved | undefined {
  const before = context.text.slice(Math.max(0, context.start - 200), context.start)
  const phrase = /([^.,;:!?—“”"]+?),?\s*$/.exec(before)?.[1]?.trim()
  const name = lastBefore(context.people.mentions, { before: context.start, reach: 120 }, () => true)
  if (name) return { person: name.person, speaker: asPerson(name.person, null) }
  const noun = phrase && nearestNoun.exec(phrase)?.[0]
  return noun ? { person: undefined, speaker: { kind: 'unnamed', description: noun } } : undefined
}

/** The last noun phrase of a stretch: from its article or number on, or a name. */
const nearestNoun =
  /(?:\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*|\b(?:an?|the|one|two|three|four|five|six|several|some|many|few|most|those|his|her|their|its|\d+) (?:[\p{L}’'-]+ ?){1,6})$/u
/** A person as a speaker; the text's role for them before one that only this mention gives. */
export function asPerson(person: Person, role: string | null): Speaker {
  return { kind: 'person', name: person.name, role: person.role ?? role }
}
