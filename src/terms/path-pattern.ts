/** Patterns of addresses as in a robots.txt: RFC 9309, section 2.2.3. */

/** The most stars in one pattern. */
export const mostStars = 8

/** A pattern of paths, with `*` for any characters and `$` for the end. */
export interface PathPattern {
  /** The pattern, split at its stars. */
  readonly parts: readonly string[]
  /** True if the path must end where the pattern does. */
  readonly isWhole: boolean
  readonly length: number
}

/** A pattern as written; undefined if it has too many stars. */
export function pathPattern(said: string): PathPattern | undefined {
  const parts = said.replace(/\$$/, '').split(/\*+/).map(percentEncoded)
  return parts.length > mostStars + 1 ? undefined : { parts, isWhole: said.endsWith('$'), length: said.length }
}

/** Matches each part at its first place after the one before: if a later place would do, so does the first. */
export function matchesPath(path: string, { parts, isWhole }: PathPattern): boolean {
  const [first = '', ...rest] = parts
  if (!path.startsWith(first)) return false
  let at = first.length
  for (const [index, part] of rest.entries()) {
    if (isWhole && index === rest.length - 1) return path.length - part.length >= at && path.endsWith(part)
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return !isWhole || at === path.length
}

/** The path and query of an absolute address, for matching. */
export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return percentEncoded(pathname + search)
}

/** Writes equal characters the same way, percent-encoded or not. */
function percentEncoded(text: string): string {
  return text
    .replace(/[^\x21-\x7e]/gu, (character) => encodeURIComponent(character.toWellFormed()))
    .replace(/%[\da-f]{2}/gi, (code) => {
      const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
      return /[\w.~-]/.test(character) ? character : code.toUpperCase()
    })
}
