import type { Act } from '../../domain/claim.ts'
import type { SayingVerb, VerbLexicon } from '../surface/verbs.ts'

/** A verb of saying of several words: “fait savoir”, “dejó claro”. */
export interface VerbPhrase {
  /** Finite forms and participles of its first word. */
  readonly heads: ReadonlySet<string>
  readonly words: readonly string[]
  readonly verb: SayingVerb
}

/** Such verbs by each form of their first words. */
export type VerbPhrases = ReadonlyMap<string, readonly VerbPhrase[]>

/** Makes an index of verbs of several words. */
export function verbPhrases(phrases: readonly VerbPhrase[]): VerbPhrases {
  const byHead = phrases.flatMap((phrase) => [...phrase.heads].map((head) => ({ head, phrase })))
  return new Map(
    [...Map.groupBy(byHead, ({ head }) => head)].map(([head, found]) => [head, found.map(({ phrase }) => phrase)]),
  )
}

/** Phrases of several words, by their first word; the longest of each first. */
export type PhraseIndex = ReadonlyMap<string, readonly (readonly string[])[]>

/** Makes an index of phrases, each a list of words. */
export function phraseIndex(phrases: readonly (readonly string[])[]): PhraseIndex {
  return Map.groupBy(
    phrases.toSorted((one, other) => other.length - one.length),
    ([first = '']) => first,
  )
}

/** What a Romance language must say of its words. Everything is in lower case. */
export interface RomanceWords {
  readonly verbs: VerbLexicon
  readonly determiners: ReadonlySet<string>
  /** Articles that open a subject: “o”, “uma”. */
  readonly subjectArticles: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  readonly pronouns: ReadonlySet<string>
  /** Weak pronouns and negations between a subject and its verb: “o ministro não lhe disse”. */
  readonly beforeVerbs: ReadonlySet<string>
  /** Weak pronouns that are written behind their verb: “disse-lhe”. */
  readonly weakBehind: RegExp
  /** “se”: with it a form of “to be” makes no passive: “s’est dit”. */
  readonly reflexives: ReadonlySet<string>
  /** Forms of verbs that say nothing together with such a pronoun: “se manifestaron en la plaza”. */
  readonly notReflexive: ReadonlySet<string>
  /** “pois”: a reason behind it has the subject of the main clause, if it names none. */
  readonly beforeReasons: ReadonlySet<string>
  /** Words that only a finite verb follows: “ne”, “se”. */
  readonly beforeFinite: ReadonlySet<string>
  /** “que”, “se”: they open what is reported. */
  readonly complementizers: ReadonlySet<string>
  /** Those that do not belong to what they open: “que”. */
  readonly that: ReadonlySet<string>
  /** “de”, with and without an article. */
  readonly of: ReadonlySet<string>
  /** Forms that tell what somebody does while speaking: “olhando”. */
  readonly gerundEnding: RegExp
  /** Question words that open it: “disse quem”. */
  readonly questions: ReadonlySet<string>
  readonly subordinators: ReadonlySet<string>
  readonly relatives: ReadonlySet<string>
  readonly conjunctions: ReadonlySet<string>
  /** Conjunctions that open a new main clause behind a comma. */
  readonly contrasts: ReadonlySet<string>
  readonly auxiliaries: ReadonlySet<string>
  /** Forms of “to be”, which make a passive. */
  readonly passives: ReadonlySet<string>
  /** Their participles: “tem sido acusado”. */
  readonly passiveParticiples: ReadonlySet<string>
  /** Finite forms of the commonest verbs, and the endings of all others. */
  readonly finiteForms: ReadonlySet<string>
  readonly finiteEnding: RegExp
  readonly infinitive: RegExp
  /** Verbs of saying of several words: the forms of the first, and the words behind it. */
  readonly phrases: VerbPhrases
  /** Words before a form that says how something is done: “en”. */
  readonly beforeGerunds: ReadonlySet<string>
  /** Words that mean whoever spoke last, by their words: “à ses yeux”, with a mark of its own in the speakers' words. */
  readonly echoes: PhraseIndex
  /** Prepositions between a verb of saying and its infinitive, and the acts of the verbs that have them. */
  readonly beforeInfinitives: ReadonlyMap<string, ReadonlySet<Act>>
  readonly negations: ReadonlySet<string>
  /** Words that open a subject who said nothing: “ninguém”, “nem”. */
  readonly nobody: ReadonlySet<string>
  readonly adverbs: ReadonlySet<string>
  /** Adverbs made from adjectives: “claramente”. */
  readonly adverbEnding: RegExp
  /** Times, and the prepositions before them and before places of speaking, which end a speaker's name. */
  readonly times: ReadonlySet<string>
  readonly venues: RegExp
  /** Words in front of a source, each a list of words: “de acordo com”. */
  readonly accordingTo: PhraseIndex
  /** Those that name a source only at the start of a sentence, and before a name or a role: “para”. */
  readonly accordingAtStart: ReadonlySet<string>
  /** Words after which the first of them means something else: “segundo turno”. */
  readonly notSources: ReadonlySet<string>
  /** “como” in “como disse o ministro”. */
  readonly as: ReadonlySet<string>
  /** True if a person who is an object has “a” before them: “acusó a Ana Ruiz”. */
  readonly marksPersons: boolean
  /** “por”, before the actor of a passive. */
  readonly by: ReadonlySet<string>
  /** “ao”, “à”, before whom something is given to. */
  readonly to: ReadonlySet<string>
  /** “de”, “por”, before what somebody is accused of. */
  readonly beforeCharge: ReadonlySet<string>
  /** True for a noun for somebody's office or work. */
  isRole(word: string): boolean
}

/** Words that are no nouns, however they are written. */
export function smallWordsOf(words: RomanceWords): ReadonlySet<string> {
  const { determiners, prepositions, pronouns, subordinators, conjunctions, adverbs, complementizers, beforeVerbs } =
    words
  const lists = [
    determiners,
    prepositions,
    pronouns,
    subordinators,
    conjunctions,
    adverbs,
    complementizers,
    beforeVerbs,
  ]
  return new Set(lists.flatMap((list) => [...list]))
}
