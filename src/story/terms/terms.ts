import type { StoryFeatures } from '../../domain/story.ts'
import { allWords, endingsOf } from '../../language/lists/news-words.ts'
import { marksOf, type StoryMark } from '../marks.ts'
import { idle, isOfEveryDay, stem } from './common-words.ts'

export interface Term {
  readonly text: string
  /** The word at its first occurrence, in lower case. */
  readonly word: string
  /** How often the term occurs, weighted; 0 for a term that only tells events apart. */
  readonly count: number
  /** True if the word is written like a name. */
  readonly isName: boolean
  readonly inTitle: boolean
  /** True if the word is in the first sentence below the title. */
  readonly inOpening: boolean
}

/** How much of the lead is read, in characters. */
const leadLength = 1_000
/** A word in the title counts this many times as much as one in the lead. */
const titleWeight = 2
/** A word or a number, without regard to the grammar's tokens. */
const pattern = /\p{L}[\p{L}\p{M}\p{N}'’&-]*|\p{N}+/gu
/** The most different terms kept per article. */
const mostTerms = 250
/** Words with a capital letter that are not names. */
const calendar = new Set(allWords('calendarNames'))
const nameEnding = new RegExp(String.raw`(?<=\p{L}{4})(?:${endingsOf('names')})$`, 'u')
const startsLarge = /^\p{Lu}/u
const sentenceEnd = /[.!?:“"]\s*$/
/** If a larger share than this of a title's longer words is capitalized, capitals do not show its names. */
const titleCase = 0.6
/** A sentence's end, but not the point in an abbreviation or a number. */
const openingEnd = /(?<=\p{L}{3}|\d|[”"’)])[.!?…][”"’)]*(?=\s|$)/u

/** The separator between a kind and its value in a term: "flight#302". */
export const labelMark = '#'

interface TermDraft {
  word: string
  count: number
  isName: boolean
  inTitle: boolean
  inOpening: boolean
}

type Part = 'title' | 'opening' | 'rest'

/**
 * The terms by which articles are compared: words without their endings, except those that everybody uses; and the
 * numbers and days that tell flights, magnitudes and weekly reports apart.
 */
export function termsOf({ title, lead }: StoryFeatures): Term[] {
  const found = new Map<string, TermDraft>()
  const cut = lead.slice(0, leadLength)
  const opening = cut.slice(0, openingEnd.exec(cut)?.index ?? cut.length)
  const parts: readonly (readonly [Part, string])[] = [
    ['title', title],
    ['opening', opening],
    ['rest', cut.slice(opening.length)],
  ]
  for (const [part, text] of parts) {
    addWords(found, { part, text, mayName: part !== 'title' || !isTitleCase(title) })
    for (const mark of marksOf(text)) addMark(found, mark, part)
  }
  nameSubject(found, title, cut)
  return [...found].slice(0, mostTerms).map(([text, term]) => ({ text, ...term }))
}

interface Passage {
  readonly part: Part
  readonly text: string
  readonly mayName: boolean
}

function addWords(found: Map<string, TermDraft>, { part, text, mayName }: Passage): void {
  let after = 0
  let label = ''
  for (const match of text.matchAll(pattern)) {
    const [word] = match
    const lower = word.toLowerCase()
    const between = text.slice(after, match.index)
    if (label !== '' && /^\d{1,4}$/.test(word) && between === ' ') addMark(found, { kind: label, value: word }, part)
    label = isLabel(word, lower) ? lower : ''
    const isName =
      mayName && match.index > 0 && startsLarge.test(word) && !sentenceEnd.test(between) && !calendar.has(lower)
    after = match.index + word.length
    const term = stem(lower)
    if (idle.has(lower) || term.length < 2) continue
    note(found, term, { part, word: lower, isName, count: part === 'title' ? titleWeight : 1 })
  }
}

function isLabel(word: string, lower: string): boolean {
  return /^\p{Lu}\p{L}{2,}$/u.test(word) && !calendar.has(lower) && !idle.has(lower) && !isOfEveryDay(stem(lower))
}

function addMark(found: Map<string, TermDraft>, { kind, value }: StoryMark, part: Part): void {
  const text = `${kind}${labelMark}${value}`
  note(found, text, { part, word: text, isName: false, count: 0 })
}

interface Sighting {
  readonly part: Part
  readonly word: string
  readonly isName: boolean
  readonly count: number
}

function note(found: Map<string, TermDraft>, term: string, { part, word, isName, count }: Sighting): void {
  const known = found.get(term) ?? { word, count: 0, isName: false, inTitle: false, inOpening: false }
  known.count += count
  known.isName ||= isName
  known.inTitle ||= part === 'title'
  known.inOpening ||= part === 'opening'
  found.set(term, known)
}

/**
 * The stem shared by the names of a country, its people and its language: "Orsenia" and "Orsenian" → "orsen", "Tarnish"
 * → "tarn".
 */
export function nameStem(word: string): string {
  return word.replace(/['’]s?$/, '').replace(nameEnding, '')
}

/**
 * Decides if a title's first word, always capitalized, is a name: it is if it is not a common word and never occurs in
 * lower case in title or lead.
 */
function nameSubject(found: Map<string, TermDraft>, title: string, lead: string): void {
  const [first] = title.match(pattern) ?? []
  if (first === undefined || !startsLarge.test(first) || isTitleCase(title)) return
  const lower = first.toLowerCase()
  const known = found.get(stem(lower))
  if (!known || calendar.has(lower) || isOfEveryDay(stem(lower))) return
  const small = new RegExp(String.raw`(?<!\p{L})${lower}`, 'u')
  known.isName ||= !small.test(lead) && !small.test(title)
}

function isTitleCase(title: string): boolean {
  const long = title.split(/\s+/).filter((word) => word.length > 3)
  return long.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length > titleCase * long.length
}
