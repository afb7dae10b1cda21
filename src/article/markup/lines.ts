import { wordsOf } from '../../language/lists/page-words.ts'

const blocks =
  /^(?:ADDRESS|ARTICLE|ASIDE|BLOCKQUOTE|BODY|BR|DD|DETAILS|DIV|DL|DT|FIELDSET|FIGURE|FOOTER|FORM|H[1-6]|HEADER|HR|HTML|LI|MAIN|NAV|OL|P|PRE|SECTION|SUMMARY|TABLE|TBODY|TD|TFOOT|TH|THEAD|TR|UL)$/

/** A text on one line, without gaps around it. */
export function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** The text before and after an element on its own line. */
export interface TextLine {
  readonly before: string
  readonly after: string
}

/** Returns true if an element always begins a new line. */
export function isBlock(node: Node): boolean {
  return node.nodeType === 1 && blocks.test((node as Element).tagName.toUpperCase())
}

/** The text around an element, up to where a block begins or ends. */
export function lineAround(element: Element): TextLine {
  return { before: reach(element, 'previousSibling'), after: reach(element, 'nextSibling') }
}

/** Words in lines that say when something was published and who wrote it, in the most widely read languages. */
const stampWords = new Set(wordsOf('stampWords'))

/** Returns true if a sentence runs through an element, so that the element's words are part of it. */
export function isInSentence({ before, after }: TextLine): boolean {
  const isOpen = /[\p{L}\p{N},;:–—(“„«’'"-]\s*$/u.test(before) || /^\s*[\p{Ll},;:.!?]/u.test(after)
  return isOpen && isSentence(`${before} ${after}`)
}

function isSentence(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  const wordCount = words.filter((word) => /^\p{Ll}{2}/u.test(word) && !stampWords.has(word)).length
  return wordCount >= 2 || (wordCount === 1 && words.length >= 4) || (wordCount === 0 && /\p{Lo}{12}/u.test(text))
}

function reach(element: Element, direction: 'previousSibling' | 'nextSibling'): string {
  let text = ''
  let steps = 0
  for (let at: Node = element; !isBlock(at) && at.parentNode; at = at.parentNode) {
    for (let next = at[direction]; next; next = next[direction]) {
      if (isBlock(next) || ++steps > mostSteps) return text
      const more = next.nodeType === 8 ? '' : (next.textContent ?? '')
      text = direction === 'nextSibling' ? text + more : more + text
      if (text.length > longestLine) return text
    }
    if (at.parentNode.nodeType !== 1) return text
  }
  return text
}

/** How much of a line, in characters, is enough to classify it. */
const longestLine = 1_000
/** How many neighbours of an element are examined. */
const mostSteps = 60
