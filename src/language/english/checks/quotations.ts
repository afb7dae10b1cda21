import { type Span, spansOverlap } from '../../../domain/article.ts'
import { plain } from '../../../text/verbatim.ts'
import type { ArticleSentence, Check, CheckedStatement, CheckFault, Ground, ReadArticle } from '../../check.ts'
import type { Reading } from '../../reading.ts'

/** How far before a quotation a word that reverses it may be, in words. */
const reach = 5
/** The most characters between two halves of one quotation. */
const longestTag = 60
/** Words that reverse everything after them in their clause. */
const turns =
  /\b(?:not|never|no|nobody|n[o’']t|cannot|if|unless|whether|doubt|deny|denied|false|untrue|without|hardly|only)\b/i
/** Words before a quotation in the brief that keep such a reversal. */
const keeps =
  /\b(?:not|never|no|nobody|n[o’']t|cannot|if|unless|whether|doubt\w*|den\w+|reject\w+|without|hardly|only)\b/i

/** Quoted words must be in the article, letter for letter, and must not be cut so as to mean the opposite. */
export const quotationCheck: Check = {
  name: 'quotations',
  passage: 'Ana Ruiz said: “I do not believe that it was anybody’s fault at the yard.”',
  bad: { text: 'Ana Ruiz said that “it was anybody’s fault”.' },
  good: { text: 'Ana Ruiz said that she did not believe it was “anybody’s fault at the yard”.' },
  find: (statement, ground) =>
    statement.quotations.flatMap(({ inner, outer }) => faultOf({ inner, outer }, statement, ground)),
}

function faultOf(
  quotation: { readonly inner: Span; readonly outer: Span },
  statement: CheckedStatement,
  ground: Ground,
): CheckFault[] {
  const quoted = statement.text.slice(quotation.inner.start, quotation.inner.end)
  const pieces = quoted
    .split(/\s*(?:…|\.\.\.|\[[^\]]*\])\s*/u)
    .map((piece) => piece.replace(/^[\s,.;:]+|[\s,.;:]+$/g, ''))
    .filter(Boolean)
  const places = pieces.map((piece) =>
    ground.articles.map((article) => placeOf(piece, article) ?? placeAcrossTag(piece, article)).find(Boolean),
  )
  const kind = missingOf(pieces, places, ground) ?? turnedOf(places[0], quotation.outer, statement)
  return kind ? [{ kind, words: quoted }] : []
}

/** Returns the fault if a quotation's pieces are not in the article, or are apart or in another order there. */
function missingOf(
  pieces: readonly string[],
  places: readonly (Place | undefined)[],
  ground: Ground,
): CheckFault['kind'] | undefined {
  if (places.some((place) => place === undefined)) {
    const isStated = pieces.every((piece) =>
      ground.articles.some(({ evidence }) => standsAnywhere(evidence.plainLower, piece)),
    )
    return isStated ? 'quote-altered' : 'quote-not-found'
  }
  const isOrdered = places.every((place, at) => at === 0 || (places[at - 1]?.at ?? 0) < (place?.at ?? 0))
  return isOrdered && (pieces.length < 2 || areTogether(places, ground)) ? undefined : 'quote-stitched'
}

const tellsWhose =
  /\b(?:told (?:him|her|them|us)|said to (?:him|her|them)|had (?:said|told)|quot(?:ed|ing)|as saying)\b/i

/** Returns the fault if the text cut off before a quotation gives it to another person or negates it. */
function turnedOf(
  place: Place | undefined,
  outer: Span,
  { text, speaker }: CheckedStatement,
): CheckFault['kind'] | undefined {
  if (!place) return undefined
  // “Said that the Premier “looked away””: the sentence must also name the person it is about.
  if (place.isNested && !tellsWhose.test(text)) return 'quote-elsewhere'
  const owner = ownerIn(place.outside)?.toLowerCase().replace(/^the /, '')
  if (owner && !`${text} ${speaker ?? ''}`.toLowerCase().includes(owner)) return 'quote-elsewhere'
  const before = text
    .slice(0, outer.start)
    .split(/\s+/)
    .slice(-2 * reach)
    .join(' ')
  return turns.test(place.before) && !keeps.test(before) ? 'negation-changed' : undefined
}

interface Place {
  readonly at: number
  /** The last few words before it in the same quotation and clause. */
  readonly before: string
  /** The text right before its quotation, if it begins that quotation; otherwise empty. */
  readonly outside: string
  /** True if its speaker is quoting someone else: “He said, ‘Leave it.’” */
  readonly isNested: boolean
}

/** Returns the place of some words within an article's quotations. */
function placeOf(piece: string, { evidence }: ReadArticle): Place | undefined {
  const sought = plain(piece).toLowerCase()
  for (const part of evidence.parts) {
    for (const inner of spokenIn(part, evidence.text)) {
      const own = plain(evidence.text.slice(inner.start, inner.end))
      const at = indexOfWords(own.toLowerCase(), sought)
      if (at < 0) continue
      const clause =
        own
          .slice(0, at)
          .split(/[.!?;:,]\s|—/)
          .at(-1) ?? ''
      const outside =
        at === 0 ? evidence.text.slice(Math.max(0, inner.start - 60), inner.start).replace(/\s*[“"]$/, '') : ''
      const isNested = /(?:^|\s)'(?!\S*'\s)[^']*$/.test(own.slice(0, at)) && own.slice(at).includes("'")
      return {
        at: inner.start + at,
        before: clause
          .split(' ')
          .slice(-reach - 1)
          .join(' '),
        outside,
        isNested,
      }
    }
  }
  return undefined
}

/** The quotations of a paragraph, or all of an answer in an interview: “A: We work with projections.” */
function spokenIn({ span, quotations }: Reading['parts'][number], text: string): Span[] {
  const answer = /^A(?:nswer)?:\s+/.exec(text.slice(span.start, span.end))
  return answer ? [{ start: span.start + answer[0].length, end: span.end }] : quotations.map(({ inner }) => inner)
}

/** “I asked him,” she said, “and he agreed”: one quotation, interrupted by its speaker's name. */
function placeAcrossTag(piece: string, { evidence }: ReadArticle): Place | undefined {
  const bare = (text: string) =>
    plain(text)
      .toLowerCase()
      .replace(/[,.;:-]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  for (const { quotations } of evidence.parts) {
    for (const [at, first] of quotations.entries()) {
      const next = quotations[at + 1]
      const goesOn = next !== undefined && /^\p{Ll}/u.test(evidence.text.slice(next.inner.start))
      if (!goesOn || next.outer.start - first.outer.end > longestTag) continue
      const both = [first, next].map(({ inner }) => evidence.text.slice(inner.start, inner.end)).join(' ')
      if (indexOfWords(bare(both), bare(piece)) >= 0)
        return { at: first.inner.start, before: '', outside: '', isNested: false }
    }
  }
  return undefined
}

/** “That the Premier “looked away””, “a charge that Teym rejected as “a lie””: the owner comes right before it. */
function ownerIn(before: string): string | undefined {
  return (
    /(?:\bthat|,)\s+((?:the )?\p{Lu}[\p{L}’'-]+)$/u.exec(before)?.[1] ??
    /(\p{Lu}[\p{L}’'-]+) (?:has |had |later )?(?:rejected|dismissed|called|described|denied|branded|termed|labelled)(?: \p{Ll}+){0,5}$/u.exec(
      before,
    )?.[1]
  )
}

function indexOfWords(text: string, sought: string): number {
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + sought.length] ?? '')) return at
  }
  return -1
}

function standsAnywhere(text: string, piece: string): boolean {
  return indexOfWords(text, plain(piece).toLowerCase()) >= 0
}

/** True if all the pieces of a quotation with marked gaps are from one paragraph. */
function areTogether(places: readonly (Place | undefined)[], { articles }: Ground): boolean {
  const offsets = places.flatMap((place) => (place ? [place.at] : []))
  return articles.some(({ evidence }) =>
    evidence.parts.some(({ span }) => offsets.every((at) => span.start <= at && at < span.end)),
  )
}

/** Returns the spans of the articles that a sentence quotes, each up to the first marked gap. */
export function quotedSpans(
  { quotations, text }: CheckedStatement,
  { articles }: Ground,
): { readonly article: ReadArticle; readonly span: Span }[] {
  return quotations.flatMap(({ inner }) => {
    const [piece = ''] = text.slice(inner.start, inner.end).split(/…|\.\.\./u)
    const words = piece.replace(/^[\s,.;:]+|[\s,.;:]+$/g, '')
    return articles.flatMap((article) => {
      const place = words === '' ? undefined : placeOf(words, article)
      return place ? [{ article, span: { start: place.at, end: place.at + words.length } }] : []
    })
  })
}

/** Returns the first sentence of an article that overlaps a span. */
export function sentenceAt({ sentences }: ReadArticle, span: Span): ArticleSentence | undefined {
  return sentences.find((sentence) => spansOverlap(sentence.span, span))
}
