import type { Numerals, TextRules } from '../rules.ts'
import { type Token, words } from '../tokens.ts'

/** A number as printed, and what it counts. */
export interface Quantity {
  readonly value: number
  readonly text: string
  /** The word that the number counts, in lower case: "villages"; empty if none follows. */
  readonly of: string
  readonly start: number
  readonly end: number
}

/** A text's numbers, in digits or words, in order. */
export function findQuantities(text: string, rules: TextRules): Quantity[] {
  const tokens = words(text, rules)
  const found: Quantity[] = []
  for (let at = 0; at < tokens.length; at++) {
    const number = numberAt(tokens, at, rules.numerals)
    if (!number) continue
    const last = tokens[number.to - 1]
    const first = tokens[at]
    if (first && last) {
      found.push({
        value: number.value,
        text: text.slice(first.start, last.end),
        of: counted(text, tokens, { from: number.to, numerals: rules.numerals }),
        start: first.start,
        end: last.end,
      })
    }
    at = number.to - 1
  }
  return found
}

function counted(
  text: string,
  tokens: readonly Token[],
  { from, numerals: { between } }: { readonly from: number; readonly numerals: Numerals },
): string {
  let at = from
  while (at < from + 2 && between.has(tokens[at]?.lower ?? '')) at += 1
  const word = tokens[at]
  // “In 1974, bought by Lind”: what follows a comma is not what the number counts.
  if (/[,;:.()—–]/.test(text.slice(tokens[from - 1]?.end, word?.start))) return ''
  return word && /^\p{Ll}{3,}/u.test(word.text) ? word.lower.replace(/'s$/, '') : ''
}

function numberAt(
  tokens: readonly Token[],
  from: number,
  numerals: Numerals,
): { value: number; to: number } | undefined {
  let value = 0
  let to = from
  for (; to < tokens.length; to++) {
    const token = tokens[to]
    if (!token || (to > from && token.start - (tokens[to - 1]?.end ?? 0) > 1)) break
    const next = to === from ? singleNumber(token, numerals) : goesOn(value, token, numerals)
    if (next === undefined) break
    value = next
  }
  return to > from ? { value, to } : undefined
}

/** A number extended by its next word: "two" "hundred", "two hundred" "five"; undefined if that word is not part of it. */
function goesOn(value: number, token: Token, numerals: Numerals): number | undefined {
  const scale = numerals.scales.get(token.lower.replace(/s$/, ''))
  if (scale !== undefined) return value * scale
  const single = singleNumber(token, numerals)
  const isRest = single !== undefined && value > 0 && value % 100 === 0 && single < 100 && !/\d/.test(token.text)
  return isRest ? value + single : undefined
}

function singleNumber({ lower, text }: Token, { ones, tens, suffixes }: Numerals): number | undefined {
  const [, digits, suffix = ''] = /^(\d+(?:[.,]\d+)*)(%|[a-z]{1,2})?$/.exec(lower) ?? []
  if (digits) return Number(digits.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/,/g, '.')) * (suffixes.get(suffix) ?? 1)
  if (/\p{Lu}.*\p{Lu}/u.test(text)) return undefined
  const one = ones.indexOf(lower)
  if (one >= 0) return one
  const [left = '', right] = lower.split('-', 2)
  const ten = tens.indexOf(left)
  if (ten < 0) return undefined
  const unit = right === undefined ? 0 : ones.indexOf(right)
  return unit < 0 ? undefined : (ten + 2) * 10 + unit
}
