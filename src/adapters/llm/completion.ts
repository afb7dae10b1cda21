import type { Fault } from './faults.ts'

/** What an endpoint answered, when it answered. */
export type Answered = { readonly tokens: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly reason: string }
)

/** Reads a chat completion whose every part may be missing or something else; `spent` is what the question cost, about. */
export function readCompletion(
  response: unknown,
  spent: number,
  count: (text: string) => number,
): Answered | { readonly fault: Fault; readonly tokens: number } {
  const choice = at(at(response, 'choices'), 0)
  const message = at(choice, 'message')
  const content = textOf(at(message, 'content'))
  // Reasoning servers put everything there when the template is not the model's.
  const text = content.trim() === '' ? textOf(at(message, 'reasoning_content')) : content
  const usage = at(at(response, 'usage'), 'total_tokens')
  const tokens = typeof usage === 'number' && usage >= 0 ? usage : spent + count(text)
  if (message === undefined) return { fault: passing('the model sent what no completion looks like'), tokens }
  const finish = at(choice, 'finish_reason')
  const refusal = textOf(at(message, 'refusal'))
  if (refusal !== '') return { kind: 'refused', reason: 'the model refused to write', tokens }
  if (finish === 'content_filter')
    return { kind: 'refused', reason: 'the filter of the model’s provider stopped the answer', tokens }
  if (finish === 'length') return { fault: passing('the answer was cut short'), tokens }
  if (text.trim() === '') return { fault: passing('the answer is empty'), tokens }
  return { kind: 'text', text, tokens }
}

function passing(reason: string): Fault {
  return { kind: 'passing', reason, retryAfterMs: null }
}

function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
