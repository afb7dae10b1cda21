import { z } from 'zod'
import type { Draft, Sentence } from '../domain/brief.ts'
import { acts, speakerName } from '../domain/claim.ts'
import type { Story } from '../domain/story.ts'
import { words } from '../text/tokens.ts'
import { visible } from '../text/visible.ts'
import { claimFrom, unplaced } from './claims-of-answer.ts'
import { findDifferences } from './differences.ts'
import { readEvidence } from './evidence.ts'
import { countedSentences } from './own-voice.ts'
import { type NumberedParagraph, numberParagraphs } from './prompt.ts'
import { summaryLimits } from './rules-writer.ts'

/** A paragraph's label as models write it: A3, a3, [A3], or 3. */
const label = z.union([z.string().max(40), z.number()]).transform(String)

const mostSentences = 6
const mostClaims = 40

/** What a model is asked for. It names paragraphs and words; where they stand is found by us. */
const answerSchema = z.object({
  check: z.string(),
  headline: z.string().max(300),
  summary: z.array(z.object({ text: z.string().max(1_000), paragraph: label })).max(mostSentences),
  claims: z
    .array(
      z.object({
        speaker: z.string().max(300),
        act: z.enum(acts).catch('says'),
        cue: z.string().max(100),
        words: z.string().max(2_000),
        paragraph: label,
      }),
    )
    .max(mostClaims),
})

type Answer = z.infer<typeof answerSchema>

/** The same as JSON schema, for endpoints that hold a model to one. */
export const answerJsonSchema: Readonly<Record<string, unknown>> = z.toJSONSchema(
  answerSchema.extend({
    summary: z.array(z.object({ text: z.string(), paragraph: z.string() })),
    claims: z.array(answerSchema.shape.claims.element.extend({ act: z.enum(acts), paragraph: z.string() })),
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
    // A sentence before the object, and one behind it.
    .replace(/^[^{]*(?=\{)/, (before) => (before.includes('[') ? before : ''))
    .replace(/(?<=\})[^}]*$/, '')
  if (bare === '') return { kind: 'unreadable', reason: 'the answer is empty' }
  let value: unknown
  try {
    value = JSON.parse(bare)
  } catch {
    return { kind: 'unreadable', reason: 'the answer is not JSON' }
  }
  const { success, data, error } = answerSchema.safeParse(withinLimits(value))
  if (success) return { kind: 'answer', answer: data }
  const [issue] = error.issues
  return { kind: 'unreadable', reason: `the answer lacks what was asked (${issue?.path.join('.') || 'all of it'})` }
}

/** Small models give too many claims, or the summary as one text: what is too much is left out, and one text is one sentence. */
function withinLimits(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const { summary, claims, ...rest }: Record<string, unknown> = { ...value }
  const sentences = typeof summary === 'string' ? [{ text: summary, paragraph: 'A1' }] : summary
  return {
    ...rest,
    summary: Array.isArray(sentences) ? sentences.slice(0, mostSentences) : sentences,
    claims: Array.isArray(claims) ? claims.slice(0, mostClaims) : claims,
  }
}

function draftOf({ headline, summary, claims }: Answer, story: Story): Draft {
  const paragraphs = paragraphsByLabel(story)
  const evidence = new Map(story.articles.map((article) => [article, readEvidence(article.text)]))
  const placed = claims.flatMap((claim, index) => {
    const paragraph = paragraphs(claim.paragraph)
    const read = paragraph && evidence.get(paragraph.article)
    const id = String(index + 1)
    return [{ ...(read ? claimFrom(claim, { paragraph, evidence: read }) : unplaced(claim, story)), id }]
  })
  const once = placed.filter(
    (claim, at) =>
      placed.findIndex(
        ({ words: same, speaker }) => same === claim.words && speakerName(speaker) === speakerName(claim.speaker),
      ) === at,
  )
  const tellings = story.articles.flatMap((article) => {
    const read = evidence.get(article)
    return read ? [{ article, sentences: countedSentences(article, read) }] : []
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
  paragraphs: (label: string) => NumberedParagraph | undefined,
): Sentence {
  const found = paragraphs(paragraph)
  const citation = found && { article: found.article.id, span: { start: found.start, end: found.end } }
  return { text: text.replace(/\s+/g, ' ').trim(), citations: citation ? [citation] : [] }
}

/** Finds a paragraph by its label, however that is written; a number alone is one of the only article. */
function paragraphsByLabel(story: Story): (label: string) => NumberedParagraph | undefined {
  const known = new Map(numberParagraphs(story).map((paragraph) => [paragraph.label, paragraph]))
  return (written) => {
    const bare = written.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
    return known.get(bare) ?? (story.articles.length === 1 ? known.get(`A${bare}`) : undefined)
  }
}
