/** The beginning of a text, so many UTF-16 units at most, with no half of a character at its end. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}
