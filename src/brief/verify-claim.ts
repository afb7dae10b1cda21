import { isWordIn, negations } from '../attribution/word-classes.ts'
import type { FindingKind } from '../domain/brief.ts'
import type { Act, Claim } from '../domain/claim.ts'
import { isSilence, speakerName } from '../domain/claim.ts'
import { words } from '../text/tokens.ts'
import type { Evidence } from './evidence.ts'
import { novelDatesAndStatuses, novelNumbers } from './verify-sentence.ts'
import { verifyWords } from './verify-words.ts'
import { countNegations, hasHedge, leadsElsewhere } from './wording.ts'

/** Acts that say more than that something was said: they need the article's own verb. */
const strong: ReadonlySet<Act> = new Set([
  'admits',
  'confirms',
  'denies',
  'accuses',
  'promises',
  'warns',
  'criticizes',
  'praises',
  'rejects',
])

/** Holds a claim to the passage that it cites. */
export function verifyClaim(claim: Claim, evidence: Evidence): FindingKind[] {
  const { start, end } = claim.citation.span
  const cited = evidence.text.slice(start, end)
  if (cited.trim() === '') return ['missing-passage']
  const verdict = verifyWords(
    { speaker: speakerName(claim.speaker), content: claim.words, cue: claim.cue, quotes: claim.quotes },
    evidence,
  )
  const faults = [...verdict.faults]
  if (leadsElsewhere(claim.words) || leadsElsewhere(speakerName(claim.speaker))) faults.push('not-news')
  if (verdict.passage && (verdict.passage.end <= start || verdict.passage.start >= end)) faults.push('missing-passage')
  if (claim.cue && !cited.includes(claim.cue)) faults.push('act-upgraded')
  if (!isSilence(claim.act) && words(claim.cue).some((word) => isWordIn(word, negations)))
    faults.push('negation-changed')
  if (verdict.attributions.length > 0 && verdict.attributions.every(({ negated }) => negated))
    faults.push('negation-changed')
  const acts = verdict.attributions.map(({ act }) => act)
  if (strong.has(claim.act) && acts.length > 0 && !acts.includes(claim.act)) faults.push('act-upgraded')
  if (isSilence(claim.act) && acts.length > 0 && !acts.some(isSilence)) faults.push('act-upgraded')
  if (claim.wording === 'own') {
    if (novelNumbers(claim.words, cited).length > 0) faults.push('number-not-found')
    if (countNegations(claim.words) !== countNegations(cited)) faults.push('negation-changed')
    if (hasHedge(cited) && !hasHedge(claim.words)) faults.push('hedge-dropped')
    faults.push(...novelDatesAndStatuses(claim.words, cited).map(({ kind }) => kind))
  }
  return [...new Set(faults)]
}
