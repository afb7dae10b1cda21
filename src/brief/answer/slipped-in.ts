import { sliceSpan, spansOverlap } from '../../domain/article.ts'
import type { Passage } from '../evidence.ts'
import { isApart } from '../verify/verify-sentence.ts'

/** Returns true if the paragraph of each passage is unrelated to the rest of its article. */
export function isSlippedIn(passages: readonly Passage[]): boolean {
  return passages.every(({ evidence, span }) => {
    const paragraph = evidence.parts.find((part) => spansOverlap(part.span, span))
    return paragraph !== undefined && isApart(sliceSpan(evidence.text, paragraph.span), { evidence, span })
  })
}
