/** The end of a sentence with its source numbers: “… [2]”. */
const numbered = /[\])】]\s*[.!?]?$/
/** How many characters to look ahead. */
const ahead = 200

/** Patterns for the text after the mark that closes a string, by the string's place. */
interface Ends {
  readonly key: RegExp
  readonly value: RegExp
  readonly last: RegExp
  readonly item: RegExp
}

/**
 * Escapes quotation marks and line breaks that a model left unescaped in JSON strings: "said: "No." [2]". Strings may
 * be in single marks, as Python prints them. In a list of sentences that end with their numbers, a mark closes a string
 * only after such numbers, since “"yes", "no"” looks like two strings.
 */
export function escapeMarks(json: string): string {
  const mark = /^\{\s*'/.test(json) ? "'" : '"'
  const ends = endsFor(mark)
  const isNumbered = new RegExp(`[\\])】]\\s*${mark}\\s*[,\\]]`).test(json)
  const outside: Outside = { open: [], isKey: false }
  let start = -1
  let out = ''
  for (let at = 0; at < json.length; at++) {
    const char = json[at] ?? ''
    if (start < 0) {
      stepOver(outside, char)
      if (char === mark) start = at + 1
      out += char === mark ? '"' : char
    } else if (char === '\\') {
      out += json[at + 1] === "'" ? "'" : json.slice(at, at + 2)
      at += 1
    } else if (char === mark) {
      const mayEnd = !isNumbered || numbered.test(json.slice(start, at))
      const isEnd = endsText(json.slice(at + 1, at + 1 + ahead), { ...outside, mayEnd }, ends)
      if (isEnd) start = -1
      out += isEnd ? '"' : escaped(char)
    } else out += escaped(char)
  }
  return out
}

/** The state outside strings: the open brackets, innermost last, and whether a key comes next. */
interface Outside {
  readonly open: ('{' | '[')[]
  isKey: boolean
}

function stepOver(outside: Outside, char: string): void {
  const { open } = outside
  if (char === '{' || char === '[') open.push(char)
  if (char === '}' || char === ']') open.pop()
  if (char === '{' || char === ',') outside.isKey = open.at(-1) === '{'
  if (char === ':') outside.isKey = false
}

/** Returns true if a mark closes its string, judging by the text after it. */
function endsText(
  rest: string,
  { open, isKey, mayEnd }: Readonly<Outside> & { readonly mayEnd: boolean },
  ends: Ends,
): boolean {
  if (open.at(-1) === '[') return ends.last.test(rest) || (mayEnd && ends.item.test(rest))
  return (isKey ? ends.key : ends.value).test(rest)
}

function endsFor(mark: string): Ends {
  return {
    key: /^\s*:/,
    value: new RegExp(`^\\s*(?:,\\s*${mark}\\w+${mark}\\s*:|\\})`),
    last: /^\s*\]\s*[,}\]]/,
    item: new RegExp(`^\\s*,\\s*[${mark}{[]`),
  }
}

/** Escapes a character for a JSON string. */
function escaped(char: string): string {
  if (char === '\n') return '\\n'
  return char === '"' ? '\\"' : char
}
