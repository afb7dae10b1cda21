import { html } from 'hono/html'
import type { Block, Document } from '../../../chat/document.ts'
import { plainWords } from '../../../chat/rich-text.ts'
import { detailOf } from '../../../chat/story-lines.ts'
import type { Html } from '../pages/frame.ts'
import type { Showing } from './claims.ts'
import { renderStory } from './story.ts'

/** A document as HTML, with everything in it escaped. */
export function renderDocument(document: Document, showing: Showing): Html {
  return html`${document.map((block) => renderBlock(block, showing))}`
}

function renderBlock(block: Block, showing: Showing): Html {
  switch (block.kind) {
    case 'title':
      return html`<h1>${block.text}</h1>
        <p class="detail">${detailOf(block)}</p>`
    case 'story':
      return renderStory(block, showing)
    case 'text':
      return html`<p>${plainWords(block.text)}</p>`
    case 'note':
      return html`<p class="note">${plainWords(block.text)}</p>`
    case 'alert':
      return html`<p class="alert" role="alert">${plainWords(block.text)}</p>`
    // The buttons below an answer work only in chat.
    case 'action':
    case 'choice':
      return html``
  }
}
