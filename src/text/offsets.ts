/** Converts a text's UTF-16 offsets to offsets in Unicode code points. */
export function codePointOffsets(text: string): (offset: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (offset) => offset
  const points = new Uint32Array(text.length + 1)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    points[at] = count
    // Both halves of a surrogate pair get the same count.
    if (!isLowSurrogate(text.charCodeAt(at + 1))) count += 1
  }
  points[text.length] = count
  return (offset) => points[offset] ?? count
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

/** The reverse: converts offsets in code points to UTF-16 offsets. */
export function utf16Offsets(text: string): (offset: number) => number {
  if (!/[\u{10000}-\u{10ffff}]/u.test(text)) return (offset) => offset
  const units: number[] = []
  let at = 0
  for (const character of text) {
    units.push(at)
    at += character.length
  }
  return (offset) => units[offset] ?? at
}
