import { type Speaker, speakerName } from '../domain/claim.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { type Token, words } from '../text/tokens.ts'
import { findAcronyms } from './acronyms.ts'
import { describeUnnamed } from './anonymity.ts'
import type { Found } from './found.ts'
import { accusedBy, answersTo, meantInstitution } from './institutions.ts'
import { type Core, isDescription, takeApart } from './mentions.ts'
import { documentNouns, genericInstitutions, institutionNouns, isRole, organizationWords } from './name-words.ts'
import { callOf, findPeople, type NameRun, type Person, splitRun, textOf, withoutPossessive } from './people.ts'
import { lastBefore } from './positions.ts'
import {
  antecedent,
  asPerson,
  type Context,
  type Heard,
  lastHeard,
  personFor,
  type Resolved,
  suitsNumber,
} from './pronouns.ts'
import { determiners, isWordIn, prepositions } from './word-classes.ts'

const answering = /^(?:replied|replies|answered|answers|responded|responds|retorted|shot back|shoots back|hit back)$/i

/** Tells whom each source refers to; null where the text leaves it open. In the order of `found`. */
export function resolveSpeakers(
  text: string,
  paragraphs: readonly Paragraph[],
  found: readonly Found[],
): (Speaker | null)[] {
  const people = findPeople(paragraphs)
  const acronyms = findAcronyms(text)
  const spans = paragraphs.map(({ span }) => span)
  const heard: Heard[] = []
  const genders = new Map<string, 'female' | 'male'>()
  let accused: string | undefined
  return found.map((each, index) => {
    const { source } = each
    if (!source) return null
    const replies = each.cue !== null && answering.test(text.slice(each.cue.start, each.cue.end))
    // “The company denied it and said …”: one subject of two verbs.
    const last = heard.at(-1)
    const resolved: Resolved | undefined =
      last?.start === source.start
        ? last
        : resolveSource(text.slice(source.start, source.end), {
            start: source.start,
            people,
            acronyms,
            heard,
            genders,
            // Nobody answers themselves.
            except: replies ? lastName(heard) : undefined,
            accused,
            denies: each.act === 'denies' || each.act === 'rejects',
            text,
          })
    accused = accusedBy(each, text)
    // Whoever is only quoted as speaking is not whom the next “he” takes up.
    if (resolved && !around(found, index).some((other) => isNestedIn(each, other)))
      heard.push({ ...resolved, start: source.start })
    const speaker = resolved?.speaker ?? null
    return speaker?.kind === 'unnamed' ? describeUnnamed(speaker, source, { text, paragraphs, spans }) : speaker
  })
}

function lastName(heard: readonly Heard[]): string | undefined {
  const last = heard.at(-1)
  return last && speakerName(last.speaker)
}

/** The attributions beside one, among which any that holds it is. */
function around(found: readonly Found[], index: number): readonly Found[] {
  return found.slice(Math.max(0, index - 6), index + 7)
}

function isNestedIn({ cue, source }: Found, { content }: Found): boolean {
  const place = cue ?? source
  return place !== null && content.some(({ start, end }) => start <= place.start && place.end <= end)
}

function resolveSource(source: string, context: Context): Resolved | undefined {
  const mention = source
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/['’]s$/, '')
  const lower = mention
    .toLowerCase()
    .replace(/['’](?:s|re|ve|m|d)$/, '')
    .replace(/^(?:his|him)$/, 'he')
    .replace(/^her$/, 'she')
  if (/^(?:he|she|him|her)$/.test(lower)) return personFor(/^(?:she|her)$/.test(lower) ? 'female' : 'male', context)
  if (/^(?:they|it|this)$/.test(lower)) return lastHeard(context, (heard) => suitsNumber(heard, lower))
  if (/^(?:who|that|which)$/.test(lower)) return antecedent(context)
  if (/^(?:i|we|you)$/.test(lower)) return undefined
  return named(mention, context)
}

function named(mention: string, context: Context): Resolved | undefined {
  const [text = mention, ...rest] = mention.split(/, |\s[—–-]+\s|\s\(/)
  const core = takeApart(text)
  const explained = rest[0] === undefined ? undefined : takeApart(rest[0])
  // "its director, Ana Ruiz", "the Orsenian prime minister, Yulia Senn": the name stands in apposition to the role.
  if (explained && isNameAlone(explained) && (splitRun(core.run).name.length === 0 || isDescription(core)))
    return byName(explained.text, { ...explained, before: words(text) }, context)
  if (core.run.length > 0 && !isDescription(core)) return byName(mention, core, context)
  return described(mention, core, context)
}

function isNameAlone({ before, run, behind }: Core): boolean {
  return before.length === 0 && behind.length === 0 && run.length > 0
}

function byName(mention: string, { text, before, run, behind }: Core, context: Context): Resolved | undefined {
  const fullName = run.length === 1 ? context.acronyms.get(run[0]?.text ?? '') : undefined
  if (fullName && behind.length === 0) return { person: undefined, speaker: { kind: 'organization', name: fullName } }
  const split = splitRun(run)
  if (split.name.length === 0) return office(mention, text, { split, context })
  const called = callOf(split)
  const institution = isWordIn(behind[0], institutionNouns)
  const article = isWordIn(before.at(-1), determiners)
  if (called && !article && !institution) {
    const person = context.people.find(called)
    const role = roleIn(mention, text, [...before, ...split.title])
    if (person && isSamePerson(split, person))
      return { person, speaker: { kind: 'person', name: person.name, role: role ?? person.role } }
    // Two bear the name, and nothing tells which: as printed, and no more.
    if (!person && called.first === undefined && context.people.isShared(called.surname))
      return { person: undefined, speaker: { kind: 'person', name: textOf(split.name), role: null } }
    if (split.name.length > 1)
      return {
        person: { name: textOf(split.name), role, gender: undefined },
        speaker: { kind: 'person', name: textOf(split.name), role },
      }
  }
  const name = institution ? textOf([...run, ...behind.slice(0, 1)]) : organizationName(run, behind)
  return { person: undefined, speaker: { kind: 'organization', name } }
}

/** "the Ministry of Health", "the Council on Foreign Relations": up to the end of the name. */
function organizationName(run: readonly Token[], behind: readonly Token[]): string {
  const whole = /^(?:of|for|on)$/.test(behind[0]?.lower ?? '') ? [...run, ...behind] : run
  return withoutPossessive(textOf(whole))
}

function isSamePerson({ name }: NameRun, person: Person): boolean {
  const first = name[0]
  return name.length === 1 || (first !== undefined && person.name.toLowerCase().startsWith(first.lower))
}

/** What the mention itself says of the person, in front of the name or in apposition behind it. */
function roleIn(mention: string, core: string, before: readonly Token[]): string | null {
  const leading = isWordIn(before[0], determiners) ? 1 : 0
  const prefix = textOf(before.slice(leading).filter(({ lower }) => !/^(?:mr|mrs|ms|dr)\.?$/.test(lower)))
  if (prefix) return prefix
  const apposition = mention.slice(core.length).replace(/^[\s,—–(-]+|[\s,—–)-]+$/g, '')
  return apposition.replace(/^(?:the|a|an|who is|who was) /, '') || null
}

/** A title alone: "the president", "the secretary": whoever holds it in the text. */
function office(
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

/** A headline says “Mayor denies it”, and the article below it which mayor. */
function introducedLater(role: string, { people, start, text }: Context): Resolved | undefined {
  if (text.lastIndexOf('\n', start) >= 0) return undefined
  const holders = people.mentions
    .map(({ person }) => person)
    .filter((person) => person.role?.toLowerCase().startsWith(role))
  const [holder] = holders
  return holder && holders.every(({ name }) => name === holder.name)
    ? { person: holder, speaker: asPerson(holder, null) }
    : undefined
}

/** Whoever is called so now: a former president is not the president, nor is a deputy. */
function holds(person: Person, title: string): boolean {
  const role = person.role?.toLowerCase() ?? ''
  const at = role.indexOf(title)
  return at >= 0 && !/\b(?:former|ex|deputy|vice|acting|then)[ -]+$/.test(role.slice(0, at))
}

/** Nobody is named: "two officials", "the statement", "a spokesman for the union", "the ministry". */
function described(mention: string, { text, before, run, behind }: Core, context: Context): Resolved | undefined {
  const tokens = [...before, ...run, ...behind]
  const preposition = tokens.findIndex((token, index) => index > 0 && isWordIn(token, prepositions))
  const head = preposition > 0 ? tokens.slice(0, preposition) : tokens
  const noun = head.at(-1)
  if (!noun) return undefined
  const definite = /^(?:the|that|this)$/.test(head[0]?.lower ?? '')
  if (isWordIn(noun, documentNouns)) return { person: undefined, speaker: { kind: 'document', title: text } }
  if (definite && head.length === 2) {
    const spoke = lastHeard(context, ({ speaker }) => answersTo(speaker, noun.lower))
    // “Campaigners accused Norwind of … The company denied it.”
    const { accused, denies } = context
    if (accused && genericInstitutions.has(noun.lower) && (denies || !spoke))
      return { person: undefined, speaker: { kind: 'organization', name: accused } }
    const earlier = spoke ?? meantInstitution(noun.lower, context)
    if (earlier) return earlier
    const holder = isRole(noun.lower)
      ? lastBefore(context.people.mentions, { before: context.start }, ({ person }) => holds(person, noun.lower))
          ?.person
      : undefined
    if (holder) return { person: holder, speaker: asPerson(holder, null) }
  }
  const later = head.length === 1 && isRole(noun.lower) ? introducedLater(noun.lower, context) : undefined
  if (later) return later
  if (isWordIn(noun, institutionNouns) && !/^(?:an?|one|another)$/.test(head[0]?.lower ?? ''))
    return { person: undefined, speaker: { kind: 'organization', name: text } }
  return { person: undefined, speaker: { kind: 'unnamed', description: descriptionOf(mention, text) } }
}

/** The article's own words, with an apposition that tells more. */
function descriptionOf(mention: string, core: string): string {
  return mention.length <= 120 ? mention.replace(/[\s,;:—–-]+$/, '') : core
}
