import { answerJsonSchema, readAnswer } from '../brief/answer.ts'
import { type Prompt, renderFindings, renderStory } from '../brief/prompt.ts'
import { verify } from '../brief/verify.ts'
import type { Byline, Draft, DraftPart, Finding } from '../domain/brief.ts'
import { reasonOf } from '../domain/reason.ts'
import type { Story } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Clock, Model, Writer } from '../ports.ts'
import type { Payer, SpendStore } from '../store/spend.ts'
import { type Checkable, checkable, shorten } from './model-material.ts'
import { NotWritten } from './write-draft.ts'

/** What one story may cost, whatever the endpoint does. */
export const modelLimits = {
  completions: 2,
  requests: 4,
  outputTokens: 1_500,
  /** Of a story's articles; what is longer is cut at the end of a paragraph. */
  articleTokens: 24_000,
} as const

export interface ModelWriterDoors {
  readonly model: Model
  /** Whose server article texts go to: "api.openai.com". */
  readonly provider: string
  readonly prompts: { readonly write: Prompt; readonly repair: Prompt }
  readonly spend: Pick<SpendStore, 'reserve' | 'settle'>
  readonly clock: Clock
  /** Of one completion, counted from when it is sent and not from when it has to wait for others, in milliseconds. */
  readonly deadlineMs: number
  /** Tokens a day; a workspace's is part of the installation's. */
  readonly caps: { readonly installation: number; readonly workspace: number }
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

const nothing = { requests: 0, tokens: 0, written: 0 } as const

/** No draft came of a model, and what was spent on that. */
export class ModelFailed extends NotWritten {
  readonly spent: { readonly requests: number; readonly tokens: number; readonly written: number }

  constructor(reason: string, spent: ModelFailed['spent'], asked: boolean) {
    super(reason, { asked })
    this.spent = spent
  }
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
  whole: Story,
  workspace: WorkspaceId | null,
  doors: ModelWriterDoors,
): Promise<ModelWriting> {
  const given = checkable(whole)
  const story = given.story
  const write = { instructions: doors.prompts.write.text, faults: '', workspace, used: 0 }
  const first = await ask(given, write, doors)
  const judged = first.kind === 'draft' ? judge(first.draft, whole, doors) : undefined
  const sum = { requests: first.requests, tokens: first.tokens, written: first.written }
  if (judged && judged.findings.length === 0) return { ...judged, ...sum, outcome: 'accepted' }
  if (judged && !judged.findings.some(canBeMended)) return { ...judged, ...sum, outcome: 'withheld' }
  if (first.kind === 'failed') throw new ModelFailed(first.reason, sum, first.final)
  const faults = judged
    ? renderFindings(judged.findings, story)
    : `FAULTS\n- the answer: ${reasonIn(first)}. Answer as asked.`
  const second = await ask(
    given,
    { instructions: doors.prompts.repair.text, faults, workspace, used: first.requests },
    doors,
  ).catch((error: unknown): Asked => ({ kind: 'failed', reason: reasonOf(error), final: false, ...nothing }))
  const mended = second.kind === 'draft' ? judge(second.draft, whole, doors) : undefined
  const total = {
    requests: sum.requests + second.requests,
    tokens: sum.tokens + second.tokens,
    written: sum.written + second.written,
  }
  const best = better(judged, mended)
  if (!best) throw new ModelFailed(reasonIn(second), total, true)
  return { ...best, ...total, outcome: best.findings.length === 0 ? 'repaired' : 'withheld' }
}

type Asked = { readonly requests: number; readonly tokens: number; readonly written: number } & (
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** `final` where asking again changes nothing: a refusal. */
  | { readonly kind: 'failed'; readonly reason: string; readonly final: boolean }
)

interface Question {
  readonly instructions: string
  readonly faults: string
  readonly workspace: WorkspaceId | null
  /** Requests made for this story before. */
  readonly used: number
}

/**
 * Whether asking again may help. A headline that fails is replaced by the article's own; whose words they are cannot be made
 * plainer than the article has it, and no language is learnt by asking.
 */
function canBeMended({ kind, part }: Finding): boolean {
  return part.kind !== 'headline' && kind !== 'speaker-unclear' && kind !== 'language-not-checked'
}

async function ask({ story, quotations }: Checkable, question: Question, doors: ModelWriterDoors): Promise<Asked> {
  const { model } = doors
  const requests = modelLimits.requests - question.used
  if (requests < 1) return { kind: 'failed', reason: 'no request is left for this story', final: false, ...nothing }
  const check = checkOf(story)
  const shown = shorten(story, { tokens: modelLimits.articleTokens, count: (text) => model.count(text) })
  const material = [renderStory(shown, check), question.faults].filter(Boolean).join('\n\n')
  const most = model.count(question.instructions) + model.count(material) + modelLimits.outputTokens
  const bill = await openBill(most, question.workspace, doors)
  let spent = { requests: 0, tokens: most, written: 0 }
  try {
    const completion = await model.complete({
      instructions: question.instructions,
      material,
      schema: answerJsonSchema,
      maxTokens: modelLimits.outputTokens,
      requests,
      withinMs: doors.deadlineMs,
    })
    spent = { requests: completion.requests, tokens: completion.tokens, written: completion.written }
    if (completion.kind === 'useless') return { kind: 'unreadable', reason: completion.reason, ...spent }
    if (completion.kind !== 'text')
      return { kind: 'failed', reason: completion.reason, final: completion.kind === 'refused', ...spent }
    const read = readAnswer(completion.text, story, check)
    return read.kind === 'draft'
      ? { ...read, draft: { ...read.draft, claims: [...read.draft.claims, ...quotations] }, ...spent }
      : { ...read, ...spent }
  } finally {
    await bill(spent)
  }
}

/** Sets tokens aside with everyone who pays; what is returned books what was used. */
async function openBill(
  tokens: number,
  workspace: WorkspaceId | null,
  { spend, clock, caps }: ModelWriterDoors,
): Promise<(spent: { readonly tokens: number; readonly written: number }) => Promise<void>> {
  const day = clock.now().slice(0, 10)
  const payers: readonly (readonly [Payer, number])[] = [
    ['installation', caps.installation],
    ...(workspace ? [[`workspace:${workspace}`, caps.workspace] as const] : []),
  ]
  const paying: Payer[] = []
  const settle = async (spent: { readonly tokens: number; readonly written: number }) => {
    for (const payer of paying)
      await spend.settle(payer, { day, reserved: tokens, used: spent.tokens, written: spent.written })
  }
  for (const [payer, cap] of payers) {
    if (!(await spend.reserve(payer, tokens, { day, cap }))) {
      await settle({ tokens: 0, written: 0 })
      throw new ModelFailed(
        `the tokens of ${payer === 'installation' ? 'this installation' : 'this workspace'} for today are used up`,
        nothing,
        false,
      )
    }
    paying.push(payer)
  }
  return settle
}

interface Judged {
  readonly draft: Draft
  readonly findings: readonly Finding[]
}

function judge(draft: Draft, story: Story, doors: ModelWriterDoors): Judged {
  return { draft, findings: verify(draft, story, bylineOf(doors)).findings }
}

/** The one of which more is left when what failed is taken away. */
function better(one: Judged | undefined, other: Judged | undefined): Judged | undefined {
  if (!one || !other) return one ?? other
  return sound(other) >= sound(one) ? other : one
}

function sound({ draft, findings }: Judged): number {
  const faulty = [...new Map(findings.map(({ part }) => [JSON.stringify(part), part.kind])).values()]
  const lost = (kind: DraftPart['kind']) => faulty.filter((each) => each === kind).length
  return draft.claims.length - lost('claim') + 3 * (draft.summary.length - lost('sentence'))
}

/** Changes with every word of the articles: an answer that gives back another one is to another question. */
function checkOf({ articles }: Story): string {
  let hash = 0x81_1c_9d_c5
  for (const { text, headline } of articles) {
    for (let at = 0; at < text.length + headline.length; at++) {
      const code = at < text.length ? text.charCodeAt(at) : headline.charCodeAt(at - text.length)
      hash = Math.imul(hash ^ code, 0x01_00_01_93) >>> 0
    }
  }
  return hash.toString(16).padStart(8, '0')
}

function bylineOf({ model, prompts }: ModelWriterDoors): Byline {
  return { writer: 'llm', model: model.name, prompt: prompts.write.name }
}

function reasonIn(asked: Asked): string {
  return asked.kind === 'draft' ? 'nothing in it stands in the article' : asked.reason
}
