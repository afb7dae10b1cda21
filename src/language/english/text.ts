import { findQuotations, type Quotation } from '../../text/quotations.ts'
import { monthMark, type TextRules } from '../../text/rules.ts'
import { type Token, words as wordsOf } from '../../text/tokens.ts'
import { findQuantities, type Quantity } from '../../text/values/quantities.ts'
import { list } from '../lists/list.ts'
import { shortMonths } from './words/calendar.ts'
import { negations } from './words/negations.ts'

/** How English writes words, numbers and sentences. */

export const englishText: TextRules = {
  abbreviations: new Set([
    ...[...shortMonths].map((month) => month.slice(0, -1)),
    ...list(
      `mr mrs ms dr ft prof sen sens rep reps gov govs gen col lt sgt capt cmdr adm rev hon pres sec atty supt
     jr sr st no vs inc ltd co corp bros dept est ala ariz ark calif
     colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
     wyo a.m p.m e.g i.e al approx`,
    ),
  ]),
  capitalWords: list('I'),
  beforeNames: list('mr. mrs. ms. dr. no. st. sen. rep. gov. gen. col. lt. sgt. capt. prof. rev. hon. pres. vs. al.'),
  sentenceStarters: list(
    'the he she it they we i in on at but and a an this that these those his her their its if when while as after',
  ),
  sayingVerbs: list(
    'said says asked asks added adds wrote writes told tweeted replied replies answered shouted responded yelled cried',
  ),
  dashOpensDialogue: true,
  capitalisesNouns: false,
  marksPointInward: false,
  beforeOrdinals: list(''),
  joints: null,
  remarksIn: null,
  ambiguousMonths: list('May'),
  monthIntroducers: list('in on of since until till by from last next this early late mid through to and'),
  datelineMonths: 'Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec',
  negations,
  numerals: {
    ones: [
      ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'.split(
        ' ',
      ),
      ...'seventeen eighteen nineteen'.split(' '),
    ],
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
    scales: new Map([
      ['dozen', 12],
      ['hundred', 100],
      ['thousand', 1_000],
      ['million', 1_000_000],
      ['billion', 1_000_000_000],
      ['trillion', 1_000_000_000_000],
    ]),
    suffixes: new Map([
      ['k', 1_000],
      ['m', 1_000_000],
      ['mn', 1_000_000],
      ['bn', 1_000_000_000],
      ['b', 1_000_000_000],
      ['tn', 1_000_000_000_000],
    ]),
    between: list("more other of the its their new local nearby small large people's"),
  },
}

/** The `lower` form of a token that means the month of May. */
export const monthOfMay = `may${monthMark}`

/** Returns the words of an English text, including those in quotations. */
export function words(text: string): Token[] {
  return wordsOf(text, englishText)
}

/** Returns the numbers in an English text, in digits or words. */
export function quantitiesIn(text: string): Quantity[] {
  return findQuantities(text, englishText)
}

/** Returns the quotations in an English text. */
export function quotationsIn(text: string): Quotation[] {
  return findQuotations(text, { start: 0, end: text.length }, englishText)
}
