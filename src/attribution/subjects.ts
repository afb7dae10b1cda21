import type { Token } from '../text/tokens.ts'
import { cueForm } from './cue-verbs.ts'
import {
  auxiliaries,
  clauseOpeners,
  dayParts,
  days,
  determiners,
  isAdverb,
  isCapitalized,
  isMark,
  isTimeWord,
  isWordIn,
  looksFinite,
  prepositions,
  pronouns,
  venueNouns,
} from './word-classes.ts'

/** A half-open range of positions in a sentence's tokens. */
export interface Range {
  readonly from: number
  readonly to: number
}

/**
 * The subject that ends right before position `verb`: a noun phrase with its appositions
 * ("Ana Ruiz, the mayor,"), or nothing where no subject stands there.
 */
export function subjectBefore(tokens: readonly Token[], verb: number, floor = 0): Range | undefined {
  const last = tokens[verb - 1]
  if (!last || verb <= floor) return undefined
  if (isWordIn(last, pronouns)) return { from: verb - 1, to: verb }
  const chunk = { from: chunkStart(tokens, verb - 1, floor), to: verb }
  if (isMark(last, ',)—–')) return subjectBehindParenthesis(tokens, verb, floor)
  const trimmed = trimPhrase(tokens, chunk)
  if (!trimmed) return undefined
  // ", a spokesman for the mayor said" may still go on to the left; a bare phrase may not.
  return isMark(tokens[trimmed.from - 1], ',') && isAppositive(tokens, trimmed.from) && trimmed.from - 2 >= floor
    ? (joinLeft(tokens, trimmed, floor) ?? trimmed)
    : trimmed
}

/** The noun phrase that begins at position `from`, with its appositions: "John Smith, a spokesman for the union". */
export function phraseAfter(tokens: readonly Token[], from: number): Range | undefined {
  let to = from
  while (to < tokens.length && !endsPhrase(tokens, to, from)) to += 1
  if (
    to < tokens.length &&
    isMark(tokens[to], ',') &&
    (isAppositive(tokens, to + 1) || isCapitalized(tokens[to + 1]))
  ) {
    let end = to + 1
    while (end < tokens.length && !endsPhrase(tokens, end, to + 1)) end += 1
    const role = !isCapitalized(tokens[to - 1]) && isNameOnly(tokens, { from: to + 1, to: end })
    if ((isAppositive(tokens, to + 1) && !opensClause(tokens, end)) || role) to = end
  }
  while (to > from && isMark(tokens[to - 1], ',')) to -= 1
  return to > from ? { from, to } : undefined
}

/** The subject of the first finite verb at or after `from`, for "S did this and said that". */
export function subjectOfClause(tokens: readonly Token[], from: number, before: number): Range | undefined {
  for (let at = from + 1; at < before; at++) {
    if (!looksFinite(tokens, at) && !isCueVerb(tokens, at)) continue
    let verb = at
    while (verb > from && (isAdverb(tokens[verb - 1]) || isWordIn(tokens[verb - 1], auxiliaries))) verb -= 1
    return subjectBefore(tokens, verb, from)
  }
  return undefined
}

function isCueVerb(tokens: readonly Token[], at: number): boolean {
  const form = cueForm(tokens[at]?.lower ?? '')?.form
  return form === 'past' && !isWordIn(tokens[at - 1], determiners)
}

function chunkStart(tokens: readonly Token[], last: number, floor: number): number {
  let from = last
  while (from > floor && !opensChunk(tokens, from - 1)) from -= 1
  return from
}

function opensChunk(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'quotation') return token?.kind === 'quotation' && !isTitle(token)
  if (isMark(token, ',;:—–()[]?!.') || token.text === '--') return true
  if (token.lower === 'and' || token.lower === 'or') return clauseBefore(tokens, at)
  if (isCueVerb(tokens, at) && isWordIn(tokens[at + 1], determiners)) return true
  if (token.lower === 'that') return cueForm(tokens[at - 1]?.lower ?? '') !== undefined || at === 0
  if (/^(?:before|after|since|until)$/.test(token.lower)) return at === 0 || isMark(tokens[at - 1], ',')
  return isWordIn(token, clauseOpeners)
}

/** "won the race and" ends a clause; "Ruiz and" does not. */
function clauseBefore(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && !isMark(tokens[index], ',;:—'); index--) {
    if (tokens[index]?.kind === 'quotation' || looksFinite(tokens, index) || isCueVerb(tokens, index)) return true
  }
  return isMark(tokens[at - 1], ',')
}

/** A quotation of a few capitalised words is a name, as of a broadcast. */
function isTitle({ text }: Token): boolean {
  return text.length < 40 && /^\P{L}*\p{Lu}/u.test(text) && !/[,.!?]\P{L}*$/u.test(text)
}

/** "Ruiz, the mayor," and "Ruiz, speaking on television,": the subject is what stands before. */
function subjectBehindParenthesis(tokens: readonly Token[], verb: number, floor: number): Range | undefined {
  let inner: Range = { from: chunkStart(tokens, verb - 2, floor), to: verb - 1 }
  for (let depth = 0; depth < 4; depth++) {
    const open = inner.from - 1
    if (open <= floor || !isMark(tokens[open], ',(—–')) return depth > 0 ? trimPhrase(tokens, inner) : undefined
    const outer = { from: chunkStart(tokens, open - 1, floor), to: open }
    const appositive =
      isAppositive(tokens, inner.from) || (isNameOnly(tokens, inner) && !isCapitalized(tokens[outer.to - 1]))
    const phrase = trimPhrase(tokens, outer)
    if (phrase && isNominal(tokens, phrase)) {
      return appositive && !isAppositive(tokens, phrase.from, true)
        ? { from: phrase.from, to: verb - 1 }
        : extend(tokens, phrase, inner)
    }
    inner = { from: outer.from, to: inner.to }
  }
  return undefined
}

function extend(tokens: readonly Token[], phrase: Range, inner: Range): Range {
  const explains =
    isAppositive(tokens, inner.from) || (isNameOnly(tokens, inner) && !isCapitalized(tokens[phrase.to - 1]))
  return explains ? { from: phrase.from, to: inner.to } : phrase
}

/** "Olave Brandt": nothing but a few capitalised words, as a name behind a role is. */
function isNameOnly(tokens: readonly Token[], { from, to }: Range): boolean {
  return (
    to > from &&
    to - from <= 5 &&
    tokens
      .slice(from, to)
      .every(
        (token, index) => isCapitalized(token) || (index > 0 && /^(?:de|van|von|al|bin|and|of)$/.test(token.lower)),
      )
  )
}

/** Whether a finite verb stands here, so that what is before it is its subject and no apposition. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  return looksFinite(tokens, at) || isWordIn(tokens[at], auxiliaries) || isCueVerb(tokens, at)
}

function joinLeft(tokens: readonly Token[], phrase: Range, floor: number): Range | undefined {
  const comma = phrase.from - 1
  const outer = trimPhrase(tokens, { from: chunkStart(tokens, comma - 1, floor), to: comma })
  if (
    !outer ||
    !isCapitalized(tokens[outer.to - 1]) ||
    !isNominal(tokens, outer) ||
    tokens[outer.from]?.lower === 'according'
  )
    return undefined
  // “the need to get aid into Gaza” ends in a name and is none.
  if (
    tokens
      .slice(outer.from, outer.to)
      .some((token) => isWordIn(token, prepositions) && !/^(?:of|for|de)$/.test(token.lower))
  )
    return undefined
  return { from: outer.from, to: phrase.to }
}

/** Whether what begins here explains the name before it: an article, a role, an age, a party. */
function isAppositive(tokens: readonly Token[], at: number, strict = false): boolean {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return false
  if (token.lower === 'one') return tokens[at + 1]?.lower === 'of'
  if (/^(?:a|an|the|who|whose|his|her|their|its|which)$/.test(token.lower)) return !strict || token.lower !== 'the'
  if (/^\d{2}$/.test(token.text) || /^[DR]-/.test(token.text)) return true
  if (strict) return false
  const next = tokens[at + 1]
  return (
    /^\p{Ll}/u.test(token.text) &&
    !isWordIn(token, prepositions) &&
    !isWordIn(token, clauseOpeners) &&
    !isWordIn(token, pronouns) &&
    !isAdverb(token) &&
    !/ing$|ed$/.test(token.lower) &&
    (isWordIn(next, prepositions) || next?.kind === 'word' || isMark(next, ','))
  )
}

/** A noun phrase and nothing else: no finite verb, and something that can be a noun. */
function isNominal(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from; at < to; at++) {
    if (looksFinite(tokens, at) && !isWordIn(tokens[at - 1], pronouns)) return false
  }
  return tokens.slice(from, to).some((token) => token.kind === 'word')
}

/** Drops what leads up to a phrase ("On Monday", "But") and what cannot be its end. */
function trimPhrase(tokens: readonly Token[], range: Range): Range | undefined {
  let { from, to } = range
  while (from < to && (isMark(tokens[from], ',:;-—–.“”"\'') || isAdverb(tokens[from]))) from += 1
  if (isWordIn(tokens[from], clauseOpeners) && tokens[from]?.lower !== 'that') from += 1
  if (/^(?:in|on|at|after|before|during|for|by|since|as|from|with|to|about)$/.test(tokens[from]?.lower ?? '')) {
    from = behindPreposition(tokens, from, to)
  }
  while (from < to && (isWordIn(tokens[from], days) || isWordIn(tokens[from], dayParts) || isAdverb(tokens[from])))
    from += 1
  while (to > from && (isMark(tokens[to - 1], ',') || isAdverb(tokens[to - 1]))) to -= 1
  return to > from && tokens.slice(from, to).some((token) => token.kind === 'word') ? { from, to } : undefined
}

/** "On Monday Ruiz said": the phrase begins behind the time; a place or event before a comma is no subject at all. */
function behindPreposition(tokens: readonly Token[], from: number, to: number): number {
  let at = from + 1
  while (at < to && (isTimeWord(tokens[at]) || isWordIn(tokens[at], dayParts) || /^\d/.test(tokens[at]?.text ?? '')))
    at += 1
  return at > from + 1 && at < to ? at : to
}

function endsPhrase(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'quotation') return true
  if (isMark(token, ',;:—–.?!()') || token.text === '--') return true
  if (at > from && isWordIn(token, clauseOpeners) && token.lower !== 'and') return true
  if (at > from && isTimeWord(token)) return true
  if (at > from && (isWordIn(token, auxiliaries) || isAdverb(token))) return true
  if (token.lower === 'and') return !isCapitalized(tokens[at + 1]) && !isWordIn(tokens[at + 1], determiners)
  return at > from && /^(?:in|on|at|during|to|via)$/.test(token.lower) && leadsToVenue(tokens, at)
}

/** "in a statement", "on Tuesday", "at a rally". */
export function leadsToVenue(tokens: readonly Token[], at: number): boolean {
  for (let index = at + 1; index < Math.min(tokens.length, at + 7); index++) {
    const token = tokens[index]
    if (isWordIn(token, venueNouns) || isTimeWord(token) || token?.kind === 'quotation' || token?.lower === 'reporters')
      return true
    if (token?.kind !== 'word' || isWordIn(token, prepositions)) return false
    if (
      index === at + 1 &&
      /^(?:Twitter|Facebook|Instagram|CNN|NBC|CBS|ABC|MSNBC|Fox|television|TV|radio|X)/.test(token.text)
    )
      return true
  }
  return false
}
