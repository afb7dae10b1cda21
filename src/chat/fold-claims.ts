import type { Document, StoryBlock } from './document.ts'
import { countLines } from './story-lines.ts'

/**
 * A document whose stories show at most this many claims each, with the responses to them, and no background. With no
 * claims a story is its headline, its summary and where outlets differ. What is folded away is counted among the claims
 * that are not shown, which open separately.
 */
export function foldClaims(document: Document, most: number): Document {
  return document.map((block) =>
    block.kind === 'story' && (block.claims.length > most || most === 0) ? fold(block, most) : block,
  )
}

function fold(story: StoryBlock, most: number): StoryBlock {
  const claims = story.claims.slice(0, most)
  const moreClaims = countLines({ claims: story.claims.slice(most), moreClaims: story.moreClaims })
  const folded = { ...story, claims, moreClaims, background: [] }
  if (most > 0) return folded
  const { summaryEvidence: _marks, ...brief } = folded
  return { ...brief, unknown: [], silences: [], unanswered: [] }
}

/**
 * The document with the most claims that still passes: as it is, or with every story folded to the same number, from
 * the longest down to `least`; undefined if it never passes.
 */
export function foldedUntil(
  document: Document,
  passes: (document: Document) => boolean,
  { most, least }: { readonly most: number; readonly least: number },
): Document | undefined {
  const longest = Math.max(0, ...document.map((block) => (block.kind === 'story' ? block.claims.length : 0)))
  if (longest <= most && passes(document)) return document
  for (let count = Math.min(longest - 1, most); count >= least; count--) {
    const folded = foldClaims(document, count)
    if (passes(folded)) return folded
  }
  return undefined
}
