import { speakerName } from '../../../domain/claim.ts'
import { lastBefore } from '../../../text/ordered.ts'
import { type Token } from '../../../text/tokens.ts'
import { documentNouns, genericInstitutions, institutionNouns, isRole, organizationWords } from '../words/name-words.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import { isCapitalized, isWordIn, prepositions } from '../words/word-classes.ts'
import type { Context, Resolved } from './context.ts'
import { answersTo, meantInstitution } from './institutions.ts'
import type { Core } from './mentions.ts'
import { type NameRun, type Person, textOf } from './people.ts'
import { asPerson, introducedLater, lastHeard } from './pronouns.ts'

/** Whom a mention without a name means: an office, an institution, somebody described. */

/** Nobody is named: "two officials", "the statement", "a spokesman for the union", "the ministry". */
export function described(
  mention: string,
  { text, before, run, behind }: Core,
  context: Context,
): Resolved | undefined {
  const tokens = [...before, ...run, ...behind]
  const preposition = tokens.findIndex((token, index) => index > 0 && isWordIn(token, prepositions))
  const head = preposition > 0 ? tokens.slice(0, preposition) : tokens
  const noun = head.at(-1)
  if (!noun) return undefined
  const definite = /^(?:the|that|this)$/.test(head[0]?.lower ?? '')
  if (isWordIn(noun, documentNouns)) return { person: undefined, speaker: { kind: 'document', title: text } }
  const meant = definite && head.length === 2 ? meantBy(noun.lower, context) : undefined
  if (meant) return meant
  const later = head.length === 1 && isRole(noun.lower) ? introducedLater(noun.lower, context) : undefined
  if (later) return later
  if (isWordIn(noun, institutionNouns) && !/^(?:an?|one|another)$/.test(head[0]?.lower ?? ''))
    return { person: undefined, speaker: { kind: 'organization', name: text } }
  // “The car said”, “…, the former captain Ann Lee”: no words of theirs, or somebody whose name was missed.
  const doubts = [...(isSomebody(head) ? [] : [noSpeaker]), ...(endsInName(text) ? [missedName] : [])]
  return { person: undefined, speaker: { kind: 'unnamed', description: descriptionOf(mention, text) }, doubts }
}

/** Why a description may be of nobody who speaks. */
const noSpeaker = 'doubt: what is described says nothing'
const missedName = 'doubt: the description ends in a name'

/** “The union”, “the minister”: the one that spoke or was named before, where it can be no other. */
function meantBy(noun: string, context: Context): Resolved | undefined {
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

/** Whether all that is called so before is one, or the last of it stands in the same paragraph. */
function isOnlyOne(noun: string, { heard, start, text }: Context): boolean {
  const called = heard.filter((each) => each.start < start && answersTo(each.speaker, noun))
  const names = new Set(called.map(({ speaker }) => speakerName(speaker)))
  return names.size === 1 || (called.at(-1)?.start ?? 0) > text.lastIndexOf('\n', start - 1)
}

/** Whether the head of a description is of those who say something; what explains it behind it is none of it. */
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

/** Whether a description ends in a full name that no preposition leads to. */
function endsInName(text: string): boolean {
  const [, before = ''] = /(\p{L}+) \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+$/u.exec(text) ?? []
  return before !== '' && /^\p{Ll}/u.test(before) && !prepositions.has(before) && !/^(?:and|or|the|a|an)$/.test(before)
}

/** The article's own words, with an apposition that tells more. */
function descriptionOf(mention: string, core: string): string {
  return mention.length <= 120 ? mention.replace(/[\s,;:—–-]+$/, '') : core
}
/** A title alone: "the president", "the secretary": whoever holds it in the text. */
export function office(
  mention: string,
  core: string,
  { split, context }: { split: NameRun; context: Context },
): Resolved | undefined {
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

/** Whoever is called so now: a former president is not the president, nor is a deputy. */
function holds(person: Person, title: string): boolean {
  const role = person.role?.toLowerCase() ?? ''
  const at = role.indexOf(title)
  return at >= 0 && !/\b(?:former|ex|deputy|vice|acting|then)[ -]+$/.test(role.slice(0, at))
}
