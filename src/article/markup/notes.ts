import { removeElement } from './struck-out.ts'

const named = /(?:^|[\s_-])(?:foot-?notes?|end-?notes?|note-?ref|fn-?ref|reference|citation|cite_ref|cite)(?:$|[\s_-])/i
const target = /#(?:_?(?:fn|ftn|foot|end|note|ref|cite|sdfoot|anm|nota))/i
/** A note mark as printed: "3", "[12]", "1, 2", "(a)", "*". */
const mark = /^[[(]?\s*(?:\p{N}{1,3}(?:\s*[,–-]\s*\p{N}{1,3})*|[\p{L}ivx]{1,3}|[*†‡§¶#]{1,3})\s*[\])]?$/u

/** Removes footnote marks, which could otherwise be read as digits of a number. */
export function dropNoteMarks(root: ParentNode): void {
  for (const element of root.querySelectorAll('[role="doc-noteref"], [rel="footnote"]')) removeElement(element)
  for (const raised of root.querySelectorAll('sup'))
    if (isNoteMark(raised)) removeElement(enclosingLink(raised) ?? raised)
  for (const link of root.querySelectorAll('a[href*="#"]')) if (isPlainMark(link)) removeElement(link)
}

function isNoteMark(raised: Element): boolean {
  const text = raised.textContent?.trim() ?? ''
  if (/^\[[^\]]{1,40}\]$/.test(text)) return true
  if (named.test(raised.getAttribute('class') ?? '') || named.test(raised.getAttribute('id') ?? '')) return true
  const link = raised.querySelector('a[href]') ?? enclosingLink(raised)
  return /#./.test(link?.getAttribute('href') ?? '') && mark.test(text)
}

/** The link around a raised mark, if it contains nothing else. */
function enclosingLink(raised: Element): Element | null {
  const link = raised.closest('a[href]')
  return link && link.textContent?.trim() === raised.textContent?.trim() ? link : null
}

/**
 * True for a mark that is not raised: "[3]" that leads somewhere on the page, or a bare number that leads to a note.
 */
function isPlainMark(link: Element): boolean {
  const text = link.textContent?.trim() ?? ''
  const href = link.getAttribute('href') ?? ''
  if (link.querySelector('sup') || !mark.test(text)) return false
  if (/^\[.+\]$/.test(text)) return true
  return target.test(href) && (/^\p{N}|^[*†‡§]/u.test(text) || named.test(link.getAttribute('class') ?? ''))
}
