import type { Token } from '../../../text/tokens.ts'
import { titles } from '../words/name-words.ts'
import {
  clauseOpeners,
  determiners,
  isCapitalized,
  isMark,
  isWordIn,
  looksFinite,
  prepositions,
  pronouns,
} from '../words/word-classes.ts'

/** The one that tells more: “mayor of Lower Weir” rather than “Mayor”. */
export function fullerRole(one: string | null, other: string | null): string | null {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one
}

/** What makes of an office another one: a deputy mayor is no mayor, a former minister none. */
const modifiers =
  /^(?:deputy|vice|former|ex|ex-\p{L}+|shadow|acting|interim|assistant|associate|junior|opposition|outgoing|incoming|retired|honorary|then|late|co|would-be|aspiring|self-styled|disgraced|suspended|sacked|ousted|exiled)$/u

/** Words of office right before a name: "spokeswoman", "deputy mayor", "Former Tidewell adviser". */
export function rolePrefix(tokens: readonly Token[], from: number): string[] {
  let at = from
  while (at > 0 && from - at < 4 && isOffice(tokens[at - 1])) at -= 1
  if (at === from) return []
  // With whom the office is, as far as something before it makes it another office.
  let affiliation = at
  while (
    affiliation > 0 &&
    at - affiliation < 3 &&
    isCapitalized(tokens[affiliation - 1]) &&
    !modifiers.test(tokens[affiliation - 1]?.lower ?? '')
  )
    affiliation -= 1
  const modified = [at, affiliation].find((place) => place > 0 && modifiers.test(tokens[place - 1]?.lower ?? ''))
  return tokens.slice(modified === undefined ? at : modified - 1, from).map(({ text }) => text)
}

function isOffice(token: Token | undefined): boolean {
  return token?.kind === 'word' && !isCapitalized(token) && isRoleWord(token)
}

function isRoleWord(token: Token): boolean {
  if (
    isWordIn(token, prepositions) ||
    isWordIn(token, determiners) ||
    isWordIn(token, clauseOpeners) ||
    isWordIn(token, pronouns)
  )
    return false
  return (
    isWordIn(token, titles) ||
    /(?:er|or|ist|man|woman|person|ian|ant|ent|chief|head|aide|ally|counsel)$/.test(token.lower)
  )
}

/** ", the mayor of Lower Weir," and ", 34, a teacher,": what explains the name before it. */
export function roleBehind(tokens: readonly Token[], to: number): string | null {
  if (!isMark(tokens[to], ',')) return null
  let from = to + 1
  if (/^\d{1,2}$/.test(tokens[from]?.text ?? '') && isMark(tokens[from + 1], ',')) from += 2
  if (/^(?:now|then|once|formerly)$/.test(tokens[from]?.lower ?? '')) from += 1
  const first = tokens[from]
  if (
    first?.kind !== 'word' ||
    isCapitalized(first) ||
    isWordIn(first, prepositions) ||
    isWordIn(first, clauseOpeners) ||
    isWordIn(first, pronouns)
  )
    return null
  let end = from
  while (end < tokens.length && end < from + 14 && tokens[end]?.kind !== 'mark' && !looksFinite(tokens, end)) end += 1
  if (end === from || looksFinite(tokens, end) || /(?:ing|ed|ly)$/.test(first.lower)) return null
  if (!isMark(tokens[end], ',.') && tokens[end] !== undefined) return null
  const words = tokens.slice(from, end).map(({ text }) => text)
  if (!tokens.slice(from, end).some((token) => isRoleWord(token) || /^(?:the|a|an|who)$/.test(token.lower))) return null
  return words.join(' ').replace(/^(?:the|a|an) /, '')
}
