import type { Paragraph } from '../../../../text/paragraphs.ts'
import type { Token } from '../../../../text/tokens.ts'
import type { Gender } from '../../../gender.ts'
import { type ClauseWords, clauseWords } from '../../syntax/clause-words.ts'
import { capitalRuns, isPlace, isSubject, standsAsName } from '../../syntax/name-runs.ts'
import { genderOf, honorifics, offices, organizationWords, peerages, ranks, titles } from '../../words/name-words.ts'
import { isWordIn } from '../../words/word-classes.ts'
import { roleBehind, rolePrefix, roleText } from '../roles.ts'
import { bodiesIn, nameOf } from './bodies.ts'
import { inferGenders, type NamedSentence } from './genders.ts'
import type { Called, Person } from './person.ts'
import { SurnameIndex } from './surname-index.ts'

/** A place where a person is named. */
export interface PersonMention {
  readonly start: number
  /** True if it may be the subject of its sentence. */
  readonly opens: boolean
  readonly person: Person
}

export interface People {
  /** Returns the person with this name; undefined if there is none, or several may be meant. */
  find(called: Called): Person | undefined
  /** Returns true if several people in the text have a surname. */
  isShared(surname: string): boolean
  /** Returns true if the text shows that a name which looks like a person's is a body's. */
  isBody(run: readonly Token[]): boolean
  /** In order of appearance. */
  readonly mentions: readonly PersonMention[]
  /** Places of names that may belong to several people, or to someone never named in full. */
  readonly ambiguous: readonly { readonly start: number }[]
  /** Places of single capitalised words that match no known person: a surname alone, a place. */
  readonly unknown: readonly { readonly start: number }[]
  /** Names of several words that are not a person's, in order of appearance. */
  readonly organizations: readonly { readonly start: number; readonly name: string }[]
}

/** A run of capitalised words, split in two: "Mayor Ana Ruiz" is title and name. */
export interface NameRun {
  readonly title: readonly Token[]
  readonly name: readonly Token[]
}

/** Collects the people that a text names in full, with their roles and mentions. */
export function findPeople(paragraphs: readonly Paragraph[]): People {
  const surnames = new SurnameIndex()
  const sightings: (Called & { readonly start: number; readonly opens: boolean; readonly isName: boolean })[] = []
  const organizations: { readonly start: number; readonly name: string }[] = []
  const named: NamedSentence[] = []
  const read = paragraphs
    .flatMap(({ sentences }) => sentences)
    .map(({ tokens }) => clauseWords(tokens))
    .map((sentence) => ({ sentence, runs: capitalRuns(sentence) }))
  const bodies = bodiesIn(read)
  const isBody = (run: readonly Token[]) => bodies.has(nameOf(run))
  for (const { sentence, runs } of read) {
    const { tokens } = sentence
    const before = sightings.length
    for (const { from, to } of runs) {
      const start = tokens[from]?.start ?? 0
      const run = splitRun(tokens.slice(from, to))
      const isNobody = isPlace(sentence, from, to) || isBody(run.name)
      const called = isNobody ? undefined : callOf(run)
      if (!called) {
        if (to - from > 1) organizations.push({ start, name: withoutPossessive(textOf(tokens.slice(from, to))) })
        continue
      }
      if (isFullName(run) || (run.title.length > 0 && !surnames.find(called)))
        surnames.meet(called, personAt(sentence, { from, to, run }))
      sightings.push({
        ...called,
        start,
        opens: isSubject(sentence, from),
        isName: to - from > 1 || standsAsName(sentence, from),
      })
    }
    named.push({ tokens, named: sightings.slice(before) })
  }
  for (const [surname, gender] of inferGenders(named)) surnames.learn(surname, gender)
  return {
    find: (called) => surnames.find(called),
    isShared: (surname) => surnames.isShared(surname),
    isBody,
    mentions: sightings.flatMap(({ start, opens, ...called }) => {
      const person = surnames.find(called)
      return person ? [{ start, opens, person }] : []
    }),
    ambiguous: sightings.filter(
      (called) => !surnames.find(called) && (surnames.isShared(called.surname) || (called.opens && called.isName)),
    ),
    unknown: sightings.filter((called) => !surnames.find(called)),
    organizations,
  }
}

/** Returns how a run of capitalised words names a person; undefined if it does not. */
export function callOf(run: NameRun): Called | undefined {
  const surname = surnameOf(run)
  if (!surname) return undefined
  const first = run.name.length > 1 ? run.name[0]?.lower : undefined
  return { surname, first, gender: run.title.map(({ lower }) => genderOf(lower)).find(Boolean) }
}

/** Divides a run of capitalised words into the title and the name after it. */
export function splitRun(run: readonly Token[]): NameRun {
  let at = officeEnd(run)
  while (
    at < run.length &&
    (isWordIn(run[at], titles) || (run[at]?.lower === 'of' && at > 0) || run[at - 1]?.lower === 'of')
  )
    at += 1
  return { title: run.slice(0, at), name: run.slice(at) }
}

/** “Police Chief Ramon Salcido”, “Pension Board Chairman Lee”: the end of an office that begins with its field. */
function officeEnd(run: readonly Token[]): number {
  const last = run.findLastIndex(({ lower }) => offices.has(lower))
  const name = run.slice(last + 1)
  const isName =
    name.length >= 1 &&
    name.length <= 3 &&
    !name.some((token) => isWordIn(token, organizationWords) || token.lower === 'of')
  return last > 0 && isName ? last + 1 : 0
}

/** Returns the last word of a person's name, in lower case; undefined for an organization's, or if there is none. */
export function surnameOf({ name, title }: NameRun): string | undefined {
  const last = name.at(-1)
  if (!last || name.length > 4 || last.text.length < 2) return undefined
  if (name.some((token) => isWordIn(token, organizationWords) || token.lower === 'of')) return undefined
  if (title.length === 0 && looksInstitutional(name)) return undefined
  if (name.length > 1 && name.every(({ text }) => text === text.toUpperCase() && text.length > 2)) return undefined
  if (name.length === 1 && title.length === 0 && /^\p{Lu}{2,}$/u.test(last.text)) return undefined
  return withoutPossessive(last.lower)
}

/** "Strait Lines", "Harvest Catering": no known first name, and a last word that has the form of a common noun. */
function looksInstitutional(name: readonly Token[]): boolean {
  const [first] = name
  const last = name.at(-1)
  if (!first || !last || name.length < 2 || genderOf(first.lower)) return false
  return (
    /(?:ing|[^s'’]s|works|foods?|line)$/.test(last.lower) &&
    !/(?:is|us|as|es|ns|ers)$/.test(last.lower.replace(/(?:ines|ens|ics)$/, 'x'))
  )
}

export function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ')
}

export function withoutPossessive(word: string): string {
  return word.replace(/['’]s?$/, '')
}

function isFullName({ name }: NameRun): boolean {
  return name.length >= 2
}

function personAt(sentence: ClauseWords, { from, to, run }: { from: number; to: number; run: NameRun }): Person {
  const rank = run.title.at(-1)
  // Nobody calls Lord Efford “Efford”.
  const isPeer = run.name.length === 1 && isWordIn(rank, peerages)
  const name = [...(isPeer && rank ? [rank] : []), ...run.name].map(({ text }) => text).join(' ')
  const prefix = rolePrefix(sentence, from)
  const title = run.title
    .filter(
      (token) => !isWordIn(token, honorifics) && !isWordIn(token, peerages) && !/(?:ors|ers|ves)$/.test(token.lower),
    )
    // “board member Professor Alison Greer”: the office is enough.
    .filter((token) => prefix.length === 0 || !isWordIn(token, ranks))
    .map(({ text }) => text)
  const role = [...prefix, ...title].join(' ') || roleBehind(sentence, to)
  const gender = genderIn([...run.title, ...run.name], role) ?? genderBefore(sentence, from)
  return { name: withoutPossessive(name), role: role ? roleText(role) : null, gender }
}

/**
 * Returns the gender shown by a title, a name or a role. A role counts only up to its first preposition: a lawyer for
 * the widow may be a man.
 */
function genderIn(run: readonly Token[], role: string | null): Gender | undefined {
  const [own = ''] = role?.toLowerCase().split(/ (?:of|for|to|at|in|with|on|from) /, 1) ?? []
  const words = [...run.map(({ lower }) => lower), ...own.split(' ')]
  return words.map((word) => genderOf(word)).find((gender) => gender !== undefined)
}

/** “her son, Julian Marsh”: the gender shown by the noun before a name in apposition. */
function genderBefore(sentence: ClauseWords, from: number): Gender | undefined {
  const isNoun = sentence.isWord(from - 2) && !sentence.isCapital(from - 2)
  return sentence.printed(from - 1) === ',' && isNoun ? genderOf(sentence.word(from - 2)) : undefined
}
