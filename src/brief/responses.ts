import { isBareDenial } from '../attribution/denials.ts'
import { type ArticleId, coverSpans, sliceSpan } from '../domain/article.ts'
import { type Claim, isDenial, isSilence, type Response, type Speaker, speakerName } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { isDenialOf, wasPutTo } from './answer/answer-fits.ts'
import type { Evidence } from './evidence.ts'
import {
  accusesThem,
  type DraftStatement,
  isResponse,
  namesThem,
  placeOf,
  type StatementPlace,
  sharedMatter,
  statementOf,
} from './verify/statements.ts'

/** The most paragraphs between a statement and its answer; beyond that, nothing links them. */
const farthestAnswer = 2
/** The same for a statement that accuses the answering speaker, or an answer that says “the charge”. */
const farthestAccused = 8
/** The most characters between “denied it” and the same speaker's next statement. */
const longestGap = 80

/** Ties each denial, rejection and silence to the claim that it answers, if the article shows which. */
export function linkResponses(claims: readonly Claim[], evidence: ReadonlyMap<ArticleId, Evidence>): Response[] {
  const all = claims.map((claim) => ({ ...statementOf(claim), id: claim.id }))
  const ties: Response[] = []
  all.forEach((statement, index) => {
    const read = evidence.get(statement.article)
    if (!read) return
    const target = isResponse(statement)
      ? answeredHere(statement, all, read)
      : stillAnswered(statement, { before: all[index - 1], ties, all }, read)
    if (target) ties.push({ claim: statement.id, answers: target.id })
  })
  return ties
}

/** The statement answered by a response or the bare denial right before it: “Ruiz denied it. She had never seen it”. */
function answeredHere(statement: DraftStatement, all: readonly Tied[], evidence: Evidence): Tied | undefined {
  const bare = deniedBefore(statement, evidence)
  return (bare && answeredBy(bare, all, evidence)) ?? answeredBy(statement, all, evidence)
}

function deniedBefore(
  statement: DraftStatement,
  { text, attributions, grammar }: Evidence,
): DraftStatement | undefined {
  const at = attributions.findIndex(
    ({ source, cue, content }) =>
      content.length > 0 && coverSpans([...source, ...cue, ...content]).start === statement.start,
  )
  const before = attributions[at - 1]
  const [denied] = before?.content ?? []
  if (!before?.speaker || !denied || statement.speaker.kind === 'unchecked') return undefined
  const isOne = grammar.names.sameSpeaker(speakerName(before.speaker), speakerName(statement.speaker))
  const isBare = isBareDenial(before, text, grammar) && statement.start - denied.end <= longestGap
  return isOne && isBare ? { ...statement, words: sliceSpan(text, denied).trim(), start: denied.start } : undefined
}

type Tied = DraftStatement & { readonly id: string }

/** “Ruiz denied it. She said that the payments were loans”: more on the same subject answers the same claim. */
function stillAnswered(
  { speaker, words: said, start, article }: DraftStatement,
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
  // “Ruiz rejected the claim. The gate was new”: behind words that only point at a claim comes what answers it.
  const onlyPoints = evidence.grammar.patterns.answers.referring.test(before.words)
  // “He rejected the claim. “Our rosters do not allow it,” he said”: elsewhere, “it” would mean something else.
  const isQuoted = /^["“„«»]/u.test(said) && isDenial(before.act)
  return goesOn && (onlyPoints || isQuoted || sharedMatter(said, target.words, evidence.grammar) > 0)
    ? target
    : undefined
}

/** The statement that a denial, a rejection or a silence answers; undefined if the article does not show which. */
export function answeredBy<Each extends DraftStatement>(
  response: DraftStatement,
  statements: readonly Each[],
  evidence: Evidence,
): Each | undefined {
  const { grammar } = evidence
  const { referring } = grammar.patterns.answers
  const { here, isOpened } = placeOfAnswer(response, evidence)
  // “…, too, denied it” repeats the denial before it.
  const isSecond = statements.some((other) => isDenialBefore(other, { response, here }, evidence))
  const near = statements
    .filter((other) => other.article === response.article && isAnswerable(response, other, grammar))
    .map((other) => ({ other, place: placeOf(other, evidence) }))
    .filter(({ other, place }) => isInReach(response, other, { distance: here.paragraph - place.paragraph, grammar }))
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
          charges: accusations.length,
          isOpened,
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

interface AnswerPlace {
  readonly here: StatementPlace
  /** True if the sentence before an answer only says that its speaker denies something: “Ruiz disagreed.” */
  readonly isOpened: boolean
}

/** The place of an answer; it counts from the sentence before it if that only announces the denial. */
function placeOfAnswer(response: DraftStatement, evidence: Evidence): AnswerPlace {
  const here = placeOf(response, evidence)
  const { sentences } = evidence.parts[here.paragraph] ?? { sentences: [] }
  const at = sentences.findLastIndex(({ span }) => span.start <= response.start)
  const announces = (index: number) => {
    const sentence = sentences[index]
    return sentence !== undefined && evidence.grammar.clauses.readSentence(sentence.tokens).denies !== undefined
  }
  if (announces(at) && response.end > (sentences[at]?.span.end ?? 0)) return { here, isOpened: true }
  if (announces(at - 1)) return { here: { ...here, sentence: here.sentence - 1 }, isOpened: true }
  return { here, isOpened: false }
}

/** Returns true if it is unclear what is meant: “Denied the first claim”, or “the accusation” if there are two. */
function isAmbiguous(response: DraftStatement, fitting: readonly DraftStatement[], grammar: Grammar): boolean {
  const { ordinal, referring, referringNoun } = grammar.patterns.answers
  const denied = response.words.trim()
  if (ordinal.test(denied)) return true
  const accusations = fitting.filter((statement) => accusesThem(statement, response, grammar))
  return accusations.length > 1 && referring.test(denied) && referringNoun.test(denied)
}

/** Returns true if another denial is in the sentence before the response, or earlier in the same sentence. */
function isDenialBefore(
  other: DraftStatement,
  { response, here }: { readonly response: DraftStatement; readonly here: StatementPlace },
  evidence: Evidence,
): boolean {
  if (other.article !== response.article || !isDenial(other.act)) return false
  const distance = here.sentence - placeOf(other, evidence).sentence
  return other.start < response.start && (distance === 0 || distance === 1)
}

/** A sort key that puts statements before the response ahead of those after it. */
function closeness(distance: number): number {
  return distance >= 0 ? distance : 100 - distance
}

/**
 * Returns true if a statement is near enough to be answered. It may be further up if it accuses the answering speaker
 * by name, or if the answer says “the charge”.
 */
function isInReach(
  response: DraftStatement,
  other: DraftStatement,
  { distance, grammar }: { readonly distance: number; readonly grammar: Grammar },
): boolean {
  // “denied that” refers to the latest statement.
  const isOwn = response.words.includes(' ') && accusesThem(other, response, grammar)
  const isNamed = other.act === 'accuses' && grammar.patterns.answers.referringNoun.test(response.words)
  return Math.abs(distance) <= (distance > 0 && (isOwn || isNamed) ? farthestAccused : farthestAnswer)
}

function isAnswerable(response: DraftStatement, other: DraftStatement, grammar: Grammar): boolean {
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
