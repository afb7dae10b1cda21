import type { ArticleId } from '../domain/article.ts'
import { type Claim, isSilence, type Response, type Speaker, speakerName } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import type { Evidence } from './evidence.ts'
import {
  accusesThem,
  isResponse,
  namesThem,
  type Place,
  placeOf,
  type Statement,
  sentenceAt,
  sharedMatter,
  statementOf,
} from './statements.ts'
import { countNegations } from './wording.ts'

/** The most paragraphs between a statement and its answer; further apart, nothing shows that they belong together. */
const farthestAnswer = 2
/** The same if the statement accuses the one who answers by name. */
const farthestAccused = 8
/** The fewest content words that a denial shares with what it denies. */
const leastShared = 2

/** Ties each denial, rejection and silence among the claims to the claim that it answers, if the article shows which. */
export function linkResponses(claims: readonly Claim[], evidence: ReadonlyMap<ArticleId, Evidence>): Response[] {
  const all = claims.map((claim) => ({ ...statementOf(claim), id: claim.id }))
  const ties: Response[] = []
  all.forEach((statement, index) => {
    const read = evidence.get(statement.article)
    if (!read) return
    const target = isResponse(statement)
      ? answeredBy(statement, all, read)
      : stillAnswered(statement, { before: all[index - 1], ties, all }, read)
    if (target) ties.push({ claim: statement.id, answers: target.id })
  })
  return ties
}

type Tied = Statement & { readonly id: string }

/** “Ruiz denied it. She said that the payments were loans”: what goes on about the same matter answers the same statement. */
function stillAnswered(
  { speaker, words: said, start, article }: Statement,
  {
    before,
    ties,
    all,
  }: { readonly before: Tied | undefined; readonly ties: readonly Response[]; readonly all: readonly Tied[] },
  evidence: Evidence,
): Tied | undefined {
  const tie = before && before.article === article ? ties.find(({ claim }) => claim === before.id) : undefined
  const target = all.find(({ id }) => id === tie?.answers)
  if (
    !target ||
    !before ||
    isSilence(before.act) ||
    speaker.kind === 'unchecked' ||
    before.speaker.kind === 'unchecked'
  )
    return undefined
  const [one, other] = [placeOf(before, evidence), placeOf({ start }, evidence)]
  const goesOn =
    one.paragraph === other.paragraph &&
    other.sentence - one.sentence <= 1 &&
    evidence.grammar.names.sameSpeaker(speakerName(speaker), speakerName(before.speaker))
  return goesOn && sharedMatter(said, target.words, evidence.grammar) > 0 ? target : undefined
}

/** The statement that a denial, a rejection or a silence answers; undefined if its article does not show one. */
export function answeredBy<Each extends Statement>(
  response: Statement,
  statements: readonly Each[],
  evidence: Evidence,
): Each | undefined {
  const { grammar } = evidence
  const { referring } = grammar.patterns.answers
  const here = placeOf(response, evidence)
  // “…, too, denied it”: what was denied before is denied again.
  const isSecond = statements.some((other) => isDenialBefore(other, { response, here }, evidence))
  const near = statements
    .filter((other) => other.article === response.article && isAnswerable(response, other, grammar))
    .map((other) => ({ other, place: placeOf(other, evidence) }))
    .filter(({ other, place }) => {
      const distance = here.paragraph - place.paragraph
      // “denied that” is said of what was said last.
      const isAccused = distance > 0 && response.words.includes(' ') && accusesThem(other, response, grammar)
      return Math.abs(distance) <= (isAccused ? farthestAccused : farthestAnswer)
    })
    .map(({ other, place }) => ({ other, distance: here.sentence - place.sentence }))
  const accusations = near.filter(({ other, distance }) => distance >= 0 && other.act === 'accuses')
  const fits = isSilence(response.act) ? wasPutTo : isDenialOf
  const fitting = near
    .filter(({ other, distance }) =>
      fits(
        response,
        {
          statement: other,
          distance,
          isOnlyCharge: accusations.length === 1 && accusations[0]?.other === other,
        },
        evidence,
      ),
    )
    .filter(({ other }) => !isSecond || !referring.test(response.words.trim()) || accusesThem(other, response, grammar))
  if (
    !isSilence(response.act) &&
    isAmbiguous(
      response,
      fitting.map(({ other }) => other),
      grammar,
    )
  )
    return undefined
  return fitting.toSorted(
    (one, two) =>
      Number(accusesThem(two.other, response, grammar)) - Number(accusesThem(one.other, response, grammar)) ||
      closeness(one.distance) - closeness(two.distance) ||
      Number(namesThem(two.other, response, grammar)) - Number(namesThem(one.other, response, grammar)) ||
      two.other.end - one.other.end,
  )[0]?.other
}

/** Whether it is unclear which statement is meant: “Denied the first claim”, or “the accusation” where two were made. */
function isAmbiguous(response: Statement, fitting: readonly Statement[], grammar: Grammar): boolean {
  const { ordinal, referring, referringNoun } = grammar.patterns.answers
  const denied = response.words.trim()
  if (ordinal.test(denied)) return true
  const accusations = fitting.filter((statement) => accusesThem(statement, response, grammar))
  return accusations.length > 1 && referring.test(denied) && referringNoun.test(denied)
}

/** Whether another denial is in the sentence before the response, or earlier in the same sentence. */
function isDenialBefore(
  other: Statement,
  { response, here }: { readonly response: Statement; readonly here: Place },
  evidence: Evidence,
): boolean {
  if (other.article !== response.article || (other.act !== 'denies' && other.act !== 'rejects')) return false
  const distance = here.sentence - placeOf(other, evidence).sentence
  return other.start < response.start && (distance === 0 || distance === 1)
}

/** For sorting: statements before the response come ahead of those after it. */
function closeness(distance: number): number {
  return distance >= 0 ? distance : 100 - distance
}

function isAnswerable(response: Statement, other: Statement, grammar: Grammar): boolean {
  return (
    other !== response &&
    !isResponse(other) &&
    other.speaker.kind !== 'unchecked' &&
    response.speaker.kind !== 'unchecked' &&
    !isSameSide(response.speaker, other.speaker, grammar)
  )
}

function isSameSide(one: Speaker, other: Speaker, { names }: Grammar): boolean {
  return (
    names.sameSpeaker(speakerName(one), speakerName(other)) ||
    names.isOnSideOf(one, speakerName(other)) ||
    names.isOnSideOf(other, speakerName(one))
  )
}

interface Near {
  readonly statement: Statement
  /** How many sentences it is before the response; negative if it is after. */
  readonly distance: number
  /** Whether it is the only accusation near the response and before it. */
  readonly isOnlyCharge: boolean
}

/**
 * Whether a denial answers a statement, judged by what is denied. “denied this” answers the claim before it, or an accusation
 * against the one who denies; anything else must share two content words with the statement, or one if it directly follows such
 * an accusation. A shared name proves nothing: much is said about people that they do not deny.
 */
function isDenialOf(response: Statement, { statement, distance, isOnlyCharge }: Near, { grammar }: Evidence): boolean {
  const { all } = grammar.patterns.answers
  const denied = response.words.trim()
  const isBehind = distance === 0 || distance === 1
  const isAccused = accusesThem(statement, response, grammar)
  const pointed = pointsAt(denied, { distance, isAccused, isOnlyCharge }, grammar)
  if (pointed !== undefined) return pointed
  // A statement after a denial that says “no” itself says the same as the denial.
  if (distance < 0 && countNegations(statement.words, grammar) > 0) return false
  if (isBehind && isAccused && all.test(denied)) return true
  const shared = sharedMatter(denied, statement.words, grammar)
  return isBehind && response.act === 'denies' ? shared > 0 : shared >= leastShared
}

/** Whether “the charge” or “that” of a denial points at a statement; undefined where the denial says itself what it denies. */
function pointsAt(
  denied: string,
  { distance, isAccused, isOnlyCharge }: Pick<Near, 'distance' | 'isOnlyCharge'> & { readonly isAccused: boolean },
  { patterns }: Grammar,
): boolean | undefined {
  const { guilt, referring, referringNoun, pointing } = patterns.answers
  const isBehind = distance === 0 || distance === 1
  const isBare = referring.test(denied)
  if (!isBare && !pointing.test(denied)) return undefined
  // “rejected the charge”, where only one was made
  if (isOnlyCharge && referringNoun.test(denied)) return true
  if (isBare) return isAccused ? distance >= 0 : isBehind && !guilt.test(denied)
  // “called that a lie”, “This is fiction”, “had received no such message”
  return isBehind || (isAccused && referringNoun.test(denied) && distance >= 0) || undefined
}

/**
 * Whether a silence answers a statement. Only what its sentence says that they were asked counts: “declined to comment on the
 * allegation”.
 */
function wasPutTo(
  silence: Statement,
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
