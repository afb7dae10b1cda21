import { type Speaker, speakerName } from '../../../domain/claim.ts'
import { countBefore, firstBetween, lastBefore } from '../../../text/ordered.ts'
import type { Gender } from '../../gender.ts'
import { namesOf, type Rule } from '../../rule.ts'
import { genericInstitutions, institutionNouns, isRole } from '../words/name-words.ts'
import { doubtsAbout } from './certainty.ts'
import {
  type Context,
  type Heard,
  headOf,
  mayBe,
  type ResolvedSpeaker,
  sentenceStart,
  suitsPronoun,
} from './context.ts'
import { answersTo } from './institutions.ts'
import type { PersonMention } from './people/people.ts'
import type { Person } from './people/person.ts'

/** How far back, in characters, the antecedent of a pronoun may be. */
const pronounReach = 2_500

/** Resolves "he" or "she" to a person named in the sentence, the last speaker, or the person named last. */
export function personFor(gender: Gender, context: Context): ResolvedSpeaker | undefined {
  const resolved = findPerson(gender, context)
  // Once a “she”, never a “he”.
  if (resolved?.person && !resolved.person.gender) context.genders.set(resolved.person.name, gender)
  return resolved
}

function findPerson(gender: Gender, context: Context): ResolvedSpeaker | undefined {
  const { people, heard, except, start, content } = context
  const sentence = sentenceStart(context.text, start)
  const suits = (person: Person | undefined) => suitsPronoun(person, gender, context)
  const isSaid = (at: number) => content.some((span) => span.start <= at && at < span.end)
  const inSentence = firstBetween(
    people.mentions,
    [sentence, start],
    (mention) => suits(mention.person) && !isSaid(mention.start),
  )
  if (inSentence) return named(inSentence, gender, context)
  const last = <Each extends { readonly start: number }>(list: readonly Each[], isIt: (each: Each) => boolean) =>
    lastBefore(list, { before: start, reach: pronounReach }, (each) => !isSaid(each.start) && isIt(each))
  const spoke = last(
    heard,
    ({ person, speaker }) => suits(person) || (mayBe(speaker, gender) && speakerName(speaker) !== except),
  )
  const opened = last(people.mentions, ({ opens, person }) => opens && suits(person))
  // Someone known to be a “she” comes before someone whose gender is unknown.
  const surer = spoke?.person?.gender === gender && opened?.person.gender !== gender
  if (spoke && (!opened || surer || spoke.start >= opened.start))
    return {
      person: spoke.person,
      speaker: spoke.speaker,
      doubts: [
        ...(spoke.doubts ?? []),
        ...doubtsAbout(
          { start: spoke.start, name: speakerName(spoke.speaker), isSubject: true, stated: spoke.stated ?? [] },
          gender,
          context,
        ),
        ...unaskedDoubt(context),
        ...agentDoubt(spoke.start, context),
      ],
    }
  const mentioned = opened ?? last(people.mentions, ({ person }) => suits(person))
  return mentioned && named(mentioned, gender, context)
}

function named({ start, person, opens }: PersonMention, gender: Gender, context: Context): ResolvedSpeaker {
  const meant = { start, name: person.name, isSubject: opens, stated: [] }
  const doubts = [...doubtsAbout(meant, gender, context), ...unaskedDoubt(context)]
  return { person, speaker: asPerson(person, null), doubts }
}

/** Words of somebody who is to be answered. */
const asks = /[?“”"]|\b(?:ask|question|press|challeng|accus|said to|told|wrote|letter|email|put to)/i

/** “Lind said it was late. Later he replied “no””: where nobody was asked or spoken to, the last speaker may well be the one who replies. */
function unaskedDoubt({ except, heard, start, text }: Context): string[] {
  const last = heard.at(-1)
  if (except === undefined || !last || asks.test(text.slice(last.start, start))) return []
  return ['doubt: nothing tells whom the reply is to']
}

/** “She was told by an official to wait. She says”: the one who was told, not the one behind “by”. */
function agentDoubt(spoke: number, { text }: Context): string[] {
  return /\bby $/.test(text.slice(0, spoke)) ? ['doubt: somebody else is the subject'] : []
}

/** Returns true if a speaker fits “it” (one thing) or “they” (several); an organization may be either. */
function suitsNumber({ speaker }: Heard, pronoun: string): boolean {
  if (speaker.kind === 'person') return false
  if (speaker.kind === 'organization') return true
  const head = speaker.kind === 'unnamed' ? headOf(speaker.description) : speaker.title
  const plural = /[^s]s$|people$|men$|police$/.test(head)
  const isPerson = isRole(head) && !institutionNouns.has(head)
  return pronoun === 'they' ? plural || speaker.kind !== 'unnamed' : !plural && !isPerson
}

/** Returns the last speaker that fits. */
export function lastHeard({ heard, start }: Context, suits: (heard: Heard) => boolean): ResolvedSpeaker | undefined {
  const found = lastBefore(heard, { before: start }, suits)
  return found && { person: found.person, speaker: found.speaker, doubts: found.doubts ?? [] }
}

/** The speaker that “it” or “they” is taken to mean. */
interface Body {
  readonly found: Heard
  readonly context: Context
}

/** Resolves “it” or “they” to the last speaker that fits its number. */
export function bodyFor(pronoun: string, context: Context): ResolvedSpeaker | undefined {
  const found = lastBefore(context.heard, { before: context.start }, (heard) => suitsNumber(heard, pronoun))
  if (!found) return undefined
  const doubts = [...(found.doubts ?? []), ...namesOf(bodyDoubts, { found, context })]
  return { person: found.person, speaker: found.speaker, doubts }
}

/** Reasons why “it” or “they” may mean another speaker. */
export const bodyDoubts: readonly Rule<Body, true>[] = [
  {
    name: 'doubt: “it” or “they” stands far from whom it means',
    example: 'Tarn Water said that the dam was safe. It rained. It said that nobody was hurt.',
    counterExample: 'Tarn Water said that the dam was safe. It said that nobody was hurt.',
    find: ({ found, context: { sentences, start, text } }) => {
      const before = sentences[countBefore(sentences, start + 1) - 2]?.start ?? start
      return found.start < before || found.start < text.lastIndexOf('\n', start - 1)
    },
  },
  {
    name: 'doubt: the sentence has another subject before “it” or “they”',
    example: 'Tarn Water said that the dam was safe. Analysts wait, although they said that it was safe.',
    counterExample: 'Tarn Water said that the dam was safe, although it said that nobody had looked.',
    find: ({ found, context: { start, text } }) => {
      const from = sentenceStart(text, start)
      const before = text.slice(from, start)
      return found.start < from && behindClause.test(before) && /\S \S+ \S/.test(before.trim())
    },
  },
  {
    name: 'doubt: what “it” says begins with another body',
    example: 'Tarn Water said that the dam was safe. The union will meet, it said.',
    counterExample: 'Tarn Water said that the dam was safe. The dam will be closed, it said.',
    find: ({ found, context: { content, text } }) => {
      const said = content.map(({ start, end }) => text.slice(start, end)).join(' ')
      const nouns = /^(?:the|its|their) (\p{Ll}+)(?: (\p{Ll}+))?/iu.exec(said)?.slice(1) ?? []
      const body = nouns.find((noun) => institutionNouns.has(noun) || genericInstitutions.has(noun))
      if (body === undefined || answersTo(found.speaker, body)) return false
      return !speakerName(found.speaker).toLowerCase().includes(body)
    },
  },
  {
    name: 'doubt: another organization was named since',
    example: 'Tarn Water said that Esk Council was safe. It said that nobody was hurt.',
    counterExample: 'Tarn Water said that the dam was safe. It said that nobody was hurt.',
    find: ({ found, context: { people, start } }) => {
      const name = speakerName(found.speaker)
      return people.organizations.some(
        (each) =>
          found.start < each.start && each.start < start && !name.includes(each.name) && !each.name.includes(name),
      )
    },
  },
]

/** A clause that begins right before a pronoun, behind another one with a subject of its own. */
const behindClause = /\b(?:although|though|because|when|while|which|that|if|since|and|but|so|as),? $/i

/** Resolves a "who" to the words right before it; if those name nobody, to the last name nearby, with a doubt. */
export function antecedent(context: Context): ResolvedSpeaker | undefined {
  const before = context.text.slice(Math.max(0, context.start - 200), context.start).replace(/[\s,]+$/, '')
  const phrase =
    before
      .split(/[.;:!?—“”"]/)
      .at(-1)
      ?.trim() ?? ''
  const name = lastBefore(context.people.mentions, { before: context.start, reach: 120 }, () => true)
  const surname = name?.person.name.split(' ').at(-1) ?? ''
  if (name && surname !== '' && phrase.endsWith(surname) && !appositive.test(phrase))
    return { person: name.person, speaker: asPerson(name.person, null) }
  // “Walter Ibsley, a driver in Port Tamsin, who said”: the place only tells where he is from.
  const explained = appositive.exec(phrase)?.[1]
  const owner =
    explained &&
    context.people.mentions.findLast(
      ({ start, person }) => start < context.start && explained.endsWith(person.name.split(' ').at(-1) ?? ''),
    )
  if (owner) return { person: owner.person, speaker: asPerson(owner.person, null) }
  const noun = nearestNoun.exec(phrase)?.[0]
  if (noun) return { person: undefined, speaker: { kind: 'unnamed', description: noun } }
  return (
    name && {
      person: name.person,
      speaker: asPerson(name.person, null),
      doubts: ['doubt: nothing tells whom “who” belongs to'],
    }
  )
}

/** A full name with an apposition that ends in a place or a body. */
const appositive =
  /(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+),? (?:\d+, )?(?:an?|the) [^,]*\b(?:in|of|at|from|for|with|near) (?:the )?(?:\p{Lu}[\p{L}’'-]* ?)+$/u

const determined = String.raw`\b(?:[Aa]n?|[Tt]he|[Oo]ne|two|three|four|five|six|several|some|many|few|most|those|his|her|their|its|\d+)(?: (?!(?:an?|the|by|of|for|from|at|in|on|with|to|and|that|who|is|are|was|were|has|have|had|do|does|did|not|will|would|came|comes|went|goes|got|met|saw|found|became|includes?|included|remains?|followed|joined)\b)[\p{L}’'-]+){1,6}`
const nounPhrase = String.raw`(?:\p{Lu}[\p{L}’'-]*(?: \p{Lu}[\p{L}’'-]*)*|${determined})`
/** The last noun phrase of a stretch, with the nouns it depends on: "a member of the study team", not just the team. */
const nearestNoun = new RegExp(`(?:${nounPhrase} ?(?:of|for|from|at|in|on|with) )*${nounPhrase}$`, 'u')
/** Returns a person as a speaker, with the role that the text gives or else the one in this mention. */
export function asPerson(person: Person, role: string | null): Speaker {
  return { kind: 'person', name: person.name, role: person.role ?? role }
}

/** A headline says “Mayor denies it”, and only the article says which mayor. */
export function introducedLater(role: string, { people, start, text }: Context): ResolvedSpeaker | undefined {
  if (text.lastIndexOf('\n', start) >= 0) return undefined
  const holders = people.mentions
    .map(({ person }) => person)
    .filter((person) => person.role?.toLowerCase().startsWith(role))
  const [holder] = holders
  return holder && holders.every(({ name }) => name === holder.name)
    ? { person: holder, speaker: asPerson(holder, null) }
    : undefined
}
