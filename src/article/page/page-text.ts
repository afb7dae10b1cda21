import { oneLine } from '../markup/lines.ts'
import { beginningOf, normalizeText } from '../read-text.ts'
import { type KnownLines, withoutBoilerplate } from './boilerplate.ts'

const blocks = new Set(
  'ADDRESS ARTICLE BLOCKQUOTE DD DIV DL DT FIELDSET H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH TR UL'.split(
    ' ',
  ),
)
/** Elements that are never part of an article's text. */
const dropped = new Set(
  'ASIDE FIGCAPTION FIGURE FOOTER FORM IFRAME INPUT NOSCRIPT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA'.split(' '),
)
/** Elements that are page furniture if they fill a paragraph; within a sentence, their words belong to it. */
const small = new Set(['BUTTON', 'SMALL', 'TIME'])

/** Blocks shorter than this, in characters, are dropped if they are mostly links. */
const linkBlockLength = 200
const linkShare = 0.6

/** An element's paragraphs, separated by blank lines, without figures, link lists and the repeated headline. */
export function pageText(root: Element, known: KnownLines): string {
  const paragraphs: string[] = []
  let current = { text: '', linked: 0, hasWords: false }
  const flush = () => {
    const text = oneLine(current.text)
    if (text && current.hasWords && !isLinkBlock(text, current.linked)) paragraphs.push(text)
    current = { text: '', linked: 0, hasWords: false }
  }
  const visit = (node: Node, { inLink, inSmall }: Surroundings) => {
    if (node.nodeType === 3) {
      const text = node.textContent ?? ''
      current.text += text
      if (inLink) current.linked += text.trim().length
      if (!inSmall && /[\p{L}\p{N}]/u.test(text)) current.hasWords = true
      return
    }
    if (node.nodeType !== 1) return
    const element = node as Element
    const tag = element.tagName.toUpperCase()
    if (dropped.has(tag) || isLinkList(element, tag)) return
    const block = blocks.has(tag)
    if (block || tag === 'BR') flush()
    const within = { inLink: inLink || tag === 'A', inSmall: inSmall || small.has(tag) }
    for (const child of element.childNodes) visit(child, within)
    if (block) flush()
  }
  visit(root, { inLink: false, inSmall: false })
  flush()
  return beginningOf(normalizeText(withoutBoilerplate(paragraphs, known).join('\n\n')))
}

interface Surroundings {
  readonly inLink: boolean
  readonly inSmall: boolean
}

function isLinkBlock(text: string, linked: number): boolean {
  return text.length < linkBlockLength && linked > linkShare * text.length
}

function isLinkList(element: Element, tag: string): boolean {
  if (tag !== 'UL' && tag !== 'OL') return false
  const length = element.textContent?.trim().length ?? 0
  let linked = 0
  for (const link of element.querySelectorAll('a')) linked += link.textContent?.trim().length ?? 0
  return length > 0 && linked > linkShare * length
}
