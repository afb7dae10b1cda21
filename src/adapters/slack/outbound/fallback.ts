import type { AnyBlock } from '@slack/web-api'
import type { Document } from '../../../chat/document.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { plainWords } from '../../../chat/rich-text.ts'
import { detailOf } from '../../../chat/story-lines.ts'
import { slackLimits } from './limits.ts'

/** The text for notifications and screen readers: title, headlines, notes; escaped, since Slack reads marks in it. */
export function fallback(document: Document): string {
  const lines = document.map((block) => {
    switch (block.kind) {
      case 'title':
        return [block.text, detailOf(block)].filter(Boolean).join(' · ')
      case 'story':
        return `${block.number === null ? '' : `${block.number}. `}${block.headline || (block.outlets[0]?.outlet ?? '')}`
      case 'text':
      case 'note':
      case 'alert':
        return plainWords(block.text)
      case 'action':
      case 'choice':
        return ''
    }
  })
  return escape(cutTo(lines.map(plain).filter(Boolean).join('\n'), slackLimits.fallback / 5)) || 'Onrecord'
}

/** The same for a message that continues another: its lines, without its buttons. */
export function continued(blocks: readonly AnyBlock[]): string {
  return escape(cutTo(linesOf(blocks).map(plain).filter(Boolean).join('\n'), slackLimits.fallback / 10)) || 'Onrecord'
}

/** The lines of a block. Pieces of one line are joined without adding spaces. */
function linesOf(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(linesOf)
  if (typeof part !== 'object' || part === null || ('type' in part && part.type === 'actions')) return []
  if ('type' in part && part.type === 'rich_text_section' && 'elements' in part && Array.isArray(part.elements))
    return [part.elements.map(wordsOf).join('')]
  if ('text' in part && typeof part.text === 'string') return [part.text]
  return Object.values(part).flatMap(linesOf)
}

/** The words of a piece of a line; for a moment, its fallback text. */
function wordsOf(piece: object): string {
  if ('text' in piece && typeof piece.text === 'string') return piece.text
  return 'fallback' in piece && typeof piece.fallback === 'string' ? piece.fallback : ''
}

/** Escapes the three characters with a meaning in notifications, so that no text can mention a person or channel. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
