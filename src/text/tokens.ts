import type { Span } from '../domain/article.ts'
import type { Quotation } from './quotations.ts'
import { monthMark, plainText, type TextRules } from './rules.ts'

/** A word, a mark, or a whole quotation, which the grammar treats as one unit. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quotation'
  readonly text: string
  readonly lower: string
}

const pattern =
  /(?<![\p{L}\p{N}-])\p{L}[\p{L}\p{N}-]{0,60}\.(?:com|org|net|gov|edu|info)(?![\p{L}\p{N}])|[DRI]-\p{Lu}\p{L}*\.(?:\p{L}\.)*|(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*(?:%|[\p{L}\p{M}]+)?|[@#]?[\p{L}\p{M}_](?:[\p{L}\p{M}\p{N}_]|(?:['’\-‑&/])(?=[\p{L}\p{N}])|(?<=\p{Lu}[\p{Ll}]+s)['’](?= \p{Lu}))*|\.{2,}|--+|[^\s\p{L}\p{N}]/gu

/** A stretch of a text and the quotations in it. */
interface Stretch {
  readonly span: Span
  readonly quotations: readonly Quotation[]
}

/** Splits a paragraph into tokens, in order; each quotation is a single token. */
export function tokenize(text: string, { span, quotations }: Stretch, rules: TextRules): Token[] {
  const tokens: Token[] = []
  let at = span.start
  for (const { outer } of quotations) {
    tokens.push(...plainTokens(text, { start: at, end: outer.start }, rules))
    tokens.push(makeToken('quotation', text.slice(outer.start, outer.end), outer.start))
    at = outer.end
  }
  tokens.push(...plainTokens(text, { start: at, end: span.end }, rules))
  return tokens
}

/** The words of any stretch of text, inside and outside quotation marks. */
export function words(text: string, rules: TextRules = plainText): Token[] {
  return plainTokens(text, { start: 0, end: text.length }, rules).filter(({ kind }) => kind === 'word')
}

function plainTokens(text: string, { start, end }: Span, rules: TextRules): Token[] {
  const tokens: Token[] = []
  const stretch = text.slice(start, end)
  for (const match of stretch.matchAll(pattern)) {
    const at = start + match.index
    const previous = tokens.at(-1)
    const isNumero = previous?.lower !== 'no' || /^\s*\p{N}/u.test(text.slice(at + 1, at + 4))
    const isShort =
      (!isPlatform(tokens) && isAbbreviated(previous, rules)) || isOrdinal(tokens, text.slice(at + 1, at + 16), rules)
    if (match[0] === '.' && previous?.end === at && isNumero && isShort) {
      tokens[tokens.length - 1] = makeToken('word', `${previous.text}.`, previous.start)
    } else {
      const kind = /[\p{L}\p{N}&]/u.test(match[0]) ? 'word' : 'mark'
      if (rules.joints)
        tokens.push(
          ...parted(match[0], at, rules.joints).map(({ text: part, start: from }) => makeToken(kind, part, from)),
        )
      else tokens.push(makeToken(kind, match[0], at))
    }
  }
  return markMonths(tokens, rules)
}

/** The words that are written together as one, “l’” and “élue”, with where each of them begins. */
export function parted(
  text: string,
  start: number,
  joints: RegExp,
): { readonly text: string; readonly start: number }[] {
  let at = start
  return text.split(joints).map((part) => {
    const found = { text: part, start: at }
    at += part.length
    return found
  })
}

/** Words in a row, as they are written: “directeur de l’école”. */
export function joinWords(parts: readonly string[]): string {
  return parts.join(' ').replaceAll(/(?<=(?<!\p{L})\p{L}{1,2}['’]) /gu, '')
}

/** True behind “wrote on X”: the platform's name, not somebody's initial. */
function isPlatform(tokens: readonly Token[]): boolean {
  const [before, last] = tokens.slice(-2)
  return last?.text === 'X' && /^\p{Ll}/u.test(before?.text ?? '')
}

/** True if a full stop after this token belongs to it, as after an abbreviation or an initial. */
function isAbbreviated(token: Token | undefined, { abbreviations, capitalWords }: TextRules): boolean {
  if (token?.kind !== 'word') return false
  const { text, lower } = token
  return abbreviations.has(lower) || (/^\p{Lu}$/u.test(text) && !capitalWords.has(text))
}

/** “am 3. Mai”: True if the last token is a number that a stop makes an ordinal. */
function isOrdinal(tokens: readonly Token[], behind: string, { beforeOrdinals, datelineMonths }: TextRules): boolean {
  if (beforeOrdinals.size === 0 || !/^\d{1,2}$/.test(tokens.at(-1)?.text ?? '')) return false
  return beforeOrdinals.has(tokens.at(-2)?.lower ?? '') || new RegExp(`^\\s(?:${datelineMonths})`, 'u').test(behind)
}

/** Gives months a distinct lower form, to tell them from the same name or verb: "in May", "May 3". */
function markMonths(tokens: Token[], { ambiguousMonths, monthIntroducers }: TextRules): Token[] {
  if (ambiguousMonths.size === 0) return tokens
  return tokens.map((token, at) => {
    if (!ambiguousMonths.has(token.text)) return token
    const before = tokens[at - 1]?.lower ?? ''
    const month = monthIntroducers.has(before) || /^\d/.test(before) || /^\d/.test(tokens[at + 1]?.text ?? '')
    return month ? { ...token, lower: token.lower + monthMark } : token
  })
}

function makeToken(kind: Token['kind'], text: string, start: number): Token {
  const lower = text.toLowerCase()
  return {
    kind,
    text,
    lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
    start,
    end: start + text.length,
  }
}
