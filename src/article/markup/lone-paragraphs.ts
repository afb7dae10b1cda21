/**
 * Takes paragraphs out of boxes that hold nothing else: the extractor takes such a box for a menu if its paragraph has a
 * link.
 */
export function unwrapParagraphs(document: Document): void {
  for (const paragraph of document.querySelectorAll('p')) {
    let outermost: Element = paragraph
    for (let box = paragraph.parentElement; box && isBoxOf(box, outermost); box = box.parentElement) outermost = box
    if (outermost !== paragraph) outermost.replaceWith(paragraph)
  }
}

function isBoxOf(box: Element, content: Element): boolean {
  if (!/^(?:DIV|SECTION)$/i.test(box.tagName) || box.children.length !== 1) return false
  return (box.textContent ?? '').trim() === (content.textContent ?? '').trim()
}
