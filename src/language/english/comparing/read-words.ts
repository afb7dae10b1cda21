import type { Quotation } from '../../../text/quotations.ts'
import { monthMark } from '../../../text/rules.ts'
import type { Token } from '../../../text/tokens.ts'
import type { ReadText, Word } from '../../check.ts'
import { quotationsIn, words as tokensOf } from '../text.ts'
import { months, shortMonths, weekdays } from '../words/calendar.ts'
import { isContent } from '../words/function-words.ts'
import { hedges } from '../words/hedges.ts'
import { negations, turningWords } from '../words/negations.ts'
import { areAlike, formOf } from '../words/word-forms.ts'

const daysAndMonths = new Set([...weekdays, ...months, ...shortMonths])

/** Reads one or more sentences for comparison. */
export function readWords(text: string): ReadText {
  const quotations = quotationsIn(text)
  const read = tokensOf(text).map((token) => readWord(token, text, quotations))
  return { text, words: read, forms: new Set(read.map(({ form }) => form)), quotations }
}

/** Returns the weekdays and months that a text writes in full, as printed. */
export function dateWords(text: string): string[] {
  return readWords(text)
    .words.filter(({ isDay, lower }) => isDay && !shortMonths.has(lower))
    .map(({ text: word }) => word)
}

function readWord(token: Token, text: string, quotations: readonly Quotation[]): Word {
  const { start, end } = token
  const lower = token.lower.replace(/'s$|s'$/, (shutdown) => (shutdown === "s'" ? 's' : ''))
  const before = text.slice(0, start)
  const isUpper = /^\p{Lu}/u.test(token.text) || /^(?:al|el|bin|de)-\p{Lu}/u.test(token.text)
  const isDay = isUpper && daysAndMonths.has(lower.replace(monthMark, ''))
  const isNegation = isNegationAt(lower, before, text.slice(end))
  return {
    text: token.text,
    lower,
    form: formOf(lower),
    start,
    end,
    hasContent: isContent(lower) && !isNegation && (lower.length > 1 || /\d/.test(lower)),
    isCapital: isUpper && !isDay,
    opensSentence: /(?:^|[.?!:]["”’)]?\s+|[“"‘(]|\n)$/.test(before),
    isDay,
    isNegation,
    isNegative: isNegation || (turningWords.test(lower) && !isNoun(lower, before)),
    isHedge: isHedgeAt(lower, text.slice(end)) && !(lower === 'may' && isDay),
    isQuoted: quotations.some(({ inner }) => inner.start <= start && end <= inner.end),
  }
}

/** “Any ban”, “the refusal”: a noun, which turns nothing around it. */
function isNoun(lower: string, before: string): boolean {
  return (
    /^(?:ban|stop|block|lie|lack|failure)$/.test(lower) &&
    /\b(?:an?|the|any|his|her|its|their|this|that|no) $/i.test(before)
  )
}

/** “Aggressive rather than improper”, “a warning instead of a fine”. */
function isContrast(lower: string, behind: string): boolean {
  return (lower === 'rather' && /^ than\b/.test(behind)) || (lower === 'instead' && /^ of\b/.test(behind))
}

/** “Not”, “hadn't”, “rather” in “rather than”, and “short” in “stopped short of”. */
function isNegationAt(lower: string, before: string, behind: string): boolean {
  const isShort = lower === 'short' && /\b(?:stop\w*|fall\w*|fell) $/i.test(before)
  return negations.has(lower) || lower.endsWith("n't") || isShort || isContrast(lower, behind)
}

/** True for a hedge such as “May”, and for “consistent” in “consistent with”; the caller rules out the month. */
function isHedgeAt(lower: string, behind: string): boolean {
  // “The names appeared in a list”: they were there.
  if (lower.startsWith('appear') && /^ (?:in|on|at|before|under|from)\b/.test(behind)) return false
  // “Is understood to support it”, “was reported to have bought it”.
  if (/^(?:said|reported|understood|rumoured|rumored)$/.test(lower)) return /^ to \p{L}/u.test(behind)
  return hedges.has(lower) || (lower === 'consistent' && /^ with\b/.test(behind))
}

const noStops: ReadonlySet<number> = new Set()
/** Words that set one event against another. */
const turn = /^(?:before|after|while|whereas|but|compared|than)$/

/**
 * Returns the content words around a place: at most five on each side, and none beyond the end of the clause or beyond
 * one of the `stops`, the places of other anchors.
 */
export function wordsAround({ words: all, text }: ReadText, at: number, stops = noStops): Word[] {
  const most = 5
  const take = (step: 1 | -1) => {
    const taken: Word[] = []
    for (let next = at + step; taken.length < most; next += step) {
      const [word, inner] = [all[next], all[next - step]]
      if (!word || !inner) break
      const between = step === 1 ? text.slice(inner.end, word.start) : text.slice(word.end, inner.start)
      // Between anchors, an “and” separates what is said about each.
      const isParted = stops.size > 0 && word.lower === 'and'
      if (/[;:.!?]/.test(between) || stops.has(next) || turn.test(word.lower) || isParted) break
      if (word.hasContent) taken.push(word)
    }
    return taken
  }
  return [...take(-1).toReversed(), ...take(1)]
}

/** Returns up to `most` content words after a place, within its clause. */
export function wordsBehind({ words: all, text }: ReadText, at: number, most = 3): Word[] {
  const taken: Word[] = []
  for (let next = at + 1; next < all.length && taken.length < most; next++) {
    const [word, before] = [all[next], all[next - 1]]
    if (!word || !before) break
    const between = text.slice(before.end, word.start)
    if (/[,;:.!?—–”"]/.test(between)) break
    if (taken.length > 0 && /^(?:but|and|because|although|though|while)$/.test(word.lower)) break
    if (word.hasContent) taken.push(word)
  }
  return taken
}

/** Returns the first place in a sentence of each given word, or of a word with the same meaning. */
export function placesOf(heads: readonly Word[], { words }: ReadText): number[] {
  return heads.flatMap(({ form }) => {
    const at = words.findIndex((word) => word.hasContent && areAlike(word.form, form))
    return at < 0 ? [] : [at]
  })
}

/** Returns all the places in a sentence of the given words, or of words with the same meaning. */
export function allPlacesOf(heads: readonly Word[], { words }: ReadText): number[] {
  return words.flatMap((word, at) =>
    word.hasContent && heads.some(({ form }) => areAlike(word.form, form)) ? [at] : [],
  )
}
