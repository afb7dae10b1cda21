import type { Telling } from '../domain/story.ts'

export interface Term {
  readonly text: string
  /** As it stood there first, in small letters. */
  readonly word: string
  /** 0 for what only tells events apart. */
  readonly count: number
  /** Whether it is written as names are. */
  readonly isName: boolean
}

/** How much of the lead is looked at, in characters. */
const leadLength = 1_000
/** A title's words count this much more than the lead's. */
const titleWeight = 2
/** A word or a number; what is one piece for grammar is of no matter here. */
const pattern = /\p{L}[\p{L}\p{M}\p{N}'’&-]*|\p{N}+/gu
/** The most different terms of one telling. */
const mostTerms = 250
/** Capitalized in English, and no names. */
const calendar = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
   november december jan feb mar apr jun jul aug sept sep oct nov dec`.split(/\s+/),
)
const startsLarge = /^\p{Lu}/u
const sentenceEnd = /[.!?:“"]\s*$/
/** A title of which a larger share is capitalized tells no names. */
const titleCase = 0.6

const common = new Set(
  `the a an of and or to in on for at by with from as is are was were be been has have had it its he she they his her their this that
   who which will would could after over into about amid new says said say more than not but up out what how why when us`.split(
    /\s+/,
  ),
)

/** What stands between a word and its number in the term for both: "flight#302". */
export const labelMark = '#'

/**
 * The words by which tellings are compared, without their endings and those that everybody uses; and what is told apart by a
 * number, as flights, rounds and laws are.
 */
export function termsOf({ title, lead }: Telling): Term[] {
  const found = new Map<string, { word: string; count: number; isName: boolean }>()
  const add = (text: string, weight: number, mayName: boolean) => {
    let after = 0
    let label = ''
    for (const match of text.matchAll(pattern)) {
      const [word] = match
      const lower = word.toLowerCase()
      const start = match.index
      if (label !== '' && /^\d{1,4}$/.test(word) && text.slice(after, start) === ' ')
        found.set(`${label}${labelMark}${word}`, { word: `${label}${labelMark}${word}`, count: 0, isName: true })
      label = /^\p{Lu}\p{L}{2,}$/u.test(word) && !calendar.has(lower) && !common.has(lower) ? lower : ''
      const isName =
        mayName &&
        startsLarge.test(word) &&
        start > 0 &&
        !sentenceEnd.test(text.slice(after, start)) &&
        !calendar.has(lower)
      after = start + word.length
      const term = lower.replace(/['’]s?$/, '').replace(/(?<=\w{3})(?:ies|es|s|ed|ing)$/, '')
      if (common.has(lower) || term.length < 2) continue
      const known = found.get(term) ?? { word: lower, count: 0, isName: false }
      known.count += weight
      known.isName ||= isName
      found.set(term, known)
    }
  }
  add(title, titleWeight, !isTitleCase(title))
  add(lead.slice(0, leadLength), 1, true)
  return [...found].slice(0, mostTerms).map(([text, term]) => ({ text, ...term }))
}

function isTitleCase(title: string): boolean {
  const long = title.split(/\s+/).filter((word) => word.length > 3)
  return long.filter((word) => /^\P{L}*\p{Lu}/u.test(word)).length > titleCase * long.length
}
