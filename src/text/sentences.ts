import type { Token } from './tokens.ts'

/** Tokens; what goes on longer is no sentence, and is cut so that its cost does not grow with its square. */
const longestSentence = 250

/** Words that so often begin a sentence that an abbreviation before them ended one. */
const starters = new Set(
  'the he she it they we i in on at but and a an this that these those his her their its if when while as after'.split(
    ' ',
  ),
)
/** Abbreviations that a name or a number follows. */
const beforeNames = /^(?:mr|mrs|ms|dr|no|st|sen|rep|gov|gen|col|lt|sgt|capt|prof|rev|hon|pres|vs|al)\.$/
const saying = new Set(
  'said says asked asks added wrote writes told tweeted replied shouted responded yelled'.split(' '),
)

/**
 * Splits the tokens of a paragraph into sentences. A quotation is never cut, and a sentence goes
 * on behind one that ends in a question or an exclamation when someone is named there as saying it.
 */
export function splitSentences(tokens: readonly Token[]): Token[][] {
  const sentences: Token[][] = []
  let current: Token[] = []
  tokens.forEach((token, index) => {
    current.push(token)
    if (current.length >= longestSentence || endsSentence(tokens, index)) {
      sentences.push(current)
      current = []
    }
  })
  if (current.length > 0) sentences.push(current)
  return sentences
}

function endsSentence(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (!token || !next) return true
  if (token.kind === 'quotation') return quotationEndsSentence(tokens, index)
  if (token.kind === 'word') return token.text.endsWith('.') && abbreviationEnds(token, next)
  if (/^[)\]]$/.test(token.text)) return /^[.?!]$/.test(tokens[index - 1]?.text ?? '') && beginsSentence(next)
  if (!/^[.?!…]$/.test(token.text)) return false
  return beginsSentence(next)
}

function quotationEndsSentence(tokens: readonly Token[], index: number): boolean {
  const end = /[.?!…](?=[^\p{L}\p{N}.?!…]{0,3}$)/u.exec(tokens[index]?.text ?? '')?.[0]
  const next = tokens[index + 1]
  if (!end && next && isPostWithoutStop(tokens, index)) return true
  if (!end || !next || !beginsSentence(next)) return false
  const rest = tokens.slice(index + 1, index + 9)
  const verb = rest.findIndex(({ kind, lower }) => kind !== 'word' || saying.has(lower))
  if (verb < 0 || rest[verb]?.kind !== 'word') return true
  // “The emails are missing.” Trump said. Behind a full stop, only such a short tail is none of its own.
  return end === '.' && !/^[.?!]$/.test(rest[verb + 1]?.text ?? '.')
}

/** “He wrote: “We knew it” He deleted it”: behind a colon a quotation is whole, and a capital begins the outlet's sentence. */
function isPostWithoutStop(tokens: readonly Token[], index: number): boolean {
  const next = tokens[index + 1]
  if (next?.kind !== 'word' || !/^\p{Lu}/u.test(next.text) || /,\P{L}*$/u.test(tokens[index]?.text ?? '')) return false
  return tokens[index - 1]?.text === ':' || (starters.has(next.lower) && next.lower !== 'i')
}

function abbreviationEnds(token: Token, next: Token): boolean {
  // "U.S. The": a new sentence; "Mr. The" does not occur, "J. The" neither.
  const initial = /^\p{Lu}\.$/u.test(token.text)
  // “in Santa Monica, Calif. “The …””, but not “Mr. “Slim””.
  if (next.kind === 'quotation')
    return !initial && !beforeNames.test(token.lower) && /^\P{L}{1,2}\p{Lu}/u.test(next.text)
  return !initial && /^\p{Lu}/u.test(next.text) && starters.has(next.lower) && !beforeNames.test(token.lower)
}

function beginsSentence(token: Token): boolean {
  return token.kind === 'quotation' || /^[\p{Lu}\p{N}([—–$€£@#•*-]/u.test(token.text)
}
