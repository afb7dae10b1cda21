import type { Document, StoryBlock } from './document.ts'
import { countLines } from './story-lines.ts'

/**
 * A document whose stories show at most this many claims each, with the responses to them, and no background. What is
 * folded away is counted among the claims that are not shown, which open separately.
 */
export function foldClaims(document: Document, most: number): Document {
  return document.map((block) => (block.kind === 'story' && block.claims.length > most ? fold(block, most) : block))
}

function fold(story: StoryBlock, most: number): StoryBlock {
  const moreClaims = countLines({ claims: story.claims.slice(most), moreClaims: story.moreClaims })
  return { ...story, claims: story.claims.slice(0, most), moreClaims, background: [] }
}

/** A document whose stories are their headline and the first sentence of their summary, and say if outlets differ. */
export function atAGlance(document: Document): Document {
  return document.map((block) => (block.kind === 'story' ? glanceOf(block) : block))
}

function glanceOf(story: StoryBlock): StoryBlock {
  const { summaryEvidence: _marks, ...brief } = fold(story, 0)
  const differ = story.differences.length > 0 ? ['The outlets differ'] : []
  return {
    ...brief,
    isGlance: true,
    summary: story.summary.slice(0, 1),
    notes: [...differ, ...story.notes],
    differences: [],
    quotations: [],
    unknown: [],
    silences: [],
    unanswered: [],
  }
}

/**
 * The document with the most claims that still passes: as it is, or with every story folded to the same number, from
 * `most` down to one; undefined if it never passes.
 */
export function foldedUntil(
  document: Document,
  passes: (document: Document) => boolean,
  most: number = Number.POSITIVE_INFINITY,
): Document | undefined {
  const longest = Math.max(0, ...document.map((block) => (block.kind === 'story' ? block.claims.length : 0)))
  if (longest <= most && passes(document)) return document
  for (let count = Math.min(longest - 1, most); count > 0; count--) {
    const folded = foldClaims(document, count)
    if (passes(folded)) return folded
  }
  return undefined
}
