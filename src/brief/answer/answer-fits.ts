import { speakerName } from '../../domain/claim.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { Evidence } from '../evidence.ts'
import { accusesThem, type DraftStatement, sentenceAt, sharedMatter } from '../verify/statements.ts'
import { countNegations } from '../wording.ts'

/** Decides if a denial or a silence answers a nearby statement. */

/** The fewest content words that a denial shares with the statement it denies. */
const leastShared = 2

export interface Near {
  readonly statement: DraftStatement
  /** The number of sentences from it to the response; negative if it comes after. */
  readonly distance: number
  /** The number of accusations shortly before the response. */
  readonly charges: number
  /** True if a sentence before the response announces that it denies something. */
  readonly isOpened: boolean
}

/**
 * Returns true if a denial answers a statement, judging by what is denied. “denied this” answers the claim before it,
 * or an accusation against the denier. Any other denial must share two content words with the statement, or one if it
 * comes right after it. A shared name proves nothing: people do not deny everything said about them.
 */
export function isDenialOf(
  response: DraftStatement,
  { statement, distance, charges, isOpened }: Near,
  { grammar }: Evidence,
): boolean {
  const { all } = grammar.patterns.answers
  const denied = response.words.trim()
  const isBehind = distance === 0 || distance === 1
  const isAccused = accusesThem(statement, response, grammar)
  const isCharge = statement.act === 'accuses'
  const pointed =
    pointsAtPerson(denied, { statement, distance, charges }, grammar) ??
    pointsAt(denied, { distance, isAccused, charges, isCharge }, grammar)
  if (pointed !== undefined) return pointed
  if (isOpened && isBehind) return true
  // A later statement with a “no” in it repeats the denial.
  if (distance < 0 && countNegations(statement.words, grammar) > 0) return false
  if (isBehind && isAccused && all.test(denied)) return true
  const shared = sharedMatter(denied, statement.words, grammar)
  const isSuch = grammar.patterns.answers.suchThing.test(denied)
  return (isBehind || isSuch) && response.act === 'denies' ? shared > 0 : shared >= leastShared
}

/** Returns true if “Mr Lind’s figures” are from this statement; undefined if nobody is named. */
function pointsAtPerson(
  denied: string,
  { statement, distance, charges }: Pick<Near, 'statement' | 'distance' | 'charges'>,
  { names, patterns }: Grammar,
): boolean | undefined {
  const [, whose] = patterns.answers.whose.exec(denied) ?? []
  if (whose === undefined) return undefined
  const isMeant = statement.act === 'accuses' || charges === 0
  return distance >= 0 && isMeant && names.namesSide(speakerName(statement.speaker), whose)
}

interface Pointed extends Pick<Near, 'distance' | 'charges'> {
  readonly isAccused: boolean
  readonly isCharge: boolean
}

/** Returns true if “the charge” or “that” means a statement; undefined if the denial itself says what it denies. */
function pointsAt(
  denied: string,
  { distance, isAccused, charges, isCharge }: Pointed,
  { patterns }: Grammar,
): boolean | undefined {
  const { guilt, referring, pointing, pointingHere } = patterns.answers
  const isBehind = distance === 0 || distance === 1
  const isBare = referring.test(denied)
  if (!isBare && !pointing.test(denied)) return undefined
  // “that allegation” is the one right before it, whatever else was alleged.
  if (pointingHere.test(denied)) return isBehind
  const named = pointsAtCharge(denied, { distance, isAccused, charges, isCharge }, patterns)
  // “rejected the charge”: of what stands nearby, only the one charge is meant.
  if (named || (named === false && charges === 1) || !isBare) return named ?? (isBehind || undefined)
  return isAccused ? distance >= 0 : isBehind && !guilt.test(denied)
}

/** Returns true if “rejected the charge” means this statement; undefined if it names no charge, or no charge is nearby. */
function pointsAtCharge(
  denied: string,
  { distance, isAccused, charges, isCharge }: Pointed,
  { answers }: Grammar['patterns'],
): boolean | undefined {
  if (!answers.referringNoun.test(denied) || charges === 0) return undefined
  // If there is only one charge, it is meant.
  return distance >= 0 && (isAccused || (charges === 1 && isCharge))
}

/**
 * Returns true if a silence answers a statement. Only the question mentioned in its sentence counts: “declined to
 * comment on the allegation”.
 */
export function wasPutTo(
  silence: DraftStatement,
  { statement, distance }: Pick<Near, 'statement' | 'distance'>,
  evidence: Evidence,
): boolean {
  const { grammar } = evidence
  const { putToThem, referringNoun } = grammar.patterns.answers
  const sentence = sentenceAt(silence.start, evidence)
  const asked = sentence === undefined ? undefined : putToThem.exec(sentence)?.[1]
  if (asked === undefined) return false
  const side = speakerName(silence.speaker)
  const isTheirs = accusesThem(statement, silence, grammar) || grammar.names.namesSide(statement.words, side)
  if (!isTheirs) return false
  if (referringNoun.test(asked) && accusesThem(statement, silence, grammar)) return distance >= 0
  return sharedMatter(asked, statement.words, grammar) >= leastShared
}
