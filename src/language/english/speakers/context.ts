import type { Span } from '../../../domain/article.ts'
import { type Speaker } from '../../../domain/claim.ts'
import { type Gender, genderOf, isRole } from '../words/name-words.ts'
import type { People } from './people/people.ts'
import type { Person } from './people/person.ts'

/** A speaker already met, and where. */
export interface Heard {
  readonly start: number
  readonly speaker: Speaker
  readonly person: Person | undefined
  /** Why somebody else may have been meant as well; if there is a reason, nobody is named. */
  readonly doubts?: readonly string[]
  /** What they said there, if they told something and asked nothing. */
  readonly stated?: readonly Span[]
}

/** What is known when a mention is resolved. */
export interface Context {
  readonly start: number
  readonly people: People
  /** Full names, by the initials that the text introduces. */
  readonly acronyms: ReadonlyMap<string, string>
  readonly heard: readonly Heard[]
  readonly text: string
  /** The spans of the text's sentences, in order. */
  readonly sentences: readonly Span[]
  /** What pronouns so far have told about people whose names do not tell their gender, by name. Grows as the text is read. */
  readonly genders: Map<string, Gender>
  /** The name of somebody it cannot be. */
  readonly except: string | undefined
  /** What is said: whoever is named in it is not the one who says it. */
  readonly content: readonly Span[]
  /** Whom the attribution before accused by name, and whether this one denies. */
  readonly accused: string | undefined
  readonly denies: boolean
}

export type ResolvedSpeaker = Omit<Heard, 'start'>

/** Whether a person may be meant by a pronoun of this gender. */
export function suitsPronoun(person: Person | undefined, gender: Gender, { except, genders }: Context): boolean {
  return (
    person !== undefined &&
    person.name !== except &&
    (person.gender ?? gender) === gender &&
    (genders.get(person.name) ?? gender) === gender
  )
}

/** "a former engineer of the line", not "two officials" or "the orbit". */
export function isOnePerson(speaker: Speaker): boolean {
  if (speaker.kind !== 'unnamed') return false
  // “One of them, a baker”, “another of the drivers”.
  const head = headOf(speaker.description)
  return isRole(head) || /^(?:one|another)$/.test(head) || /^(?:one|another) of /i.test(speaker.description)
}

/** The noun that a description is about: "official" of "an official of the council". */
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

/** Where the sentence that holds an offset begins, as far as punctuation tells. */
export function sentenceStart(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - 400), offset)
  const stop = Math.max(...['. ', '? ', '! ', '.” ', '," ', ',” ', '.\n', '\n'].map((mark) => before.lastIndexOf(mark)))
  return offset - before.length + Math.max(0, stop)
}

/** Whether an unnamed speaker may be meant by a pronoun: one person, and not a mother by “he”. */
export function mayBe(speaker: Speaker, gender: Gender): boolean {
  if (!isOnePerson(speaker) || speaker.kind !== 'unnamed') return false
  const genders = speaker.description
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .map((word) => genderOf(word))
  return genders.every((each) => each === undefined || each === gender)
}
