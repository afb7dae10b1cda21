import type { Token } from '../../../text/tokens.ts'
import { placeWords, titles } from '../words/name-words.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import {
  clauseOpeners,
  determiners,
  isCapitalized,
  isNameParticle,
  isTimeWord,
  isWordIn,
  looksFinite,
  prepositions,
  pronouns,
} from '../words/word-classes.ts'

/** Runs of capitalised words: where names begin and end in a sentence. */

/** The runs of capitalised words of a sentence, as positions in its tokens. */
export function capitalRuns(tokens: readonly Token[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isNameWord(tokens, at)) continue
    let to = at + 1
    while (
      to < tokens.length &&
      (isNameWord(tokens, to) || joinsNames(tokens, to)) &&
      !/['’]s$/.test(tokens[to - 1]?.text ?? '')
    )
      to += 1
    const from = at === 0 && isOpener(tokens[0]) ? 1 : at
    if (to > from) runs.push({ from, to })
    at = to
  }
  return runs
}

function isNameWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  return isCapitalized(token) && !isTimeWord(token) && !(at > 0 && isWordIn(token, pronouns)) && token?.text !== 'I'
}

/** "de", "van", "bin" inside a name, and the "of" of "Secretary of State". */
function joinsNames(tokens: readonly Token[], at: number): boolean {
  if (isNameParticle(tokens, at)) return true
  return tokens[at]?.lower === 'of' && isCapitalized(tokens[at + 1]) && isWordIn(tokens[at - 1], titles)
}

function isOpener(token: Token | undefined): boolean {
  return (
    isWordIn(token, determiners) ||
    isWordIn(token, prepositions) ||
    isWordIn(token, clauseOpeners) ||
    isWordIn(token, pronouns)
  )
}

/** Whether one capitalised word is a name that something is told of: “But Carly, 43, was …”, “Moss left”. */
export function standsAsName(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.lower ?? ''
  const behind = tokens[at + 2]
  if (tokens[at + 1]?.text === ',' && (/^\d{1,3}$/.test(behind?.text ?? '') || behind?.lower === 'who')) return true
  const isPlain = at === 0 && (/(?:ly|ing|ed|[^s]s)$/.test(word) || canSpeak(word) || numerals.test(word))
  return !isPlain && looksFinite(tokens, at + 1)
}

const numerals = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/

/** Whether a name that begins here may be its sentence's subject: no verb stands before it, and no preposition leads to it. */
export function isSubject(tokens: readonly Token[], from: number): boolean {
  let at = from
  while (
    at > 0 &&
    tokens[at - 1]?.kind === 'word' &&
    !isWordIn(tokens[at - 1], prepositions) &&
    !isTimeWord(tokens[at - 1])
  )
    at -= 1
  if (at > 0 && isWordIn(tokens[at - 1], prepositions)) return false
  return !tokens.slice(0, from).some((token, index) => token.kind === 'quotation' || looksFinite(tokens, index))
}

/** “of Millbank Road”, “in Grange Park”: where somebody lives is nobody. */
export function isPlace(tokens: readonly Token[], from: number, to: number): boolean {
  return (
    to - from > 1 &&
    placeWords.has(tokens[to - 1]?.lower ?? '') &&
    /^(?:of|in|at|on|to|from|near|along|through|outside|behind|around)$/.test(tokens[from - 1]?.lower ?? '')
  )
}
