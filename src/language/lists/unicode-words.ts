const letter = String.raw`[\p{L}\p{N}]`
const boundary = `(?:(?<=${letter})(?!${letter})|(?<!${letter})(?=${letter}))`

/**
 * A pattern whose word boundaries and word characters count letters with accents: by themselves `\\b` and `\\w` know
 * only the letters from a to z, so that `/\\bäußern/` finds nothing (ECMA-262, IsWordChar).
 */
export function unicodeWords({ source, flags }: RegExp): RegExp {
  const wide = source.replaceAll(String.raw`\b`, boundary).replaceAll(String.raw`\w`, letter)
  return new RegExp(wide, flags.includes('u') ? flags : `${flags}u`)
}

/** The same for each pattern in an object of patterns. */
export function unicodePatterns<Patterns extends object>(patterns: Patterns): Patterns {
  return Object.fromEntries(Object.entries(patterns).map(([key, value]) => [key, unicode(value)])) as Patterns
}

function unicode(value: unknown): unknown {
  if (value instanceof RegExp) return unicodeWords(value)
  return value instanceof Set || typeof value !== 'object' || value === null ? value : unicodePatterns(value)
}
