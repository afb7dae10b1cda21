import {
  answerJsonSchema,
  type MendedSentence,
  mendedJsonSchema,
  readAnswer,
  readMended,
} from '../brief/answer/answer.ts'
import { draftOf } from '../brief/answer/draft-of-answer.ts'
import {
  type FaultyPart,
  faultsOf,
  isWorthMending,
  type JudgedDraft,
  mendDraft,
  paragraphsOf,
  renderFaults,
} from '../brief/answer/mend.ts'
import { renderStory, type TaskPrompt } from '../brief/answer/prompt.ts'
import { verify } from '../brief/verify/verify.ts'
import { standingSentences } from '../brief/verify/verify-written.ts'
import type { Byline, Draft, Finding } from '../domain/brief.ts'
import type { Story } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { grammarFor } from '../language/grammars.ts'
import type { SecondReader, Writer } from '../ports.ts'
import { type AskServices, asFailed, ask, costOf, type ModelReply, modelLimits, sumOf } from './ask-model.ts'
import { ModelFailed, nothing } from './model-bill.ts'
import { type Checkable, checkable, checkOf, shorten } from './model-material.ts'

export interface ModelServices extends AskServices {
  /** The host that article texts go to: "api.openai.com". */
  readonly provider: string
  readonly prompts: { readonly write: TaskPrompt; readonly repair: TaskPrompt }
  /** Reads the verified sentences once more, if one is set. */
  readonly secondReader?: SecondReader | undefined
}

/** How a model's draft came about, for measurements. */
export interface ModelWriting {
  readonly draft: Draft
  readonly outcome: 'accepted' | 'repaired' | 'withheld'
  readonly findings: readonly Finding[]
  readonly requests: number
  /** Tokens of question and answer together, and of the answer alone. */
  readonly tokens: number
  readonly written: number
}

/** A writer that asks a model, verifies its answer against the articles, and asks once more if that failed. */
export function createModelWriter(services: ModelServices): Writer {
  return {
    byline: bylineOf(services),
    write: async (story, workspace, late) => (await writeWithModel(story, workspace, { ...services, late })).draft,
  }
}

/**
 * Writes a draft with a model, and reports what it took.
 *
 * @throws {ModelFailed} with a reason if there is no readable answer, or nothing left to pay for one.
 */
export async function writeWithModel(
  story: Story,
  workspace: WorkspaceId | null,
  services: ModelServices & Late,
): Promise<ModelWriting> {
  const writing = await writeAndMend(story, workspace, services)
  return services.secondReader
    ? await readAgain(writing, story, { ...services, secondReader: services.secondReader })
    : writing
}

interface Late {
  /** Receives a draft that comes when nobody is waiting for it. */
  readonly late?: ((draft: Draft) => void) | undefined
}

/** Handles a late answer: a draft as the model wrote it, checked by the second reader if there is one. */
function lateDraft(story: Story, { late, ...services }: ModelServices & Late): ((draft: Draft) => void) | undefined {
  const { secondReader } = services
  if (!late || !secondReader) return late
  return (draft) => {
    const writing = { ...judge(draft, story, services), ...nothing, outcome: 'accepted' as const }
    void readAgain(writing, story, { ...services, secondReader })
      .then((read) => late(read.draft))
      .catch(() => undefined)
  }
}

/** Withholds the verified sentences that a second reader doubts. */
async function readAgain(
  writing: ModelWriting,
  story: Story,
  services: ModelServices & { readonly secondReader: SecondReader },
): Promise<ModelWriting> {
  const standing = standingSentences(writing.draft, writing.findings, story.articles)
  const doubts = await services.secondReader.doubts(standing)
  const doubted = standing.filter((_, index) => doubts[index]).map(({ part }) => part)
  if (doubted.length === 0) return writing
  return { ...writing, ...judge({ ...writing.draft, doubted }, story, services), outcome: 'withheld' }
}

async function writeAndMend(
  whole: Story,
  workspace: WorkspaceId | null,
  services: ModelServices & Late,
): Promise<ModelWriting> {
  const given = checkable(whole)
  const task = { given, workspace, used: 0 }
  const first = await askForBrief({ ...task, late: lateDraft(whole, services) }, '', services)
  if (first.kind === 'read') return await mendedWriting(first, { ...task, whole, used: first.requests }, services)
  if (first.kind === 'failed') throw new ModelFailed(first.reason, costOf(first), first.final)
  // If an answer cannot be read, the model is asked once more.
  const faults = `FAULTS\n- the answer: ${first.reason}. Answer as asked.`
  const second = await askForBrief({ ...task, used: first.requests }, faults, services).catch(asFailed)
  const total = sumOf(first, second)
  if (second.kind !== 'read') throw new ModelFailed(second.reason, total, true)
  const judged = judge(second.value, whole, services)
  return { ...judged, ...total, outcome: judged.findings.length === 0 ? 'repaired' : 'withheld' }
}

interface Task extends Late {
  readonly given: Checkable
  readonly workspace: WorkspaceId | null
  /** Requests already made for this story. */
  readonly used: number
}

/** A draft with its faulty sentences mended, if that is worth a completion. The other sentences stay as they are. */
async function mendedWriting(
  first: ModelReply<Draft> & { readonly kind: 'read' },
  { whole, ...task }: Task & { readonly whole: Story },
  services: ModelServices,
): Promise<ModelWriting> {
  const judged = judge(first.value, whole, services)
  if (judged.findings.length === 0) return { ...judged, ...costOf(first), outcome: 'accepted' }
  if (!isWorthMending(judged)) return { ...judged, ...costOf(first), outcome: 'withheld' }
  const faults = faultsOf(judged.findings)
  const second = await askToMend(task, faults, services).catch(asFailed)
  const total = sumOf(first, second)
  if (second.kind !== 'read') return { ...judged, ...total, outcome: 'withheld' }
  const mended = judge(
    mendDraft(judged.draft, { faults, mended: second.value, story: task.given.story, grammarFor }),
    whole,
    services,
  )
  const best = mended.findings.length <= judged.findings.length ? mended : judged
  const isWhole = best.findings.every(({ part }) => part.kind === 'headline' || part.kind === 'standing')
  return { ...best, ...total, outcome: isWhole ? 'repaired' : 'withheld' }
}

async function askForBrief(task: Task, faults: string, services: ModelServices): Promise<ModelReply<Draft>> {
  const { story, quotations } = task.given
  const check = checkOf(story)
  const shown = shorten(story, {
    tokens: modelLimits.articleTokens,
    count: (text) => services.model.count(text),
  })
  const material = [renderStory(shown, { check, grammarFor }), faults].filter(Boolean).join('\n\n')
  const draftIn = (text: string) => {
    const read = readAnswer(text, check)
    if (read.kind === 'unreadable') return read
    const draft = draftOf(read.value, story, grammarFor)
    return { kind: 'read' as const, value: { ...draft, claims: [...draft.claims, ...quotations] } }
  }
  const late = (text: string) => {
    const drafted = draftIn(text)
    if (drafted.kind === 'read') task.late?.(drafted.value)
  }
  const { workspace, used } = task
  const question = { workspace, used, prompt: services.prompts.write, schema: answerJsonSchema, material }
  const asked = await ask({ ...question, late: task.late && late }, services)
  return asked.kind === 'read' ? { ...draftIn(asked.value), ...costOf(asked) } : asked
}

/** Asks for the faulty sentences alone, with the paragraphs they are about. */
async function askToMend(
  task: Task,
  faults: readonly FaultyPart[],
  services: ModelServices,
): Promise<ModelReply<readonly MendedSentence[]>> {
  const { story } = task.given
  const check = checkOf(story)
  const material = [
    renderStory(story, { check, grammarFor, paragraphs: paragraphsOf(faults, story, grammarFor) }),
    renderFaults(faults),
  ].join('\n\n')
  const { workspace, used } = task
  const asked = await ask(
    { workspace, used, prompt: services.prompts.repair, schema: mendedJsonSchema, material },
    services,
  )
  if (asked.kind !== 'read') return asked
  return { ...readMended(asked.value, check), ...costOf(asked) }
}

function judge(draft: Draft, story: Story, services: ModelServices): JudgedDraft {
  return { draft, findings: verify(draft, story, { byline: bylineOf(services), grammarFor }).findings }
}

function bylineOf({ model, prompts }: ModelServices): Byline {
  return { writer: 'llm', model: model.name, prompt: prompts.write.name }
}
