import type { TaskPrompt } from '../brief/answer/prompt.ts'
import type { LateAnswer } from '../domain/completion.ts'
import { reasonOf } from '../domain/reason.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Model } from '../ports.ts'
import { type BillServices, bookLate, nothing, openBill } from './model-bill.ts'

/** The most that one story may cost, whatever the endpoint does. */
export const modelLimits = {
  completions: 2,
  requests: 4,
  outputTokens: 1_500,
  /** For all articles of a story; longer ones are cut at the end of a paragraph. */
  articleTokens: 24_000,
} as const

export interface AskServices extends BillServices {
  readonly model: Model
  /** The time limit of one completion, in milliseconds, from when it is sent; waiting for others does not count. */
  readonly deadlineMs: number
}

export type Cost = { readonly requests: number; readonly tokens: number; readonly written: number }

export type ModelReply<Value> = Cost &
  (
    | { readonly kind: 'read'; readonly value: Value }
    | { readonly kind: 'unreadable'; readonly reason: string }
    /** `final` if asking again changes nothing, as after a refusal. */
    | { readonly kind: 'failed'; readonly reason: string; readonly final: boolean }
  )

export function costOf({ requests, tokens, written }: Cost): Cost {
  return { requests, tokens, written }
}

export function sumOf(one: Cost, other: Cost): Cost {
  return {
    requests: one.requests + other.requests,
    tokens: one.tokens + other.tokens,
    written: one.written + other.written,
  }
}

export function asFailed(error: unknown) {
  return { kind: 'failed' as const, reason: reasonOf(error), final: false, ...nothing }
}

export interface Question {
  readonly workspace: WorkspaceId | null
  /** Requests already made for this story. */
  readonly used: number
  readonly prompt: TaskPrompt
  readonly schema: Readonly<Record<string, unknown>>
  readonly material: string
  /** Receives an answer that comes after the deadline; undefined if nobody wants it. */
  readonly late?: ((text: string) => void) | undefined
}

/** Books a late answer and passes it on. The database may be closed by then. */
function takeLate({ workspace }: Question, late: (text: string) => void, services: AskServices) {
  return ({ text, ...cost }: LateAnswer) => {
    void bookLate(cost, workspace, services)
      .then(() => late(text))
      .catch(() => undefined)
  }
}

/** Requests one completion: its tokens are reserved before and booked after. */
export async function ask(question: Question, services: AskServices): Promise<ModelReply<string>> {
  const { model } = services
  const { prompt, schema, material } = question
  const requests = modelLimits.requests - question.used
  if (requests < 1) return { kind: 'failed', reason: 'no request is left for this story', final: false, ...nothing }
  const most = model.count(prompt.asJson) + model.count(material) + modelLimits.outputTokens
  const bill = await openBill(most, question.workspace, services)
  let spent = { requests: 0, tokens: most, written: 0 }
  try {
    const completion = await model.complete({
      instructions: prompt.asJson,
      instructionsInLines: prompt.asLines,
      material,
      schema,
      maxTokens: modelLimits.outputTokens,
      requests,
      withinMs: services.deadlineMs,
      late: question.late && takeLate(question, question.late, services),
    })
    spent = costOf(completion)
    if (completion.kind === 'text') return { kind: 'read', value: completion.text, ...spent }
    if (completion.kind === 'useless') return { kind: 'unreadable', reason: completion.reason, ...spent }
    return { kind: 'failed', reason: completion.reason, final: completion.kind === 'refused', ...spent }
  } finally {
    await bill(spent)
  }
}
