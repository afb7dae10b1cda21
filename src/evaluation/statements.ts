import { citationOf, sentencesByNumber } from '../brief/answer/numbering.ts'
import { readEvidence } from '../brief/evidence.ts'
import { checkStatement } from '../brief/verify/check-statement.ts'
import type { Story } from '../domain/story.ts'
import { grammarFor } from '../language/grammars.ts'

/** A sentence of a brief, marked as true or false to its article. */
export interface MarkedStatement {
  readonly id: string
  readonly text: string
  /** The speaker that a brief would name before it; null if there is none. */
  readonly speaker: string | null
  /** Numbers of the article sentences that it cites, from 1. */
  readonly from: readonly number[]
  readonly isTrue: boolean
  /** How it was altered: "number changed", "caveat dropped". */
  readonly what: string
}

/** A marked statement, and the verdict of the checks on it. */
export interface JudgedStatement extends MarkedStatement {
  readonly isKept: boolean
  /** The names of the checks that object to it. */
  readonly checks: readonly string[]
}

/**
 * Reads a line of JSON as a marked statement: `{"id","speaker","text","from":[3],"label":1,"what"}`.
 *
 * @throws {Error} if the text, the numbers or the label is missing.
 */
export function readStatement(line: Readonly<Record<string, unknown>>): MarkedStatement {
  const { id, text, speaker, from, label, what } = line
  if (typeof text !== 'string' || !Array.isArray(from) || (label !== 0 && label !== 1))
    throw new Error(`a marked statement needs text, from and label (${String(id)})`)
  return {
    id: String(id),
    text,
    speaker: typeof speaker === 'string' ? speaker : null,
    from: from.map(Number),
    isTrue: label === 1,
    what: typeof what === 'string' ? what : '',
  }
}

/** Checks each statement by itself against the first article of a story. */
export function judgeStatements(statements: readonly MarkedStatement[], story: Story): JudgedStatement[] {
  const [article] = story.articles
  if (!article) return []
  const evidence = readEvidence(article.text, grammarFor(article.language))
  const find = sentencesByNumber(story, grammarFor)
  return statements.map((statement) => {
    const passages = find(statement.from.join(' ')).map((sentence) => ({ evidence, span: citationOf(sentence).span }))
    const faults = checkStatement(
      { text: statement.text, speaker: statement.speaker, context: '' },
      passages,
      () => article,
    )
    return { ...statement, isKept: faults.length === 0, checks: [...new Set(faults.map(({ check }) => check))] }
  })
}

/** Totals of judged statements: true ones kept, false ones posted, and the reasons. */
export interface StatementTotals {
  readonly kept: { readonly count: number; readonly of: number }
  readonly posted: { readonly count: number; readonly of: number }
  /** False statements that were kept, by how they were altered. */
  readonly postedBy: readonly { readonly what: string; readonly count: number }[]
  /** True statements that were refused, by the check that objected. */
  readonly refusedBy: readonly { readonly what: string; readonly count: number }[]
}

export function sumStatements(judged: readonly JudgedStatement[]): StatementTotals {
  const right = judged.filter(({ isTrue }) => isTrue)
  const wrong = judged.filter(({ isTrue }) => !isTrue)
  const posted = wrong.filter(({ isKept }) => isKept)
  return {
    kept: { count: right.filter(({ isKept }) => isKept).length, of: right.length },
    posted: { count: posted.length, of: wrong.length },
    postedBy: counts(posted.map(({ what }) => what.split(/[:;(]/, 1)[0]?.trim() || 'not said')),
    refusedBy: counts(right.flatMap(({ checks }) => checks)),
  }
}

function counts(list: readonly string[]): { what: string; count: number }[] {
  return [...Map.groupBy(list, (each) => each)]
    .map(([what, all]) => ({ what, count: all.length }))
    .toSorted((one, other) => other.count - one.count)
}
