import type { Token } from '../../../text/tokens.ts'
import { list } from '../../lists/list.ts'
import { monthOfMay } from '../text.ts'
import { months, relativeDays, shortMonths, weekdays } from './calendar.ts'
import { negatedAuxiliaries } from './negations.ts'

/** The closed word classes of English that are needed to find a clause's subject. */

const subjectPronouns = list('he she they it we i you who')
/** The subject pronouns, and other forms that may refer to a speaker. */
export const personalPronouns = new Set([...subjectPronouns, ...list('whom him her them his')])
export const pronouns = new Set([
  ...subjectPronouns,
  ...list(`he's she's they're they've it's we're we've i'm i've who's who've you've he'd she'd they'd we'd i'd`),
])
export const auxiliaries = new Set([
  ...list(
    `is are was were be been being am has have had having do does did will would can could may might must shall should`,
  ),
  ...negatedAuxiliaries,
])
export const beForms = list("is are was were be been being am isn't aren't wasn't weren't")
export const determiners = list(
  'the a an this that these those his her their its our my your some any no each every another',
)
export const prepositions = list(
  `in on at by for from with about of to into over under after before during since until against between among through
   across around without within near despite like via amid toward towards upon following alongside outside inside`,
)
/** Words that open a new clause, so that a subject follows. */
export const clauseOpeners = list(
  `that because as when while if though although since until whether where but so than what why how which after before
   once unless whereas and or yet nor`,
)
export const adverbs = list(
  `also then later earlier again now still once even just only never always often sometimes already recently
   previously repeatedly initially finally soon today yesterday however instead further thus therefore reportedly
   back both all simply once first long not famously`,
)
/** Words before a noun that turn a participle after them into an adjective: "the new proposed law". */
export const adjectives = list(
  'new old latest recent first last second third so-called earlier previous other own final early widely',
)
export const days = new Set([...weekdays, ...relativeDays])
/** Month names; “may” only where it means the month. */
const datedMonths = new Set([monthOfMay, ...[...months].filter((month) => month !== 'may'), ...shortMonths])
/** Nouns for the occasions and media in which people say things. */
export const venueNouns = list(
  `statement statements interview interviews speech speeches tweet tweets post posts letter letters email emails e-mail memo
   report reports briefing briefings conference conferences rally rallies hearing hearings debate debates address call
   remarks testimony release video appearance op-ed essay column article blog message messages documents filing court
   town event forum meeting press telephone phone comments conversation segment broadcast program programme show podcast
   note text affidavit complaint lawsuit ruling opinion recording transcript book media newsletter memoir`,
)
/** Participles not ending in “-ed” that open an explanation of a name: “the review, shown on screens,”. */
export const irregularParticiples = list('shown seen held led written sent given taken made born')
export const irregularPasts = list(
  `said told wrote spoke won lost left went came took made gave got began became saw knew found held stood ran met led
   brought bought thought felt kept put set sat cut hit let paid read sent spent fell rose grew drew threw broke chose
   drove ate fought sought taught caught built lent meant heard shot struck swore wore flew forgot understood withdrew
   faced came`,
)

export function isWordIn(token: Token | undefined, set: ReadonlySet<string>): boolean {
  return token?.kind === 'word' && set.has(token.lower) && !(set === auxiliaries && /^(?:Will|May)$/.test(token.text))
}

export function isCapitalized(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    /^[@#]?(?:(?:al|el|ad|an|ar|as|ash|at|ben|bin)-|(?:d|l|dell|dall)[’'])?\p{Lu}/u.test(token.text)
  )
}

/** Small words within people's names: “Pieter van der Merwe”, “Ana dos Santos”. */
export const nameParticles = new Set(
  `de del della dello di da dal dos das du la las le los van von der den ter zu zum bin ibn ben bint al el abu`.split(
    /\s+/,
  ),
)

export function isAdverb(token: Token | undefined): boolean {
  return (
    token?.kind === 'word' &&
    (adverbs.has(token.lower) || (/^\p{Ll}{3,}ly$/u.test(token.text) && token.lower !== 'family'))
  )
}

export function isTimeWord(token: Token | undefined): boolean {
  return isWordIn(token, days) || isWordIn(token, datedMonths)
}
