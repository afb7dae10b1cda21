import type { Span } from '../../../domain/article.ts'
import { type Speaker } from '../../../domain/claim.ts'
import type { Gender } from '../../gender.ts'
import { genderOf, isRole } from '../words/name-words.ts'
import type { People } from './people/people.ts'
import type { Person } from './people/person.ts'

/** A speaker mentioned earlier, and where. */
export interface Heard {
  readonly start: number
  readonly speaker: Speaker
  readonly person: Person | undefined
  /** Reasons why someone else may have been meant; if there are any, nobody is named. */
  readonly doubts?: readonly string[]
  /** The spans of what they said there, if they made a statement and did not ask a question. */
  readonly stated?: readonly Span[]
}

/** The context in which a mention is resolved. */
export interface Context {
  readonly start: number
  readonly people: People
  /** Full names, keyed by the initials that the text introduces. */
  readonly acronyms: ReadonlyMap<string, string>
  readonly heard: readonly Heard[]
  readonly text: string
  /** The spans of the text's sentences, in order. */
  readonly sentences: readonly Span[]
  /** Genders learnt from pronouns, by name, of people whose names do not show them. Grows as the text is read. */
  readonly genders: Map<string, Gender>
  /** The name of someone who cannot be meant. */
  readonly except: string | undefined
  /** The reported words; a person named in them is not their speaker. */
  readonly content: readonly Span[]
  /** The accused named in the previous attribution, and whether this one is a denial. */
  readonly accused: string | undefined
  readonly denies: boolean
}

export type ResolvedSpeaker = Omit<Heard, 'start'>

/** Returns true if a pronoun of this gender may mean a person. */
export function suitsPronoun(person: Person | undefined, gender: Gender, { except, genders }: Context): boolean {
  return (
    person !== undefined &&
    person.name !== except &&
    (person.gender ?? gender) === gender &&
    (genders.get(person.name) ?? gender) === gender
  )
}

/** Returns true for "a former engineer of the line", but not for "two officials" or "the orbit". */
export function isOnePerson(speaker: Speaker): boolean {
  if (speaker.kind !== 'unnamed') return false
  // “One of them, a baker”, “another of the drivers”.
  const head = headOf(speaker.description)
  return isRole(head) || /^(?:one|another)$/.test(head) || /^(?:one|another) of /i.test(speaker.description)
}

/** Returns the noun that a description is about: "official" of "an official of the council". */
export function headOf(description: string): string {
  const [phrase = ''] = description
    .toLowerCase()
    .split(
      / (?:of|in|for|from|at|with|on|by|who|familiar|briefed|close|compiled|published|polled|surveyed|obtained|posted|released|filed|seen|reviewed|written|sent|issued|signed|dated)\b|,/,
      1,
    )
  // “Page 19”, “Local 77”
  return phrase.replace(/ \d+$/, '').split(' ').at(-1) ?? ''
}

/** Returns the start of the sentence that contains an offset, judging by punctuation. */
export function sentenceStart(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - 400), offset)
  const stop = Math.max(...['. ', '? ', '! ', '.” ', '," ', ',” ', '.\n', '\n'].map((mark) => before.lastIndexOf(mark)))
  return offset - before.length + Math.max(0, stop)
}

/** Returns true if a pronoun may mean an unnamed speaker: a single person, and not a mother for “he”. */
export function mayBe(speaker: Speaker, gender: Gender): boolean {
  if (!isOnePerson(speaker) || speaker.kind !== 'unnamed') return false
  const genders = speaker.description
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .map((word) => genderOf(word))
  return genders.every((each) => each === undefined || each === gender)
}
