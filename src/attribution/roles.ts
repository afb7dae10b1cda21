import type { Token } from '../text/tokens.ts'
import { titles } from './name-words.ts'
import {
  clauseOpeners,
  determiners,
  isCapitalized,
  isMark,
  isWordIn,
  looksFinite,
  prepositions,
  pronouns,
} from './word-classes.ts'

/** The one that tells more: “mayor of Lower Weir” rather than “Mayor”. */
export function fullerRole(one: string | null, other: string | null): string | null {
  return (other?.length ?? 0) > (one?.length ?? 0) ? other : one
}

/** Lower-case words of office right before a name: "spokeswoman", "pollster". */
export function rolePrefix(tokens: readonly Token[], from: number): string[] {
  const words: string[] = []
  for (let at = from - 1; at >= 0 && words.length < 4; at--) {
    const token = tokens[at]
    if (token?.kind !== 'word' || isCapitalized(token) || !isRoleWord(token)) break
    words.unshift(token.text)
  }
  return words
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
