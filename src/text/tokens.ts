import type { Span } from '../domain/article.ts'
import type { Quotation } from './quotations.ts'

/** A word, a mark, or a whole quotation, which grammar treats as one piece. */
export interface Token extends Span {
  readonly kind: 'word' | 'mark' | 'quotation'
  readonly text: string
  readonly lower: string
}

const abbreviations = new Set(
  `mr mrs ms dr ft prof sen sens rep reps gov govs gen col lt sgt capt cmdr adm rev hon pres sec atty supt
   jr sr st no vs inc ltd co corp bros dept est jan feb mar apr jun jul aug sept sep oct nov dec ala ariz ark calif
   colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis
   wyo a.m p.m e.g i.e al approx`
    .split(/\s+/)
    .filter(Boolean),
)

const pattern =
  /(?<![\p{L}\p{N}-])\p{L}[\p{L}\p{N}-]{0,60}\.(?:com|org|net|gov|edu|info)(?![\p{L}\p{N}])|[DRI]-\p{Lu}\p{L}*\.(?:\p{L}\.)*|(?:\p{L}\.){2,}|\p{N}+(?:[.,:]\p{N}+)*(?:%|[\p{L}\p{M}]+)?|[@#]?[\p{L}\p{M}_](?:[\p{L}\p{M}\p{N}_]|(?:['’\-‑&/])(?=[\p{L}\p{N}])|(?<=\p{Lu}[\p{Ll}]+s)['’](?= \p{Lu}))*|\.{2,}|--+|[^\s\p{L}\p{N}]/gu

/** What stands in `lower` for the month of May. */
export const monthOfMay = 'may (month)'
const monthIntroducers = new Set(
  'in on of since until till by from last next this early late mid through to and'.split(' '),
)

/** Splits a paragraph into tokens, in order; quotations are not looked into. */
export function tokenize(text: string, paragraph: Span, quotations: readonly Quotation[]): Token[] {
  const tokens: Token[] = []
  let at = paragraph.start
  for (const { outer } of quotations) {
    tokens.push(...plainTokens(text, { start: at, end: outer.start }))
    tokens.push(makeToken('quotation', text.slice(outer.start, outer.end), outer.start))
    at = outer.end
  }
  tokens.push(...plainTokens(text, { start: at, end: paragraph.end }))
  return tokens
}

/** The words of any stretch of text, quotation marks or not. */
export function words(text: string): Token[] {
  return plainTokens(text, { start: 0, end: text.length }).filter(({ kind }) => kind === 'word')
}

function plainTokens(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = []
  const stretch = text.slice(start, end)
  for (const match of stretch.matchAll(pattern)) {
    const at = start + match.index
    const previous = tokens.at(-1)
    const isNumero = previous?.lower !== 'no' || /^\s*\p{N}/u.test(text.slice(at + 1, at + 4))
    if (match[0] === '.' && previous?.end === at && isNumero && isAbbreviated(previous)) {
      tokens[tokens.length - 1] = makeToken('word', `${previous.text}.`, previous.start)
    } else {
      tokens.push(makeToken(/[\p{L}\p{N}&]/u.test(match[0]) ? 'word' : 'mark', match[0], at))
    }
  }
  return markMay(tokens)
}

/** A period after an abbreviation or an initial belongs to it. */
function isAbbreviated({ text, lower, kind }: Token): boolean {
  return kind === 'word' && (abbreviations.has(lower) || (/^\p{Lu}$/u.test(text) && text !== 'I'))
}

/** The month, as against the name and the verb: "in May", "May 3". Its lower form is one of its own. */
function markMay(tokens: readonly Token[]): Token[] {
  return tokens.map((token, at) => {
    if (token.text !== 'May') return token
    const before = tokens[at - 1]?.lower ?? ''
    const month = monthIntroducers.has(before) || /^\d/.test(before) || /^\d/.test(tokens[at + 1]?.text ?? '')
    return month ? { ...token, lower: monthOfMay } : token
  })
}

function makeToken(kind: Token['kind'], text: string, start: number): Token {
  return { kind, text, lower: text.toLowerCase().replaceAll('’', "'"), start, end: start + text.length }
}
