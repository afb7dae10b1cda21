import type { Answer, Refusal, RefusalCode } from '../chat/commands/reply.ts'
import type { Block, Document } from '../chat/document.ts'
import type { RichText } from '../chat/rich-text.ts'
import type { EditionState } from '../domain/digest.ts'
import { asSentence } from '../domain/reason.ts'

/** How long a command may wait for what it sends, in milliseconds: a form on Slack must be answered within three seconds. */
export const formPatienceMs = 1_500

/** An answer made of a few lines. */
export function said<Data>(text: string | readonly RichText[], data: Data): Answer<Data> {
  return { done: true, document: textLines(typeof text === 'string' ? [text] : text), data }
}

/** A refusal: its reason as a sentence, shown as an alert unless another document is given. */
export function refused(
  code: RefusalCode,
  reason: string,
  more: Partial<Pick<Refusal, 'field' | 'document' | 'data'>> = {},
): Refusal {
  const text = asSentence(reason)
  return { done: false, code, text, document: [{ kind: 'alert', text }], ...more }
}

/** The refusal for a story that has been withdrawn. */
export function takenBackRefusal(): Refusal {
  return refused('taken-back', 'The people who manage this digest have withdrawn this story, so it’s no longer shown.')
}

/** Distinguishes a refusal from a result. */
export function isRefusal(found: object): found is Refusal {
  return 'done' in found && found.done === false
}

export function textLines(lines: readonly RichText[]): Document {
  return lines.map((text): Block => ({ kind: 'text', text }))
}

/** An edition's state in a word or two. */
export function stateName({ state }: { readonly state: EditionState }): string {
  return state === 'review' ? 'waiting for approval' : state
}
