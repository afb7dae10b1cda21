import type { FindingKind } from '../../domain/brief.ts'
import { capitalize } from '../../domain/capitals.ts'
import type { Attribution, Claim } from '../../domain/claim.ts'
import { certaintyOf, isSilence, speakerName } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import { words } from '../../text/tokens.ts'
import { standsIn, standsInPlain } from '../../text/verbatim.ts'
import { type Evidence, namesOf } from '../evidence.ts'
import { isUncheckedQuotation } from '../rules/unchecked-quotations.ts'
import { countNegations, hasHedge, leadsElsewhere } from '../wording.ts'
import { novelDatesAndStatuses, novelNumbers } from './verify-sentence.ts'
import { verifyWords, type WordsVerdict } from './verify-words.ts'

/** Checks a claim against the passage that it cites. */
export function verifyClaim(claim: Claim, evidence: Evidence): FindingKind[] {
  const { start, end } = claim.citation.span
  const cited = evidence.text.slice(start, end)
  if (cited.trim() === '') return ['missing-passage']
  if (!evidence.grammar.isMeasured) return verifyUnchecked(claim, evidence)
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
  const faults = [
    ...verdict.faults,
    ...wordFaults(claim, verdict, evidence),
    ...speakerFaults(claim, verdict, evidence),
    ...(claim.wording === 'own' ? ownWordFaults(claim.words, cited, evidence.grammar) : []),
  ]
  return [...new Set(faults)]
}

/** Finds faults in a claim's words and in the verb that attributes them. */
function wordFaults(claim: Claim, { passage, putTogether }: WordsVerdict, { text, grammar }: Evidence): FindingKind[] {
  const { start, end } = claim.citation.span
  const cited = text.slice(start, end)
  const isElsewhere = passage !== undefined && (passage.end <= start || passage.start >= end)
  const isTurned = words(claim.cue, grammar.text).some(({ lower }) => grammar.text.negations.has(lower))
  const faults: readonly (readonly [FindingKind, boolean])[] = [
    // Readers can see a gap that is marked.
    ['quote-stitched', putTogether && !claim.words.includes('…')],
    ['not-news', leadsElsewhere(claim.words, grammar) || leadsElsewhere(speakerName(claim.speaker), grammar)],
    ['missing-passage', isElsewhere],
    ['words-not-found', claim.line !== undefined && !isLineOf(claim, cited)],
    ['act-upgraded', claim.cue !== '' && !cited.includes(claim.cue)],
    ['negation-changed', !isSilence(claim.act) && isTurned],
    // A silence (“did not respond”) must be word for word in the passage.
    ['negation-changed', isSilence(claim.act) && !standsIn(cited, claim.words)],
  ]
  return faults.flatMap(([kind, isFaulty]) => (isFaulty ? [kind] : []))
}

/** Returns true if a line is in the passage and has the claim's words and verb. The marks at its end are ours. */
function isLineOf({ line = '', words: said, cue }: Claim, cited: string): boolean {
  const bare = (text: string) => text.replace(/[.,]?["”’]?[.,]?$/, '')
  const pieces = [...said.split(' … ').map(bare), cue.split(' … ')[0] ?? '']
  // A sentence without a subject begins with its verb, and with a capital.
  const forms = [line, capitalize(line)]
  return (
    forms.some((form) => standsIn(cited, bare(form))) &&
    pieces.every((piece) => forms.some((form) => standsIn(form, piece)))
  )
}

/** Finds faults in a claim's speaker and act. */
function speakerFaults(claim: Claim, { attributions }: WordsVerdict, evidence: Evidence): FindingKind[] {
  const readings = readingsOf(claim, evidence, attributions)
  const isNegated = attributions.length > 0 && attributions.every(({ negated }) => negated)
  const isDoubtful = readings.length > 0 && readings.every((reading) => certaintyOf(reading) === 'doubtful')
  return [
    ...(isNegated ? ['negation-changed' as const] : []),
    ...(isNamedThere(speakerName(claim.speaker), evidence) ? [] : ['speaker-not-found' as const]),
    ...(isDoubtful ? ['speaker-unclear' as const] : []),
    ...verifyAct(claim, readings, evidence.grammar),
  ]
}

/** Finds faults in a claim that rephrases its passage. */
function ownWordFaults(stated: string, cited: string, grammar: Grammar): FindingKind[] {
  return [
    ...(novelNumbers(stated, cited, grammar).length > 0 ? ['number-not-found' as const] : []),
    ...(countNegations(stated, grammar) !== countNegations(cited, grammar) ? ['negation-changed' as const] : []),
    ...(hasHedge(cited, grammar) && !hasHedge(stated, grammar) ? ['hedge-dropped' as const] : []),
    ...novelDatesAndStatuses(stated, cited, grammar).map(({ kind }) => kind),
  ]
}

/** The attributions that name this speaker; if there are none, all of them. */
function readingsOf({ speaker }: Claim, evidence: Evidence, attributions: readonly Attribution[]) {
  const name = speakerName(speaker)
  const theirs = attributions.filter((attribution) =>
    namesOf(evidence, attribution).some((each) => evidence.grammar.names.sameSpeaker(name, each)),
  )
  return theirs.length > 0 ? theirs : attributions
}

/** Checks a claim in a language without a measured grammar: only whole quotations without a speaker may be shown. */
function verifyUnchecked(claim: Claim, evidence: Evidence): FindingKind[] {
  if (!isUncheckedQuotation(claim, evidence)) return ['language-not-checked']
  return leadsElsewhere(claim.words, evidence.grammar) ? ['not-news'] : []
}

/** True if the article has all words of a name: “convicted” is part of “Ana Ruiz” only if the article says so. */
function isNamedThere(name: string, { plainLower, grammar }: Evidence): boolean {
  if (standsInPlain(plainLower, name.toLowerCase())) return true
  return words(name, grammar.text).every(({ lower }) => standsInPlain(plainLower, lower.replace(/['’]s?$/, '')))
}

/** `says` is always allowed for a statement; any other act needs a verb for it in the article. */
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
