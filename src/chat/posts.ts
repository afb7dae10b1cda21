import type { Shape } from '../domain/subscription.ts'
import type { Block, Document, StoryBlock } from './document.ts'
import { rich } from './rich-text.ts'

/** How a document is laid out: as a digest in its owner's shape, or as an answer, from which nothing is folded away. */
export type Layout = Shape | 'answer'

/**
 * Splits a document into one per story, to be posted separately: the first starts with the title, the others give it in
 * small print, and the notes below the stories go to the last.
 */
export function postsOf(document: Document): { readonly story: StoryBlock; readonly document: Document }[] {
  const stories = document.filter((block) => block.kind === 'story')
  const first = stories[0]
  const last = stories.at(-1)
  if (!first || !last) return []
  const before = document.slice(0, document.indexOf(first)).flatMap(smaller)
  const after = document.slice(document.indexOf(last) + 1)
  return stories.map((story) => ({
    story,
    document: [
      ...(story === first ? document.slice(0, document.indexOf(first)) : before),
      story,
      ...(story === last ? after : []),
    ],
  }))
}

/** Replaces a message whose stories have moved to other messages. */
export const standsElsewhere: Document = [
  { kind: 'note', text: 'What was here has moved to a message above or been withdrawn.' },
]

function smaller(block: Block): Block[] {
  if (block.kind !== 'title') return []
  const { text, time, detail } = block
  const when = time ? rich` · ${time}` : ''
  return [{ kind: 'note', text: rich`${text}${when}${detail ? ` · ${detail}` : ''}` }]
}
