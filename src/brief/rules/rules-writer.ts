import { openTo } from '../../domain/article.ts'
import type { BriefSentence, Byline, Difference, Draft } from '../../domain/brief.ts'
import type { Story } from '../../domain/story.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { grammarOf } from '../answer/draft-of-answer.ts'
import { readEvidence } from '../evidence.ts'
import { attributedSentences } from './attributed-sentences.ts'
import { claimsOf, withoutRepetition } from './claims.ts'
import { type Account, findDifferences, isDisputed } from './differences.ts'
import { countedSentences, type SummarySentence, unattributedSentences } from './unattributed-sentences.ts'
import { uncheckedQuotations } from './unchecked-quotations.ts'

export const rulesByline = { writer: 'rules', version: 3 } as const satisfies Byline

/** The most sentences and words in a summary. */
export const summaryLimits = { sentences: 3, words: 75 } as const
/** Per article; the cost of checking claims grows with the square of their number. */
const mostClaims = 250
/** In characters. */
const longestHeadline = 90
/** Two sentences repeat each other if they share this fraction of the shorter one's words. */
const sameSaying = 0.5

/** Drafts a brief by rules alone: a summary from the articles' own sentences and, separately, who said what. */
export function writeByRules(story: Story, grammarFor: GrammarFor): Draft {
  const { articles } = story
  const readings = openTo('rules', articles).map((article) => {
    const grammar = grammarFor(article.language)
    return { article, grammar, evidence: readEvidence(article.text, grammar) }
  })
  const main = grammarOf(story, grammarFor)
  const accounts = readings
    .filter(({ grammar }) => grammar.isMeasured)
    .map(({ article, grammar, evidence }) => ({
      article,
      grammar,
      sentences: [...unattributedSentences(article, evidence), ...attributedSentences(article, evidence)],
    }))
  const differences = findDifferences(
    readings
      // Where numbers in words are not read, two ways to write one number would differ.
      .filter(({ grammar }) => grammar.isMeasured && grammar.text.numerals.ones.length > 0)
      .map(({ article, grammar, evidence }) => ({ article, grammar, sentences: countedSentences(article, evidence) })),
  )
  const claims = withoutRepetition(
    readings.flatMap(({ article, grammar, evidence }, index) =>
      grammar.isMeasured
        ? claimsOf(article, evidence, `${index + 1}`).slice(0, mostClaims)
        : uncheckedQuotations(article, evidence, `${index + 1}`),
    ),
    main,
  )
  const summary = chooseSummary(accounts, differences, main)
  const headline = headlineOf(articles, differences, main) ?? headlineFrom(summary)
  return {
    headline,
    // A sentence that serves as the headline is not said twice.
    summary: summary.length > 1 ? summary.filter(({ text }) => text.replace(/[.!]$/, '') !== headline) : summary,
    claims,
    differences,
  }
}

/** The newest headline without a disputed number, if possible without a quotation too; otherwise simply the newest. */
function headlineOf(
  articles: Story['articles'],
  differences: readonly Difference[],
  grammar: Grammar,
): string | undefined {
  const headlines = articles.map(({ headline }) => headline).filter(Boolean)
  const settled = headlines.filter((headline) => !isDisputed(headline, differences, grammar))
  return settled.find((headline) => !/["“‘:?]/.test(headline)) ?? settled[0] ?? headlines[0]
}

/** A headline for articles without one: the beginning of the summary, or empty if there is no summary. */
function headlineFrom([first]: readonly BriefSentence[]): string {
  if (!first) return ''
  const whole = first.text.replace(/[.!]$/, '')
  return whole.length <= longestHeadline ? whole : `${whole.slice(0, longestHeadline).replace(/\s+\S*$/, '')} …`
}

function chooseSummary(
  accounts: readonly Account[],
  differences: readonly Difference[],
  grammar: Grammar,
): BriefSentence[] {
  const candidates = accounts
    .flatMap((account, rank) =>
      account.sentences
        .filter((sentence) => !repeatsHeadline(sentence, account))
        .map((sentence) => ({ sentence, rank, score: scoreOf(sentence, account, { rank, accounts }) })),
    )
    .filter(({ sentence }) => !isDisputed(sentence.text, differences, grammar))
    .toSorted((one, other) => other.score - one.score)
  const chosen: typeof candidates = []
  let wordCount = 0
  for (const candidate of candidates) {
    if (chosen.length === summaryLimits.sentences) break
    if (wordCount + candidate.sentence.wordCount > summaryLimits.words) continue
    if (chosen.some(({ sentence }) => saysTheSame(sentence, candidate.sentence))) continue
    chosen.push(candidate)
    wordCount += candidate.sentence.wordCount
  }
  return chosen
    .toSorted(
      (one, other) =>
        // The news itself goes first, whichever outlet tells it.
        Number(one.sentence.paragraph > 0) - Number(other.sentence.paragraph > 0) ||
        one.rank - other.rank ||
        one.sentence.citation.span.start - other.sentence.citation.span.start,
    )
    .map(({ sentence }) => ({ text: sentence.text, citations: [sentence.citation] }))
}

/** True if a sentence has no words but those of the headline, which some pages print again above the text. */
function repeatsHeadline({ content }: SummarySentence, { article, grammar }: Account): boolean {
  const title = new Set(grammar.words.contentWords(article.headline))
  return content.isSubsetOf(title)
}

/** Scores a sentence: higher if it is early, close to the headline, and supported by several outlets. */
function scoreOf(
  sentence: SummarySentence,
  {
    article,
    grammar: {
      words: { contentWords },
    },
  }: Account,
  { rank, accounts }: { rank: number; accounts: readonly Account[] },
): number {
  const position = 1 / (1 + 0.3 * sentence.paragraph)
  const title = new Set(contentWords(article.headline))
  const closeness = share(sentence.content, title)
  const elsewhere = accounts.filter(({ article: other }) => other.outlet !== article.outlet)
  const support = elsewhere.filter(
    ({ article: other }) => share(sentence.content, new Set(contentWords(other.text))) > 0.5,
  ).length
  return 2 * position + closeness + 0.3 * Math.min(support, 3) - 0.4 * rank
}

function share(words: ReadonlySet<string>, known: ReadonlySet<string>): number {
  return words.size === 0 ? 0 : [...words].filter((word) => known.has(word)).length / words.size
}

function saysTheSame(one: SummarySentence, other: SummarySentence): boolean {
  const common = [...one.content].filter((word) => other.content.has(word)).length
  return common >= sameSaying * Math.min(one.content.size, other.content.size)
}
