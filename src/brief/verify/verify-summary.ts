import type { FindingKind } from '../../domain/brief.ts'
import type { Grammar } from '../../language/grammar.ts'
import { readParagraphs } from '../../text/paragraphs.ts'
import { standsIn } from '../../text/verbatim.ts'
import type { Evidence } from '../evidence.ts'
import { countNegations, nameWords } from '../wording.ts'
import { novelDatesAndStatuses, novelNumbers } from './verify-sentence.ts'

export interface SummaryVerdict {
  /** How well the article supports the summary, from 0 to 1. */
  readonly score: number
  readonly findings: readonly { readonly kind: FindingKind; readonly words: string }[]
}

/** Sentences with less coverage than this are reported. */
const leastCoverage = 0.6
/** The weight of words that the article lacks: small, since a false summary copies as much as a true one. */
const coverageWeight = 0.3
/** The number of consecutive article sentences that may support one summary sentence. */
const windowSize = 3

/** Checks a summary without citations: each sentence against the consecutive article sentences that support it best. */
export function verifySummary(summary: string, evidence: Evidence): SummaryVerdict {
  const { grammar } = evidence
  const sentences = readParagraphs(summary, grammar.text).flatMap(({ sentences: parts }) =>
    parts.map(({ span }) => summary.slice(span.start, span.end)),
  )
  const source = evidence.parts.flatMap(({ sentences: parts }) =>
    parts.map(({ span }) => evidence.text.slice(span.start, span.end)),
  )
  const windows = source.map((_, at) => windowOf(source.slice(at, at + windowSize).join(' '), grammar))
  const verdicts = sentences.map((sentence) => verifyAlone(sentence, windows, evidence))
  const scores = verdicts.map(({ score }) => score)
  const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length)
  return {
    score: scores.length === 0 ? 0 : (mean + Math.min(...scores)) / 2,
    findings: verdicts.flatMap(({ findings }) => findings),
  }
}

interface Window {
  readonly text: string
  readonly content: ReadonlySet<string>
}

function windowOf(text: string, { words }: Grammar): Window {
  return { text, content: new Set(words.contentWords(text)) }
}

function verifyAlone(sentence: string, windows: readonly Window[], { text, grammar }: Evidence): SummaryVerdict {
  const best = bestWindow(sentence, windows, grammar)
  const numbers = novelNumbers(sentence, text, grammar)
  const names = nameWords(sentence, grammar).filter((name) => !standsIn(text, name))
  const negated = countNegations(sentence, grammar) > 0 !== countNegations(best.window, grammar) > 0
  const findings = [
    ...numbers,
    ...novelDatesAndStatuses(sentence, text, grammar),
    ...names.map((words) => ({ kind: 'name-not-found' as const, words })),
    ...(best.coverage < leastCoverage ? [{ kind: 'words-not-found' as const, words: sentence }] : []),
    ...(countNegations(sentence, grammar) > 0 && countNegations(best.window, grammar) === 0
      ? [{ kind: 'negation-changed' as const, words: sentence }]
      : []),
  ]
  const strange = 0.25 * Math.min(2, numbers.length + names.length)
  const penalty = strange + coverageWeight * (1 - best.coverage) + (negated ? 0.05 : 0)
  return { score: Math.max(0, 1 - penalty), findings }
}

function bestWindow(
  sentence: string,
  windows: readonly Window[],
  { words }: Grammar,
): { window: string; coverage: number } {
  const sought = words.contentWords(sentence)
  let best = { window: '', coverage: 0 }
  if (sought.length === 0) return { window: '', coverage: 1 }
  for (const { text, content } of windows) {
    const coverage = sought.filter((word) => content.has(word)).length / sought.length
    if (coverage > best.coverage) best = { window: text, coverage }
  }
  return best
}
