/** Words for reading web pages in a language. Sources of regular expressions have no capturing groups. */
export interface PageWords {
  /** Lines that sites insert into articles, each matched as a whole: “Share this story”. Sources. */
  readonly boilerplate?: readonly string[]
  /** Lines above an article, such as its date. Sources. */
  readonly above?: readonly string[]
  /** A picture caption. */
  readonly caption?: RegExp
  /** `appeal` asks readers to do something for the site, `reward` says what for; an appeal must match both. */
  readonly appeal?: RegExp
  readonly reward?: RegExp
  /** Signs that a line reports speech, and so is not the site's own text. */
  readonly stated?: RegExp
  /** Statements by a site about itself. */
  readonly ofTheSite?: RegExp
  /** `credit` begins a line that says who made an article; `creditWords` are the small words in such a line. */
  readonly credit?: RegExp
  readonly creditWords?: string
  /** The first word of a line that says when an article was published. */
  readonly stamp?: RegExp
  /** Small words that such a line may contain. */
  readonly stampWords?: string
  /** The words before the name of an article's author. Source. */
  readonly byline?: string
  /** Words before such names that are no preposition: “Author”. Source. */
  readonly bylineLabel?: string
  /** A line in a byline's place that names nobody. */
  readonly noAuthor?: RegExp
  /** Words before the time of a change, not of publication. */
  readonly changed?: RegExp
  /** `aboutWriter` is a line about the author below an article; `aboutAuthor` is the heading above several of them. */
  readonly aboutWriter?: RegExp
  readonly aboutAuthor?: RegExp
  /** Headings that mark the end of an article. */
  readonly behind?: RegExp
  /** Notices that a page shows instead of the article. Global. */
  readonly walls?: Readonly<Record<'cookies' | 'payment' | 'robots', RegExp>>
  /** Words in sections and addresses that mark pieces other than reports. Sources, matched as whole words. */
  readonly filed?: Readonly<Partial<Record<'opinion' | 'live' | 'roundup', string>>>
  /** Patterns for the titles of such pieces. */
  readonly titled?: Readonly<Partial<Record<'opinion' | 'live' | 'roundup', RegExp>>>
  /** Grammatical articles before the names of outlets: “The Guardian”. Source. */
  readonly outletArticle?: string
  /** Units that may be squared or cubed. Source. */
  readonly units?: string
}
