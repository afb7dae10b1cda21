import { eitherOf, isInAny, wordsOf } from '../../language/lists/page-words.ts'

/** Lines that a site puts into all kinds of articles; the line must be the whole paragraph. */
const boilerplate = wholeLine([
  eitherOf('boilerplate'),
  '\\[/?button.*\\]',
  '[\\d.,]+',
  '\\d{1,2}:\\d{2}(?: ?/ ?\\d{1,2}:\\d{2})?',
  '\\S+@\\S+\\.\\w{2,24}',
  '(?:https?://)?(?:www\\.)?(?:twitter|facebook|instagram|x)\\.com/\\S+',
  '@\\w+',
  '(?:reuters|associated press|afp|dpa)',
  '(?:copyright )?(?:©|ⓒ|\\(c\\)) .{0,160}',
])
/** Lines above an article that give its place, its publication time or its writer. */
const above = wholeLine([
  eitherOf('above'),
  'https?://\\S+',
  '\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}(?:,? (?:at |um |kl\\.? )?\\d{1,2}[:.]\\d{2}.{0,12})?',
])
const creditWords = new Set(wordsOf('creditWords'))
/** A line that names an article's writer. */
const byline = new RegExp(String.raw`^(?:${eitherOf('byline')}) \p{Lu}[^.!?]{0,80}$`, 'u')
/** A day, a time or a place: besides small words, the parts of a line that says when an article was published. */
const stampPart = /^(?:\d[\d:./-]*|\p{Lu}\p{L}{1,8})$/u
const stampWords = new Set(wordsOf('stampWords'))
/** The longest line that says when an article was published, in characters. */
const longestStamp = 60
/** At most this share of a text may follow the heading that ends its article, mostly in lines shorter than this. */
const mostBehind = 0.3
const shortLine = 200
/** The longest paragraph that may not belong to an article, in characters. */
const longestAside = 450
/** The longest caption, in characters. */
const longestCaption = 400
/** A headline may be preceded by this many characters if it has at least so many itself. */
const longestKicker = 80
const shortestTitle = 15
/** How many paragraphs may come above an article. */
const mostAbove = 8

/** What is known of an article besides its paragraphs, and is often repeated among them. */
export interface KnownLines {
  readonly headline: string
  /** Null if nobody is named. */
  readonly byline: string | null
}

/** An article's paragraphs without the ones that its site put above, between and below them. */
export function withoutBoilerplate(paragraphs: readonly string[], known: KnownLines): string[] {
  const same = (text: string) => isHeadline(text, known.headline) || isName(text, known.byline)
  const own = paragraphs.slice(0, endOf(paragraphs))
  return own.filter(
    (text, at) =>
      !(text.length < longestAside && isAside(text, at >= own.length - 2, known.byline)) &&
      !(text.length < longestCaption && isInAny('caption', text)) &&
      !(at >= own.length - 2 && isName(text, known.byline)) &&
      !(
        at < mostAbove &&
        (same(text) || (text.length < 120 && !isSentence(text) && (above.test(text) || byline.test(text))))
      ),
  )
}

/** True for a line that a site puts into all kinds of articles. */
export function isBoilerplate(line: string): boolean {
  return boilerplate.test(line)
}

/** True for the headline, also with a few words above it. */
function isHeadline(text: string, headline: string): boolean {
  if (headline === '') return false
  const [line, title] = [text.toLowerCase(), headline.toLowerCase()]
  return (
    line === title ||
    (title.length > shortestTitle && line.endsWith(` ${title}`) && line.length < 2 * title.length + longestKicker)
  )
}

function isName(text: string, writer: string | null): boolean {
  return writer !== null && text.length < longestCaption && text.toLowerCase() === writer.toLowerCase()
}

function isSentence(text: string): boolean {
  return /\p{L}{3,}[.!?][”"]?$/u.test(text)
}

function isAside(text: string, isLast: boolean, writer: string | null): boolean {
  if (isCredit(text) || isStamp(text)) return true
  if (isInAny('stated', text)) return false
  return (
    boilerplate.test(text) ||
    (isInAny('appeal', text) && isInAny('reward', text)) ||
    isInAny('ofTheSite', text) ||
    (isLast && isInAny('aboutWriter', text) && mayBeAbout(text, writer))
  )
}

/** False for a line about somebody who is not the writer: news is also about people who write. */
function mayBeAbout(text: string, writer: string | null): boolean {
  const [, name] = /^\p{Lu}[\p{L}.’'-]+ (?:\p{Lu}\. )?(\p{Lu}[\p{L}’'-]+)/u.exec(text) ?? []
  return name === undefined || (writer?.includes(name) ?? false)
}

function isCredit(text: string): boolean {
  const words = text
    .replace(/[(),.;]/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
  return isInAny('credit', text) && words.every((word) => /^\p{Lu}/u.test(word) || creditWords.has(word.toLowerCase()))
}

function isStamp(text: string): boolean {
  const [first = '', ...rest] = text.split(/\s+/)
  const isLike = isInAny('stamp', first) && text.length < longestStamp && /\d/.test(text)
  return isLike && rest.every(isOfStamp)
}

/**
 * How many paragraphs come before the heading of the site's own material at the end; all if there is no such heading.
 */
function endOf(paragraphs: readonly string[]): number {
  const lengths = paragraphs.map((text) => text.length)
  const whole = lengths.reduce((sum, each) => sum + each, 0)
  let before = 0
  for (const [at, text] of paragraphs.entries()) {
    const left = whole - before
    if (at > 2 && left <= mostBehind * whole && isEnd(text, paragraphs.slice(at + 1))) return at
    before += lengths[at] ?? 0
  }
  return paragraphs.length
}

/** Returns true if a heading and the paragraphs after it are not part of the article. */
function isEnd(heading: string, rest: readonly string[]): boolean {
  return isInAny('aboutAuthor', heading) || (isInAny('behind', heading) && areShort(rest))
}

function areShort(paragraphs: readonly string[]): boolean {
  return paragraphs.filter((text) => text.length < shortLine).length >= 0.6 * paragraphs.length
}

function isOfStamp(printed: string): boolean {
  const word = printed.replace(/[,.]$/, '')
  return stampPart.test(word) || /^[ap]\.?m$/.test(word) || stampWords.has(word)
}

function wholeLine(sources: readonly string[]): RegExp {
  return new RegExp(`^(?:${sources.join('|')})$`, 'iu')
}
