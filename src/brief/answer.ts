import { z } from 'zod'
import type { Article, Span } from '../domain/article.ts'
import type { Draft, Sentence } from '../domain/brief.ts'
import { type Attribution, acts, type Claim, type Speaker, speakerName } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { words } from '../text/tokens.ts'
import { visible } from '../text/visible.ts'
import { findPassage } from '../text/word-index.ts'
import { claimOf } from './claims.ts'
import { findDifferences } from './differences.ts'
import { attributionsOf, type Evidence, readEvidence } from './evidence.ts'
import { ownSentences } from './own-voice.ts'
import { type NumberedParagraph, numberParagraphs } from './prompt.ts'
import { summaryLimits } from './rules-writer.ts'
import { sameSpeaker } from './speaker-match.ts'

/** What a model is asked for. It names paragraphs and words; where they stand is found by us. */
const answerSchema = z.object({
  check: z.string(),
  headline: z.string().max(300),
  summary: z.array(z.object({ text: z.string().max(1_000), paragraph: z.string().max(8) })).max(6),
  claims: z
    .array(
      z.object({
        speaker: z.string().max(300),
        act: z.enum(acts).catch('says'),
        cue: z.string().max(100),
        words: z.string().max(2_000),
        paragraph: z.string().max(8),
      }),
    )
    .max(40),
})

type Answer = z.infer<typeof answerSchema>

/** The same as JSON schema, for endpoints that hold a model to one. */
export const answerJsonSchema: Readonly<Record<string, unknown>> = z.toJSONSchema(
  answerSchema.extend({
    claims: z.array(answerSchema.shape.claims.element.extend({ act: z.enum(acts) })),
  }),
)

export type ReadAnswer =
  | { readonly kind: 'draft'; readonly draft: Draft }
  /** Why it is none; told to the log and to the next attempt. */
  | { readonly kind: 'unreadable'; readonly reason: string }

/** Reads what a model answered as a draft of a story. Nothing in it is believed; that is for `verify`. */
export function readAnswer(text: string, story: Story, check: string): ReadAnswer {
  const parsed = parse(text)
  if (parsed.kind === 'unreadable') return parsed
  if (parsed.answer.check !== check) return { kind: 'unreadable', reason: 'the answer is to another question' }
  return { kind: 'draft', draft: draftOf(parsed.answer, story) }
}

type Parsed =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'unreadable'; readonly reason: string }

function parse(text: string): Parsed {
  const bare = visible(text)
    .replace(/^[\s\S]*?<\/think>/, '')
    .replace(/^\s*```(?:json)?\s*\n?/i, '')
    .replace(/\n?\s*```\s*$/, '')
    .trim()
  if (bare === '') return { kind: 'unreadable', reason: 'the answer is empty' }
  let value: unknown
  try {
    value = JSON.parse(bare)
  } catch {
    return { kind: 'unreadable', reason: 'the answer is not JSON' }
  }
  const { success, data, error } = answerSchema.safeParse(value)
  if (success) return { kind: 'answer', answer: data }
  const [issue] = error.issues
  return { kind: 'unreadable', reason: `the answer lacks what was asked (${issue?.path.join('.') || 'all of it'})` }
}

function draftOf({ headline, summary, claims }: Answer, story: Story): Draft {
  const paragraphs = new Map(numberParagraphs(story).map((paragraph) => [paragraph.label, paragraph]))
  const evidence = new Map(story.articles.map((article) => [article, readEvidence(article.text)]))
  const placed = claims.flatMap((claim, index) => {
    const paragraph = paragraphs.get(claim.paragraph)
    const read = paragraph && evidence.get(paragraph.article)
    return paragraph && read ? [{ ...claimFrom(claim, { paragraph, evidence: read }), id: String(index + 1) }] : []
  })
  const once = placed.filter(
    (claim, at) =>
      placed.findIndex(
        ({ words: same, speaker }) => same === claim.words && speakerName(speaker) === speakerName(claim.speaker),
      ) === at,
  )
  const tellings = story.articles.flatMap((article) => {
    const read = evidence.get(article)
    return read ? [{ article, sentences: ownSentences(article, read) }] : []
  })
  return {
    headline: headline.replace(/\s+/g, ' ').trim(),
    summary: shortened(summary).map((sentence) => sentenceFrom(sentence, paragraphs)),
    claims: once,
    differences: findDifferences(tellings),
  }
}

/** No sentence twice, and no more of them than a summary has room for. */
function shortened(summary: Answer['summary']): Answer['summary'] {
  const once = summary.filter(({ text }, at) => summary.findIndex((other) => other.text === text) === at)
  let count = 0
  return once.slice(0, summaryLimits.sentences).filter(({ text }) => {
    count += words(text).length
    return count <= summaryLimits.words
  })
}

function sentenceFrom(
  { text, paragraph }: Answer['summary'][number],
  paragraphs: ReadonlyMap<string, NumberedParagraph>,
): Sentence {
  const found = paragraphs.get(paragraph)
  const citation = found && { article: found.article.id, span: { start: found.start, end: found.end } }
  return { text: text.replace(/\s+/g, ' ').trim(), citations: citation ? [citation] : [] }
}

interface Place {
  readonly paragraph: NumberedParagraph
  readonly evidence: Evidence
}

/** A claim in the article's own words where they are found; as the model gave it, for verification to refuse, where not. */
function claimFrom(claim: Answer['claims'][number], { paragraph, evidence }: Place): Omit<Claim, 'id'> {
  const { article } = paragraph
  const spans = findPassage(evidence.index, claim.words, { beside: claim.cue, within: paragraph })?.filter((span) =>
    overlaps(span, paragraph),
  )
  const known = spans && spans.length > 0 ? attributionsOf(evidence, spans)[0] : undefined
  const speaker = speakerFrom(claim.speaker, known)
  const located = spans && spans.length > 0 ? locate(claim, { article, evidence, spans, known, speaker }) : undefined
  return (
    located ?? {
      speaker,
      act: claim.act,
      form: 'indirect',
      cue: claim.cue,
      words: claim.words,
      wording: 'own',
      quotes: quotesIn(claim.words),
      venue: null,
      citation: { article: article.id, span: { start: paragraph.start, end: paragraph.end } },
    }
  )
}

interface Located {
  readonly article: Article
  readonly evidence: Evidence
  readonly spans: readonly Span[]
  readonly known: Attribution | undefined
  readonly speaker: Speaker
}

/** The found words with the marks that the article has around and in them, whatever the model made of those. */
function locate(claim: Answer['claims'][number], { article, evidence, spans, known, speaker }: Located) {
  const all = evidence.parts.flatMap(({ quotations }) => quotations.map(({ inner }) => inner))
  const content = spans.map((span) => withStops(article.text, span, all))
  const quotes = all.filter((inner) => content.some((span) => overlaps(span, inner)))
  const attribution: Attribution = {
    source: known?.source ?? [],
    cue: known?.cue ?? [],
    content,
    quotes,
    venue: known?.venue ?? null,
    speaker,
    // What kind of saying it is, the article's verb says and not the model.
    act: known?.act ?? claim.act,
    negated: known?.negated ?? false,
    unsure: false,
    form: quotes.length > 0 ? 'mixed' : 'indirect',
    within: null,
  }
  const [made] = claimOf(article, attribution)
  return made && { ...made, cue: known ? made.cue : claim.cue }
}

/** Words that reach to a quotation's end take its last stop along, and so its closing mark. */
function withStops(text: string, { start, end }: Span, quotations: readonly Span[]): Span {
  const inner = quotations.find((quotation) => quotation.start < end && end < quotation.end)
  const rest = inner ? text.slice(end, inner.end) : 'x'
  return { start, end: inner && !/[\p{L}\p{N}]/u.test(rest) ? inner.end : end }
}

/** Whom we read there ourselves, if it is the same one by another name; otherwise whom the model names. */
function speakerFrom(named: string, known: Attribution | undefined): Speaker {
  const name = named.replace(/\s+/g, ' ').trim()
  if (known?.speaker && sameSpeaker(name, speakerName(known.speaker))) return known.speaker
  return /^(?:an?|the|one|two|three|some|several) /i.test(name) || /^\p{Ll}/u.test(name)
    ? { kind: 'unnamed', description: name }
    : { kind: 'person', name, role: null }
}

function quotesIn(text: string): string[] {
  return [...text.matchAll(/[“"«]([^”"»]+)[”"»]/g)].map(([, quote = '']) => quote)
}

function overlaps(one: Span, other: { readonly start: number; readonly end: number }): boolean {
  return one.start < other.end && other.start < one.end
}
