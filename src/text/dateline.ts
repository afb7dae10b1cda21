/** Of a paragraph, in characters, that a dateline may take. */
const longestDateline = 90

const place = String.raw`\p{Lu}[\p{Lu}’'.-]{2,}(?: \p{Lu}[\p{Lu}’'.-]*){0,3}(?:, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?){0,2}`
const day = String.raw`(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[\p{Ll}]*\.? \d{1,2}`
const agency = String.raw`\([\p{Lu}][^()]{1,30}\)`
/** “DENVER (AP) —”, “HALBROOK —”, “Nov 26 (Reuters) -”, “SURAJPET:”, “TARN, Nov. 3 (River Post) –”. */
const dateline = new RegExp(
  String.raw`^(?:${place}(?:, ${day})?(?: ${agency})?\s*(?:—|–|--|-|:)|(?:${place}, )?${day} ${agency}\s*(?:—|–|--|-|:)?)\s+(?=["“‘«\p{Lu}\p{N}])`,
  'u',
)

/** Where a paragraph begins behind its dateline, which says where and by whom it was filed and is no part of the news; 0 where it has none. */
export function datelineEnd(paragraph: string): number {
  return dateline.exec(paragraph.slice(0, longestDateline))?.[0].length ?? 0
}
