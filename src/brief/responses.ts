import type { ArticleId } from '../domain/article.ts'
import { type Act, type Claim, isSilence, type Response, type Speaker, speakerName } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { words } from '../text/tokens.ts'
import type { Evidence } from './evidence.ts'
import { countNegations } from './wording.ts'

/** A statement, or the fact that somebody said nothing, and where its article has it. */
export interface Statement {
  readonly article: ArticleId
  readonly speaker: Claim['speaker']
  readonly act: Act
  readonly words: string
  /** Offset of the first of its words, cue or speaker (UTF-16). */
  readonly start: number
}

/** The most paragraphs between a statement and its answer; further apart, nothing shows that they belong together. */
const farthestAnswer = 2
/** The fewest content words that a denial shares with what it denies. */
const leastShared = 2

/** Ties each denial, rejection and silence among the claims to the claim that it answers, if the article shows which. */
export function linkResponses(claims: readonly Claim[], evidence: ReadonlyMap<ArticleId, Evidence>): Response[] {
  const statements = claims.map((claim) => ({ claim, statement: statementOf(claim) }))
  return statements.flatMap(({ claim, statement }) => {
    const read = evidence.get(statement.article)
    if (!read || !isResponse(statement)) return []
    const answered = answeredBy(
      statement,
      statements.map((each) => each.statement),
      read,
    )
    const target = statements.find((each) => each.statement === answered)
    return target ? [{ claim: claim.id, answers: target.claim.id }] : []
  })
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
    .filter(({ place }) => Math.abs(place.paragraph - here.paragraph) <= farthestAnswer)
    .map(({ other, place }) => ({ other, distance: here.sentence - place.sentence }))
  const fits = isSilence(response.act) ? wasPutTo : isDenialOf
  const fitting = near
    .filter(({ other, distance }) => fits(response, { statement: other, distance }, evidence))
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
      two.other.start - one.other.start,
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

/** A claim as a statement. */
export function statementOf({ citation, speaker, act, words: said }: Claim): Statement {
  return { article: citation.article, speaker, act, words: said, start: citation.span.start }
}

/** An act that answers: a denial, a rejection, a silence. */
export function isResponse({ act }: { readonly act: Act }): boolean {
  return act === 'denies' || act === 'rejects' || isSilence(act)
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
}

/**
 * Whether a denial answers a statement, judged by what is denied. “denied this” answers the claim before it, or an accusation
 * against the one who denies; anything else must share two content words with the statement, or one if it directly follows such
 * an accusation. A shared name proves nothing: much is said about people that they do not deny.
 */
function isDenialOf(response: Statement, { statement, distance }: Near, { grammar }: Evidence): boolean {
  const { all, guilt, referring } = grammar.patterns.answers
  const denied = response.words.trim()
  const isBehind = distance === 0 || distance === 1
  const isAccused = accusesThem(statement, response, grammar)
  if (referring.test(denied)) return isAccused ? distance >= 0 : isBehind && !guilt.test(denied)
  // A statement after a denial that says “no” itself says the same as the denial.
  if (distance < 0 && countNegations(statement.words, grammar) > 0) return false
  if (isBehind && isAccused) return all.test(denied) || sharedMatter(denied, statement.words, grammar) > 0
  return sharedMatter(denied, statement.words, grammar) >= leastShared
}

/** Whether a statement accuses somebody's side by name. */
function accusesThem({ act, words: said }: Statement, { speaker }: Statement, grammar: Grammar): boolean {
  if ((act !== 'accuses' && act !== 'criticizes') || speaker.kind === 'unchecked') return false
  // “accused police of …”, and the police chief denies it.
  const accused = grammar.speech.accusedIn(said)
  const isOfficeOf = accused !== undefined && speaker.kind === 'person' && holds(speaker.role ?? '', accused, grammar)
  return isOfficeOf || grammar.names.namesSide(said, speakerName(speaker))
}

/** Whether somebody holds an office at the accused: “Police Chief”, “head of the harbour board”. */
function holds(role: string, accused: string, { words: { contentWords } }: Grammar): boolean {
  const own = new Set(contentWords(role))
  const sought = contentWords(accused)
  return sought.length > 0 && sought.every((word) => own.has(word))
}

/**
 * Whether a silence answers a statement. Only what its sentence says that they were asked counts: “declined to comment on the
 * allegation”.
 */
function wasPutTo(silence: Statement, { statement, distance }: Near, evidence: Evidence): boolean {
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

/** How many words about their subject two texts share, not counting names and numbers. */
function sharedMatter(one: string, other: string, grammar: Grammar): number {
  const known = new Set(matterOf(other, grammar))
  return new Set(matterOf(one, grammar).filter((word) => known.has(word))).size
}

function matterOf(text: string, { words: { contentWords }, text: rules }: Grammar): string[] {
  return words(text, rules)
    .filter(({ text: word }) => /^\p{Ll}/u.test(word))
    .flatMap(({ text: word }) => contentWords(word))
}

interface Place {
  readonly paragraph: number
  readonly sentence: number
}

function placeOf({ start }: Statement, { parts }: Evidence): Place {
  const paragraph = parts.findLastIndex(({ span }) => span.start <= start)
  const before = parts.slice(0, Math.max(0, paragraph)).reduce((sum, { sentences }) => sum + sentences.length, 0)
  const within = parts[paragraph]?.sentences.findLastIndex(({ span }) => span.start <= start) ?? 0
  return { paragraph, sentence: before + Math.max(0, within) }
}

function sentenceAt(start: number, { text, parts }: Evidence): string | undefined {
  const span = parts
    .flatMap(({ sentences }) => sentences)
    .map((sentence) => sentence.span)
    .findLast((each) => each.start <= start)
  return span && text.slice(span.start, span.end)
}
