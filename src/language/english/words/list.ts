/** The words of a text, separated by spaces, as a set. */
export function list(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter(Boolean))
}
