import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { cueForm } from '../words/cue-verbs.ts'
import {
  auxiliaries,
  clauseOpeners,
  determiners,
  isAdverb,
  isCapitalized,
  isMark,
  isNameParticle,
  isTimeWord,
  isWordIn,
  looksFinite,
  prepositions,
  pronouns,
  venueNouns,
} from '../words/word-classes.ts'

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
    const clause =
      tokens.slice(to + 1, end).some((_, index) => looksFinite(tokens, to + 1 + index)) &&
      !/^(?:who|whose|which)$/.test(tokens[to + 1]?.lower ?? '')
    // “…, who asked not to be named because …,”: tells of somebody, and is no part of what they are called.
    const relative = /^(?:who|whose|whom|which)$/.test(tokens[to + 1]?.lower ?? '')
    const endsThere = end >= tokens.length || tokens[end]?.kind === 'mark'
    if ((isAppositive(tokens, to + 1) && !relative && !opensClause(tokens, end) && !clause) || (role && endsThere))
      to = end
  }
  while (to > from && isMark(tokens[to - 1], ',')) to -= 1
  return to > from ? { from, to } : undefined
}

export function isCueVerb(tokens: readonly Token[], at: number): boolean {
  const form = cueForm(tokens[at]?.lower ?? '')?.form
  return form === 'past' && !isWordIn(tokens[at - 1], determiners)
}

/** "Olave Brandt": nothing but a few capitalised words, as a name behind a role is. */
export function isNameOnly(tokens: readonly Token[], { from, to }: Range): boolean {
  return (
    to > from &&
    to - from <= 5 &&
    tokens
      .slice(from, to)
      .every(
        (token, index) =>
          isCapitalized(token) ||
          (index > 0 && (isNameParticle(tokens, from + index) || /^(?:and|of|&)$/.test(token.lower))),
      )
  )
}

/** Whether a finite verb stands here, so that what is before it is its subject and no apposition. */
function opensClause(tokens: readonly Token[], at: number): boolean {
  return looksFinite(tokens, at) || isWordIn(tokens[at], auxiliaries) || isCueVerb(tokens, at)
}

/** Whether what begins here explains the name before it: an article, a role, an age, a party. */
export function isAppositive(tokens: readonly Token[], at: number, strict = false): boolean {
  const token = tokens[at]
  if (!token || token.kind !== 'word') return false
  if (token.lower === 'one') return tokens[at + 1]?.lower === 'of'
  if (/^(?:a|an|the|who|whose|his|her|their|its|which)$/.test(token.lower)) return !strict || token.lower !== 'the'
  if (/^\d{2}$/.test(token.text) || /^[DR]-/.test(token.text)) return true
  if (strict) return false
  const next = tokens[at + 1]
  if (next?.lower === 'than') return false
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
export function isNominal(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from; at < to; at++) {
    if (looksFinite(tokens, at) && !isWordIn(tokens[at - 1], pronouns)) return false
  }
  return tokens.slice(from, to).some((token) => token.kind === 'word')
}

function endsPhrase(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at]
  if (!token || token.kind === 'quotation') return true
  if (isMark(token, ',;:—–.?!()') || token.text === '--') return true
  if (at > from && isWordIn(token, clauseOpeners) && token.lower !== 'and') return true
  if (at > from && (isTimeWord(token) || /^(?:who|whose|whom)$/.test(token.lower))) return true
  // “According to Rathbun the property was returned”: a name is followed by no article.
  if (at > from && isCapitalized(tokens[at - 1]) && /^(?:the|a|an)$/.test(token.text)) return true
  // “Beatrice Long” ends in no adverb.
  if (at > from && (isWordIn(token, auxiliaries) || (isAdverb(token) && !isCapitalized(token)))) return true
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
      /^(?:Twitter|Facebook|Instagram|CNN|NBC|CBS|ABC|MSNBC|Fox|television|TV|radio|X)$/.test(token.text)
    )
      return true
  }
  return false
}
