import type { Range } from '../../report.ts'
import { type At, firstOf, type Rule } from '../../rule.ts'
import { dayParts } from '../words/calendar.ts'
import { clauseOpeners, days, pronouns, venueNouns } from '../words/word-classes.ts'
import type { ClauseWords } from './clause-words.ts'
import { leadsToVenue } from './noun-phrases.ts'

/** The most adjuncts after one verb. */
const mostAdjuncts = 6
/** The most words of a name in an adjunct. */
const longestName = 6

/**
 * Skips the words after a cue that say where, when or to whom: "in a statement on Saturday", "Monday", "to reporters".
 * Returns the position after them, and the range of the venue if there is one.
 */
export function skipAdjuncts(
  sentence: ClauseWords,
  from: number,
): { readonly next: number; readonly venue: Range | null } {
  let next = from
  let venue: Range | undefined
  for (let turn = 0; turn < mostAdjuncts; turn++) {
    const end = adjunctEnd(sentence, next)
    if (end === next) break
    if (!sentence.isAdverb(next) || sentence.isTime(next)) venue = { from: venue?.from ?? next, to: end }
    next = end
  }
  return { next, venue: venue ?? null }
}

function adjunctEnd(sentence: ClauseWords, at: number): number {
  return sentence.isWord(at) ? (firstOf(adjuncts, { sentence, at }) ?? at) : at
}

/** “said at the time that”, “denied for years that”, “agreed under questioning that”. */
const setPhrases =
  /^(?:at the time|for (?:years|months|weeks|days|decades)|in (?:part|full|private|public)|under (?:questioning|oath|cross-examination)|when (?:asked|contacted|questioned|pressed|approached))(?= (?:that|he|she|it|they|the|a|an|i|we|there|about it|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b)/

/** Phrases that may come between a verb of saying and what was said. Each rule returns the position after one. */
export const adjuncts: readonly Rule<At<ClauseWords>, number>[] = [
  {
    name: 'set phrase of time or manner',
    example: 'Ruiz said at the time that the dam was safe.',
    counterExample: 'Ruiz said that at the time the dam was safe.',
    find: ({ sentence, at }) => {
      const phrase = setPhrases.exec(sentence.phrase(at, at + 6))?.[0]
      return phrase !== undefined && at + phrase.split(' ').length
    },
  },
  {
    name: 'day or month',
    example: 'Ruiz said Monday that the dam was safe.',
    counterExample: 'Ruiz said that the dam was safe on Monday.',
    find: ({ sentence, at }) => sentence.isTime(at) && timeEnd(sentence, at),
  },
  {
    name: '“last week”, “this morning”',
    example: 'Ruiz said last week that the dam was safe.',
    counterExample: 'Ruiz said last rites had been read.',
    find: ({ sentence, at }) =>
      /^(?:last|this|earlier|next|late|early|that)$/.test(sentence.word(at)) && isTimeNoun(sentence, at + 1) && at + 2,
  },
  {
    name: '“late” or “early” before a time',
    example: 'Ruiz said late on Friday that the dam was safe.',
    counterExample: 'Ruiz said late buses were safe.',
    find: ({ sentence, at }) => {
      const end = /^(?:late|early)$/.test(sentence.word(at)) ? adjunctEnd(sentence, at + 1) : at
      return end > at + 1 && end
    },
  },
  {
    name: 'adverb of time or manner',
    example: 'Ruiz said later that the dam was safe.',
    counterExample: 'Ruiz said that the dam was later safe.',
    find: ({ sentence, at }) =>
      /^(?:later|earlier|today|again|afterwards?|recently|publicly|bluntly|flatly|simply)$/.test(sentence.word(at)) &&
      at + 1,
  },
  {
    name: 'adverb that tells how it was said',
    example: 'Ruiz said angrily that the dam was safe.',
    counterExample: 'Ruiz said hardly anyone had slept.',
    find: ({ sentence, at }) => isLyAdverb(sentence, at) && isManner(sentence, at) && at + 1,
  },
  {
    name: 'to whom it was said',
    example: 'Ruiz said to reporters that the dam was safe.',
    counterExample: 'Ruiz said that to reporters the dam was safe.',
    find: ({ sentence, at }) =>
      sentence.word(at) === 'to' &&
      /^(?:reporters|journalists|cnn|us|me|him|her|them)$/.test(sentence.word(at + 1)) &&
      at + 2,
  },
  {
    name: 'to whom it was said, by name',
    example: 'Ruiz said on Friday to the Esk Courier that the dam was safe.',
    counterExample: 'Ruiz said to stand by.',
    find: ({ sentence, at }) => {
      const isNamed = sentence.isCapital(at + 1) || sentence.isCapital(at + 2)
      if (sentence.word(at) !== 'to' || !isNamed) return undefined
      const end = nameEnd(sentence, at)
      return sentence.isIn(end, clauseOpeners) && end
    },
  },
  {
    name: 'place where it was said',
    example: 'Ruiz said in a statement that the dam was safe.',
    counterExample: 'Ruiz said in cold water the dam was safe.',
    find: ({ sentence, at }) => {
      // “spoke of it”, “said about half of them”: these words begin what was said.
      if (/^(?:of|about)$/.test(sentence.word(at)) || opensInfinitive(sentence, at)) return undefined
      const end = sentence.isPreposition(at) ? placeEnd(sentence, at) : at
      return end > at && end
    },
  },
]

/** “vowed to bring the crowd back on Saturday”: this “to” is followed by a verb and then a noun phrase. */
function opensInfinitive(sentence: ClauseWords, at: number): boolean {
  const next = at + 1
  const isNoun = sentence.isGrammar(next) || sentence.isCapital(next) || sentence.isIn(next, venueNouns)
  return sentence.word(at) === 'to' && !isNoun && sentence.isGrammar(next + 1)
}

function isLyAdverb(sentence: ClauseWords, at: number): boolean {
  return sentence.isAdverb(at) && sentence.word(at).endsWith('ly')
}

/**
 * True if an adverb after a verb of saying describes how it was said, rather than beginning what was said:
 * “said bluntly that …”, “said angrily: “…””, but not “said hardly anyone had slept”.
 */
function isManner(sentence: ClauseWords, at: number): boolean {
  // “denied only that he had hit it”.
  if (/^(?:only|merely|solely|partly)$/.test(sentence.word(at))) return false
  return (
    saidSo.test(sentence.word(at)) ||
    !sentence.isWord(at + 1) ||
    sentence.word(at + 1) === 'that' ||
    sentence.isTime(at + 1) ||
    (sentence.isPreposition(at + 1) && leadsToVenue(sentence, at + 1))
  )
}

const saidSo =
  /^(?:angrily|bluntly|boldly|briefly|brusquely|calmly|candidly|cautiously|coldly|coolly|cryptically|curtly|defiantly|diplomatically|drily|dryly|emphatically|explicitly|famously|firmly|flatly|forcefully|frankly|gruffly|honestly|immediately|jokingly|loudly|memorably|openly|plainly|privately|promptly|publicly|quickly|quietly|recently|repeatedly|separately|sharply|shortly|simply|softly|solemnly|specifically|subsequently|tersely|unequivocally|wryly)$/

/** Returns the position after a prepositional phrase of place or time: “in an interview with the Tarn Weekly”. */
function placeEnd(sentence: ClauseWords, at: number): number {
  if (sentence.isTime(at + 1)) return timeEnd(sentence, at + 1)
  if (!leadsToVenue(sentence, at) || sentence.isQuotation(at + 1)) return at
  const venue = venueEnd(sentence, at)
  if (!sentence.isWord(venue) || endsPlace(sentence, venue)) return venue
  return /^(?:with|to|on|for|from|in|at|by|of)$/.test(sentence.word(venue)) ? nameEnd(sentence, venue) : venue
}

/** Returns the position after a venue's nouns and name: “in a television interview”, “on Tarn Radio”. */
function venueEnd(sentence: ClauseWords, at: number): number {
  let end = at + 1
  let isSeen = false
  while (sentence.isWord(end) && !sentence.isIn(end, pronouns) && !sentence.isIn(end, clauseOpeners)) {
    const isVenue = sentence.isIn(end, venueNouns)
    if (isSeen && (endsPlace(sentence, end) || !isVenue)) break
    const isName = sentence.isCapital(end)
    isSeen ||= isVenue || (end === at + 1 && isName)
    end += 1
    if (isName) while (sentence.isCapital(end) && !sentence.isTime(end)) end += 1
  }
  return end
}

function endsPlace(sentence: ClauseWords, at: number): boolean {
  return (
    sentence.isTime(at) || sentence.isDeterminer(at) || sentence.isIn(at, pronouns) || sentence.isIn(at, clauseOpeners)
  )
}

/** Returns the end of a name after a preposition: "with the Times", "on CNN's “Morning Hour”", "to local reporters". */
function nameEnd(sentence: ClauseWords, preposition: number): number {
  let end = preposition + 1
  if (sentence.isTime(end)) return preposition
  if (sentence.isDeterminer(end)) end += 1
  const start = end
  while (end < start + longestName && goesOnInName(sentence, end) && !sentence.isTime(end)) end += 1
  if (sentence.isQuotation(end) && sentence.word(end - 1).endsWith("'s")) end += 1
  if (end === start && sentence.isWord(end) && !sentence.isIn(end, pronouns)) end += 1
  return end
}

/** True if a name continues here: “Securities and Exchange Commission”, “University of Tarn”. */
function goesOnInName(sentence: ClauseWords, at: number): boolean {
  if (sentence.isCapital(at)) return true
  return /^(?:of|and|&)$/.test(sentence.word(at)) && sentence.isCapital(at - 1) && sentence.isCapital(at + 1)
}

function timeEnd(sentence: ClauseWords, at: number): number {
  let end = at + 1
  while (sentence.isIn(end, dayParts) || /^\d{1,4}$/.test(sentence.printed(end))) end += 1
  return end
}

function isTimeNoun(sentence: ClauseWords, at: number): boolean {
  return (
    sentence.isIn(at, days) ||
    /^(?:week|month|year|day|spring|summer|autumn|fall|winter|morning|evening|night)$/.test(sentence.word(at))
  )
}

/** True if only punctuation is left from here. */
export function nothingLeft(sentence: ClauseWords, from: number): boolean {
  return sentence.every((at) => sentence.isMark(at, '.?!)]'), from)
}
