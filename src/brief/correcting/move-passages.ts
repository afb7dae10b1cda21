import { type ArticleId, type Citation, coverSpans, type Span } from '../../domain/article.ts'
import type { Draft } from '../../domain/brief.ts'
import type { Claim } from '../../domain/claim.ts'
import { readParagraphs } from '../../text/paragraphs.ts'
import type { TextRules } from '../../text/rules.ts'
import { words } from '../../text/tokens.ts'

/** Two sentences that share this much of the longer one's words count as the same sentence, changed. */
const sameSentence = 0.5

/** Two versions of an article's text, and the rules for reading them. */
export interface TextVersions {
  readonly before: string
  readonly after: string
  readonly rules: TextRules
}

/** The place of a passage that an article no longer has. */
const nowhere: Span = { start: 0, end: 0 }

/**
 * A draft that cites its articles as they are now. A passage that has changed is cited where its sentences stand now;
 * one that has gone is cited nowhere, so that what rests on it fails verification. `versions` has the articles that
 * have changed; `gone` those that are no longer there.
 */
export function movePassages(
  draft: Draft,
  versions: ReadonlyMap<ArticleId, TextVersions>,
  gone: ReadonlySet<ArticleId>,
): Draft {
  const movers = new Map([...versions].map(([id, texts]) => [id, passageMover(texts)]))
  const placeOf = ({ article, span }: Citation): Span | null => {
    if (gone.has(article)) return null
    const move = movers.get(article)
    return move ? move(span) : span
  }
  const moved = (citation: Citation): Citation => ({ ...citation, span: placeOf(citation) ?? nowhere })
  const kept = (citations: readonly Citation[]) =>
    citations.flatMap((citation) => {
      const span = placeOf(citation)
      return span ? [{ ...citation, span }] : []
    })
  const claimOf = ({ further, answers, ...claim }: Claim): Claim => ({
    ...claim,
    citation: moved(claim.citation),
    ...(further ? { further: kept(further) } : {}),
    ...(answers && placeOf(answers) ? { answers: moved(answers) } : {}),
  })
  return {
    ...draft,
    summary: draft.summary.map((sentence) => ({ ...sentence, citations: kept(sentence.citations) })),
    claims: draft.claims.map(claimOf),
    differences: draft.differences.map(({ versions: told }) => ({
      versions: told.map((version) => ({ ...version, citation: moved(version.citation) })),
    })),
    ...(draft.details
      ? { details: draft.details.map((detail) => ({ ...detail, citations: kept(detail.citations) })) }
      : {}),
  }
}

/** Finds where a passage of the text before stands in the text after; null if it is no longer there. */
function passageMover({ before, after, rules }: TextVersions): (span: Span) => Span | null {
  const [old, fresh] = [sentencesOf(before, rules), sentencesOf(after, rules)]
  return (span) => {
    const whole = nearest(before.slice(span.start, span.end), after, span.start)
    if (whole) return whole
    const places = old
      .filter((sentence) => sentence.span.start < span.end && span.start < sentence.span.end)
      .flatMap((sentence) => sameAs(sentence, fresh) ?? [])
    return places.length > 0 ? coverSpans(places) : null
  }
}

/** The occurrence of a text that is nearest to where it stood. */
function nearest(text: string, within: string, start: number): Span | null {
  if (text.trim() === '') return null
  let best: number | null = null
  for (let at = within.indexOf(text); at >= 0; at = within.indexOf(text, at + 1))
    if (best === null || Math.abs(at - start) < Math.abs(best - start)) best = at
  return best === null ? null : { start: best, end: best + text.length }
}

interface ReadSentence {
  readonly span: Span
  readonly text: string
  readonly words: ReadonlySet<string>
}

function sentencesOf(text: string, rules: TextRules): ReadSentence[] {
  return readParagraphs(text, rules).flatMap(({ sentences }) =>
    sentences.map(({ span }) => {
      const printed = text.slice(span.start, span.end)
      return { span, text: printed, words: new Set(words(printed, rules).map(({ lower }) => lower)) }
    }),
  )
}

/** Where the sentence stands, letter for letter or changed; undefined if it is not there. */
function sameAs(sentence: ReadSentence, others: readonly ReadSentence[]): Span | undefined {
  let best: { readonly span: Span; readonly share: number } | undefined
  for (const other of others) {
    if (other.text === sentence.text) return other.span
    const common = [...sentence.words].filter((word) => other.words.has(word)).length
    const share = common / Math.max(sentence.words.size, other.words.size, 1)
    if (share >= sameSentence && share > (best?.share ?? 0)) best = { span: other.span, share }
  }
  return best?.span
}
