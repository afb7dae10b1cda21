import { inLine } from '../../chat/plain.ts'

/** How text is styled: with escape sequences on a terminal, plainly elsewhere. */
export interface Style {
  readonly width: number
  bold(text: string): string
  dim(text: string): string
  warn(text: string): string
  /** A link that a terminal can open; just the text if it cannot. */
  link(text: string, url: string): string
}

const defaultWidth = 80
const mostWidth = 100

/** The style for an output stream: colour and links only on a terminal. */
export function styleFor(stream: { readonly isTTY?: boolean; readonly columns?: number }, noColor: boolean): Style {
  // Some containers and pipes are terminals without a width.
  const width = Math.min(stream.columns || defaultWidth, mostWidth)
  if (!stream.isTTY || noColor) return { width, bold: same, dim: same, warn: same, link: same }
  return {
    width,
    bold: (text) => `\u001b[1m${text}\u001b[22m`,
    dim: (text) => `\u001b[2m${text}\u001b[22m`,
    warn: (text) => `\u001b[33m${text}\u001b[39m`,
    link: (text, url) =>
      `\u001b]8;;${url.replace(/[^\u0021-\u007e]/g, encodeURIComponent)}\u001b\\${text}\u001b]8;;\u001b\\`,
  }
}

/**
 * Breaks text into lines of at most `width` columns, indented by `hanging` after the first. Removes control characters.
 */
export function wrap(
  text: string,
  { width, indent, hanging = indent }: { width: number; indent: string; hanging?: string },
): string[] {
  const lines: string[] = []
  let line = indent
  let empty = true
  for (const word of withoutControls(text).split(/\s+/).filter(Boolean)) {
    if (!empty && columns(line) + 1 + columns(word) > width) {
      lines.push(line)
      line = hanging
      empty = true
    }
    line += empty ? word : ` ${word}`
    empty = false
  }
  return empty ? lines : [...lines, line]
}

/** Removes characters that could move the cursor, ring the bell or reverse the text. */
export function withoutControls(text: string): string {
  return inLine(text)
}

/** How many columns a text takes: two for a wide East Asian character, none for a combining one. */
export function columns(text: string): number {
  let count = 0
  for (const character of text) {
    if (/\p{M}|\p{Cf}/u.test(character)) continue
    count +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u.test(
        character,
      )
        ? 2
        : 1
  }
  return count
}

function same(text: string): string {
  return text
}
