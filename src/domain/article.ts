/** A published piece of journalism, reduced to the words its readers saw. */
export interface Article {
  readonly id: ArticleId
  readonly outlet: string
  /** The publisher it counts towards: the agency or outlet that wrote the text, or the owner of either. */
  readonly publisher: string
  readonly headline: string
  /** Its address at the publisher; null for pasted text. */
  readonly url: string | null
  readonly byline: string | null
  /** ISO 8601 in UTC, as stated by the outlet; null if it states none. */
  readonly published: string | null
  /** BCP 47, primary subtag only: "en". */
  readonly language: string
  readonly kind: ArticleKind
  /** The sections that the outlet files it under: "Politics". */
  readonly sections: readonly string[]
  /** Paragraphs, in order, separated by one blank line. */
  readonly text: string
  /** What its publisher says that keeps it from models: "Content-Signal: ai-input=no"; absent if nothing does. */
  readonly closedToModels?: string
  /** Why its page could not be read, so that its text is its feed's; absent if it could. */
  readonly fromFeed?: string
  /** How much of its text may be shown; absent if its publisher sets no limit. */
  readonly shown?: DisplayLimit
}

/** The most of an article's text that its publisher lets others show, in one place. */
export interface DisplayLimit {
  /** In characters; 0 leaves the headline and the link. */
  readonly most: number
  /** What the publisher says: "robots: max-snippet:160". */
  readonly said: string
}

/** What a publisher lets machines do with an article. */
export type Terms = Pick<Article, 'closedToModels' | 'shown'>

/** The most sections kept per article or feed entry, and the longest name of a section, in characters. */
export const sectionLimits = { most: 10, length: 60 } as const

/** The kind of piece: news of one event, an opinion on it, a page with running updates, or a summary of many events. */
export type ArticleKind = 'report' | 'opinion' | 'live' | 'roundup'

/** A change in an article since we last read it. */
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

/** Where a reader can check what we wrote: an article, and the span in it. */
export interface Citation {
  readonly article: ArticleId
  readonly span: Span
}

export function sliceSpan(text: string, span: Span): string {
  return text.slice(span.start, span.end)
}

/** The part of a passage that its publisher lets be shown. */
export function shownSpan({ start, end }: Span, { shown }: Terms): Span {
  return shown ? { start, end: Math.min(end, start + shown.most) } : { start, end }
}

export function spansOverlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end
}

/** Returns true if two passages are from the same article and overlap. */
export function citationsOverlap(one: Citation, other: Citation): boolean {
  return one.article === other.article && spansOverlap(one.span, other.span)
}

/** The smallest span that contains all of these. Requires at least one. */
export function coverSpans(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}

/**
 * The articles that a writer may read: a model those whose pages are not closed to it, rules those that may be quoted.
 */
export function openTo<T extends Pick<Article, keyof Terms | 'fromFeed'>>(
  writer: 'rules' | 'llm',
  articles: readonly T[],
): T[] {
  return articles.filter((article) =>
    writer === 'llm'
      ? article.closedToModels === undefined && article.fromFeed === undefined
      : !isHeadlineOnly(article),
  )
}

/** Returns true if no model may read any of these articles, and that because a publisher says so. */
export function areClosedToModels(articles: readonly Pick<Article, keyof Terms | 'fromFeed'>[]): boolean {
  return openTo('llm', articles).length === 0 && articles.some(({ closedToModels }) => closedToModels !== undefined)
}

/** Returns true if the same may be done with two articles, and for the same reasons. */
export function sameTerms(one: Terms, other: Terms): boolean {
  return (
    one.closedToModels === other.closedToModels &&
    one.shown?.most === other.shown?.most &&
    one.shown?.said === other.shown?.said
  )
}

/** Returns true if a publisher lets only the headline be shown. */
export function isHeadlineOnly({ shown }: Terms): boolean {
  return shown?.most === 0
}

/** The number of independent publishers behind these articles. */
export function countPublishers(articles: readonly Pick<Article, 'publisher'>[]): number {
  return new Set(articles.map(({ publisher }) => publisher)).size
}

/** The total length of the spans, in UTF-16 code units. */
export function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The length that two lists of spans have in common, in UTF-16 code units. */
export function commonLength(one: readonly Span[], other: readonly Span[]): number {
  const common = one.flatMap((span) => other.map((each) => meetSpans(span, each)))
  return common.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
}

/** The intersection of two spans; its end is before its start if they are apart. */
export function meetSpans(one: Span, other: Span): Span {
  return { start: Math.max(one.start, other.start), end: Math.min(one.end, other.end) }
}

/** The outlet name given to pasted text. */
export const pastedText = 'pasted text'
