import type { AnyBlock } from '@slack/web-api'
import type { Document } from '../../../chat/document.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { plainWords } from '../../../chat/rich-text.ts'
import { detailOf } from '../../../chat/story-lines.ts'
import { slackLimits } from './limits.ts'

/** What a notification shows and a screen reader reads: title and headlines. Slack reads marks in it, so they are escaped. */
export function fallback(document: Document): string {
  const lines = document.map((block) => {
    switch (block.kind) {
      case 'title':
        return [block.text, detailOf(block)].filter(Boolean).join(' · ')
      case 'story':
        return `${block.number === null ? '' : `${block.number}. `}${block.headline || (block.outlets[0]?.outlet ?? '')}`
      case 'note':
      case 'alert':
        return plainWords(block.text)
      case 'action':
        return ''
    }
  })
  return escape(cutTo(lines.map(plain).filter(Boolean).join('\n'), slackLimits.fallback / 5)) || 'Onrecord'
}

/** The same of a message that goes on where another ended: its lines as they stand, without its buttons. */
export function continued(blocks: readonly AnyBlock[]): string {
  return escape(cutTo(linesOf(blocks).map(plain).filter(Boolean).join('\n'), slackLimits.fallback / 10)) || 'Onrecord'
}

/** What stands in one line together is joined as it is: a space that is not there is not put there. */
function linesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(linesOf)
  if (typeof part !== 'object' || part === null || ('type' in part && part.type === 'actions')) return []
  if ('type' in part && part.type === 'rich_text_section' && 'elements' in part && Array.isArray(part.elements))
    return [part.elements.map(wordsOf).join('')]
  if ('text' in part && typeof part.text === 'string') return [part.text]
  return Object.values(part).flatMap(linesOf)
}

/** Of a piece of a line: its words, or what stands for a moment where it cannot be shown in the reader's own zone. */
function wordsOf(piece: object): string {
  if ('text' in piece && typeof piece.text === 'string') return piece.text
  return 'fallback' in piece && typeof piece.fallback === 'string' ? piece.fallback : ''
}

/** In a notification's text these three mean something; and a name after @ or a word like "channel" must not call anybody. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
