import { attribute } from '../attribution/attribute.ts'
import type { Fault } from '../language/check.ts'
import type { Evidence, Passage } from './evidence.ts'
import { groundOf, type Published } from './ground.ts'

/** A sentence as a writer hands it in, and where it stands. */
export interface ToCheck {
  readonly text: string
  /** Whom the brief names beside it; null where it stands alone. */
  readonly speaker: string | null
  /** What else the brief tells. */
  readonly context: string
}

/**
 * Holds a sentence that is written freely to the passages that it cites: what it says with numbers, days, names,
 * quotations, and words that change a meaning must stand there; it may be put in other plain words.
 */
export function checkStatement(
  { text, speaker, context }: ToCheck,
  passages: readonly Passage[],
  publishedOf: (evidence: Evidence) => Published,
): (Fault & { readonly check: string })[] {
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
