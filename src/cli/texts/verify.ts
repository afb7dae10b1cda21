import { type Evidence, readEvidence } from '../../brief/evidence.ts'
import { readNearby } from '../../brief/verify/nearby-text.ts'
import { NearCheck } from '../../brief/verify/verify-near.ts'
import { verifySummary } from '../../brief/verify/verify-summary.ts'
import { verifyWords } from '../../brief/verify/verify-words.ts'
import type { Span } from '../../domain/article.ts'
import { detectLanguage } from '../../language/detect.ts'
import { grammarFor } from '../../language/grammars.ts'
import { closedWordsOf } from '../../language/lists/known-closed-words.ts'
import { isWritable } from '../../language/measured.ts'
import { type Seen, seenIn, visible } from '../../text/visible.ts'
import { printJsonLine, readJsonLines, textOf } from '../streams.ts'

/** An article's text as it was given, and as it is read. */
interface Reading {
  readonly given: string
  readonly seen: Seen
  readonly evidence: Evidence
  /** The check by nearness, for a language whose closed words are known but whose grammar is not measured. */
  readonly near: NearCheck | undefined
}

/** Checks claims and summaries, given as JSON lines, against their articles. */
export async function verifyCommand(file: string): Promise<void> {
  let reading: Reading | undefined
  for await (const line of readJsonLines(file)) {
    const given = textOf(line, 'claim' in line ? 'text' : 'article')
    // Lines about the same article usually follow one another.
    const language = typeof line['language'] === 'string' ? line['language'] : undefined
    if (reading?.given !== given || (language ?? reading.evidence.language) !== reading.evidence.language)
      reading = read(given, language)
    await printJsonLine({
      id: line['id'],
      ...('claim' in line ? claimVerdict(line['claim'], reading) : summaryVerdict(line, reading)),
    })
  }
}

function read(given: string, language: string | undefined): Reading {
  const seen = seenIn(given)
  const evidence = readEvidence(seen.text, grammarFor(language ?? detectLanguage(seen.text)))
  const closed = isWritable(evidence.language) ? undefined : closedWordsOf(evidence.language)
  const quotations = evidence.parts.flatMap((part) => part.quotations)
  const near = closed && new NearCheck(readNearby(seen.text, quotations, closed), closed)
  return { given, seen, evidence, near }
}

function claimVerdict(claim: unknown, { seen, evidence, near }: Reading) {
  if (!near && !isWritable(evidence.language))
    return { accept: false, findings: [{ kind: 'language-not-checked', passage: null }] }
  const quote = fieldOf(claim, 'quote')
  const words = {
    speaker: visible(textOf(claim, 'source')),
    content: visible(textOf(claim, 'content')),
    cue: fieldOf(claim, 'cue') ?? '',
    quotes: quote === undefined ? [] : [quote],
  }
  const { faults, passage } = near ? near.verify(words) : verifyWords(words, evidence)
  const shown = passage ? placeOf(passage, seen) : null
  return { accept: faults.length === 0, findings: faults.map((kind) => ({ kind, passage: shown })) }
}

/** Where a passage is in the text as it was given, in UTF-16 offsets. */
function placeOf({ start, end }: Span, { offset }: Seen): [start: number, end: number] {
  return [offset(start), offset(end)]
}

/** An optional field of a claim. */
function fieldOf(claim: unknown, name: 'cue' | 'quote'): string | undefined {
  const value = typeof claim === 'object' && claim !== null && name in claim ? Reflect.get(claim, name) : undefined
  return typeof value === 'string' ? visible(value) : undefined
}

function summaryVerdict(line: Record<string, unknown>, { evidence }: Reading) {
  const summary = visible(textOf(line, 'summary' in line ? 'summary' : 'sentence'))
  const { score, findings } = verifySummary(summary, evidence)
  const all = isWritable(evidence.language)
    ? findings
    : [...findings, { kind: 'language-not-checked' as const, words: summary }]
  return { score, accept: all.length === 0, findings: all }
}
