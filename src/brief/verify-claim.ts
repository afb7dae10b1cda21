import type { FindingKind } from '../domain/brief.ts'
import type { Attribution, Claim } from '../domain/claim.ts'
import { certaintyOf, isSilence, speakerName } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { words } from '../text/tokens.ts'
import { standsIn, standsInPlain } from '../text/verbatim.ts'
import { type Evidence, namesOf } from './evidence.ts'
import { isUncheckedQuotation } from './unchecked-quotations.ts'
import { novelDatesAndStatuses, novelNumbers } from './verify-sentence.ts'
import { verifyWords } from './verify-words.ts'
import { countNegations, hasHedge, leadsElsewhere } from './wording.ts'

/** Holds a claim to the passage that it cites. */
export function verifyClaim(claim: Claim, evidence: Evidence): FindingKind[] {
  const { start, end } = claim.citation.span
  const cited = evidence.text.slice(start, end)
  if (cited.trim() === '') return ['missing-passage']
  const { grammar } = evidence
  if (!grammar.isMeasured) return verifyUnchecked(claim, evidence)
  if (claim.speaker.kind === 'unchecked') return ['speaker-not-found']
  const verdict = verifyWords(
    {
      speaker: speakerName(claim.speaker),
      content: claim.words,
      cue: claim.cue,
      quotes: claim.quotes,
      passage: claim.citation.span,
    },
    evidence,
  )
  const faults = [...verdict.faults]
  // A gap that is marked is one that readers see.
  if (verdict.putTogether && !claim.words.includes('…')) faults.push('quote-stitched')
  if (leadsElsewhere(claim.words, grammar) || leadsElsewhere(speakerName(claim.speaker), grammar))
    faults.push('not-news')
  if (verdict.passage && (verdict.passage.end <= start || verdict.passage.start >= end)) faults.push('missing-passage')
  if (claim.cue && !cited.includes(claim.cue)) faults.push('act-upgraded')
  if (!isSilence(claim.act) && words(claim.cue, grammar.text).some(({ lower }) => grammar.text.negations.has(lower)))
    faults.push('negation-changed')
  if (verdict.attributions.length > 0 && verdict.attributions.every(({ negated }) => negated))
    faults.push('negation-changed')
  if (!isNamedThere(speakerName(claim.speaker), evidence)) faults.push('speaker-not-found')
  const readings = readingsOf(claim, evidence, verdict.attributions)
  if (readings.length > 0 && readings.every((reading) => certaintyOf(reading) === 'doubtful'))
    faults.push('speaker-unclear')
  faults.push(...verifyAct(claim, readings, grammar))
  // “did not respond” is told as it stands, or not at all.
  if (isSilence(claim.act) && !standsIn(cited, claim.words)) faults.push('negation-changed')
  if (claim.wording === 'own') {
    if (novelNumbers(claim.words, cited, grammar).length > 0) faults.push('number-not-found')
    if (countNegations(claim.words, grammar) !== countNegations(cited, grammar)) faults.push('negation-changed')
    if (hasHedge(cited, grammar) && !hasHedge(claim.words, grammar)) faults.push('hedge-dropped')
    faults.push(...novelDatesAndStatuses(claim.words, cited, grammar).map(({ kind }) => kind))
  }
  return [...new Set(faults)]
}

/** The readings that give the words to this speaker; if there are none, all of them. */
function readingsOf({ speaker }: Claim, evidence: Evidence, attributions: readonly Attribution[]) {
  const name = speakerName(speaker)
  const theirs = attributions.filter((attribution) =>
    namesOf(evidence, attribution).some((each) => evidence.grammar.names.sameSpeaker(name, each)),
  )
  return theirs.length > 0 ? theirs : attributions
}

/** In a language without a measured grammar nobody is named; a whole quotation may stand without its speaker. */
function verifyUnchecked(claim: Claim, evidence: Evidence): FindingKind[] {
  if (!isUncheckedQuotation(claim, evidence)) return ['language-not-checked']
  return leadsElsewhere(claim.words, evidence.grammar) ? ['not-news'] : []
}

/** Whether the article has all words of a name: “convicted” is none of “Ana Ruiz” unless it says so. */
function isNamedThere(name: string, { plainLower, grammar }: Evidence): boolean {
  if (standsInPlain(plainLower, name.toLowerCase())) return true
  return words(name, grammar.text).every(({ lower }) => standsInPlain(plainLower, lower.replace(/['’]s?$/, '')))
}

/** To say that something was said is always allowed where it was; for more the article needs a verb for it. */
function verifyAct(
  { act, cue }: Claim,
  attributions: readonly Attribution[],
  { speech, patterns, text: rules }: Grammar,
): FindingKind[] {
  if (attributions.length > 0)
    return act === 'says' || attributions.some((known) => known.act === act) ? [] : ['act-upgraded']
  const acts = words(cue, rules).flatMap(({ lower }) => speech.actOf(lower) ?? [])
  if (acts.length === 0 && !patterns.truncation.sourceNoun.test(cue)) return ['speaker-not-found']
  return act === 'says' || acts.includes(act) ? [] : ['act-upgraded']
}
