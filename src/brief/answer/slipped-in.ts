import { sliceSpan, spansOverlap } from '../../domain/article.ts'
import type { Passage } from '../evidence.ts'
import { isApart } from '../verify/verify-sentence.ts'

/** Whether nothing in the paragraph that a sentence rests on has to do with the rest of its article. */
export function isSlippedIn(passages: readonly Passage[]): boolean {
  return passages.every(({ evidence, span }) => {
    const paragraph = evidence.parts.find((part) => spansOverlap(part.span, span))
    return paragraph !== undefined && isApart(sliceSpan(evidence.text, paragraph.span), { evidence, span })
  })
}
