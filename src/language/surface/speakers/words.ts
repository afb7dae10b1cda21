import type { TextRules } from '../../../text/rules.ts'
import type { Gender } from '../../gender.ts'

/** A pronoun that means a speaker. Its number shows in the verb beside it where `gender` is missing. */
export interface PronounForm {
  readonly gender?: Gender
  readonly isPlural?: true
}

/** What a language must say of its words for people and bodies. Words are in lower case. */
export interface SpeakerWords extends Pick<TextRules, 'joints'> {
  readonly pronouns: ReadonlyMap<string, PronounForm>
  /** Words that mean whoever spoke last: “demnach”. */
  readonly echoes: ReadonlySet<string>
  readonly relatives: ReadonlySet<string>
  readonly definite: ReadonlySet<string>
  /** The definite articles that a subject has whatever its gender: “die”, but not “der”. */
  readonly subjectArticles: ReadonlySet<string>
  readonly indefinite: ReadonlySet<string>
  readonly possessive: ReadonlySet<string>
  /** Articles before a noun for one person: “ein”, “der”. */
  readonly singular: ReadonlySet<string>
  /** Words between the parts of a name: “von”, “de”. */
  readonly particles: ReadonlySet<string>
  /** Words within a role: “für”, “im”. */
  readonly joinsRole: ReadonlySet<string>
  /** True for a word that is no noun, whatever its first letter: “Und”, “Aus”. */
  isSmall(word: string): boolean
  /** Titles that are no part of a name: “Dr.”, “Frau”. */
  readonly titles: ReadonlySet<string>
  /** The gender of first names, as printed. */
  readonly firstNames: ReadonlyMap<string, Gender>
  /** True for a noun for a person's office, work or relation, in any form. */
  isRole(word: string): boolean
  /** A role that somebody had before: “Ex-Trainer”, “früherer Trainer”. */
  readonly former: RegExp
  /** True for a role that says nothing without the one it relates to: “Frau”, “Mutter”. */
  isBareRelation(role: string): boolean
  /** The gender that the form of such a noun shows; undefined if it shows none. */
  genderOf(word: string): Gender | undefined
  /** The gender that an article shows before such a noun: “der Sänger” is a man. */
  readonly articleGender: ReadonlyMap<string, Gender>
  /** The gender that an article shows before a noun for a body: “sie” may be “die Reederei”. */
  readonly bodyGender: ReadonlyMap<string, Gender>
  /** Nouns for somebody who has another role, and that role: “der Rathauschef” is the mayor. */
  readonly alsoCalled: readonly (readonly [noun: RegExp, role: RegExp])[]
  /** True for a noun for a body: “Polizei”, “Ministerium”. */
  isBody(word: string): boolean
  isDocument(word: string): boolean
  /** True for a word that opens the name of a place: “São” in “São Torcato”. */
  isPlace(word: string): boolean
  /** An adjective within a role: “municipal” in “a secretária municipal, Ana Ruiz”. */
  readonly adjective: RegExp
  /** True for a noun that several people share: “Anwohner”, “Experten”. */
  isGroup(word: string): boolean
  /** True if all nouns have capitals, so that a capital alone shows no name. */
  readonly capitalisesNouns: boolean
  /** A name without the ending of its case: “Webers”. The first group is the name. */
  readonly genitive: RegExp
  /** A description by age: “die 54-Jährige”. The first group is the age. */
  readonly ageMention: RegExp
  /** A person's own statements: “eigenen Angaben”. */
  readonly ownStatement: RegExp
  /** Words at the ends of a mention that are no part of it: “und”, “selbst”. */
  readonly beside: RegExp
  /** Verb forms in the plural, right beside a pronoun. */
  readonly pluralVerb: RegExp
  /** How two nouns for one role are compared: without compounds and gender. */
  roleKey(word: string): string
}
