import { visible } from './visible.ts'

/** A text without mere differences in printing: invisible characters, the shape of marks, and white space. */
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

/** Returns true if the text contains the words letter for letter, apart from the shape of marks and white space. */
export function standsIn(text: string, quoted: string): boolean {
  return standsInPlain(plain(text), quoted)
}

/** Like `standsIn`, but for a text already normalized by `plain`, to search one text many times. */
export function standsInPlain(within: string, quoted: string): boolean {
  const sought = plain(quoted)
  if (sought === '') return false
  for (let at = within.indexOf(sought); at >= 0; at = within.indexOf(sought, at + 1)) {
    if (isWordEdge(within, at) && isWordEdge(within, at + sought.length)) return true
  }
  return false
}

/** Returns true if an offset is not between two letters or digits: "ham" is not found in "hamlet". */
function isWordEdge(text: string, at: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || !/[\p{L}\p{N}]/u.test(text[at] ?? '')
}
