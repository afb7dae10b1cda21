import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { cueForm } from '../words/cue-verbs.ts'
import { isRole } from '../words/name-words.ts'
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
} from '../words/word-classes.ts'
import { isAppositive, isCueVerb, isNameOnly, isNominal } from './noun-phrases.ts'

/** Characters, marks included. */
const longestTitle = 40

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
  const early = beforeTime(tokens, verb)
  if (early < verb && early > floor) return subjectBefore(tokens, early, floor)
  const phrase = trimPhrase(tokens, chunk)
  // “Ruiz, the mayor, during a debate said”: the comma behind such an adjunct was left out.
  if (!phrase && isMark(tokens[chunk.from - 1], ',') && isWordIn(tokens[chunk.from], prepositions))
    return subjectBehindParenthesis(tokens, chunk.from, floor)
  return phrase
}

/** “Ruiz on Monday denied”: where the time begins that stands between a subject and its verb. */
function beforeTime(tokens: readonly Token[], verb: number): number {
  let at = verb
  while (
    isTimeWord(tokens[at - 1]) ||
    isWordIn(tokens[at - 1], dayParts) ||
    /^(?:\d{1,4}|day|week|month|year)$/.test(tokens[at - 1]?.text ?? '')
  )
    at -= 1
  const behind = at
  while (/^(?:on|in|the|late|later|early|earlier|last|this|that)$/.test(tokens[at - 1]?.lower ?? '')) at -= 1
  const leads = at < behind || tokens.slice(at, verb).some(isTimeWord)
  return behind < verb && leads ? at : verb
}

/** The subject of the first finite verb of a sentence, for "S did this and said that". */
export function subjectOfClause(tokens: readonly Token[], before: number): Range | undefined {
  for (let at = 1; at < before; at++) {
    if (!looksFinite(tokens, at) && !isCueVerb(tokens, at)) continue
    let verb = at
    while (verb > 0 && (isAdverb(tokens[verb - 1]) || isWordIn(tokens[verb - 1], auxiliaries))) verb -= 1
    return subjectBefore(tokens, verb)
  }
  return undefined
}

function chunkStart(tokens: readonly Token[], last: number, floor: number): number {
  let from = behindBracket(tokens, last + 1, floor) ?? last
  while (from > floor) {
    const bracket = behindBracket(tokens, from, floor)
    if (bracket === undefined && opensChunk(tokens, from - 1)) break
    from = bracket ?? from - 1
  }
  return from
}

/** “Jo Lind (D-Ohio)”: what stands in brackets right before a position belongs to the name before them. */
function behindBracket(tokens: readonly Token[], at: number, floor: number): number | undefined {
  if (!isMark(tokens[at - 1], ')')) return undefined
  const open = tokens.slice(0, at).findLastIndex((token) => isMark(token, '('))
  return open > floor ? open : undefined
}

function opensChunk(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'quotation') return token?.kind === 'quotation' && !isTitle(token)
  if (isMark(token, ',;:—–()[]?!.') || token.text === '--') return true
  if (token.lower === 'and' || token.lower === 'or') return clauseBefore(tokens, at)
  if (isCueVerb(tokens, at) && (isWordIn(tokens[at + 1], determiners) || /^(?:said|says|say)$/.test(token.lower)))
    return true
  if (token.lower === 'that') return at === 0 || opensThatClause(tokens, at)
  if (/^(?:before|after|since|until)$/.test(token.lower)) return true
  return isWordIn(token, clauseOpeners)
}

/** “said that the mayor”, not “the firm that runs the dam”: a subject stands behind it. */
function opensThatClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return (
    cueForm(tokens[at - 1]?.lower ?? '') !== undefined ||
    isCapitalized(next) ||
    isWordIn(next, determiners) ||
    isWordIn(next, pronouns)
  )
}

/** "won the race and" ends a clause; "Ruiz and" does not. */
function clauseBefore(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && !isMark(tokens[index], ',;:—'); index--) {
    if (tokens[index]?.kind === 'quotation' || looksFinite(tokens, index) || isCueVerb(tokens, index)) return true
  }
  return isMark(tokens[at - 1], ',')
}

/** A quotation of a few capitalised words is a name, as of a broadcast. */
export function isTitle({ text }: Token): boolean {
  if (text.length >= longestTitle || !/^\P{L}*\p{Lu}/u.test(text) || /[,.!?]\P{L}*$/u.test(text)) return false
  return (text.match(/\p{L}{4,}/gu) ?? []).every((word) => /^\p{Lu}/u.test(word))
}

/** "Ruiz, the mayor," and "Ruiz, speaking on television,": the subject is what stands before. */
function subjectBehindParenthesis(tokens: readonly Token[], verb: number, floor: number): Range | undefined {
  let inner: Range = { from: asideStart(tokens, verb - 2, floor) ?? chunkStart(tokens, verb - 2, floor), to: verb - 1 }
  for (let depth = 0; depth < 4; depth++) {
    const open = inner.from - 1
    if (open <= floor || !isMark(tokens[open], ',(—–')) return depth > 0 ? trimPhrase(tokens, inner) : undefined
    const aside = asideStart(tokens, open - 1, floor)
    const outer = { from: aside ?? chunkStart(tokens, open - 1, floor), to: open }
    const appositive =
      isAppositive(tokens, inner.from) ||
      (isNameOnly(tokens, inner) && (!isCapitalized(tokens[outer.to - 1]) || isRolePhrase(tokens, outer)))
    const phrase = trimPhrase(tokens, outer)
    if (aside === undefined && phrase && isNominal(tokens, phrase)) {
      return appositive && !isAppositive(tokens, phrase.from, true)
        ? { from: phrase.from, to: verb - 1 }
        : extend(tokens, phrase, inner)
    }
    inner = { from: outer.from, to: inner.to }
  }
  return undefined
}

/** “The Prime Minister”, “a spokesman for Northmere Water”: a role, though it ends in a capital; a name behind it is whose it is. */
function isRolePhrase(tokens: readonly Token[], { from, to }: Range): boolean {
  if (!isWordIn(tokens[from], determiners)) return false
  const preposition = tokens.findIndex((token, at) => at > from && at < to && isWordIn(token, prepositions))
  const head = tokens[(preposition > 0 ? preposition : to) - 1]
  return head !== undefined && isRole(head.lower)
}

/** “Ruiz, when asked what was wrong, said”: a clause between commas is an aside as a whole. */
function asideStart(tokens: readonly Token[], last: number, floor: number): number | undefined {
  let nearest = true
  const dash = isMark(tokens[last + 1], '—–') || tokens[last + 1]?.text === '--'
  for (let at = last; at > floor; at--) {
    if (dash && tokens[at]?.text === tokens[last + 1]?.text) return at + 1
    if (dash) continue
    if (isMark(tokens[at], ';:.')) return undefined
    if (!isMark(tokens[at], ',')) continue
    const first = tokens[at + 1]
    // “Ruiz (68), of Tarn, Co Lind, denies”.
    if (first?.lower === 'of' && isCapitalized(tokens[at + 2])) return at + 1
    if (isAside(first, last - at) && (nearest || /^(?:who|whose|which|where)$/.test(first?.lower ?? ''))) return at + 1
    // “whose slogan, “We listen,” has hung”: an aside may have commas of its own.
    nearest = false
  }
  return undefined
}

function isAside(first: Token | undefined, length: number): boolean {
  if (length === 1 && /^\d{1,3}$/.test(first?.text ?? '')) return true
  return /^(?:who|whose|which|where|when|while|as|after|before|if|asked|speaking|\p{Ll}{2,}ed)$/u.test(
    first?.text ?? '',
  )
}

function extend(tokens: readonly Token[], phrase: Range, inner: Range): Range {
  const explains =
    isAppositive(tokens, inner.from) ||
    (isNameOnly(tokens, inner) && (!isCapitalized(tokens[phrase.to - 1]) || isRolePhrase(tokens, phrase)))
  return explains ? { from: phrase.from, to: inner.to } : phrase
}

/** Drops what leads up to a phrase ("On Monday", "But") and what cannot be its end. */
function trimPhrase(tokens: readonly Token[], range: Range): Range | undefined {
  let { from, to } = range
  while (from < to && (isMark(tokens[from], ',:;-—–.“”"\'') || isAdverb(tokens[from]))) from += 1
  if (isWordIn(tokens[from], clauseOpeners) && tokens[from]?.lower !== 'that') from += 1
  const counts = tokens[from]?.lower === 'about' && isCount(tokens[from + 1])
  if (
    !counts &&
    /^(?:in|on|at|after|before|during|for|by|since|as|from|with|to|about)$/.test(tokens[from]?.lower ?? '')
  ) {
    from = behindPreposition(tokens, from, to)
  }
  while (from < to && (isWordIn(tokens[from], days) || isWordIn(tokens[from], dayParts) || isAdverb(tokens[from])))
    from += 1
  while (to > from && (isMark(tokens[to - 1], ',') || (isAdverb(tokens[to - 1]) && !isCapitalized(tokens[to - 1]))))
    to -= 1
  return to > from && tokens.slice(from, to).some((token) => token.kind === 'word') ? { from, to } : undefined
}

/** "About four in ten voters": what stands before is no preposition then. */
function isCount(token: Token | undefined): boolean {
  return /^(?:\d[\d,.]*%?|one|two|three|four|five|six|seven|eight|nine|ten|half)$/.test(token?.lower ?? '')
}

/** "On Monday Ruiz said": the phrase begins behind the time; a place or event before a comma is no subject at all. */
function behindPreposition(tokens: readonly Token[], from: number, to: number): number {
  let at = from + 1
  while (at < to && (isTimeWord(tokens[at]) || isWordIn(tokens[at], dayParts) || /^\d/.test(tokens[at]?.text ?? '')))
    at += 1
  if (at > from + 1 && at < to) return at
  // “In a statement the company said”.
  const venue = tokens.findIndex((token, index) => index > from && index < to - 1 && isWordIn(token, venueNouns))
  return venue > 0 && (isWordIn(tokens[venue + 1], determiners) || isCapitalized(tokens[venue + 1])) ? venue + 1 : to
}
