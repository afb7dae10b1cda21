import { citationOf, sentencesByNumber } from '../brief/answer/numbering.ts'
import { readEvidence } from '../brief/evidence.ts'
import { checkStatement } from '../brief/verify/check-statement.ts'
import type { Story } from '../domain/story.ts'
import { grammarFor } from '../language/grammars.ts'

/** A sentence of a brief that somebody marked as true or false to its article. */
export interface MarkedStatement {
  readonly id: string
  readonly text: string
  /** Whom a brief would name beside it; null where it stands alone. */
  readonly speaker: string | null
  /** Numbers of the sentences that it rests on, from 1. */
  readonly from: readonly number[]
  readonly isTrue: boolean
  /** What was done to it: "number changed", "caveat dropped". */
  readonly what: string
}

/** A marked statement and whether the checks let it stand. */
export interface JudgedStatement extends MarkedStatement {
  readonly isKept: boolean
  /** The names of the checks that object to it. */
  readonly checks: readonly string[]
}

/**
 * A line of JSON as a marked statement: `{"id","speaker","text","from":[3],"label":1,"what"}`.
 *
 * @throws {Error} for a line that is none.
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

/** Holds statements to the article of a story, each by itself. */
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

/** What became of statements: shares, and what was let through by what was done to it. */
export interface StatementTotals {
  readonly kept: { readonly count: number; readonly of: number }
  readonly posted: { readonly count: number; readonly of: number }
  /** False ones that stood, by what was done to them. */
  readonly postedBy: readonly { readonly what: string; readonly count: number }[]
  /** True ones that fell, by the check that objected. */
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
