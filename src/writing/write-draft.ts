import { verify } from '../brief/verify/verify.ts'
import { ownTurn } from '../concurrency.ts'
import { openTo } from '../domain/article.ts'
import type { Brief, Byline, Draft, Verified } from '../domain/brief.ts'
import { reasonOf } from '../domain/reason.ts'
import type { Story } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { grammarFor } from '../language/grammars.ts'
import { isWritable } from '../language/measured.ts'
import type { Log, RulesThread, Writer } from '../ports.ts'
import type { SignedDraft } from '../store/stories/drafts.ts'

export interface WritingServices {
  /** In order of preference; the last one always delivers. */
  readonly writers: readonly Writer[]
  readonly log: Log
  /** Absent if verification runs on this thread. */
  readonly verify?: RulesThread['verify'] | undefined
  /** Receives a draft that came too late, if enough of it passes verification. */
  readonly late?: (signed: SignedDraft) => void
}

/** A writer delivered no draft. `asked` is false if that cost nothing: then it is worth asking again. */
export class NotWritten extends Error {
  readonly asked: boolean

  constructor(reason: string, { asked }: { readonly asked: boolean }) {
    super(reason)
    this.asked = asked
  }
}

export interface Written {
  readonly draft: Draft
  readonly byline: Byline
  readonly verified: Verified
  /** The first writer that was really asked, and that need not be asked again. */
  readonly asked: Byline['writer']
  /** Why the model did not write it, in words for readers; null if it did, or if none is set. */
  readonly instead: string | null
}

/**
 * Asks the writers in turn until one delivers a draft that leaves a brief after verification.
 *
 * @throws {Error} if the last one fails too.
 */
export async function writeDraft(
  story: Story,
  workspace: WorkspaceId | null,
  { writers, log, late, verify: verifyDraft = verifyHere }: WritingServices,
): Promise<Written> {
  let asked: Byline['writer'] | undefined
  let instead: string | null = null
  for (const writer of ableWriters(story, writers)) {
    try {
      // Writing and verifying block the thread, so waiting commands are answered in between.
      await ownTurn()
      const draft = await writer.write(givenTo(writer, story), workspace, late && lateFrom(writer, story, late))
      asked ??= writer.byline.writer
      await ownTurn()
      const verified = await verifyDraft(draft, story, writer.byline)
      if (writer !== writers.at(-1) && isTooLittle(draft, verified.brief))
        throw new TooLittle('too little of the draft stands in the articles')
      if (verified.findings.length > 0) log.info('withheld', { story: story.id, findings: verified.findings.length })
      return { draft, byline: writer.byline, verified, asked, instead }
    } catch (error) {
      if (!(error instanceof NotWritten && !error.asked)) asked ??= writer.byline.writer
      instead = insteadOf(writer.byline, error)
      log.warn('writer-replaced', { story: story.id, writer: writer.byline.writer, reason: reasonOf(error) })
    }
  }
  throw new Error(`no writer could write story ${story.id}`)
}

/** Verifies on this thread. */
export async function verifyHere(draft: Draft, story: Story, byline: Byline): Promise<Verified> {
  return verify(draft, story, { byline, grammarFor })
}

/** What a writer is given of a story: a model only what is open to it; the rules choose for themselves. */
function givenTo({ byline }: Writer, story: Story): Story {
  return byline.writer === 'llm' ? { ...story, articles: openTo('llm', story.articles) } : story
}

function lateFrom({ byline }: Writer, story: Story, late: (signed: SignedDraft) => void) {
  return (draft: Draft) => {
    if (!isTooLittle(draft, verify(draft, story, { byline, grammarFor }).brief)) late({ draft, byline })
  }
}

/** Verification left too little of a draft for a brief. */
class TooLittle extends Error {}

/** The notice for readers if a model's draft cannot be used; the log has the reason. */
function insteadOf(byline: Byline, error: unknown): string | null {
  if (byline.writer !== 'llm') return null
  return error instanceof TooLittle
    ? `Too little of what ${byline.model} wrote could be found in the article, so this was written without AI.`
    : `${byline.model} couldn’t be used just now, so this was written without AI.`
}

/**
 * The writers able to write a story; only the rules if none of the articles that its publishers let models read is in a
 * language that can be checked.
 */
export function ableWriters(story: Story, writers: readonly Writer[]): readonly Writer[] {
  return openTo('llm', story.articles).some(({ language }) => isWritable(language))
    ? writers
    : writers.filter(({ byline }) => byline.writer === 'rules')
}

/** Returns true if verification leaves no usable brief: no summary, or less than half of the claims or sentences. */
function isTooLittle(draft: Draft, brief: Brief): boolean {
  if (draft.details !== undefined) {
    const written = draft.summary.length + draft.claims.length + draft.details.length
    const lost = brief.withheld.filter(({ part }) => part !== 'headline' && part !== 'difference').length
    return brief.summary.length === 0 || 2 * lost > written
  }
  return brief.summary.length === 0 || 2 * brief.claims.length < draft.claims.length
}
