/** "Korean Water Board (KWB)": a name of several words, and its initials in brackets. */
const introduced = /((?:\p{Lu}[\p{L}'’-]*\s+(?:(?:of|for|the|and|on|in|de)\s+){0,2}){2,9})\((\p{Lu}{2,9})\)/gu

/** Returns the full names of the acronyms that a text introduces, keyed by the initials. */
export function findAcronyms(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const [, words = '', initials = ''] of text.matchAll(introduced)) {
    const name = nameFor(words.trim(), initials)
    if (name && !found.has(initials)) found.set(initials, name)
  }
  return found
}

/** Returns the last words whose first letters are the initials, in order. */
function nameFor(words: string, initials: string): string | undefined {
  const list = words.split(/\s+/)
  let letter = initials.length
  for (let at = list.length - 1; at >= 0; at--) {
    const first = list[at]?.[0] ?? ''
    if (first !== first.toUpperCase()) continue
    letter -= 1
    if (first !== initials[letter]) return undefined
    if (letter === 0) return list.slice(at).join(' ')
  }
  return undefined
}
