import { uncapitalize } from '../../../domain/capitals.ts'
import { speakerName } from '../../../domain/claim.ts'
import { lastBefore } from '../../../text/ordered.ts'
import { type Token } from '../../../text/tokens.ts'
import { firstNamed, namesOf, type Rule } from '../../rule.ts'
import { documentNouns, genericInstitutions, institutionNouns, isRole, organizationWords } from '../words/name-words.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import { isCapitalized, isWordIn, prepositions } from '../words/word-classes.ts'
import type { Context, ResolvedSpeaker } from './context.ts'
import { answersTo, meantInstitution } from './institutions.ts'
import type { Core } from './mentions.ts'
import { withOwner } from './owners.ts'
import { type NameRun, textOf } from './people/people.ts'
import type { Person } from './people/person.ts'
import { asPerson, introducedLater, lastHeard } from './pronouns.ts'

/** Resolves mentions without a name: an office, an institution or a person who is described. */

/** A mention without a name, up to its first preposition. */
interface Description {
  readonly mention: string
  readonly text: string
  readonly head: readonly Token[]
  /** The noun that the head ends in. */
  readonly noun: Token
  readonly context: Context
}

/** Resolves a mention without a name: "two officials", "the statement", "a spokesman for the union", "the ministry". */
export function described(
  mention: string,
  { text, before, run, behind }: Core,
  context: Context,
): ResolvedSpeaker | undefined {
  const tokens = [...before, ...run, ...behind]
  const preposition = tokens.findIndex((token, index) => index > 0 && isWordIn(token, prepositions))
  const head = preposition > 0 ? tokens.slice(0, preposition) : tokens
  const noun = head.at(-1)
  const found = noun && firstNamed(descriptionKinds, { mention, text, head, noun, context })?.found
  return found && withOwner(found, context)
}

/** Rules for resolving a description; the last one takes everything that is left. */
const descriptionKinds: readonly Pick<Rule<Description, ResolvedSpeaker>, 'name' | 'find'>[] = [
  {
    name: 'one of a group told before',
    find: ({ mention, text, context }) => ofGroup.test(text) && memberOf(mention, text, context),
  },
  {
    name: 'a document',
    find: ({ text, noun }) =>
      isWordIn(noun, documentNouns) && { person: undefined, speaker: { kind: 'document', title: text } },
  },
  {
    name: 'a document, and how it came out',
    find: ({ text, head, noun }) =>
      /^(?:published|released|issued|seen|obtained|posted|filed|leaked)$/.test(noun.lower) &&
      isWordIn(head.at(-2), documentNouns) && {
        person: undefined,
        speaker: { kind: 'document', title: text.slice(0, text.lastIndexOf(noun.text)).trim() },
      },
  },
  {
    name: 'the one that was called so before',
    find: ({ head, noun, context }) =>
      head.length === 2 && /^(?:the|that|this)$/.test(head[0]?.lower ?? '') && meantBy(noun.lower, context),
  },
  {
    name: 'an office in a headline whose holder is named below',
    find: ({ head, noun, context }) => head.length === 1 && isRole(noun.lower) && introducedLater(noun.lower, context),
  },
  {
    name: 'an institution',
    find: ({ text, head, noun }) =>
      isWordIn(noun, institutionNouns) &&
      !/^(?:an?|one|another)$/.test(head[0]?.lower ?? '') && {
        person: undefined,
        speaker: { kind: 'organization', name: text },
      },
  },
  {
    name: 'somebody who is described',
    find: ({ mention, text, head }) => ({
      person: undefined,
      speaker: { kind: 'unnamed', description: descriptionOf(mention, text) },
      doubts: namesOf(descriptionDoubts, { text, head }),
    }),
  },
]

/** Reasons why a description may not mean a speaker. */
export const descriptionDoubts: readonly Rule<Pick<Description, 'text' | 'head'>, true>[] = [
  {
    name: 'doubt: one of somebody told before',
    example: 'The dam was tested. One said that it was safe.',
    counterExample: 'Two divers looked at it. One said that the dam was safe.',
    find: ({ text }) => ofGroup.test(text),
  },
  {
    name: 'doubt: the description points at another',
    example: 'Two divers went down. The sister of one said that the dam was safe.',
    counterExample: 'Two divers went down. The sister of a diver said that the dam was safe.',
    find: ({ text }) => pointsElsewhere.test(text),
  },
  {
    name: 'doubt: what is described says nothing',
    example: 'The car said that the dam was safe.',
    counterExample: 'The driver said that the dam was safe.',
    find: ({ head }) => !isSomebody(head),
  },
  {
    name: 'doubt: the description ends in a name',
    example: 'The brother of the swimmer Ann Lee said that the dam was safe.',
    counterExample: 'A friend of Ann Lee said that the dam was safe.',
    find: ({ text }) => endsInName(text),
  },
]

/** “That person”, “the other”, “the sister of one”: only what stands before tells who it is. */
const pointsElsewhere =
  /^(?:(?:that|this|those|these) |the (?:other|others|latter|former)$)|\b(?:of|to|for|with|on) (?:one|them|it|him|her|those|these|this|that|the pair|the other)$/i
/** A member of a group mentioned earlier. */
const ofGroup = /^(?:one|another)(?: of (?:them|those|these))?$/i
/** A group at the beginning of a sentence: “Two arms experts”, “Several former nurses”. */
const group =
  /(?:^|[.!?”"’):]\s+|\n)((?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|Some|Many) (?:[\p{L}’'-]+ ?){1,4})/gu

/** “One of two arms experts” for “one”, if the group begins a sentence of this paragraph or the one before. */
function memberOf(mention: string, text: string, context: Context): ResolvedSpeaker | undefined {
  const paragraph = context.text.lastIndexOf('\n', context.start - 1)
  const before = context.text.lastIndexOf('\n', Math.max(0, paragraph - 2))
  const stated = context.text.slice(before + 1, context.start)
  const found = [...stated.matchAll(group)].flatMap(([, phrase = '']) => pluralIn(phrase) ?? []).at(-1)
  if (found === undefined) return undefined
  const called = text.split(' ', 1)[0]?.toLowerCase() ?? ''
  // “One of them, a baker” keeps its apposition.
  const description = `${called} of ${uncapitalize(found)}${mention.slice(text.length)}`
  return { person: undefined, speaker: { kind: 'unnamed', description } }
}

/** “Two arms experts” of “Two arms experts who examined”: the phrase up to the first word for people. */
function pluralIn(phrase: string): string | undefined {
  const parts = phrase.trim().split(' ')
  const end = parts.findIndex((word, at) => at > 0 && /s$|^(?:people|men|women)$/.test(word) && canSpeak(word))
  return end < 0 ? undefined : parts.slice(0, end + 1).join(' ')
}

/** “The union”, “the minister”: the one who spoke or was named before, if no other can be meant. */
function meantBy(noun: string, context: Context): ResolvedSpeaker | undefined {
  const spoke = lastHeard(context, ({ speaker }) => answersTo(speaker, noun))
  // “Campaigners accused Norwind of … The company denied it.”
  const { accused, denies } = context
  if (accused && genericInstitutions.has(noun) && (denies || !spoke))
    return { person: undefined, speaker: { kind: 'organization', name: accused } }
  if (spoke) return isOnlyOne(noun, context) ? spoke : undefined
  const institution = meantInstitution(noun, context)
  if (institution) return institution
  const holder = isRole(noun)
    ? lastBefore(context.people.mentions, { before: context.start }, ({ person }) => holds(person, noun))?.person
    : undefined
  return holder && { person: holder, speaker: asPerson(holder, null) }
}

/** Returns true if the noun has meant only one speaker so far, or meant the last one in the same paragraph. */
function isOnlyOne(noun: string, { heard, start, text }: Context): boolean {
  const called = heard.filter((each) => each.start < start && answersTo(each.speaker, noun))
  const names = new Set(called.map(({ speaker }) => speakerName(speaker)))
  return names.size === 1 || (called.at(-1)?.start ?? 0) > text.lastIndexOf('\n', start - 1)
}

/** Returns true if the head of a description means someone or something that can speak, ignoring any explanation. */
function isSomebody(head: readonly Token[]): boolean {
  const explained = head.findIndex(
    ({ lower }, at) =>
      at > 0 &&
      (/^(?:familiar|close|aware|privy|present|able|who|whom|that|which)$/.test(lower) ||
        (at > 1 &&
          /(?:ed|ing)$|^(?:seen|written|drawn|given|sent|shown|taken|made|held|put|brought|read|heard|known)$/.test(
            lower,
          ))),
  )
  const own = explained < 0 ? head : head.slice(0, explained)
  return own.some((token, at) => at > 0 && isCapitalized(token)) || canSpeak(own.at(-1)?.lower ?? '')
}

/** Returns true if a description ends in a full name that no preposition introduces. */
function endsInName(text: string): boolean {
  const [, before = ''] = /(\p{L}+) \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u.exec(text) ?? []
  return before !== '' && /^\p{Ll}/u.test(before) && !prepositions.has(before) && !/^(?:and|or|the|a|an)$/.test(before)
}

/** Returns the article's words, with an apposition unless that makes them too long. */
function descriptionOf(mention: string, core: string): string {
  return mention.length <= 120 ? mention.replace(/[\s,;:—–-]+$/, '') : core
}
/** Resolves a title alone, like "the president" or "the secretary", to its holder in the text. */
export function office(
  mention: string,
  core: string,
  { split, context }: { split: NameRun; context: Context },
): ResolvedSpeaker | undefined {
  const title = textOf(split.title).toLowerCase()
  const holder = lastBefore(context.people.mentions, { before: context.start }, ({ person }) =>
    holds(person, title),
  )?.person
  if (holder) return { person: holder, speaker: asPerson(holder, null) }
  const organization = split.title.some((token) => isWordIn(token, organizationWords))
  if (organization) return { person: undefined, speaker: { kind: 'organization', name: textOf(split.title) } }
  return (
    introducedLater(title, context) ?? {
      person: undefined,
      speaker: { kind: 'unnamed', description: descriptionOf(mention, core) },
    }
  )
}

/** Returns true if a person holds a title now: a former president is not the president, nor is a deputy. */
function holds(person: Person, title: string): boolean {
  const role = person.role?.toLowerCase() ?? ''
  const at = role.indexOf(title)
  return at >= 0 && !/\b(?:former|ex|deputy|vice|acting|then)[ -]+$/.test(role.slice(0, at))
}
