/** The most boxes around a paragraph that are taken away. */
const mostBoxes = 6

/**
 * Takes paragraphs out of boxes that hold nothing else: the extractor takes such a box for a menu if its paragraph has a
 * link.
 */
export function unwrapParagraphs(document: Document): void {
  for (const paragraph of document.querySelectorAll('p')) {
    let outermost: Element = paragraph
    let box = paragraph.parentElement
    for (let level = 0; box && level < mostBoxes && isBoxOf(box, outermost); level++) {
      outermost = box
      box = box.parentElement
    }
    if (outermost !== paragraph) outermost.replaceWith(paragraph)
  }
}

function isBoxOf(box: Element, content: Element): boolean {
  if (!/^(?:DIV|SECTION)$/i.test(box.tagName) || content.nextElementSibling || box.firstElementChild !== content)
    return false
  const texts = [...box.childNodes].filter((node) => node !== content && node.nodeType === 3)
  return texts.every((node) => (node.textContent ?? '').trim() === '')
}
