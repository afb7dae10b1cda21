import type { TextRules } from '../rules.ts'

/** How much of a paragraph, in characters, a dateline may take up. */
const longestDateline = 90

const place = String.raw`\p{Lu}[\p{Lu}’'.-]{2,}(?: \p{Lu}[\p{Lu}’'.-]*){0,3}(?:, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?){0,2}`
const agency = String.raw`\([\p{Lu}][^()]{1,30}\)`
/** A place that is not in capitals; a date or an agency in small letters must show that it is one. */
const smallPlace = String.raw`\p{Lu}[\p{L}’'.-]+(?:[ /]\p{Lu}[\p{L}’'.-]*){0,3}`
const smallAgency = String.raw`\(\p{Ll}{2,8}(?:/\p{Ll}{2,8})?\)`

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

/**
 * Datelines that say who filed it or when: “DENVER (AP) —”, “Nov 26 (Reuters) -”, “TARN, Nov. 3 (River Post) –”,
 * “Vila Serena, 8 out 2024 (Tejo) –”, “Santa Elna, 18 oct (Trasandia).-”, “PUERTO CHANAL, 21 de septiembre.—”, “Oberlohe (nwd) –”.
 */
function signedWith(months: string): RegExp {
  const known = patterns.get(months)
  if (known) return known
  const day = String.raw`(?:${months})[\p{Ll}]*\.? \d{1,2}`
  const date = String.raw`\d{1,2}\.? (?:de )?(?:${months})\p{Ll}*\.?(?: (?:de )?\d{4})?`
  const capitals = String.raw`${place}(?: \(\p{Lu}[^()]{1,30}\))?(?:, ${day} ${agency}|, ${day}|, ${date}(?: ${agency})?| ${agency})\s*(?:\.?(?:—|–|--|-)|:)`
  const dayFirst = String.raw`(?:${place}, )?${day} ${agency}\s*(?:—|–|--|-|:)?`
  const small = String.raw`${smallPlace}(?:, ${date} ${agency}| ${smallAgency})\s*\.?(?:—|–|--|-)`
  const made = new RegExp(String.raw`^(?:${capitals}|${dayFirst}|${small})\s+(?=["“‘«„»\p{Lu}\p{N}])`, 'u')
  patterns.set(months, made)
  return made
}
