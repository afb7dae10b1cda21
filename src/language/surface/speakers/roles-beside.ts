import { joinWords, type Token } from '../../../text/tokens.ts'
import { isNameWord, type NamedRun } from './people.ts'
import type { SpeakerWords } from './words.ts'

/** In tokens. */
const longestRole = 8

/** The role in front of a name, up to its article: “o presidente da Câmara, João Silva”, “die Leiterin des Amts, Ana Ruiz”. */
export function roleBefore(tokens: readonly Token[], from: number, words: SpeakerWords): string {
  const hasComma = tokens[from - 1]?.text === ','
  if (!hasComma && words.capitalisesNouns) return ''
  const end = hasComma ? from - 1 : from
  for (let at = end - 1; at >= Math.max(0, end - longestRole); at--) {
    const token = tokens[at]
    if (token?.kind === 'quotation') continue
    if (!token || !(hasComma ? mayBeInRole(tokens, at, words) : isRoleItself(token, words))) return ''
    if (words.isRole(token.lower) && !isOwned(tokens[at - 1], words)) return printed(tokens.slice(at, end))
  }
  return ''
}

/** “da vereadora”: behind a preposition, the role is another's. */
function isOwned(before: Token | undefined, { particles, subjectArticles }: SpeakerWords): boolean {
  const word = before?.lower ?? ''
  return particles.has(word) && !subjectArticles.has(word)
}

/** “a vereadora do movimento Arcas Primeiro”: without a comma only the role itself belongs to a name. */
function isRoleItself({ kind, lower }: Token, { isRole, adjective }: SpeakerWords): boolean {
  return kind === 'word' && (isRole(lower) || adjective.test(lower))
}

/** “Leiterin des Amts”, “presidente da Câmara”: no verb is part of a role. */
function mayBeInRole(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const token = tokens[at]
  if (token?.kind !== 'word') return false
  if (isNameWord(token) || words.isRole(token.lower)) return true
  if (words.particles.has(token.lower) || words.definite.has(token.lower) || words.joinsRole.has(token.lower))
    return true
  if (words.adjective.test(token.lower)) return true
  return !words.capitalisesNouns && words.particles.has(tokens[at - 1]?.lower ?? '')
}

/** The role behind a name: “João Silva, presidente da Câmara,”. */
export function roleBehind(tokens: readonly Token[], run: NamedRun, words: SpeakerWords): string {
  const last = tokens.findIndex(({ end }) => end >= run.end)
  const comma = tokens[last + 1]?.text === ')' ? last + 2 : last + 1
  if (tokens[comma]?.text !== ',') return ''
  const hasArticle = [words.definite, words.indefinite].some((list) => list.has(tokens[comma + 1]?.lower ?? ''))
  const from = hasArticle ? comma + 2 : comma + 1
  const close = tokens.findIndex(({ kind }, index) => index > from && kind === 'mark')
  const phrase = tokens.slice(from, close < 0 ? tokens.length : close)
  if (words.relatives.has(phrase[0]?.lower ?? '')) return ''
  const mayBeNoun = hasArticle || !words.capitalisesNouns || isNameWord(phrase[0])
  const isRole = phrase.slice(0, 2).some(({ lower }) => words.isRole(lower))
  return mayBeNoun && isRole && phrase.length <= longestRole ? printed(phrase) : ''
}

function printed(tokens: readonly Token[]): string {
  return joinWords(tokens.map(({ text }) => text))
}
