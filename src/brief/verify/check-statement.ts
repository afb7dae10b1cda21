import { attribute } from '../../attribution/attribute.ts'
import type { CheckFault } from '../../language/check.ts'
import type { Evidence, Passage } from '../evidence.ts'
import { groundOf, type Published } from '../ground.ts'

/** A writer's sentence and its context. */
export interface ToCheck {
  readonly text: string
  /** The speaker that the brief names before it; null if there is none. */
  readonly speaker: string | null
  /** The rest of the brief. */
  readonly context: string
}

/**
 * Checks a freely written sentence against the passages that it cites. Its numbers, days, names, quotations, and words
 * that change a meaning must be in them; the rest may be put in other plain words.
 */
export function checkStatement(
  { text, speaker, context }: ToCheck,
  passages: readonly Passage[],
  publishedOf: (evidence: Evidence) => Published,
): (CheckFault & { readonly check: string })[] {
  const [passage] = passages
  if (!passage) return [{ kind: 'uncited-sentence', words: text, check: 'passages' }]
  const { grammar } = passage.evidence
  const { readWords } = grammar.words
  const statement = {
    ...readWords(text),
    speaker,
    context: readWords(context),
    attributions: () => attribute(withStop(text), grammar).filter(({ within }) => within === null),
  }
  const ground = groundOf(passages, publishedOf)
  return grammar.checks.flatMap((check) =>
    check.find(statement, ground).map((fault) => ({ ...fault, check: check.name })),
  )
}

function withStop(text: string): string {
  return /[.!?]["”’)]*$/.test(text) ? text : `${text}.`
}
