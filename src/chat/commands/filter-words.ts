import { type Filter, noFilter } from '../../domain/subscription.ts'
import { visible } from '../../text/visible.ts'

/** The most values in one list, and the longest value, in characters. */
const mostValues = 30
const longestValue = 60
const mostPublishers = 20

export type ReadFilter =
  | { readonly kind: 'filter'; readonly filter: Partial<Filter> }
  | { readonly kind: 'unclear'; readonly reason: string; readonly part: FilterPart }

/** The part of a filter that is not clear: one that forms have a field for, or any other. */
export type FilterPart = 'words' | 'not' | 'publishers' | 'filter'

type List = Exclude<keyof Filter, 'publishers'>

/** The names people use for the parts of a filter; the first is the one that we use. */
const lists: Readonly<Record<List, readonly string[]>> = {
  words: ['words', 'word', 'keywords', 'only', 'with'],
  notWords: ['not', 'not words', 'without', 'except'],
  outlets: ['outlets', 'outlet', 'from'],
  notOutlets: ['not outlets', 'not outlet', 'not from'],
  sections: ['sections', 'section'],
  languages: ['languages', 'language'],
}
const publisherNames = ['publishers', 'publisher']
const usage =
  'Write a filter like this: words: dam, flood*; not: football; outlets: River Post; languages: en; publishers: 2'

/**
 * Reads the parts of a filter to set, as people write them: "words: dam, flood*; publishers: 2". Parts that are not
 * named stay as they are; a part without values is cleared, and "off" clears all.
 */
export function readFilter(text: string): ReadFilter {
  if (/^\s*(?:off|none)\s*$/i.test(text)) return { kind: 'filter', filter: noFilter }
  let filter: Partial<Filter> = {}
  for (const part of text.split(';')) {
    if (part.trim() === '') continue
    const read = readPart(part)
    if (typeof read === 'string') return { kind: 'unclear', reason: read, part: partOf(part) }
    filter = { ...filter, ...read }
  }
  return Object.keys(filter).length > 0
    ? { kind: 'filter', filter }
    : { kind: 'unclear', reason: usage, part: 'filter' }
}

/** The field that a part of a filter has in a form. */
function partOf(part: string): FilterPart {
  const name = nameOf(part)
  if (publisherNames.includes(name)) return 'publishers'
  if (lists.notWords.includes(name)) return 'not'
  return lists.words.includes(name) ? 'words' : 'filter'
}

/** What a part of a filter is called, before its colon. */
function nameOf(part: string): string {
  const [name = ''] = part.includes(':') ? part.split(':') : []
  return name.trim().toLowerCase().replace(/\s+/g, ' ')
}

/** The value that one part sets, or the reason why it is not clear. */
function readPart(part: string): Partial<Filter> | string {
  const called = nameOf(part)
  const values = part
    .slice(part.indexOf(':') + 1)
    .split(',')
    .map((value) => tidy(value))
    .filter((value) => value !== '')
  if (publisherNames.includes(called)) {
    const count = Number(values[0] ?? 1)
    return Number.isInteger(count) && count >= 1 && count <= mostPublishers
      ? { publishers: count }
      : `“publishers” must be a number from 1 to ${mostPublishers}.`
  }
  const list = (Object.keys(lists) as List[]).find((each) => lists[each].includes(called))
  if (!list) return `“${part.trim().slice(0, 40)}” isn’t clear. ${usage}`
  const wrong = faultIn(values, { called, list })
  if (wrong) return wrong
  return { [list]: [...new Set(list === 'languages' ? values.map((value) => value.toLowerCase()) : values)] }
}

/** Why these values do not suit this part of a filter; undefined if they do. */
function faultIn(
  values: readonly string[],
  { called, list }: { readonly called: string; readonly list: List },
): string | undefined {
  if (values.length > mostValues) return `“${called}” can have at most ${mostValues} values.`
  const long = values.find((value) => value.length > longestValue)
  if (long) return `“${long.slice(0, 40)}…” is too long for a filter. Use at most ${longestValue} characters.`
  const empty = values.find((value) => !/[\p{L}\p{N}]/u.test(value))
  if (empty) return `“${empty}” has no letter or number to look for.`
  const wrong = list === 'languages' && values.find((value) => !/^[a-z]{2,3}$/i.test(value))
  return wrong ? `“${wrong}” isn’t a language code. Try en, de or fr.` : undefined
}

function tidy(value: string): string {
  return visible(value).replace(/\s+/g, ' ').replace(/["“”]/g, '').trim()
}

/** The text that clears every list of a filter: "words:; not:; outlets:; …". */
export const clearedFilter = Object.values(lists)
  .map(([name]) => `${name}:`)
  .join('; ')

/** A filter in the words that set it; empty if it excludes nothing. */
export function describeFilter(filter: Filter): string {
  const parts = (Object.keys(lists) as List[]).flatMap((list) =>
    filter[list].length > 0 ? [`${lists[list][0]}: ${filter[list].join(', ')}`] : [],
  )
  return [...parts, ...(filter.publishers > 1 ? [`publishers: ${filter.publishers}`] : [])].join('; ')
}

/** Returns true if a filter excludes nothing. */
export function isOpen({ publishers, ...values }: Filter): boolean {
  return publishers <= 1 && Object.values(values).every((list) => list.length === 0)
}
