/** Words by which pages in a language are read. Sources of regular expressions are without groups that capture. */
export interface PageWords {
  /** Lines that sites put into articles, each whole: “Share this story”. Sources. */
  readonly boilerplate?: readonly string[]
  /** Lines that stand above an article: when it came. Sources. */
  readonly above?: readonly string[]
  /** What is written below a picture. */
  readonly caption?: RegExp
  /** What asks a reader to do something for the site, and how; it is one where both stand. */
  readonly appeal?: RegExp
  readonly reward?: RegExp
  /** What says that a line tells what somebody said, and so is none of the site's. */
  readonly told?: RegExp
  /** What a site says of itself. */
  readonly ofTheSite?: RegExp
  /** The beginning of a line of who made an article, and the small words that such a line is made of. */
  readonly credit?: RegExp
  readonly creditWords?: string
  /** The first word of a line that says when an article came. */
  readonly stamp?: RegExp
  /** Small words of such a line, wherever it stands. */
  readonly stampWords?: string
  /** What stands before the name of who wrote an article. Source. */
  readonly byline?: string
  /** A line below an article on who wrote it; the heading of more lines on that. */
  readonly aboutWriter?: RegExp
  readonly aboutAuthor?: RegExp
  /** Headings behind which there is no more of the article. */
  readonly behind?: RegExp
  /** What stands in an article's place. Global. */
  readonly walls?: Readonly<Record<'cookies' | 'payment' | 'robots', RegExp>>
  /** How outlets file what is no report: sources for whole words of sections and addresses. */
  readonly filed?: Readonly<Partial<Record<'opinion' | 'live' | 'roundup', string>>>
  /** How they title it. */
  readonly titled?: Readonly<Partial<Record<'opinion' | 'live' | 'roundup', RegExp>>>
  /** What stands before the names of outlets: “The Guardian”. Source. */
  readonly outletArticle?: string
  /** Units that are measured in squares and cubes. Source. */
  readonly units?: string
}
