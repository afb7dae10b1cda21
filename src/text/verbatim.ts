import { visible } from './visible.ts'

/** What differs between two printings of the same words: the shape of marks, white space, and letter case at a clause's start. */
export function plain(text: string): string {
  return visible(text)
    .normalize('NFC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033«»]|''|``/g, '"')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\u2026/g, '...')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether the words stand in the text letter for letter, but for the shape of marks and white space. */
export function standsIn(text: string, quoted: string): boolean {
  return standsInPlain(plain(text), quoted)
}

/** The same in a text that `plain` has read, for one that is looked into again and again. */
export function standsInPlain(within: string, quoted: string): boolean {
  const sought = plain(quoted)
  if (sought === '') return false
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    if (isWordEdge(within, at) && isWordEdge(within, at + sought.length)) return true
  }
  return false
}

/** No letter or digit on both sides: "ham" does not stand in "hamlet". */
function isWordEdge(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !/[\p{L}\p{N}]/u.test(text[at] ?? '')
}
