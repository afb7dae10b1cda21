import { isInSentence, lineAround } from './lines.ts'

const inline =
  'a, abbr, b, bdi, bdo, button, cite, code, data, dfn, em, font, i, kbd, label, mark, meter, output, q, samp, small, span, strong, time, u, var'
/** Attributes that make Readability mistake an element for a button, a byline or an advertisement. */
const judged = ['class', 'id', 'rel', 'itemprop', 'role']
const controls = /^(?:BUTTON|LABEL|METER|OUTPUT)$/i

/**
 * Makes the elements within a sentence plain. Readability drops buttons and elements named "share", and with them words
 * that their sentences need.
 */
export function keepWordsOfSentences(document: Document): void {
  for (const element of document.querySelectorAll(inline)) {
    const isControl = controls.test(element.tagName)
    const names = judged.filter((name) => element.hasAttribute(name))
    if ((!isControl && names.length === 0) || !isInSentence(lineAround(element))) continue
    for (const name of names) element.removeAttribute(name)
    if (isControl) element.replaceWith(...element.childNodes)
  }
}
