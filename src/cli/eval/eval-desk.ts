import { basename } from 'node:path'
import { readText } from '../../article/read-text.ts'
import { rulesByline, writeByRules } from '../../brief/rules/rules-writer.ts'
import { verify } from '../../brief/verify/verify.ts'
import type { ClaimLine } from '../../chat/document.ts'
import { noAddresses } from '../../digest/addresses.ts'
import { layoutBrief } from '../../digest/layout-brief.ts'
import type { Brief } from '../../domain/brief.ts'
import { speakerName } from '../../domain/claim.ts'
import { storyId } from '../../domain/story.ts'
import { type JudgedClaim, judgeClaims, type Verdict } from '../../evaluation/desk-matching.ts'
import { addDeskScores, type DeskScores, scoreDesk } from '../../evaluation/desk-score.ts'
import type { DeskArticle } from '../../evaluation/desk-set.ts'
import type { Grammar } from '../../language/grammar.ts'
import { candidateGrammarFor } from '../../language/grammars.ts'
import { printJson } from '../streams.ts'
import { row, share } from './figures.ts'

/** Counts of lines that readers see and no editor would print; each should be 0. */
interface LineFaults {
  /** “She said …”. */
  readonly pronoun: number
  readonly speakerless: number
  /** “Tarn Water: denied the claim”, a verb after a colon. */
  readonly verbBehindColon: number
}

interface Judged {
  readonly article: DeskArticle
  readonly scores: DeskScores
  readonly judged: readonly JudgedClaim[]
  readonly faults: LineFaults
}

/** Measures what readers see of a desk set's articles: statements, speakers, answers, silences, summaries. */
export function evaluateDesk(
  set: string,
  articles: readonly DeskArticle[],
  { json, mistakes }: { readonly json: boolean; readonly mistakes: number },
): void {
  const all = articles.map(judge)
  const total = addDeskScores(all.map(({ scores }) => scores))
  const genres = [...Map.groupBy(all, ({ article }) => article.genre)].map(([genre, list]) => ({
    genre,
    scores: addDeskScores(list.map(({ scores }) => scores)),
  }))
  const faults = sumFaults(all.map((each) => each.faults))
  if (json) return printJson({ total, genres, faults })
  const lines = [
    `${basename(set)}: ${total.articles} articles, ${total.statements.of} statements marked, ${printedOf(total)} printed`,
    '',
    ...figures(total),
    row('Lines that open with a pronoun', String(faults.pronoun)),
    row('Lines without a speaker', String(faults.speakerless)),
    row('Lines with a verb behind a colon', String(faults.verbBehindColon)),
    '',
    'Printed right, by genre',
    ...genres.map(({ genre, scores }) => row(genre, share({ right: scores.printed.right, of: printedOf(scores) }))),
    ...(mistakes > 0 ? ['', 'Mistakes', ...all.flatMap((each) => mistakesOf(each, mistakes))] : []),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function judge(article: DeskArticle): Judged {
  const story = { id: storyId(article.id), articles: [readText(`${article.headline}\n\n${article.text}\n`)] as const }
  const grammarFor = candidateGrammarFor
  const { brief } = verify(writeByRules(story, grammarFor), story, { byline: rulesByline, grammarFor })
  const grammar = grammarFor(article.lang)
  return {
    article,
    scores: scoreDesk(brief, article, grammar),
    judged: judgeClaims(brief, article, grammar),
    faults: faultsOf(brief, grammar),
  }
}

function faultsOf(brief: Brief, { names, speech }: Grammar): LineFaults {
  const { claims } = layoutBrief(brief, { number: null, claims: Number.POSITIVE_INFINITY, addresses: noAddresses })
  const lines = claims.flatMap((line) => [line, ...line.responses])
  const opensWithVerb = ({ form, words }: ClaimLine) =>
    form !== 'goes-on' && speech.isFiniteCue(words.split(/\s/, 1)[0] ?? '')
  return {
    pronoun: lines.filter(({ speaker }) => names.isPronoun(speaker)).length,
    speakerless: lines.filter(({ speaker }) => speaker === '').length,
    verbBehindColon: lines.filter(opensWithVerb).length,
  }
}

function sumFaults(all: readonly LineFaults[]): LineFaults {
  const sum = (of: (faults: LineFaults) => number) => all.reduce((total, faults) => total + of(faults), 0)
  return {
    pronoun: sum(({ pronoun }) => pronoun),
    speakerless: sum(({ speakerless }) => speakerless),
    verbBehindColon: sum(({ verbBehindColon }) => verbBehindColon),
  }
}

function figures(scores: DeskScores): string[] {
  const { printed, statements, denials, ties, silences, unanswered, summaries, articles } = scores
  const of = printedOf(scores)
  const verdict = (kind: Verdict) => row(`Printed: ${kind}`, share({ right: printed[kind], of }))
  return [
    ...(Object.keys(printed) as Verdict[]).map(verdict),
    row('Statements printed right', share(statements)),
    row('Denials and rejections printed right', share(denials)),
    row('Answers tied to what they answer', `${share(ties)}, ${ties.wrong} wrong`),
    row('Silences', `${share(silences)}, ${silences.wrong} wrong`),
    row('“No response on record”', `${share(unanswered)}, ${unanswered.wrong} wrong`),
    row('Summaries with the news', share({ right: summaries.withNews, of: articles })),
    row('Summaries without a sentence', String(summaries.empty)),
    row('Claims told as fact', String(summaries.claimAsFact)),
  ]
}

function mistakesOf({ article, judged }: Judged, most: number): string[] {
  return judged
    .filter(({ verdict }) => verdict !== 'right')
    .slice(0, most)
    .flatMap(({ claim, marked, verdict }) => [
      `  ${article.id}, ${verdict}: ${speakerName(claim.speaker)} ${claim.act}: ${claim.words}`,
      ...(marked ? [`      marked: ${marked.speaker.name} ${marked.act}: ${marked.words.join(' … ')}`] : []),
    ])
}

function printedOf({ printed }: DeskScores): number {
  return Object.values(printed).reduce((sum, count) => sum + count, 0)
}
