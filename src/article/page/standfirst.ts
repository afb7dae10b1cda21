import { isBlock, oneLine } from '../markup/lines.ts'
import { type KnownLines, withoutBoilerplate } from './boilerplate.ts'
import { isBesideArticle, textUpTo } from './near-heading.ts'

/** The most blocks below a heading that are looked at, and the length of a standfirst, in characters. */
const mostBlocks = 60
/** The most elements that are looked at for them. */
const mostLooked = 3_000
const shortest = 50
const longest = 600
const leastWords = 8
const mostLeads = 2
/** How much of the beginning of two paragraphs must be the same, in characters. */
const sameBeginning = 60
/** Parts of a page in which no standfirst is. */
const never = 'figure, figcaption, nav, aside, footer, form, ul, ol, dl, table, button, blockquote, [role="navigation"]'

/** The paragraphs below a page's heading, in order, from which the article's own begins; call it before the page is changed. */
export function blocksBelow(document: Document, heading: Element | null): string[] {
  if (!heading) return []
  const blocks: string[] = []
  for (const element of elementsBelow(document, heading).slice(0, mostLooked)) {
    if (blocks.length >= mostBlocks) break
    const text = isWhole(element) ? textUpTo(element, longest) : null
    if (text === null || text.length < shortest || blocks.at(-1) === text) continue
    if (element.closest(never) || isBesideArticle(element)) continue
    if (linkedShare(element, text) < 0.5) blocks.push(text)
  }
  return blocks
}

/** The elements that come after the heading, in order. */
function elementsBelow(document: Document, heading: Element): Element[] {
  const all = [...document.querySelectorAll('h1, h2, h3, h4, p, div, section, span')]
  const at = all.indexOf(heading)
  const below =
    at < 0 ? all.filter((element) => (heading.compareDocumentPosition(element) & 4) !== 0) : all.slice(at + 1)
  return below.filter((element) => !heading.contains(element) && !/^H1$/i.test(element.tagName))
}

/**
 * The text with its standfirst above it, if the page shows one between the heading and the first paragraph and the text
 * lacks it. `description` is what the page declares as its summary.
 */
export function withStandfirst(
  text: string,
  blocks: readonly string[],
  { description, ...known }: KnownLines & { readonly description: string | null },
): string {
  const [first = ''] = text.split('\n\n', 1)
  const isFirst = (block: string) => sameStart(block, first)
  const at = blocks.findIndex(isFirst)
  const above = at < 0 ? blocks.filter((block) => isDeclared(block, description)) : blocks.slice(0, at)
  const whole = oneLine(text)
  const leads = above.filter((block) => isLead(block, description) && !whole.includes(block))
  return [...withoutBoilerplate(leads, known).slice(0, mostLeads), text].join('\n\n')
}

function isLead(block: string, description: string | null): boolean {
  if (block.length > longest) return false
  if (isDeclared(block, description)) return true
  const isSentence = /[.!?…。！？][”’"»」』)]*$/u.test(block)
  return (
    isSentence && (block.split(' ').length >= leastWords || /\p{Lo}{20}/u.test(block)) && !/[©|]|https?:/.test(block)
  )
}

function isDeclared(block: string, description: string | null): boolean {
  return description !== null && description.length >= shortest && sameStart(block, description)
}

function sameStart(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '')
      .slice(0, sameBeginning),
  )
  return first !== undefined && first !== '' && first === second
}

/** True if an element holds a paragraph, not several and not a part of one. */
function isWhole(element: Element): boolean {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) if (isBlock(child)) return false
  return isBlock(element) || (element.previousSibling === null && element.nextSibling === null)
}

function linkedShare(element: Element, text: string): number {
  const linked = [...element.querySelectorAll('a')].map((link) => oneLine(link.textContent).length)
  return (element.closest('a') ? text.length : linked.reduce((sum, each) => sum + each, 0)) / text.length
}
