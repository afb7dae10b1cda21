import { oneLine } from './lines.ts'
import { raisedWords } from './raised-words.ts'

/** Replaces MathML with text in line, so that fractions and powers survive when the markup is removed. */
export function writeOutFormulas(root: ParentNode): void {
  for (const formula of root.querySelectorAll('math')) {
    // A formula that was never closed contains the rest of the page.
    if (formula.querySelector('p, div')) continue
    const before = formula.previousSibling?.textContent ?? ''
    const text = oneLine(written(formula, 0))
    formula.replaceWith(/\d$/.test(before) && /^\d/.test(text) ? ` ${text}` : text)
  }
}

/** Elements nested more deeply than this are ignored. */
const mostDepth = 40

function written(node: Node, depth: number): string {
  if (node.nodeType === 3) return oneLine(node.textContent)
  if (node.nodeType !== 1 || depth > mostDepth) return ''
  const element = node as Element
  const elements = [...element.children]
  const parts = elements.map((child) => written(child, depth + 1))
  const write = forms.get(element.tagName.toLowerCase())
  if (write) return write(parts, element)
  return elements.length === 0 ? (element.textContent ?? '').trim() : joined(elements, parts)
}

type Form = (parts: readonly string[], element: Element) => string

/** How to write each element, given its parts in order; the parts of an unlisted element are simply joined. */
const forms: ReadonlyMap<string, Form> = new Map<string, Form>([
  ['annotation', () => ''],
  ['annotation-xml', () => ''],
  ['mphantom', () => ''],
  ['mspace', () => ' '],
  ['maction', ([first = '']) => first],
  ['semantics', ([first = '']) => first],
  ['mfrac', ([above = '', below = '']) => `${grouped(above)}/${grouped(below)}`],
  ['msup', ([base = '', raised = '']) => grouped(base) + power(base, raised)],
  ['msub', ([base = '', lowered = '']) => base + index(base, lowered)],
  ['msubsup', ([base = '', lowered = '', raised = '']) => base + index(base, lowered) + power(base, raised)],
  ['msqrt', (parts) => `√${grouped(parts.join(''))}`],
  ['mo', (_, element) => operator(element.textContent?.trim() ?? '')],
])

/** Joins the parts of a row, with a space between a number and a fraction added to it. */
function joined(elements: readonly Element[], parts: readonly string[]): string {
  return parts.reduce((text, part, at) => {
    const isAdded = elements[at]?.tagName.toLowerCase() === 'mfrac' && /\d$/.test(text)
    return text + (isAdded ? ' ' : '') + part
  }, '')
}

function grouped(text: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`
}

function power(base: string, exponent: string): string {
  const text = exponent.replace(/\s+/g, '')
  if (/^[+−-]?\d+$/.test(text))
    return raisedWords({ set: 'raised', text, before: /\d$/.test(base) ? base : 'x', after: '' })
  return text === '' ? '' : `^${grouped(text)}`
}

function index(base: string, text: string): string {
  return raisedWords({ set: 'lowered', text, before: base, after: '' })
}

function operator(sign: string): string {
  if (/^[\u2061-\u2064]?$/.test(sign)) return ''
  return /^[=<>≤≥≈±×·+−-]$/.test(sign) ? ` ${sign} ` : sign
}
