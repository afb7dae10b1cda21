import type { ModelFault } from './faults.ts'

/** Tokens of question and answer together, and of the answer alone. */
interface Cost {
  readonly tokens: number
  readonly written: number
}

export interface Failed extends Cost {
  readonly fault: ModelFault
}

/** An endpoint's answer, if there was one. */
export type Answered = Cost &
  ({ readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused' | 'useless'; readonly reason: string })

/** Reads a chat completion, in which any part may be missing or wrong; `spent` estimates the question's tokens. */
export function readCompletion(response: unknown, spent: number, count: (text: string) => number): Answered | Failed {
  const choice = at(at(response, 'choices'), 0)
  const message = at(choice, 'message')
  const content = textOf(at(message, 'content'))
  // Reasoning servers put the whole answer there if the chat template is not the model's.
  const text = content.trim() === '' ? textOf(at(message, 'reasoning_content')) : content
  const usage = at(response, 'usage')
  const own = count(text)
  const written = plausible(at(usage, 'completion_tokens'), own) ?? own
  const tokens = plausible(at(usage, 'total_tokens'), spent + own) ?? spent + written
  const cost = { tokens, written }
  if (message === undefined) return { fault: passing('the model sent something that isn’t a completion'), ...cost }
  const finish = at(choice, 'finish_reason')
  const refusal = textOf(at(message, 'refusal'))
  if (refusal !== '') return { kind: 'refused', reason: 'the model refused to write', ...cost }
  if (finish === 'content_filter')
    return { kind: 'refused', reason: 'the model provider’s filter stopped the answer', ...cost }
  if (finish === 'length') return { kind: 'useless', reason: 'the answer was cut short', ...cost }
  if (text.trim() === '') return { kind: 'useless', reason: 'the answer is empty', ...cost }
  return { kind: 'text', text, ...cost }
}

function passing(reason: string): ModelFault {
  return { kind: 'passing', reason, retryAfterMs: null }
}

/** How many tokens hidden reasoning may cost on top of the text that we see. */
const mostHidden = 200_000

/** A server's token count, if it is plausible; a server that counts nothing, or nonsense, is not believed. */
function plausible(value: unknown, own: number): number | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined
  return value >= own / 4 && value <= 4 * own + mostHidden ? value : undefined
}

function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
