import { type Evidence, readEvidence } from '../brief/evidence.ts'
import { verifySummary } from '../brief/verify-summary.ts'
import { verifyWords } from '../brief/verify-words.ts'
import { printJsonLine, readJsonLines, textOf } from './streams.ts'

/** Holds claims and summaries, given as JSON lines, to the articles they are from. */
export async function verifyCommand(file: string): Promise<void> {
  let known: Evidence | undefined
  for await (const line of readJsonLines(file)) {
    const text = textOf(line, 'claim' in line ? 'text' : 'article')
    // Lines about one article tend to stand together.
    if (known?.text !== text) known = readEvidence(text)
    await printJsonLine({
      id: line['id'],
      ...('claim' in line ? claimVerdict(line['claim'], known) : summaryVerdict(line, known)),
    })
  }
}

function claimVerdict(claim: unknown, evidence: Evidence) {
  const quote =
    typeof claim === 'object' && claim !== null && 'quote' in claim && typeof claim.quote === 'string'
      ? [claim.quote]
      : []
  const { faults, passage } = verifyWords(
    { speaker: textOf(claim, 'source'), content: textOf(claim, 'content'), cue: cueOf(claim), quotes: quote },
    evidence,
  )
  const shown = passage ? [passage.start, passage.end] : null
  return { accept: faults.length === 0, findings: faults.map((kind) => ({ kind, passage: shown })) }
}

function cueOf(claim: unknown): string {
  return typeof claim === 'object' && claim !== null && 'cue' in claim && typeof claim.cue === 'string' ? claim.cue : ''
}

function summaryVerdict(line: Record<string, unknown>, evidence: Evidence) {
  const { score, findings } = verifySummary(textOf(line, 'summary' in line ? 'summary' : 'sentence'), evidence)
  return { score, accept: findings.length === 0, findings }
}
