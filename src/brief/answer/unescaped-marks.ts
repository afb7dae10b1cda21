/** The end of a sentence that names what it rests on: “… [2]”. */
const numbered = /[\])】]\s*[.!?]?$/
/** How far to look ahead to see what follows, in characters. */
const ahead = 200

/** What may follow the mark that closes a string, depending on where the string is. */
interface Ends {
  readonly key: RegExp
  readonly value: RegExp
  readonly last: RegExp
  readonly item: RegExp
}

/**
 * Escapes quotation marks and line breaks inside JSON strings, where a model forgot to: "said: "No." [2]". Strings may have
 * single marks around them, as a Python program prints them. In a list of sentences that end with their numbers, a mark closes a
 * string only after such numbers, since “"yes", "no"” looks like two strings.
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

/** The state outside strings: the brackets that are open, innermost last, and whether a key comes next. */
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

/** Whether a mark closes its string, judged by what follows it. */
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

/** A character as it is written inside a JSON string. */
function escaped(char: string): string {
  if (char === '\n') return '\\n'
  return char === '"' ? '\\"' : char
}
