import type { Fault } from './faults.ts'

/** Tokens of question and answer together, and of the answer alone. */
interface Cost {
  readonly tokens: number
  readonly written: number
}

export interface Failed extends Cost {
  readonly fault: Fault
}

/** What an endpoint answered, when it answered. */
export type Answered = Cost &
  ({ readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly reason: string })

/** Reads a chat completion whose every part may be missing or something else; `spent` is what the question cost, about. */
export function readCompletion(response: unknown, spent: number, count: (text: string) => number): Answered | Failed {
  const choice = at(at(response, 'choices'), 0)
  const message = at(choice, 'message')
  const content = textOf(at(message, 'content'))
  // Reasoning servers put everything there when the template is not the model's.
  const text = content.trim() === '' ? textOf(at(message, 'reasoning_content')) : content
  const usage = at(response, 'usage')
  const written = numberOf(at(usage, 'completion_tokens')) ?? count(text)
  const tokens = numberOf(at(usage, 'total_tokens')) ?? spent + written
  const cost = { tokens, written }
  if (message === undefined) return { fault: passing('the model sent what no completion looks like'), ...cost }
  const finish = at(choice, 'finish_reason')
  const refusal = textOf(at(message, 'refusal'))
  if (refusal !== '') return { kind: 'refused', reason: 'the model refused to write', ...cost }
  if (finish === 'content_filter')
    return { kind: 'refused', reason: 'the filter of the model’s provider stopped the answer', ...cost }
  if (finish === 'length') return { fault: passing('the answer was cut short'), ...cost }
  if (text.trim() === '') return { fault: passing('the answer is empty'), ...cost }
  return { kind: 'text', text, ...cost }
}

function passing(reason: string): Fault {
  return { kind: 'passing', reason, retryAfterMs: null }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined
}

function at(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
