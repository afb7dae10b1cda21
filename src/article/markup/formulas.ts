import { raisedWords } from './raised-words.ts'

/** Writes MathML out on its line, so that a fraction or a power is still one where its elements are gone. */
export function writeOutFormulas(root: ParentNode): void {
  for (const formula of root.querySelectorAll('math')) {
    // A formula that is never closed has the rest of the page in it.
    if (formula.querySelector('p, div')) continue
    const before = formula.previousSibling?.textContent ?? ''
    const text = written(formula, 0).replace(/\s+/g, ' ').trim()
    formula.replaceWith(/\d$/.test(before) && /^\d/.test(text) ? ` ${text}` : text)
  }
}

/** Formulas are not nested deeper than this. */
const mostDepth = 40

function written(node: Node, depth: number): string {
  if (node.nodeType === 3) return (node.textContent ?? '').replace(/\s+/g, ' ').trim()
  if (node.nodeType !== 1 || depth > mostDepth) return ''
  const element = node as Element
  const parts = [...element.children].map((child) => written(child, depth + 1))
  const [first = '', second = '', third = ''] = parts
  switch (element.tagName.toLowerCase()) {
    case 'annotation':
    case 'annotation-xml':
    case 'mphantom':
      return ''
    case 'maction':
    case 'semantics':
      return first
    case 'mfrac':
      return `${grouped(first)}/${grouped(second)}`
    case 'msup':
      return grouped(first) + power(first, second)
    case 'msub':
      return first + index(first, second)
    case 'msubsup':
      return first + index(first, second) + power(first, third)
    case 'msqrt':
      return `√${grouped(parts.join(''))}`
    case 'mspace':
      return ' '
    case 'mo':
      return operator(element.textContent?.trim() ?? '')
    default:
      return element.children.length === 0 ? (element.textContent ?? '').trim() : joined([...element.children], parts)
  }
}

/** The parts of a row: a space where a fraction is added to the number before it. */
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
