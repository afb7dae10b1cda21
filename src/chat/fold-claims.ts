import type { Document } from './document.ts'
import { countLines } from './story-lines.ts'

/**
 * A document whose stories show at most this many claims each, with the responses to them, and no background. What is
 * folded away is counted among the claims that are not shown, which open separately.
 */
export function foldClaims(document: Document, most: number): Document {
  return document.map((block) => {
    if (block.kind !== 'story' || block.claims.length <= most) return block
    const folded = countLines({ claims: block.claims.slice(most), moreClaims: block.moreClaims })
    return { ...block, claims: block.claims.slice(0, most), moreClaims: folded, background: [] }
  })
}
