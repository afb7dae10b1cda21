import { eitherOf } from '../../language/lists/page-words.ts'

/** A raised or lowered text, and the text around it on its line. */
export interface Raised {
  readonly set: 'raised' | 'lowered'
  readonly text: string
  readonly before: string
  readonly after: string
}

const raisedDigits: ReadonlyMap<string, string> = new Map(zip('0123456789+-−–', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻'))
const loweredDigits: ReadonlyMap<string, string> = new Map(zip('0123456789+-−–', '₀₁₂₃₄₅₆₇₈₉₊₋₋₋'))
/** Units that may be squared or cubed. */
const unit = new RegExp(String.raw`(?:^|[^\p{L}])(?:[khcdmnµ]?m|dam|ft|in|yd|mi|s|kg|${eitherOf('units')}|\p{L})$`, 'u')
const money = /[$€£¥]\s?\d[\d,. ]*$/
const isotope = /^\p{Lu}\p{Ll}?(?!\p{L})/u

/** A raised or lowered text in plain characters; "" for a footnote mark. */
export function raisedWords(raised: Raised): string {
  const { set, text, before, after } = raised
  if (text === '') return ''
  const share = partOfFraction(raised)
  if (share !== undefined) return share
  if (set === 'lowered') return loweredWords(raised)
  if (/^(?:tm|™)$/i.test(text)) return '™'
  if (/^[®℠©½¼¾⅓⅔⅛]$/.test(text)) return text
  if (/^[+−–-]?\d+$/.test(text)) return exponent(raised)
  if (/^[^\p{L}\p{N}]+$/u.test(text)) return /^[*†‡§¶#,;\s]+$/.test(text) ? '' : text
  if (/^\d+(?:\s*,\s*\d+)+$/.test(text)) return ''
  if (/\p{L}{2}/u.test(text)) return text
  if (text === 'o' && /\d\s?$/.test(before) && /^\s*[CF]\b/.test(after)) return '°'
  return /\p{L}/u.test(text) ? letter(raised) : `^${text}`
}

/** A numerator, a denominator or a whole fraction, with a space after the number it is added to: "4 1/2". */
function partOfFraction({ text, before, after, set }: Raised): string | undefined {
  const gap = /\d$/.test(before) ? ' ' : ''
  if (/^\d{1,3}\s*[/⁄∕]\s*\d{1,4}$/.test(text)) return gap + text.replace(/\s*[/⁄∕]\s*/, '/')
  if (!/^\d{1,4}$/.test(text)) return undefined
  if (set === 'raised' && /^\s*[/⁄∕]\s*\d/.test(after)) return gap + text
  return /\d\/$/.test(before) ? text : undefined
}

function loweredWords({ text, before, after }: Raised): string {
  // Everyone writes "CO2"; a lowered digit is only misread next to another digit.
  const touches = /\d$/.test(before) || /^\d/.test(after)
  return touches && /^[+−–-]?\d+$/.test(text) ? change(text, loweredDigits) : text
}

function exponent({ text, before, after }: Raised): string {
  if (/^\d\d$/.test(text)) {
    if (/[$€£¥]\s?\d+[.,]$/.test(before) || (/\d[.,]$/.test(before) && /^\s*[$€£¥]/.test(after))) return text
    if ((money.test(before) && !/[.]\d\d$/.test(before)) || (/\d$/.test(before) && /^\s*[$€£¥]/.test(after)))
      return `.${text}`
  }
  if (/(?:^|\s|\()$/.test(before)) return isotope.test(after) ? change(text, raisedDigits) : ''
  if (/\([^()]*\)$/.test(before)) return /\([^()]*\p{L}{3,}[^()]*\)$/u.test(before) ? '' : change(text, raisedDigits)
  return /[\d²³)]$/.test(before) || unit.test(before) ? change(text, raisedDigits) : ''
}

/** A single raised letter: the end of an abbreviation, an exponent, or a footnote mark. */
function letter({ text, before }: Raised): string {
  if (/\d$/.test(before)) return /^[aehmorsªº]$/i.test(text) ? text : `^${text}`
  const [word = ''] = /\p{L}+$/u.exec(before) ?? []
  if (word.length === 1 && /\p{Ll}/u.test(word) && !/^[aeors]$/.test(text)) return `^${text}`
  return word.length > 0 && word.length < 3 ? text : ''
}

function change(text: string, digits: ReadonlyMap<string, string>): string {
  return [...text].map((digit) => digits.get(digit) ?? digit).join('')
}

function zip(from: string, to: string): [string, string][] {
  const targets = [...to]
  return [...from].map((each, at) => [each, targets[at] ?? each])
}
