import { attribute } from '../attribution/attribute.ts'
import type { Brief } from '../domain/brief.ts'
import { isDenial, isSilence } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { words } from '../text/tokens.ts'
import { isSameSpeaker, type JudgedClaim, judgeClaims, overlapOf, textOf, type Verdict } from './desk-matching.ts'
import type { DeskArticle } from './desk-set.ts'
import type { Share } from './score.ts'

/** Counts of what a brief prints of an article, compared with what an editor would print. */
export interface DeskScores {
  readonly articles: number
  /** Printed statements by verdict. */
  readonly printed: Readonly<Record<Verdict, number>>
  /** Marked statements that are printed correctly. */
  readonly statements: Share
  /** Denials and rejections that are printed correctly. */
  readonly denials: Share
  /** Answers tied to the right statement, out of those with both printed; and ties that are not marked. */
  readonly ties: Share & { readonly wrong: number }
  readonly silences: Share & { readonly wrong: number }
  /** The accused shown as not having answered, rightly and wrongly. */
  readonly unanswered: Share & { readonly wrong: number }
  readonly summaries: {
    readonly empty: number
    /** Summaries with one of the first three marked facts. */
    readonly withNews: number
    /** Sentences that state somebody's claim as a fact. */
    readonly claimAsFact: number
  }
}

/** The least share of a fact's words in a sentence that reports it, and of a sentence's words in a claim or a fact. */
const factShare = 0.55
const claimShare = 0.6
const ownShare = 0.7
const bestFacts = 3

const nothing: Readonly<Record<Verdict, number>> = {
  right: 0,
  'wrong speaker': 0,
  damaged: 0,
  'wrong act': 0,
  part: 0,
  trap: 0,
  unmarked: 0,
}

/** Scores one brief against its marked article, in the article's language. */
export function scoreDesk(brief: Brief, article: DeskArticle, grammar: Grammar): DeskScores {
  const judged = judgeClaims(brief, article, grammar)
  const printed = { ...nothing }
  for (const { verdict } of judged) printed[verdict] += 1
  const right = judged.filter(({ verdict }) => verdict === 'right')
  return {
    articles: 1,
    printed,
    statements: { right: right.length, of: article.claims.length },
    denials: {
      right: right.filter(({ marked }) => marked && isDenial(marked.act)).length,
      of: article.claims.filter(({ act }) => isDenial(act)).length,
    },
    ties: scoreTies(brief, article, judged),
    silences: scoreSilences(brief, article, grammar),
    unanswered: scoreUnanswered(brief, article, grammar),
    summaries: scoreSummary(brief, article, grammar),
  }
}

/** The sum of several articles' scores. */
export function addDeskScores(all: readonly DeskScores[]): DeskScores {
  const sum = (of: (scores: DeskScores) => number) => all.reduce((total, scores) => total + of(scores), 0)
  const shares = (of: (scores: DeskScores) => Share) => ({
    right: sum((scores) => of(scores).right),
    of: sum((scores) => of(scores).of),
  })
  const counted = (of: (scores: DeskScores) => Share & { readonly wrong: number }) => ({
    ...shares(of),
    wrong: sum((scores) => of(scores).wrong),
  })
  const verdicts = Object.keys(nothing) as Verdict[]
  return {
    articles: sum(({ articles }) => articles),
    printed: Object.fromEntries(
      verdicts.map((verdict) => [verdict, sum(({ printed }) => printed[verdict])]),
    ) as DeskScores['printed'],
    statements: shares(({ statements }) => statements),
    denials: shares(({ denials }) => denials),
    ties: counted(({ ties }) => ties),
    silences: counted(({ silences }) => silences),
    unanswered: counted(({ unanswered }) => unanswered),
    summaries: {
      empty: sum(({ summaries }) => summaries.empty),
      withNews: sum(({ summaries }) => summaries.withNews),
      claimAsFact: sum(({ summaries }) => summaries.claimAsFact),
    },
  }
}

function scoreTies({ responses }: Brief, { claims }: DeskArticle, judged: readonly JudgedClaim[]): DeskScores['ties'] {
  const printedAs = new Map(judged.flatMap(({ claim, marked }) => (marked ? [[marked.id, claim.id] as const] : [])))
  const wanted = claims.flatMap(({ id, answers }) => {
    const [answer, target] = [printedAs.get(id), answers === null ? undefined : printedAs.get(answers)]
    return answer !== undefined && target !== undefined ? [`${answer} ${target}`] : []
  })
  const statements = new Set(judged.map(({ claim }) => claim.id))
  const tied = responses
    .filter(({ claim, answers }) => statements.has(claim) && statements.has(answers))
    .map(({ claim, answers }) => `${claim} ${answers}`)
  const right = tied.filter((tie) => wanted.includes(tie)).length
  return { right, of: wanted.length, wrong: tied.length - right }
}

function scoreSilences({ claims }: Brief, { silences }: DeskArticle, grammar: Grammar): DeskScores['silences'] {
  const left = [...silences]
  const printed = claims.filter(({ act }) => isSilence(act))
  const right = printed.filter(({ speaker }) => {
    const at = left.findIndex((silence) => isSameSpeaker(speaker, silence.speaker, grammar))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return { right, of: silences.length, wrong: printed.length - right }
}

function scoreUnanswered(
  { unanswered }: Brief,
  article: DeskArticle,
  { names: { sameSpeaker } }: Grammar,
): DeskScores['unanswered'] {
  const right = unanswered.filter((name) => article.unanswered.some((marked) => sameSpeaker(name, marked))).length
  return { right, of: article.unanswered.length, wrong: unanswered.length - right }
}

function scoreSummary({ summary }: Brief, article: DeskArticle, grammar: Grammar): DeskScores['summaries'] {
  const { facts, not_facts: notFacts, claims } = article
  const lines = [...notFacts, ...claims.map(textOf)]
  const isNews = ({ text }: { readonly text: string }) =>
    facts.slice(0, bestFacts).some((fact) => overlapOf(text, fact).recall >= factShare)
  const isClaim = ({ text }: { readonly text: string }) =>
    lines.some((claim) => overlapOf(text, claim).precision >= claimShare) &&
    !facts.some((fact) => overlapOf(text, fact).precision >= ownShare) &&
    !isAttributed(text, article, grammar)
  return {
    empty: summary.length === 0 ? 1 : 0,
    withNews: summary.some(isNews) ? 1 : 0,
    claimAsFact: summary.filter(isClaim).length,
  }
}

/** Returns true if a sentence attributes the claim in it, by name, to its speaker. */
function isAttributed(text: string, { claims }: DeskArticle, grammar: Grammar): boolean {
  const hasVerb = words(text).some(({ lower }) => grammar.speech.actOf(lower) !== undefined)
  return (
    (hasVerb || attribute(text, grammar).length > 0) &&
    claims.some(
      (claim) =>
        overlapOf(textOf(claim), text).precision >= claimShare &&
        [claim.speaker.name, ...claim.speaker.aliases].some((name) => grammar.names.namesSide(text, name)),
    )
  )
}
