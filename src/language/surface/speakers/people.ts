import { plainText } from '../../../text/rules.ts'
import type { Token } from '../../../text/tokens.ts'
import { joinWords, words as wordsOf } from '../../../text/tokens.ts'
import type { Gender } from '../../gender.ts'
import type { SpeakerWords } from './words.ts'

/** A person whom a text names. */
export interface NamedPerson {
  /** The fullest form of the name. */
  name: string
  /** The last word of the name. */
  readonly last: string
  /** The words for what they are, as the text prints them: “Sprecherin des Vereins”. */
  role: string | undefined
  readonly roleKeys: Set<string>
  gender: Gender | undefined
  age: string | undefined
  /** Where they are mentioned by name, in order. */
  readonly places: number[]
}

/** A name in a text, with the words before or behind it that tell what its bearer is. */
export interface NamedRun {
  readonly start: number
  readonly end: number
  /** The words of the name itself. */
  readonly name: readonly string[]
  /** The words for a role that belong to it, as printed. */
  readonly role: string
  /** True if an article or a possessive opens the phrase. */
  readonly hasArticle: boolean
  readonly isBody: boolean
  /** True if no article or preposition precedes the name and its role. */
  readonly standsAlone: boolean
  /** True if the role stands right before the name: “Richterin Berger”. */
  readonly isTitled: boolean
}

/** The people of a text by the last word of their names. */
export class NamedPeople {
  readonly #byLast = new Map<string, NamedPerson[]>()
  readonly all: NamedPerson[] = []
  readonly #words: SpeakerWords

  constructor(words: SpeakerWords) {
    this.#words = words
  }

  /** Returns the only person with a name; undefined if there is none, or more than one. */
  find(name: readonly string[]): NamedPerson | undefined {
    const last = this.#plain(name.at(-1) ?? '')
    const bearers = this.#byLast.get(last) ?? []
    if (name.length === 1 && bearers.length > 0) return bearers.length === 1 ? bearers[0] : this.#byPart(name, 0)
    if (name.length === 1) return this.#byPart(name, 0) ?? this.#byPart(name, 1)
    const bearer = bearers.find((person) => person.name.startsWith(name[0] ?? '') || !person.name.includes(' '))
    return bearer ?? this.#byPart(name, 0)
  }

  /** “Ana”, “Ruiz” or “Ana Ruiz” for Ana Ruiz Lind: the only person with these words at a position in their name. */
  #byPart(part: readonly string[], at: number): NamedPerson | undefined {
    const bearers = this.all.filter(({ name }) => {
      const whole = name.split(' ')
      return part.every((word, index) => whole[at + index] === word)
    })
    return bearers.length === 1 ? bearers[0] : undefined
  }

  add({ name, role, start }: NamedRun): NamedPerson {
    const plain = name.map((word, at) => (at === name.length - 1 ? this.#plain(word) : word))
    const known = this.find(plain)
    const person = known ?? this.#create(plain)
    if (plain.length > person.name.split(' ').length) person.name = joinWords(plain)
    person.gender ??= this.#words.firstNames.get(plain[0] ?? '')
    if (role) this.describe(person, role)
    person.places.push(start)
    return person
  }

  /** Adds what the text calls a person. */
  describe(person: NamedPerson, role: string): void {
    if (!this.#words.isBareRelation(role)) person.role ??= role
    for (const { text, lower } of wordsOf(role, { ...plainText, joints: this.#words.joints })) {
      if (!this.#words.isRole(lower)) continue
      person.roleKeys.add(this.#words.roleKey(lower))
      person.gender ??= this.#words.genderOf(lower)
      if (text.includes('-')) person.roleKeys.add(this.#words.roleKey(lower.split('-').at(-1) ?? lower))
    }
  }

  #create(name: readonly string[]): NamedPerson {
    const person: NamedPerson = {
      name: joinWords(name),
      last: name.at(-1) ?? '',
      role: undefined,
      roleKeys: new Set(),
      gender: undefined,
      age: undefined,
      places: [],
    }
    this.all.push(person)
    this.#byLast.set(person.last, [...(this.#byLast.get(person.last) ?? []), person])
    return person
  }

  /** A name without the ending of its case, if the text has it without too. */
  #plain(name: string): string {
    if (this.#byLast.has(name)) return name
    const bare = this.#words.genitive.exec(name)?.[1]
    return bare !== undefined && this.#byLast.has(bare) ? bare : name
  }
}

/** Returns true for a token that may be part of a name. */
export function isNameWord(token: Token | undefined): boolean {
  return token?.kind === 'word' && /^\p{Lu}/u.test(token.text)
}
