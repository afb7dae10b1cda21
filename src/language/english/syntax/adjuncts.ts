import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import {
  clauseOpeners,
  dayParts,
  days,
  determiners,
  isAdverb,
  isCapitalized,
  isMark,
  isTimeWord,
  isWordIn,
  prepositions,
  pronouns,
  venueNouns,
} from '../words/word-classes.ts'
import { leadsToVenue } from './noun-phrases.ts'
import { isTitle } from './subjects.ts'

/**
 * Skips where and when something was said, behind a cue: "in a statement on Saturday", "Monday",
 * "to reporters". Returns the position behind it and the stretch that is the venue, if any.
 */
export function skipAdjuncts(
  tokens: readonly Token[],
  from: number,
): { readonly next: number; readonly venue: Range | null } {
  let next = from
  let venueFrom: number | undefined
  let venueTo = from
  for (let turn = 0; turn < 6; turn++) {
    const end = adjunctEnd(tokens, next)
    if (end === next) break
    if (!isAdverb(tokens[next]) || isTimeWord(tokens[next])) {
      venueFrom ??= next
      venueTo = end
    }
    next = end
  }
  return { next, venue: venueFrom === undefined ? null : { from: venueFrom, to: venueTo } }
}

/** Skips whom something was told: "reporters", "the Times", "him". */
export function skipAddressee(tokens: readonly Token[], from: number): number {
  const first = tokens[from]
  // “told “Morning Hour” that”: a broadcast by its name.
  if (first?.kind === 'quotation') return isTitle(first) && tokens[from + 1]?.kind === 'word' ? from + 1 : from
  if (!first || first.kind !== 'word') return from
  if (
    /^(?:him|her|them|us|me|it|you|reporters|journalists|lawmakers|supporters|voters|people|viewers|investors|police|fans)$/.test(
      first.lower,
    )
  ) {
    return from + 1
  }
  if (isWordIn(first, pronouns) || isWordIn(first, clauseOpeners)) return from
  let at = from
  let named = false
  while (at < tokens.length && at < from + 14) {
    const token = tokens[at]
    if (token?.kind === 'quotation' && named && isTitle(token)) return at + 1
    if (token?.kind !== 'word' || isWordIn(token, pronouns) || isWordIn(token, clauseOpeners)) break
    if (isTimeWord(token) || (/^(?:in|on|at|during)$/.test(token.lower) && leadsToVenue(tokens, at))) break
    if (token.lower === 'to' || isAdverb(token)) break
    if (
      named &&
      at > from &&
      isWordIn(token, determiners) &&
      !isWordIn(tokens[at - 1], prepositions) &&
      tokens[at - 1]?.lower !== 'and'
    )
      break
    if (isCapitalized(token)) named = true
    else if (
      named &&
      !isWordIn(token, prepositions) &&
      !/(?:'s|s|er|or|ist)$/.test(token.lower) &&
      token.lower !== 'and'
    )
      break
    at += 1
  }
  return at
}

/** “said at the time that”, “denied for years that”, “agreed under questioning that”. */
const setPhrases =
  /^(?:at the time|for (?:years|months|weeks|days|decades)|in (?:part|full|private|public)|under (?:questioning|oath|cross-examination)|when (?:asked|contacted|questioned|pressed|approached))(?= (?:that|he|she|it|they|the|a|an|i|we|there|about it|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b)/

function adjunctEnd(tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return at
  const phrase = setPhrases.exec(
    tokens
      .slice(at, at + 6)
      .map(({ lower }) => lower)
      .join(' '),
  )?.[0]
  if (phrase !== undefined) return at + phrase.split(' ').length
  if (isTimeWord(token)) return timeEnd(tokens, at)
  if (/^(?:last|this|earlier|next|late|early|that)$/.test(token.lower) && isTimeNoun(tokens[at + 1])) return at + 2
  // “late last month”, “early on Friday”.
  if (/^(?:late|early)$/.test(token.lower) && adjunctEnd(tokens, at + 1) > at + 1) return adjunctEnd(tokens, at + 1)
  if (/^(?:later|earlier|today|again|afterwards?|recently|publicly|bluntly|flatly|simply)$/.test(token.lower))
    return at + 1
  if (isAdverb(token) && token.lower.endsWith('ly')) return isManner(tokens, at) ? at + 1 : at
  if (/^(?:of|about)$/.test(token.lower)) return at
  if (token.lower === 'to' && /^(?:reporters|journalists|cnn|us|me|him|her|them)$/.test(tokens[at + 1]?.lower ?? ''))
    return at + 2
  // “said on Friday to the Esk Courier that”: whom it was said to.
  const named = isCapitalized(tokens[at + 1]) || isCapitalized(tokens[at + 2])
  if (token.lower === 'to' && named && isWordIn(tokens[nameEnd(tokens, at)], clauseOpeners)) return nameEnd(tokens, at)
  return isWordIn(token, prepositions) ? phraseEnd(tokens, at) : at
}

/**
 * An adverb behind a verb of saying tells how it was said only where what was said does not begin with it: “said bluntly
 * that …”, “said angrily: “…””, but “said hardly anyone had slept”.
 */
function isManner(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  // “denied only that he had hit it”.
  if (/^(?:only|merely|solely|partly)$/.test(tokens[at]?.lower ?? '')) return false
  return (
    saidSo.test(tokens[at]?.lower ?? '') ||
    next === undefined ||
    next.kind !== 'word' ||
    next.lower === 'that' ||
    isTimeWord(next) ||
    (isWordIn(next, prepositions) && leadsToVenue(tokens, at + 1))
  )
}

const saidSo =
  /^(?:angrily|bluntly|boldly|briefly|brusquely|calmly|candidly|cautiously|coldly|coolly|cryptically|curtly|defiantly|diplomatically|drily|dryly|emphatically|explicitly|famously|firmly|flatly|forcefully|frankly|gruffly|honestly|immediately|jokingly|loudly|memorably|openly|plainly|privately|promptly|publicly|quickly|quietly|recently|repeatedly|separately|sharply|shortly|simply|softly|solemnly|specifically|subsequently|tersely|unequivocally|wryly)$/

function phraseEnd(tokens: readonly Token[], at: number): number {
  const next = tokens[at + 1]
  if (isTimeWord(next)) return timeEnd(tokens, at + 1)
  if (!leadsToVenue(tokens, at)) return at
  if (next?.kind === 'quotation') return at
  let end = at + 1
  let seenVenue = false
  while (end < tokens.length) {
    const token = tokens[end]
    if (token?.kind !== 'word' || isWordIn(token, pronouns) || isWordIn(token, clauseOpeners)) break
    if (seenVenue && isTimeWord(token)) break
    if (seenVenue && isWordIn(token, determiners)) break
    if (seenVenue && !isWordIn(token, venueNouns)) {
      if (/^(?:with|to|on|for|from|in|at|by|of)$/.test(token.lower)) return nameEnd(tokens, end)
      break
    }
    if (isWordIn(token, venueNouns) || (end === at + 1 && isCapitalized(token))) seenVenue = true
    end += 1
    if (isCapitalized(token)) while (isCapitalized(tokens[end]) && !isTimeWord(tokens[end])) end += 1
  }
  return end
}

/** "with the Times", "on CNN's “Morning Hour”", "to local reporters". */
function nameEnd(tokens: readonly Token[], preposition: number): number {
  let end = preposition + 1
  if (isTimeWord(tokens[end])) return preposition
  if (isWordIn(tokens[end], determiners)) end += 1
  const start = end
  while (end < start + 6 && goesOnInName(tokens, end) && !isTimeWord(tokens[end])) end += 1
  if (tokens[end]?.kind === 'quotation' && tokens[end - 1]?.lower.endsWith("'s")) end += 1
  if (end === start && tokens[end]?.kind === 'word' && !isWordIn(tokens[end], pronouns)) end += 1
  return end
}

/** “Securities and Exchange Commission”, “University of Tarn”. */
function goesOnInName(tokens: readonly Token[], at: number): boolean {
  if (isCapitalized(tokens[at])) return true
  return (
    /^(?:of|and|&)$/.test(tokens[at]?.lower ?? '') && isCapitalized(tokens[at - 1]) && isCapitalized(tokens[at + 1])
  )
}

function timeEnd(tokens: readonly Token[], at: number): number {
  let end = at + 1
  while (isWordIn(tokens[end], dayParts) || /^\d{1,4}$/.test(tokens[end]?.text ?? '')) end += 1
  return end
}

function isTimeNoun(token: Token | undefined): boolean {
  return (
    isWordIn(token, days) ||
    /^(?:week|month|year|day|spring|summer|autumn|fall|winter|morning|evening|night)$/.test(token?.lower ?? '')
  )
}

/** Whether only punctuation is left from here. */
export function nothingLeft(tokens: readonly Token[], from: number): boolean {
  return tokens.slice(from).every((token) => isMark(token, '.?!)]'))
}
