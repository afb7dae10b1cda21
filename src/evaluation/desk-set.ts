import { z } from 'zod'
import { acts } from '../domain/claim.ts'

/** A desk set: articles with what a careful editor would print, one JSON object per article. See gold/README.md. */

const speaker = z.object({
  name: z.string(),
  /** Other names and descriptions by which readers would know the speaker. */
  aliases: z.array(z.string()),
  standing: z.string().nullable().optional(),
  unnamed: z.boolean(),
  kind: z.enum(['person', 'organization', 'document', 'unnamed']),
})

const deskArticle = z.object({
  id: z.string(),
  lang: z.string(),
  genre: z.string(),
  headline: z.string(),
  outlet: z.string(),
  /** Paragraphs with an empty line between them, without the headline. */
  text: z.string(),
  claims: z.array(
    z.object({
      id: z.string(),
      speaker,
      act: z.enum(acts),
      /** Pieces of the text, in order. */
      words: z.array(z.string()).min(1),
      answers: z.string().nullable(),
    }),
  ),
  silences: z.array(
    z.object({ speaker, kind: z.enum(['declined', 'no-response', 'unreachable']), words: z.array(z.string()) }),
  ),
  /** The accused for whom the article has neither an answer nor a silence. */
  unanswered: z.array(z.string()),
  /** Facts that the outlet states itself and a good summary would use, best first. */
  facts: z.array(z.string()),
  /** Claims that no summary may state as facts. */
  not_facts: z.array(z.string()),
  /** Words that look like speech but are nobody's statement. */
  traps: z.array(z.string()),
})

export type DeskArticle = z.infer<typeof deskArticle>
export type DeskClaim = DeskArticle['claims'][number]
export type DeskSpeaker = DeskClaim['speaker']

/** Returns true if a line of JSON is meant as an article of a desk set. */
export function isDeskArticle(line: unknown): boolean {
  return typeof line === 'object' && line !== null && 'not_facts' in line
}

/** Reads one article; throws an error naming the invalid field, or the words that the text does not have. */
export function readDeskArticle(line: unknown): DeskArticle {
  const article = deskArticle.parse(line)
  const { claims, silences, facts, not_facts: notFacts, traps } = article
  const pieces = [...claims, ...silences].flatMap(({ words }) => words)
  const missing = [...pieces, ...facts, ...notFacts, ...traps].find((piece) => !article.text.includes(piece))
  if (missing !== undefined) throw new Error(`${article.id}: the text does not have “${missing}”`)
  const unknown = claims.find(({ answers }) => answers !== null && !claims.some(({ id }) => id === answers))
  if (unknown) throw new Error(`${article.id}: ${unknown.id} answers ${unknown.answers}, which is no claim`)
  return article
}
