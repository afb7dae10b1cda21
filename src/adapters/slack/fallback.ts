import type { AnyBlock } from '@slack/web-api'
import type { Document } from '../../chat/document.ts'
import { cutTo, plain } from '../../chat/plain.ts'
import { detailOf } from '../../chat/story-lines.ts'
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
        return block.text
      case 'action':
        return ''
    }
  })
  return escape(cutTo(lines.map(plain).filter(Boolean).join('\n'), slackLimits.fallback / 5)) || 'Onrecord'
}

/** The same of a message that goes on where another ended. */
export function continued(blocks: readonly AnyBlock[]): string {
  const texts: string[] = []
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'text' && typeof inner === 'string') texts.push(inner)
      else collect(inner)
    }
  }
  collect(blocks)
  const words = plain(texts.join(' '))
    .replace(/ ?([,;:.)]) ?/g, '$1 ')
    .replace(/ ?\( ?/g, ' (')
  return escape(cutTo(words, slackLimits.fallback / 10)) || 'Onrecord'
}

/** In a notification's text these three mean something; and a name after @ or a word like "channel" must not call anybody. */
export function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
