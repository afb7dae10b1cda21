import { withoutElements } from '../../text/unseen-markup.ts'

/** Limits on a page's structure: the parser's cost grows with the square of the nesting depth. */
export const pageLimits = { depth: 300, elements: 60_000, marks: 250_000, characters: 5_000_000 } as const

const voidElements = new Set('area base br col embed hr img input link meta param source track wbr !doctype'.split(' '))
/** Elements of drawings, which may end where they begin: <path/>. */
const drawn = new Set(
  'animate animatetransform circle ellipse g image line lineargradient path polygon polyline rect stop text use'.split(
    ' ',
  ),
)
/** Elements that are not counted as nested, since their end tags are often omitted. */
const selfClosing = new Set('p li dt dd option tr td th thead tbody tfoot'.split(' '))

/**
 * Refuses a page that is built to be slow to parse, in one pass and without parsing it.
 *
 * @throws {Error} with a reason for people.
 */
export function checkShape(html: string): void {
  if (html.length > pageLimits.characters) throw new Error('the page is too large to read')
  const plain = withoutElements(html, ['script', 'style'])
  // Each of these marks may begin another piece of text.
  if (countOf(plain, /[<&]/g) > pageLimits.marks) throw new Error('the page has too many parts to read')
  let depth = 0
  let elements = 0
  let isInDrawing = false
  for (const match of plain.matchAll(/<(\/?)([a-z!][a-z0-9-]{0,40})(?:[^<>]{0,4000}(?<!=)(\/)>)?/gi)) {
    const name = match[2]?.toLowerCase() ?? ''
    if (name === 'svg') isInDrawing = !match[1]
    const isDrawing = isInDrawing && match[3] !== undefined && drawn.has(name)
    if (isDrawing || voidElements.has(name) || selfClosing.has(name)) {
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

function countOf(text: string, mark: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(mark)) count += 1
  return count
}
