import { answerJsonSchema, type MendedSentence, mendedJsonSchema, readAnswer, readMended } from '../brief/answer.ts'
import { draftOf } from '../brief/draft-of-answer.ts'
import {
  type Fault,
  faultsOf,
  isWorthMending,
  type Judged,
  mendDraft,
  paragraphsOf,
  renderFaults,
} from '../brief/mend.ts'
import { renderStory, type TaskPrompt } from '../brief/prompt.ts'
import { verify } from '../brief/verify.ts'
import { standingSentences } from '../brief/verify-written.ts'
import type { Byline, Draft, Finding } from '../domain/brief.ts'
import { reasonOf } from '../domain/reason.ts'
import type { Story } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Model, SecondReader, Writer } from '../ports.ts'
import { type BillDoors, ModelFailed, nothing, openBill } from './model-bill.ts'
import { type Checkable, checkable, checkOf, shorten } from './model-material.ts'

/** What one story may cost, whatever the endpoint does. */
export const modelLimits = {
  completions: 2,
  requests: 4,
  outputTokens: 1_500,
  /** Of a story's articles; what is longer is cut at the end of a paragraph. */
  articleTokens: 24_000,
} as const

export interface ModelWriterDoors extends BillDoors {
  readonly model: Model
  /** Whose server article texts go to: "api.openai.com". */
  readonly provider: string
  readonly prompts: { readonly write: TaskPrompt; readonly repair: TaskPrompt }
  /** Of one completion, counted from when it is sent and not from when it has to wait for others, in milliseconds. */
  readonly deadlineMs: number
  /** Whoever reads what stands once more, where one is set. */
  readonly secondReader?: SecondReader | undefined
}

/** How a draft of a model came about, for those who measure it. */
export interface ModelWriting {
  readonly draft: Draft
  readonly outcome: 'accepted' | 'repaired' | 'withheld'
  readonly findings: readonly Finding[]
  readonly requests: number
  /** Of question and answer together, and of the answer alone. */
  readonly tokens: number
  readonly written: number
}

/** A writer that asks a model, holds what it answers to the articles, and asks once more where that failed. */
export function createModelWriter(doors: ModelWriterDoors): Writer {
  return {
    byline: bylineOf(doors),
    write: async (story, workspace) => (await writeWithModel(story, workspace, doors)).draft,
  }
}

/**
 * The same with all that it took.
 *
 * @throws {ModelFailed} with a reason when there is no readable answer, or nothing left to pay for one.
 */
export async function writeWithModel(
  story: Story,
  workspace: WorkspaceId | null,
  doors: ModelWriterDoors,
): Promise<ModelWriting> {
  const writing = await writeAndMend(story, workspace, doors)
  return doors.secondReader ? await readAgain(writing, story, { ...doors, secondReader: doors.secondReader }) : writing
}

/** What stands, without what a second reader doubts. */
async function readAgain(
  writing: ModelWriting,
  story: Story,
  doors: ModelWriterDoors & { readonly secondReader: SecondReader },
): Promise<ModelWriting> {
  const standing = standingSentences(writing.draft, writing.findings, story.articles)
  const doubts = await doors.secondReader.doubts(standing)
  const doubted = standing.filter((_, index) => doubts[index]).map(({ part }) => part)
  if (doubted.length === 0) return writing
  return { ...writing, ...judge({ ...writing.draft, doubted }, story, doors), outcome: 'withheld' }
}

async function writeAndMend(
  whole: Story,
  workspace: WorkspaceId | null,
  doors: ModelWriterDoors,
): Promise<ModelWriting> {
  const given = checkable(whole)
  const task = { given, workspace, used: 0 }
  const first = await askForBrief(task, '', doors)
  if (first.kind === 'read') return await mendedWriting(first, { ...task, whole, used: first.requests }, doors)
  if (first.kind === 'failed') throw new ModelFailed(first.reason, costOf(first), first.final)
  // An answer that could not be read is asked for once more.
  const faults = `FAULTS\n- the answer: ${first.reason}. Answer as asked.`
  const second = await askForBrief({ ...task, used: first.requests }, faults, doors).catch(asFailed)
  const total = sumOf(first, second)
  if (second.kind !== 'read') throw new ModelFailed(second.reason, total, true)
  const judged = judge(second.value, whole, doors)
  return { ...judged, ...total, outcome: judged.findings.length === 0 ? 'repaired' : 'withheld' }
}

interface Task {
  readonly given: Checkable
  readonly workspace: WorkspaceId | null
  /** Requests made for this story before. */
  readonly used: number
}

/** A draft with its faulty sentences mended, where asking for that is worth a completion. What stood stays as it was. */
async function mendedWriting(
  first: Asked<Draft> & { readonly kind: 'read' },
  { whole, ...task }: Task & { readonly whole: Story },
  doors: ModelWriterDoors,
): Promise<ModelWriting> {
  const judged = judge(first.value, whole, doors)
  if (judged.findings.length === 0) return { ...judged, ...costOf(first), outcome: 'accepted' }
  if (!isWorthMending(judged)) return { ...judged, ...costOf(first), outcome: 'withheld' }
  const faults = faultsOf(judged.findings)
  const second = await askToMend(task, faults, doors).catch(asFailed)
  const total = sumOf(first, second)
  if (second.kind !== 'read') return { ...judged, ...total, outcome: 'withheld' }
  const mended = judge(mendDraft(judged.draft, { faults, mended: second.value, story: task.given.story }), whole, doors)
  const best = mended.findings.length <= judged.findings.length ? mended : judged
  const isWhole = best.findings.every(({ part }) => part.kind === 'headline' || part.kind === 'standing')
  return { ...best, ...total, outcome: isWhole ? 'repaired' : 'withheld' }
}

type Cost = { readonly requests: number; readonly tokens: number; readonly written: number }

type Asked<Value> = Cost &
  (
    | { readonly kind: 'read'; readonly value: Value }
    | { readonly kind: 'unreadable'; readonly reason: string }
    /** `final` where asking again changes nothing: a refusal. */
    | { readonly kind: 'failed'; readonly reason: string; readonly final: boolean }
  )

function costOf({ requests, tokens, written }: Cost): Cost {
  return { requests, tokens, written }
}

function sumOf(one: Cost, other: Cost): Cost {
  return {
    requests: one.requests + other.requests,
    tokens: one.tokens + other.tokens,
    written: one.written + other.written,
  }
}

function asFailed(error: unknown) {
  return { kind: 'failed' as const, reason: reasonOf(error), final: false, ...nothing }
}

async function askForBrief(task: Task, faults: string, doors: ModelWriterDoors): Promise<Asked<Draft>> {
  const { story, quotations } = task.given
  const check = checkOf(story)
  const shown = shorten(story, {
    tokens: modelLimits.articleTokens,
    count: (text) => doors.model.count(text),
  })
  const material = [renderStory(shown, check), faults].filter(Boolean).join('\n\n')
  const asked = await ask({ ...task, prompt: doors.prompts.write, schema: answerJsonSchema, material }, doors)
  if (asked.kind !== 'read') return asked
  const read = readAnswer(asked.value, check)
  if (read.kind === 'unreadable') return { ...read, ...costOf(asked) }
  const draft = draftOf(read.value, story)
  return { kind: 'read', value: { ...draft, claims: [...draft.claims, ...quotations] }, ...costOf(asked) }
}

/** Asks for faulty sentences alone, with the paragraphs that they are about. */
async function askToMend(
  task: Task,
  faults: readonly Fault[],
  doors: ModelWriterDoors,
): Promise<Asked<readonly MendedSentence[]>> {
  const { story } = task.given
  const check = checkOf(story)
  const material = [renderStory(story, check, paragraphsOf(faults, story)), renderFaults(faults)].join('\n\n')
  const asked = await ask({ ...task, prompt: doors.prompts.repair, schema: mendedJsonSchema, material }, doors)
  if (asked.kind !== 'read') return asked
  return { ...readMended(asked.value, check), ...costOf(asked) }
}

interface Question extends Task {
  readonly prompt: TaskPrompt
  readonly schema: Readonly<Record<string, unknown>>
  readonly material: string
}

async function ask(question: Question, doors: ModelWriterDoors): Promise<Asked<string>> {
  const { model } = doors
  const { prompt, schema, material } = question
  const requests = modelLimits.requests - question.used
  if (requests < 1) return { kind: 'failed', reason: 'no request is left for this story', final: false, ...nothing }
  const most = model.count(prompt.asJson) + model.count(material) + modelLimits.outputTokens
  const bill = await openBill(most, question.workspace, doors)
  let spent = { requests: 0, tokens: most, written: 0 }
  try {
    const completion = await model.complete({
      instructions: prompt.asJson,
      instructionsInLines: prompt.asLines,
      material,
      schema,
      maxTokens: modelLimits.outputTokens,
      requests,
      withinMs: doors.deadlineMs,
    })
    spent = costOf(completion)
    if (completion.kind === 'text') return { kind: 'read', value: completion.text, ...spent }
    if (completion.kind === 'useless') return { kind: 'unreadable', reason: completion.reason, ...spent }
    return { kind: 'failed', reason: completion.reason, final: completion.kind === 'refused', ...spent }
  } finally {
    await bill(spent)
  }
}

function judge(draft: Draft, story: Story, doors: ModelWriterDoors): Judged {
  return { draft, findings: verify(draft, story, bylineOf(doors)).findings }
}

function bylineOf({ model, prompts }: ModelWriterDoors): Byline {
  return { writer: 'llm', model: model.name, prompt: prompts.write.name }
}
