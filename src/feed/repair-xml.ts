/** The beginning of a feed, after anything that comes before it. */
const beginning = /<\?xml\b|<(?:rss|feed|rdf:RDF|channel)\b/i
/** The elements whose end tags close an entry. */
const entryEnds = ['item', 'entry'] as const

/**
 * Repairs common faults in a feed: text before its beginning, bare ampersands, characters that XML does not allow, and
 * a missing end. An entry that was cut off is dropped.
 */
export function repairXml(text: string): string {
  const clean = text
    .slice(Math.max(0, text.search(beginning)))
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (control) => (/[\t\n\r]/.test(control) ? control : ''))
    .replace(/&(?!#\d{1,7};|#x[\da-f]{1,6};|\w{1,31};)/gi, '&amp;')
  return closeEnd(clean)
}

/** Returns true if a feed reaches its end; a lenient reader would take an address that was cut off for a whole one. */
export function isWhole(text: string): boolean {
  return /<\/(?:\w+:)?(?:rss|feed|rdf)\s*>/i.test(text.slice(-2_000))
}

/** A feed's first `most` entries; the rest are not even examined. */
export function firstEntries(text: string, most: number): string {
  let at = -1
  for (const end of text.matchAll(/<\/(?:item|entry)>/gi)) {
    most -= 1
    at = end.index + end[0].length
    if (most === 0) break
  }
  return most > 0 || text.length - at < 10_000 ? text : closeEnd(text.slice(0, at))
}

/** A feed with only its last `most` entries. */
export function lastEntries(text: string, most: number): string {
  const starts = [...text.matchAll(/<(?:item|entry)[\s>]/gi)].map(({ index }) => index)
  const from = starts.at(-most)
  return starts.length > most && from !== undefined ? text.slice(0, starts[0]) + text.slice(from) : text
}

function closeEnd(text: string): string {
  if (isWhole(text)) return text
  const last = Math.max(...entryEnds.map((name) => endOf(text, name)))
  const [, root = 'rss'] = /<(rss|feed|rdf:RDF)\b/i.exec(text) ?? []
  const kept = last > 0 ? text.slice(0, last) : text.replace(/<[^<>]*$/, '')
  const isOpen = /^rss$/i.test(root) && !/<\/channel>\s*$/i.test(kept)
  return `${kept}${isOpen ? '</channel>' : ''}</${root}>`
}

function endOf(text: string, name: string): number {
  const at = text.lastIndexOf(`</${name}>`)
  return at < 0 ? -1 : at + name.length + 3
}
