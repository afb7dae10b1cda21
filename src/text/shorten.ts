/** The beginning of a text, at most `longest` UTF-16 units, never ending in half a character. */
export function shorten(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}
