/** Words for reading web pages in a language. Sources of regular expressions have no capturing groups. */
export interface PageWords {
  /** Lines that sites put into articles, matched as a whole: “Share this story”. Sources. */
  readonly boilerplate?: readonly string[]
  /** Lines above an article, such as its date. Sources. */
  readonly above?: readonly string[]
  /** A picture caption. */
  readonly caption?: RegExp
  /** Asks readers to do something for the site, and (`reward`) says what for; a line is an appeal only if both match. */
  readonly appeal?: RegExp
  readonly reward?: RegExp
  /** Shows that a line reports what somebody said, so that it is not the site's own. */
  readonly stated?: RegExp
  /** What a site says about itself. */
  readonly ofTheSite?: RegExp
  /** The beginning of a line that says who made an article, and the small words such a line consists of. */
  readonly credit?: RegExp
  readonly creditWords?: string
  /** The first word of a line that says when an article was published. */
  readonly stamp?: RegExp
  /** Small words of such a line, wherever it is. */
  readonly stampWords?: string
  /** What comes before the name of an article's author. Source. */
  readonly byline?: string
  /** A line about the author below an article; and the heading above several such lines. */
  readonly aboutWriter?: RegExp
  readonly aboutAuthor?: RegExp
  /** Headings after which the article is over. */
  readonly behind?: RegExp
  /** What a page shows in place of the article. Global. */
  readonly walls?: Readonly<Record<'cookies' | 'payment' | 'robots', RegExp>>
  /** How outlets file pieces that are not reports: sources for whole words of sections and addresses. */
  readonly filed?: Readonly<Partial<Record<'opinion' | 'live' | 'roundup', string>>>
  /** How they title such pieces. */
  readonly titled?: Readonly<Partial<Record<'opinion' | 'live' | 'roundup', RegExp>>>
  /** Grammatical articles before the names of outlets: “The Guardian”. Source. */
  readonly outletArticle?: string
  /** Units that may be squared or cubed. Source. */
  readonly units?: string
}
