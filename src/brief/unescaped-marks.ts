/** What may follow the mark that closes a text: as a key, as a value of an object, and in a list. */
const behindKey = /^\s*:/
const behindValue = /^\s*(?:,\s*"\w+"\s*:|\})/
const behindLast = /^\s*\]\s*[,}\]]/
const behindItem = /^\s*,\s*["{[]/
/** How a sentence ends that names what it rests on: “… [2]”. */
const numbered = /[\])】]\s*[.!?]?$/
/** Far enough to see what follows, in characters. */
const ahead = 200

/**
 * JSON with the quotation marks and line ends inside its texts escaped, where a model forgot to: "said: "No." [2]". In a list of
 * sentences that end with their numbers, a mark closes a text only behind such numbers, since “"yes", "no"” looks like two texts.
 */
export function escapeMarks(json: string): string {
  const isNumbered = /[\])】]\s*"\s*[,\]]/.test(json)
  const open: ('{' | '[')[] = []
  let isKey = false
  let start = -1
  let out = ''
  for (let at = 0; at < json.length; at++) {
    const char = json[at] ?? ''
    if (start < 0) {
      if (char === '{' || char === '[') open.push(char)
      if (char === '}' || char === ']') open.pop()
      if (char === '{' || char === ',') isKey = open.at(-1) === '{'
      if (char === ':') isKey = false
      if (char === '"') start = at + 1
      out += char
    } else if (char === '\\') {
      out += json.slice(at, at + 2)
      at += 1
    } else if (char === '"') {
      const rest = json.slice(at + 1, at + 1 + ahead)
      const text = json.slice(start, at)
      if (closes(rest, { within: open.at(-1), isKey, mayEnd: !isNumbered || numbered.test(text) })) start = -1
      out += start < 0 ? char : '\\"'
    } else out += char === '\n' ? '\\n' : char
  }
  return out
}

function closes(
  rest: string,
  {
    within,
    isKey,
    mayEnd,
  }: { readonly within: '{' | '[' | undefined; readonly isKey: boolean; readonly mayEnd: boolean },
): boolean {
  if (within === '[') return behindLast.test(rest) || (mayEnd && behindItem.test(rest))
  return (isKey ? behindKey : behindValue).test(rest)
}
