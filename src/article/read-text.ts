import { type Article, articleId, pastedText } from '../domain/article.ts'
import { detectLanguage } from '../language/detect.ts'
import { decodeText } from '../text/decode.ts'
import { shorten } from '../text/shorten.ts'
import { visible } from '../text/visible.ts'

/**
 * In characters. Only the beginning of a longer text is read, since the cost of every later step grows with the length.
 */
const maxTextLength = 100_000
/** A file with a larger share of control characters than this is not text. */
const mostOdd = 0.02
/** A first line of at most this many characters, with no punctuation at its end, is a headline unless all of it is quoted. */
const maxHeadline = 160

/**
 * Reads pasted text or a text file as an article; the first line is its headline if it looks like one.
 *
 * @throws {Error} with a reason for people if there is nothing to read.
 */
export function readText(pasted: string, outlet = pastedText): Article {
  const text = beginningOf(normalizeText(pasted.slice(0, 2 * maxTextLength)))
  if (text.length === 0) throw new Error('the text is empty')
  if (!/\p{L}{2}/u.test(text)) throw new Error('the text has no words')
  const [first = '', ...rest] = text.split('\n\n')
  const titled = rest.length > 0 && first.length <= maxHeadline && looksTitled(first)
  const body = titled ? rest.join('\n\n') : text
  const headline = titled ? first : ''
  return {
    id: articleId(`text:${first.slice(0, maxHeadline)}`),
    outlet,
    publisher: outlet,
    headline,
    url: null,
    byline: null,
    published: null,
    language: detectLanguage(body),
    kind: 'report',
    sections: [],
    text: body,
  }
}

/** Returns true for a line that ends without punctuation, and is no quotation as a whole. */
function looksTitled(line: string): boolean {
  return !/[.?!:;,][”"]?$/.test(line) && !(/^[“"]/.test(line) && /[”"]$/.test(line))
}

/**
 * Reads the bytes of a text file, in any encoding, as an article.
 *
 * @throws {Error} with a reason for people if they are not text.
 */
export function readTextBytes(body: Uint8Array, contentType = ''): Article {
  const text = decodeText(body, contentType)
  const odd = text.match(/[\p{Cc}\ufffd]/gu)?.filter((character) => !/\s/.test(character)).length ?? 0
  if (odd > mostOdd * text.length) throw new Error('this is not text; only web pages and plain text can be read')
  return readText(text)
}

/** As many of a text's first paragraphs as fit the limit; if even the first is too long, its beginning. */
export function beginningOf(text: string): string {
  if (text.length <= maxTextLength) return text
  const end = text.lastIndexOf('\n\n', maxTextLength)
  return end > 0 ? text.slice(0, end) : shorten(text, maxTextLength)
}

/** A text with plain spaces, one blank line between paragraphs, and no invisible characters. */
export function normalizeText(text: string): string {
  return visible(text.toWellFormed())
    .replace(/\r\n?/g, '\n')
    .replace(/(?:[^\S\n]|\u{85})+/gu, ' ')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n\n')
}
