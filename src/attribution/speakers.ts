import type { Speaker } from '../domain/claim.ts'
import type { Paragraph } from '../text/paragraphs.ts'
import { type Token, words } from '../text/tokens.ts'
import type { Found } from './found.ts'
import { documentNouns, genderOf, organizationWords, titles } from './name-words.ts'
import { findPeople, type NameRun, type People, type Person, splitRun, surnameOf, withoutPossessive } from './people.ts'
import { determiners, isCapitalized, isWordIn, prepositions } from './word-classes.ts'

/** A speaker already met, and where. */
interface Heard {
  readonly start: number
  readonly speaker: Speaker
  readonly person: Person | undefined
}

/** How far back, in characters, a pronoun may reach for whom it stands for. */
const pronounReach = 2_500

/** Tells whom each source refers to; null where the text leaves it open. In the order of `found`. */
export function resolveSpeakers(text: string, paragraphs: readonly Paragraph[], found: readonly Found[]): (Speaker | null)[] {
  const people = findPeople(paragraphs)
  const heard: Heard[] = []
  return found.map(({ source }) => {
    if (!source) return null
    const resolved = resolveSource(text.slice(source.start, source.end), { start: source.start, people, heard, text })
    if (resolved) heard.push({ ...resolved, start: source.start })
    return resolved?.speaker ?? null
  })
}

interface Context {
  readonly start: number
  readonly people: People
  readonly heard: readonly Heard[]
  readonly text: string
}

type Resolved = Omit<Heard, 'start'>

function resolveSource(source: string, context: Context): Resolved | undefined {
  const mention = source.replace(/\s+/g, ' ').trim()
  const lower = mention.toLowerCase()
  if (/^(?:he|she|him|her)$/.test(lower)) return personFor(/^(?:she|her)$/.test(lower) ? 'female' : 'male', context)
  if (/^(?:they|it|this)$/.test(lower)) return lastHeard(context, ({ speaker }) => speaker.kind !== 'person')
  if (/^(?:who|that|which)$/.test(lower)) return antecedent(context)
  if (/^(?:i|we|you)$/.test(lower)) return undefined
  return named(mention, context)
}

function named(mention: string, context: Context): Resolved | undefined {
  const [core = mention] = mention.split(/, |\s[—–-]+\s|\s\(/, 1)
  const tokens = words(core)
  const first = tokens[0]
  const last = tokens.at(-1)
  if (!first || !last) return undefined
  const preposition = tokens.findIndex((token, index) => index > 0 && isWordIn(token, prepositions) && !(token.lower === 'of' && isCapitalized(tokens[index - 1])))
  const head = preposition > 0 ? tokens.slice(0, preposition) : tokens
  const run = trailingRun(head)
  if (run.length === 0 || (preposition > 0 && !isCapitalized(head.at(-1)))) return described(mention, core, { head, context })
  const split = splitRun(run)
  const before = head.slice(0, head.length - run.length)
  if (split.name.length === 0) return office(mention, core, { split, context })
  const surname = surnameOf(split)
  const person = surname === undefined ? undefined : context.people.find(surname)
  const article = isWordIn(before.at(-1), determiners) || /['’]s?$/.test(before.at(-1)?.text ?? '')
  if (person && !article && isSamePerson(split, person)) return { person, speaker: asPerson(person, roleIn(mention, core, before)) }
  if (surname !== undefined && !article && split.name.length > 1) {
    const role = roleIn(mention, core, [...before, ...split.title])
    return { person: { name: textOf(split.name), role, gender: undefined }, speaker: { kind: 'person', name: textOf(split.name), role } }
  }
  return { person: undefined, speaker: { kind: 'organization', name: organizationName(run, tokens, preposition) } }
}

/** "Al-Qassam Brigades", "the Ministry of Health": up to the end of the name. */
function organizationName(run: readonly Token[], tokens: readonly Token[], preposition: number): string {
  const whole = preposition > 0 && /^(?:of|for)$/.test(tokens[preposition]?.lower ?? '') ? tokens.slice(tokens.indexOf(run[0] as Token)) : run
  return withoutPossessive(textOf(whole))
}

/** The capitalised words at the end: "Daron Shaw" in "Republican pollster Daron Shaw". */
function trailingRun(tokens: readonly Token[]): Token[] {
  let from = tokens.length
  while (from > 0 && (isCapitalized(tokens[from - 1]) || /^(?:of|de|la|van|von|der|bin|al|el|and|for|the|&)$/.test(tokens[from - 1]?.lower ?? ''))) from -= 1
  while (from < tokens.length && !isCapitalized(tokens[from])) from += 1
  if (from < tokens.length && isWordIn(tokens[from], determiners)) from += 1
  return tokens.slice(from)
}

function isSamePerson({ name }: NameRun, person: Person): boolean {
  const first = name[0]
  return name.length === 1 || (first !== undefined && person.name.toLowerCase().startsWith(first.lower))
}

function asPerson(person: Person, role: string | null): Speaker {
  return { kind: 'person', name: person.name, role: person.role ?? role }
}

/** What the mention itself says of the person, in front of the name or in apposition behind it. */
function roleIn(mention: string, core: string, before: readonly Token[]): string | null {
  const prefix = textOf(before.filter((token) => !isWordIn(token, determiners) && !/^(?:mr|mrs|ms|dr)\.?$/.test(token.lower)))
  if (prefix) return prefix
  const apposition = mention.slice(core.length).replace(/^[\s,—–(-]+|[\s,—–)-]+$/g, '')
  return apposition.replace(/^(?:the|a|an|who is|who was) /, '') || null
}

/** A title alone: "the president", "the secretary": whoever holds it in the text. */
function office(mention: string, core: string, { split, context }: { split: NameRun; context: Context }): Resolved | undefined {
  const title = textOf(split.title).toLowerCase()
  const holder = context.people.mentions.findLast(({ start, person }) => start < context.start && holds(person, title))?.person
  if (holder) return { person: holder, speaker: asPerson(holder, null) }
  const organization = split.title.some((token) => isWordIn(token, organizationWords))
  if (organization) return { person: undefined, speaker: { kind: 'organization', name: textOf(split.title) } }
  return { person: undefined, speaker: { kind: 'unnamed', description: descriptionOf(mention, core) } }
}

function holds(person: Person, title: string): boolean {
  return person.role?.toLowerCase().includes(title) ?? false
}

/** Nobody is named: "two officials", "the statement", "a spokesman for the union". */
function described(mention: string, core: string, { head, context }: { head: readonly Token[]; context: Context }): Resolved | undefined {
  const noun = head.at(-1)
  if (!noun) return undefined
  const definite = /^(?:the|that|this)$/.test(head[0]?.lower ?? '')
  if (isWordIn(noun, documentNouns)) return { person: undefined, speaker: { kind: 'document', title: core } }
  if (definite) {
    const before = lastHeard(context, ({ speaker }) => answersTo(speaker, noun.lower))
    if (before) return before
    const holder = isRole(noun.lower) ? context.people.mentions.findLast(({ start, person }) => start < context.start && holds(person, noun.lower))?.person : undefined
    if (holder) return { person: holder, speaker: asPerson(holder, null) }
  }
  return { person: undefined, speaker: { kind: 'unnamed', description: descriptionOf(mention, core) } }
}

function isRole(noun: string): boolean {
  return titles.has(noun) || genderOf(noun) !== undefined || /(?:er|or|ist|man|woman|person)$/.test(noun)
}

/** "the official" is the official who spoke before; "the group" the organization. */
function answersTo(speaker: Speaker, noun: string): boolean {
  switch (speaker.kind) {
    case 'person':
      return speaker.role?.toLowerCase().split(/\W+/).includes(noun) ?? false
    case 'organization':
      return /^(?:company|group|organization|organisation|agency|party|council|ministry|department|firm|union|bank)$/.test(noun)
    case 'document':
      return speaker.title.toLowerCase().endsWith(noun)
    case 'unnamed':
      return new RegExp(`\\b${noun.replace(/[^\p{L}]/gu, '.')}\\b`, 'u').test(speaker.description.toLowerCase())
  }
}

/** The article's own words, with an apposition that tells more. */
function descriptionOf(mention: string, core: string): string {
  return mention.length <= 120 ? mention.replace(/[\s,;:—–-]+$/, '') : core
}

function personFor(gender: 'female' | 'male', context: Context): Resolved | undefined {
  const suits = (person: Person | undefined) => person !== undefined && (person.gender === undefined || person.gender === gender)
  const near = (start: number) => start < context.start && context.start - start <= pronounReach
  const spoke = context.heard.findLast(({ start, person, speaker }) => near(start) && (suits(person) || (speaker.kind === 'unnamed' && !/s$/.test(speaker.description))))
  const opened = context.people.mentions.findLast(({ start, opens, person }) => opens && near(start) && suits(person))
  if (spoke && (!opened || spoke.start >= opened.start)) return { person: spoke.person, speaker: spoke.speaker }
  const mentioned = opened ?? context.people.mentions.findLast(({ start, person }) => near(start) && suits(person))
  return mentioned && { person: mentioned.person, speaker: asPerson(mentioned.person, null) }
}

function lastHeard({ heard, start }: Context, suits: (heard: Heard) => boolean): Resolved | undefined {
  const found = heard.findLast((each) => each.start < start && suits(each))
  return found && { person: found.person, speaker: found.speaker }
}

/** Whom a "who" belongs to: the words right before it. */
function antecedent(context: Context): Resolved | undefined {
  const sentence = context.text.slice(Math.max(0, context.start - 200), context.start)
  const phrase = /([^.,;:!?—“”"]+?),?\s*$/.exec(sentence)?.[1]?.trim()
  const name = context.people.mentions.findLast(({ start }) => start < context.start && context.start - start < 120)
  if (name) return { person: name.person, speaker: asPerson(name.person, null) }
  return phrase ? { person: undefined, speaker: { kind: 'unnamed', description: phrase } } : undefined
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ')
}
