import { isBlock } from './lines.ts'
import { dropNoteMarks } from './notes.ts'
import { raisedWords } from './raised-words.ts'
import { removeElement } from './struck-out.ts'

const raisedOrLowered = 'sup, sub, [style*="vertical-align"], .superscript, .subscript'
const fractions = '[class~="frac"], [class~="fraction"], [class~="vulgar"]'

/** A stretch of a block's text, and how it is set. */
interface Piece {
  readonly node: Node
  readonly set: 'plain' | 'raised' | 'lowered' | 'fraction' | 'end'
  readonly text: string
}

/**
 * Rewrites raised and lowered text so that it keeps its meaning as plain text: 10<sup>6</sup> becomes "10⁶" and never
 * "106", 4<sup>1</sup>/<sub>2</sub> becomes "4 1/2".
 */
export function writeOutRaised(root: Element): void {
  dropNoteMarks(root)
  const found = [...root.querySelectorAll(`${raisedOrLowered}, ${fractions}`)].filter((each) => setOf(each) !== 'plain')
  for (const block of new Set(found.map((each) => blockOf(each, root)))) writeOutBlock(block)
}

function writeOutBlock(block: Element): void {
  const pieces = piecesOf(block)
  let before = ''
  for (const [at, { node, set, text }] of pieces.entries()) {
    const after = restOfLine(pieces, at + 1)
    const written =
      set === 'raised' || set === 'lowered'
        ? raisedWords({ set, text: text.trim(), before, after })
        : plain(pieces, at, before)
    if (written === '' && text !== '' && node.nodeType === 1) removeElement(node as Element)
    else if (written !== text || set === 'raised' || set === 'lowered') replaceBy(node, written)
    before = set === 'end' ? '' : (before + written).slice(-contextLength)
  }
}

/** How much of the surrounding text, in characters, is enough to interpret a raised text. */
const contextLength = 80
const mostPieces = 20

/** Plain text, unchanged except for a fraction's slash and the space before a fraction. */
function plain(pieces: readonly Piece[], at: number, before: string): string {
  const { text = '', set } = pieces[at] ?? {}
  const isStroke = pieces[at - 1]?.set === 'raised' && /^\s*[⁄∕/]\s*(?:\d|$)/.test(text)
  if (isStroke) return text.replace(/^\s*[⁄∕/]\s*/, '/')
  if (set !== 'fraction' || !/^\s*\d+\s*[⁄∕/]\s*\d+\s*$/.test(text)) return text
  return `${/\d$/.test(before) ? ' ' : ''}${text.replace(/[⁄∕]/, '/')}`
}

function restOfLine(pieces: readonly Piece[], from: number): string {
  let text = ''
  for (let at = from; at < Math.min(pieces.length, from + mostPieces) && text.length < contextLength; at++) {
    const piece = pieces[at]
    if (!piece || piece.set === 'end') break
    text += piece.text
  }
  return text
}

function piecesOf(block: Element): Piece[] {
  const pieces: Piece[] = []
  const visit = (node: Node, within: Piece['set']) => {
    if (node.nodeType === 3) pieces.push({ node, set: within, text: node.textContent ?? '' })
    if (node.nodeType !== 1) return
    if (isBlock(node)) {
      pieces.push({ node: node.ownerDocument?.createTextNode('') ?? node, set: 'end', text: '' })
      return
    }
    const set = setOf(node as Element)
    const isEmpty = (node.textContent ?? '').trim() === ''
    const isWhole =
      !isEmpty && (set === 'raised' || set === 'lowered' || (set === 'fraction' && node.childNodes.length === 1))
    if (isWhole) pieces.push({ node, set, text: node.textContent ?? '' })
    else for (const child of node.childNodes) visit(child, 'plain')
  }
  for (const child of block.childNodes) visit(child, 'plain')
  return pieces
}

function setOf(element: Element): Piece['set'] {
  const tag = element.tagName.toUpperCase()
  const names = element.getAttribute('class') ?? ''
  const style = element.getAttribute('style') ?? ''
  if (tag === 'SUP' || /(?:^|\s)superscript(?:\s|$)/.test(names) || /vertical-align:\s*(?:super|text-top)/i.test(style))
    return 'raised'
  if (tag === 'SUB' || /(?:^|\s)subscript(?:\s|$)/.test(names) || /vertical-align:\s*sub/i.test(style)) return 'lowered'
  return element.matches(fractions) ? 'fraction' : 'plain'
}

function blockOf(element: Element, root: Element): Element {
  let at = element.parentElement ?? root
  while (at !== root && !isBlock(at) && at.parentElement) at = at.parentElement
  return at
}

function replaceBy(node: Node, text: string): void {
  if (node.nodeType === 3) node.textContent = text
  else (node as Element).replaceWith(text)
}
