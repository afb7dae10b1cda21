/** Limits on a page's structure: the parser's cost grows with the square of the nesting. */
export const pageLimits = { depth: 300, elements: 60_000, characters: 5_000_000 } as const

const voidElements = new Set('area base br col embed hr img input link meta param source track wbr !doctype'.split(' '))
/** Elements whose end tag is often left out, so that they do not nest. */
const selfClosing = new Set('p li dt dd option tr td th thead tbody tfoot'.split(' '))

/**
 * Refuses a page that is built to be slow, in one pass and without parsing it.
 *
 * @throws {Error} with a reason for people.
 */
export function checkShape(html: string): void {
  if (html.length > pageLimits.characters) throw new Error('the page is too large to read')
  let depth = 0
  let elements = 0
  for (const match of withoutRawText(html).matchAll(/<(\/?)([a-z!][a-z0-9-]{0,40})/gi)) {
    const name = match[2]?.toLowerCase() ?? ''
    if (voidElements.has(name) || selfClosing.has(name)) {
      elements += 1
    } else if (match[1]) {
      depth = Math.max(0, depth - 1)
    } else {
      elements += 1
      depth += 1
    }
    if (depth > pageLimits.depth) throw new Error('the page is nested too deeply to read')
    if (elements > pageLimits.elements) throw new Error('the page has too many parts to read')
  }
}

/** The page without scripts, styles and comments, in which what looks like a tag is none. Linear in its length. */
function withoutRawText(html: string): string {
  const pieces: string[] = []
  let at = 0
  let closing: string | null = null
  for (const { 0: mark, index } of html.matchAll(/<!--|-->|<(?:script|style)\b|<\/(?:script|style)\b/gi)) {
    const name = mark.toLowerCase()
    if (closing === null && (name === '<!--' || /^<[a-z]/.test(name))) {
      pieces.push(html.slice(at, index))
      closing = name === '<!--' ? '-->' : `</${name.slice(1)}`
    } else if (name === closing) {
      at = index + mark.length
      closing = null
    }
  }
  return closing === null ? pieces.join('') + html.slice(at) : pieces.join('')
}
