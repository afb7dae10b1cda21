import { visible } from '../text/visible.ts'

/**
 * A text as it may stand in a message: one line, without controls, marks that turn the direction of writing, or
 * characters that cannot be seen; what looks like angle brackets and is none stays.
 */
export function plain(text: string): string {
  return inLine(text).trim()
}

/** The same of words that stand between others: a space at either end stays. */
export function inLine(text: string): string {
  return visible(text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')).replace(/ {2,}/g, ' ')
}

/** At most so many characters (UTF-16), cut between what people see as characters, with a mark that it was cut. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  let cut = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (cut.length + segment.length > most - 1) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}

/** An address that people may be sent to: http or https, without a name and password in it. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, username, password } = new URL(url)
  return /^https?:$/.test(protocol) && username === '' && password === '' ? new URL(url).href : null
}

/** A text in pieces of at most so many characters (UTF-16), parted between words where there are any; none for an empty one. */
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
