import type { Quantity } from '../../../../text/values/quantities.ts'
import type { ReadText } from '../../../check.ts'
import { quantitiesIn } from '../../text.ts'

/** Reads the figures of a text: what they count, their units and limits. */

/** Words that limit the number after them, by kind of limit. */
const limits: readonly (readonly [string, RegExp])[] = [
  ['least', /\b(?:at least|no fewer than|not less than|a minimum of)\s*$/i],
  ['more', /\b(?:more than|over|above|exceed(?:s|ed|ing)?|top(?:s|ped)|upwards of|in excess of)\s*$/i],
  ['most', /\b(?:up to|at most|no more than|as (?:much|many|long|high) as|a maximum of)\s*$/i],
  ['less', /\b(?:less than|fewer than|under|below|nearly|almost|just under|close to|approaching)\s*$/i],
  ['about', /\b(?:about|around|some|roughly|approximately|an? estimated|or so|in the region of|circa)\s*$/i],
  ['only', /\b(?:only|just|merely)\s*$/i],
]
const scaleBehind = /^\s*(?:%|per cent|percent|percentage points?)/i
const currency = /(?:[$£€¥₹]|US\$|A\$)\s*$/

/** Returns the numbers in a text, except “one” and ordinals, which count nothing. */
export function quantitiesOf({ text }: ReadText): Quantity[] {
  return quantitiesIn(text)
    .filter(
      ({ text: printed, start }) =>
        !/^(?:one|a|first|second|third|once|zero)$/i.test(printed) && !/\bnot $/i.test(text.slice(0, start)),
    )
    .map((quantity) => (countsNothing.test(quantity.of) ? { ...quantity, of: '' } : quantity))
}

/** Words behind a number that are not what it counts: “18 above the limit”, “54 who replied”, “418,000 cast”. */
const countsNothing =
  /^(?:who|whose|which|that|this|above|below|over|under|more|fewer|less|higher|lower|ahead|behind|after|before|since|from|with|were|was|are|had|have|has|will|would|cast|sold|born|lost|left|made|and|but|when|while|because|gave|did|does)$/

/** Returns “%”, a currency sign or "". In a range, “$70–90 million”, the sign comes before the first number. */
export function unitOf(text: string, { start, end, text: printed }: Quantity): string {
  if (scaleBehind.test(text.slice(end)) || printed.endsWith('%')) return '%'
  // “The percentage on the table is 7.4.”
  if (/\bpercentage\b[^.;]*$/i.test(text.slice(0, start))) return '%'
  return (
    currency
      .exec(text.slice(0, start).replace(/[\d.,]+(?: (?:million|billion))?(?:\s*[–-]\s*| to | and )$/, ''))?.[0]
      .trim() ?? ''
  )
}

/** “Cuts over $6.8 million gap”: the gap is what it is about. */
export function isDisputed(text: string, { start, end }: Quantity): boolean {
  return (
    /\bover [$£€]$/i.test(text.slice(0, start)) &&
    /^(?: (?:million|billion))? \p{Ll}+(?<!s)(?=[,.;:]|$)/u.test(text.slice(end))
  )
}

export function limitOf(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 40), start).replace(currency, '')
  return limits.find(([, pattern]) => pattern.test(before))?.[0] ?? ''
}
