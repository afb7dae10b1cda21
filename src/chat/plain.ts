import { visible } from '../text/visible.ts'

/**
 * Text made safe for a message: one line, without control characters, direction marks or invisible characters.
 * Lookalikes of angle brackets stay as they are.
 */
export function plain(text: string): string {
  return inLine(text).trim()
}

/** Like `plain`, but keeps a space at either end, for text between other text. */
export function inLine(text: string): string {
  return visible(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')).replace(/ {2,}/g, ' ')
}

/** Cuts a text to at most `most` UTF-16 units, between visible characters, and ends it with “…” if it was cut. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  let cut = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (cut.length + segment.length > most - 1) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}

/** The address if it is safe to link to: http or https, without a user name or password. Otherwise null. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, username, password } = new URL(url)
  return /^https?:$/.test(protocol) && username === '' && password === '' ? new URL(url).href : null
}

/** Splits a text into pieces of at most `most` UTF-16 units, between words if possible; an empty text has no pieces. */
export function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > most) {
    const space = rest.lastIndexOf(' ', most - 1)
    const head = space > most / 2 ? rest.slice(0, space + 1) : cutTo(rest, most + 1).replace(/…$/, '')
    pieces.push(head)
    rest = rest.slice(head.length)
  }
  return rest === '' ? pieces : [...pieces, rest]
}
