import { selectorsDeclaring, squeeze } from './style-sheets.ts'

const strikes = /(?:^|;)text-decoration(?:-line)?:[^;]*line-through/
const struckElements =
  'del, s, strike, [role="deletion"], .strike, .strikethrough, .strike-through, .line-through, .linethrough, .text-decoration-line-through'

/** Removes text that an outlet has struck out, so that it is not read as the outlet's statement. */
export function dropStruckOut(document: Document): void {
  const selectors = [struckElements, ...selectorsDeclaring(document, strikes)]
  for (const selector of selectors) for (const element of document.querySelectorAll(selector)) removeElement(element)
  for (const element of document.querySelectorAll('[style]'))
    if (strikes.test(squeeze(element.getAttribute('style') ?? ''))) removeElement(element)
}

/** Removes an element, and any space that it would leave before a comma or a full stop. */
export function removeElement(element: Element): void {
  const [before, after] = [element.previousSibling, element.nextSibling]
  if (before?.nodeType === 3 && after?.nodeType === 3 && /^\s*[,.;:!?)\]]/.test(after.textContent ?? '')) {
    before.textContent = (before.textContent ?? '').trimEnd()
    after.textContent = (after.textContent ?? '').trimStart()
  }
  element.remove()
}
