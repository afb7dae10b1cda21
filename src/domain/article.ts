/** A published piece of journalism, reduced to the words its readers saw. */
export interface Article {
  readonly id: ArticleId
  readonly outlet: string
  /** Who stands behind it, by whom publishers are counted: the agency or outlet whose text it is, or the owner of that. */
  readonly publisher: string
  readonly headline: string
  /** Where the publisher shows it; null for a text that somebody pasted. */
  readonly url: string | null
  readonly byline: string | null
  /** ISO 8601 in UTC, as the outlet states it; null where it does not. */
  readonly published: string | null
  /** BCP 47, primary subtag only: "en". */
  readonly language: string
  readonly kind: ArticleKind
  /** What the outlet files it under: "Politics". */
  readonly sections: readonly string[]
  /** Paragraphs, in order, separated by one blank line. */
  readonly text: string
}

/** How many sections are kept of one article or entry, and how long the name of one is, in characters. */
export const sectionLimits = { most: 10, length: 60 } as const

/** What a piece is: news of one event, somebody's view of it, a page that is written on as it happens, or many events in short. */
export type ArticleKind = 'report' | 'opinion' | 'live' | 'roundup'

/** What of an article differs from how we read it before. */
export type Change =
  | { readonly kind: 'headline'; readonly before: string; readonly after: string }
  | { readonly kind: 'added'; readonly text: string }
  | { readonly kind: 'removed'; readonly text: string }
  | { readonly kind: 'reworded'; readonly before: string; readonly after: string }

export type ArticleId = string & { readonly brand: 'ArticleId' }

export function articleId(text: string): ArticleId {
  return text as ArticleId
}

/** A half-open range of UTF-16 code units in an article's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where in which article a reader can check what we wrote. */
export interface Citation {
  readonly article: ArticleId
  readonly span: Span
}

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

export function spansOverlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Whether two passages are of one article and have a part in common. */
export function citationsOverlap(one: Citation, other: Citation): boolean {
  return one.article === other.article && spansOverlap(one.span, other.span)
}

/** The smallest range that holds them all. At least one is required. */
export function coverSpans(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}

/** How many independent publishers stand behind articles. */
export function countPublishers(articles: readonly Pick<Article, 'publisher'>[]): number {
  return new Set(articles.map(({ publisher }) => publisher)).size
}

/** How many UTF-16 units spans have together. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** How many characters spans have in common with others. */
export function commonLength(one: readonly Span[], other: readonly Span[]): number {
  const common = one.flatMap((span) => other.map((each) => meetSpans(span, each)))
  return common.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
}

/** The part that two spans share; it ends before it begins where they share none. */
export function meetSpans(one: Span, other: Span): Span {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }
}

/** Stands for the outlet of a text that somebody handed in. */
export const pastedText = 'pasted text'
