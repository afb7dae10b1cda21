import type { Span } from '../../../domain/article.ts'
import { speakerName } from '../../../domain/claim.ts'
import { countBefore } from '../../../text/ordered.ts'
import type { Gender } from '../../gender.ts'
import {
  type KnownSentence,
  type Meant,
  type Mention,
  personSpeaker,
  type SpeakerContext,
  wordsOfMention,
} from './mention.ts'
import { nameRuns } from './name-runs.ts'
import type { NamedPerson } from './people.ts'
import { byBody, describedBy } from './roles.ts'
import type { PronounForm } from './words.ts'

export const anotherMayBeMeant = 'doubt: another person may be meant'

/** The person named right before a place: “der Unternehmer Ole Brandis. Der wies …”. */
export function lastNamed(start: number, { people, text }: SpeakerContext): NamedPerson | undefined {
  const near = people.all
    .flatMap((person) => person.places.map((at) => ({ person, at })))
    .filter(({ at }) => at < start && at > start - farthestName)
  const last = near.toSorted((one, other) => one.at - other.at).at(-1)
  const between = last ? text.slice(last.at + last.person.last.length, start) : ''
  return last && (between.match(/[.!?]\s/g) ?? []).length <= 1 ? last.person : undefined
}

/** In characters. */
const farthestName = 120

/**
 * “er”, “sie”: whom the nearest sentence tells of, its subject before anybody else in it; doubtful if it tells of two
 * whom the pronoun may mean.
 */
export function pronoun(given: Mention): Meant | undefined {
  const { lower, context } = given
  const form = context.words.pronouns.get(lower)
  if (!form) return undefined
  if (form.isPlural || isPluralHere(given)) return { speaker: null }
  return spokeHere(given, form) ?? meantBefore(given, form)
}

/** “Il a reconnu devoir de l’argent à Rémi Alba, mais il nie …”: the one for whom the same pronoun stood before. */
function spokeHere({ place, context }: Mention, form: PronounForm): Meant | undefined {
  const sentence = context.sentences[sentenceAt(place.start, context)]
  const spoke = sentence && context.heard.findLast(({ start }) => start >= sentence.span.start && start < place.start)
  const isPronoun = sentence?.subject && context.words.pronouns.has(sentence.subject.mention.toLowerCase())
  const suits = !form.gender || !spoke?.person?.gender || spoke.person.gender === form.gender
  return spoke?.person && isPronoun && suits ? personSpeaker(spoke.person) : undefined
}

/** “Disse que fica.”: whoever the sentence before tells of, if one person speaks. */
export function subjectLeftOut(given: Mention): Meant {
  const { text, words } = given.context
  const verb = /^\p{L}+/u.exec(text.slice(given.place.start))?.[0].toLowerCase() ?? ''
  if (words.pluralVerb.test(verb)) return { speaker: null }
  return spokeBefore(given) ?? meantBefore(given, {})
}

/** Whoever spoke in the same sentence, or in the one before it in the paragraph; doubtful if two did. */
function spokeBefore({ place, context }: Mention): Meant | undefined {
  const { sentences, heard } = context
  const at = sentenceAt(place.start, context)
  for (const sentence of [sentences[at], sentences[at - 1]]) {
    if (!sentence || sentence.paragraph !== sentences[at]?.paragraph) return undefined
    const spoke = heard.filter(({ start }) => sentence.span.start <= start && start < sentence.span.end)
    const [first] = spoke
    if (!first) continue
    const isOne = new Set(spoke.map(({ speaker }) => speakerName(speaker))).size === 1
    return { speaker: first.speaker, person: first.person, doubts: isOne ? [] : [anotherMayBeMeant] }
  }
  return undefined
}

/** The index of the sentence that a position is in, or of the one before it. */
function sentenceAt(start: number, { spans }: SpeakerContext): number {
  return countBefore(spans, start + 1) - 1
}

/** The one whom the nearest sentence before a mention tells of. */
export function meantBefore({ place, context }: Pick<Mention, 'place' | 'context'>, form: PronounForm): Meant {
  const suits = (gender: Gender | undefined) => !form.gender || !gender || gender === form.gender
  const at = sentenceAt(place.start, context)
  const farthest = Math.max(0, at - farthestSentence)
  let isAnother = false
  for (let index = at; index >= farthest; index--) {
    const sentence = context.sentences[index]
    if (!sentence) break
    const found = meantIn(sentence, { suits, before: place.start, context, told: index === at ? place.content : [] })
    if (found) return isAnother ? { ...found, doubts: [anotherMayBeMeant] } : found
    isAnother ||=
      index < at ? mayBeMeant(sentence, suits, context) : isToldBody(sentence, { suits, told: place.content, context })
  }
  return { speaker: null }
}

/** “Der Verurteilte selbst blieb dabei. Er …”: somebody whom no name or role tells, whom a pronoun may mean. */
function mayBeMeant(
  { subject }: KnownSentence,
  suits: (gender: Gender | undefined) => boolean,
  { words }: SpeakerContext,
): boolean {
  const [first, second] = subject ? wordsOfMention(subject.mention, words) : []
  const gender = words.bodyGender.get(first?.lower ?? '')
  // “L’association”: its article shows no gender.
  const isElided = gender === undefined && words.joints !== null && words.isBody(second?.lower ?? '')
  return isElided || (gender !== undefined && suits(gender))
}

/** “Le parquet a ouvert une enquête, a-t-il annoncé”: a body that the words tell of may be who says them. */
function isToldBody(
  { subject }: KnownSentence,
  { suits, told, context: { words } }: Pick<Sought, 'suits' | 'told' | 'context'>,
): boolean {
  const isTold = subject && told.some(({ start, end }) => start <= subject.start && subject.start < end)
  const tokens = isTold ? wordsOfMention(subject.mention, words) : []
  const gender = words.bodyGender.get(tokens[0]?.lower ?? '')
  return !words.capitalisesNouns && gender !== undefined && suits(gender) && words.isBody(tokens[1]?.lower ?? '')
}

/** How many sentences back a pronoun may refer. */
const farthestSentence = 3

interface Sought {
  readonly suits: (gender: Gender | undefined) => boolean
  /** The position of the pronoun. */
  readonly before: number
  readonly context: SpeakerContext
  /** What the one whom a pronoun means says: “Die Kammer irre, sagte sie” is not the chamber's. */
  readonly told: readonly Span[]
}

/** The one whom a sentence tells of and whom a pronoun behind it may mean. */
function meantIn(sentence: KnownSentence, sought: Sought): Meant | undefined {
  const { suits, before, context } = sought
  const end = Math.min(sentence.span.end, before)
  const isHere = (at: number) => sentence.span.start <= at && at < end
  const named = context.people.all.filter((person) => suits(person.gender) && person.places.some(isHere))
  const own = subjectIn(sentence, sought, named)
  if (own) return own
  const spokeThere = context.heard.findLast((each) => isHere(each.start))?.person
  const isPronoun = sentence.subject && context.words.pronouns.has(sentence.subject.mention.toLowerCase())
  if (spokeThere && isPronoun && suits(spokeThere.gender)) return personSpeaker(spokeThere)
  const [only] = named
  if (only) return named.length === 1 ? personSpeaker(only) : { ...personSpeaker(only), doubts: [anotherMayBeMeant] }
  return spokeThere && suits(spokeThere.gender) ? personSpeaker(spokeThere) : undefined
}

/** The subject of a sentence, if a pronoun may mean it. */
function subjectIn(
  { subject }: KnownSentence,
  { suits, before, context, told }: Sought,
  named: readonly NamedPerson[],
): Meant | undefined {
  const isTold = told.some(({ start, end }) => subject && start <= subject.start && subject.start < end)
  const own = subject && !isTold && subject.start < before ? subjectMeant(subject.mention, context) : undefined
  if (!subject || !own || !suits(own.person?.gender ?? own.gender)) return undefined
  if (own.person) return own
  // “Die Ministerin geht: Ana Ruiz hat …”: the description and the name are one person's.
  if (named.length === 1 && isDefinite(subject.mention, context)) return undefined
  return named.length <= 1 ? own : { ...own, doubts: [anotherMayBeMeant] }
}

function isDefinite(mention: string, { words }: SpeakerContext): boolean {
  return words.definite.has(mention.split(' ')[0]?.toLowerCase() ?? '')
}

/** The person whom a subject names or describes; undefined if it is no person. */
function subjectMeant(
  mention: string,
  context: SpeakerContext,
): (Meant & { readonly gender: Gender | undefined }) | undefined {
  const { people, words } = context
  const bare = mention.replace(words.beside, '')
  const tokens = wordsOfMention(bare, words)
  if (tokens.length === 1 && words.pronouns.has(tokens[0]?.lower ?? '')) return undefined
  const runs = nameRuns(tokens, words)
  const person = runs.map((run) => (run.isBody ? undefined : people.find(run.name))).find((each) => each !== undefined)
  if (person) return { ...personSpeaker(person), gender: person.gender }
  return describedBy(bare, tokens, context) ?? bodyMeant({ mention: bare, tokens, runs, context })
}

/** “Die Reederei wartet. Sie …”: a body, if its article shows its gender. */
function bodyMeant(
  given: Pick<Mention, 'mention' | 'tokens' | 'runs' | 'context'>,
): (Meant & { readonly gender: Gender }) | undefined {
  const { tokens, context } = given
  const gender = context.words.bodyGender.get(tokens[0]?.lower ?? '')
  if (!gender || !tokens.some(({ lower }) => context.words.isBody(lower))) return undefined
  const meant = byBody(given)
  return meant && { ...meant, gender }
}

function isPluralHere({ place, mention, context: { text, words } }: Mention): boolean {
  const around = text.slice(Math.max(0, place.start - longestVerb), place.start + mention.length + longestVerb)
  const before = /(\p{L}+)\s+$/u.exec(around.slice(0, longestVerb))?.[1] ?? ''
  const behind = /^\s+(\p{L}+)/u.exec(text.slice(place.start + mention.length))?.[1] ?? ''
  return words.pluralVerb.test(before) || words.pluralVerb.test(behind)
}

/** In characters. */
const longestVerb = 20
