import type { Span } from '../domain/article.ts'

/** An article's paragraphs, with some passages marked. */
export type MarkedText = readonly MarkedParagraph[]
export type MarkedParagraph = readonly MarkedPiece[]

export interface MarkedPiece {
  readonly text: string
  readonly marked: boolean
}

/** Cuts a text into paragraphs and marks the passages. Overlapping passages are marked as one. */
export function markPassages(text: string, passages: readonly Span[]): MarkedText {
  const paragraphs: MarkedParagraph[] = []
  for (const { 0: paragraph, index } of text.matchAll(/[^\n]+/g)) {
    paragraphs.push(markParagraph(paragraph, index, passages))
  }
  return paragraphs
}

/** Only the paragraphs that have a mark, and their direct neighbours. */
export function nearMarks(text: MarkedText): MarkedText {
  const marked = text.map((paragraph) => paragraph.some((piece) => piece.marked))
  return text.filter((_, index) => marked[index - 1] || marked[index] || marked[index + 1])
}

/** Only the marked pieces, for a page whose publisher lets no more be shown. */
export function onlyMarks(text: MarkedText): MarkedText {
  return text.map((paragraph) => paragraph.filter(({ marked }) => marked)).filter((paragraph) => paragraph.length > 0)
}

function markParagraph(paragraph: string, offset: number, passages: readonly Span[]): MarkedParagraph {
  const edges = new Set([0, paragraph.length])
  for (const { start, end } of passages) {
    for (const edge of [start - offset, end - offset]) if (edge > 0 && edge < paragraph.length) edges.add(edge)
  }
  const sorted = [...edges].toSorted((one, other) => one - other)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? paragraph.length
    return {
      text: paragraph.slice(start, end),
      marked: passages.some((passage) => passage.start <= start + offset && passage.end >= end + offset),
    }
  })
}
