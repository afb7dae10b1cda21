import type { TextRules } from '../rules.ts'

/** How much of a paragraph, in characters, a dateline may take up. */
const longestDateline = 90

const place = String.raw`\p{Lu}[\p{Lu}’'.-]{2,}(?: \p{Lu}[\p{Lu}’'.-]*){0,3}(?:, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?){0,2}`
const agency = String.raw`\([\p{Lu}][^()]{1,30}\)`
/** A dateline that gives only the place: “HALBROOK —”, “SURAJPET:”. */
const bare = new RegExp(String.raw`^${place}\s*(?:—|–|--|-|:)\s+(?=["“‘«\p{Lu}\p{N}])`, 'u')

/** A list item's bullet: “• Rents rise in May”. */
const bullet = /^[•‣▪◦*]\s+(?=["“‘«\p{Lu}\p{N}])/u

/**
 * Where a paragraph's text begins after its dateline, which only says where and by whom it was filed; 0 if it has none.
 * A place alone counts as a dateline only if the paragraph `opens` the text.
 */
export function datelineEnd(paragraph: string, opens: boolean, { datelineMonths }: TextRules): number {
  const beginning = paragraph.slice(0, longestDateline)
  const found =
    bullet.exec(beginning) ?? signedWith(datelineMonths).exec(beginning) ?? (opens ? bare.exec(beginning) : null)
  return found?.[0].length ?? 0
}

const patterns = new Map<string, RegExp>()

/** A dateline that says who filed it or when: “DENVER (AP) —”, “Nov 26 (Reuters) -”, “TARN, Nov. 3 (River Post) –”. */
function signedWith(months: string): RegExp {
  const known = patterns.get(months)
  if (known) return known
  const day = String.raw`(?:${months})[\p{Ll}]*\.? \d{1,2}`
  const made = new RegExp(
    String.raw`^(?:${place}(?: \(\p{Lu}[^()]{1,30}\))?(?:, ${day} ${agency}|, ${day}| ${agency})\s*(?:—|–|--|-|:)|(?:${place}, )?${day} ${agency}\s*(?:—|–|--|-|:)?)\s+(?=["“‘«\p{Lu}\p{N}])`,
    'u',
  )
  patterns.set(months, made)
  return made
}
