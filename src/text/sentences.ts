import type { TextRules } from './rules.ts'
import type { Token } from './tokens.ts'

/**
 * In tokens. Longer stretches are not sentences; they are cut so that the cost does not grow with the length squared.
 */
const longestSentence = 250

/**
 * Splits a paragraph's tokens into sentences. A quotation is never cut. After a quotation that ends in a question or
 * exclamation mark, the sentence continues if its speaker is then named.
 */
export function splitSentences(tokens: readonly Token[], rules: TextRules): Token[][] {
  const sentences: Token[][] = []
  let current: Token[] = []
  tokens.forEach((token, index) => {
    current.push(token)
    if (current.length >= longestSentence || endsSentence(tokens, index, rules)) {
      sentences.push(current)
      current = []
    }
  })
  if (current.length > 0) sentences.push(current)
  return sentences
}

function endsSentence(tokens: readonly Token[], index: number, rules: TextRules): boolean {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (!token || !next) return true
  if (token.kind === 'quotation') return quotationEndsSentence(tokens, index, rules)
  if (token.kind === 'word') return token.text.endsWith('.') && abbreviationEnds(token, next, rules)
  if (/^[)\]]$/.test(token.text)) return /^[.?!]$/.test(tokens[index - 1]?.text ?? '') && beginsSentence(next)
  if (!/^[.?!…]$/.test(token.text)) return false
  return beginsSentence(next)
}

function quotationEndsSentence(tokens: readonly Token[], index: number, rules: TextRules): boolean {
  const next = tokens[index + 1]
  if (!next) return false
  const end = /[.?!…](?=[^\p{L}\p{N}.?!…]{0,3}$)/u.exec(tokens[index]?.text ?? '')?.[0]
  if (!end) return isPostWithoutStop(tokens, index, rules)
  if (!beginsSentence(next)) return false
  const rest = tokens.slice(index + 1, index + 9)
  const verb = rest.findIndex(({ kind, lower }) => kind !== 'word' || rules.sayingVerbs.has(lower))
  if (verb < 0 || rest[verb]?.kind !== 'word') return true
  // “The emails are missing.” Trump said. After a full stop, only such a short tail belongs to the same sentence.
  return end === '.' && !/^[.?!]$/.test(rest[verb + 1]?.text ?? '.')
}

/**
 * “He wrote: “We knew it” He deleted it”: after a colon the quotation is complete, and a capital begins a new sentence.
 */
function isPostWithoutStop(tokens: readonly Token[], index: number, rules: TextRules): boolean {
  const next = tokens[index + 1]
  if (next?.kind !== 'word' || !/^\p{Lu}/u.test(next.text) || /,\P{L}*$/u.test(tokens[index]?.text ?? '')) return false
  return (
    tokens[index - 1]?.text === ':' || (rules.sentenceStarters.has(next.lower) && !rules.capitalWords.has(next.text))
  )
}

function abbreviationEnds(token: Token, next: Token, { beforeNames, sentenceStarters }: TextRules): boolean {
  // "U.S. The": a new sentence; "Mr. The" does not occur, nor does "J. The".
  const initial = /^\p{Lu}\.$/u.test(token.text)
  // “in Santa Monica, Calif. “The …””, but not “Mr. “Slim””.
  if (next.kind === 'quotation')
    return !initial && !beforeNames.has(token.lower) && /^\P{L}{1,2}\p{Lu}/u.test(next.text)
  return !initial && /^\p{Lu}/u.test(next.text) && sentenceStarters.has(next.lower) && !beforeNames.has(token.lower)
}

function beginsSentence(token: Token): boolean {
  return token.kind === 'quotation' || /^[\p{Lu}\p{N}([—–$€£@#•*-]/u.test(token.text)
}
