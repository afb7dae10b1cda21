/** Splits a text at white space into a set of words. */
export function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}
