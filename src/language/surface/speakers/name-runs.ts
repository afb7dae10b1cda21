import { joinWords, type Token } from '../../../text/tokens.ts'
import { isNameWord, type NamedRun } from './people.ts'
import { roleBefore } from './roles-beside.ts'
import type { SpeakerWords } from './words.ts'

/** Returns the names in a stretch of tokens, in order. */
export function nameRuns(tokens: readonly Token[], words: SpeakerWords): NamedRun[] {
  const runs: NamedRun[] = []
  for (let at = 0; at < tokens.length; at++) {
    if (!isNameWord(tokens[at]) || opensPhrase(tokens[at], words)) continue
    const to = endOfRun(tokens, at, words)
    const run = readRun({ tokens, from: at, to }, words)
    if (run) runs.push(run)
    at = to - 1
  }
  return runs
}

/** “Sein Manager Detlef Krahl”: an article or possessive with the capital of a sentence's start. */
function opensPhrase(token: Token | undefined, { definite, indefinite, possessive, isSmall }: SpeakerWords): boolean {
  const word = token?.lower ?? ''
  return [definite, indefinite, possessive].some((list) => list.has(word)) || isSmall(word)
}

function endOfRun(tokens: readonly Token[], from: number, words: SpeakerWords): number {
  let to = from + 1
  while (to < tokens.length) {
    if (isNameWord(tokens[to])) to += 1
    else if (isNickname(tokens, to)) to += 2
    else if (words.particles.has(tokens[to]?.lower ?? '') && joinsNames(tokens, to, words)) to += 1
    else break
  }
  return to
}

/** “Rui «Ruço» Alba”: a word or two in quotation marks between the parts of a name. */
function isNickname(tokens: readonly Token[], at: number): boolean {
  const { kind, text = '' } = tokens[at] ?? {}
  return kind === 'quotation' && /^\P{L}\p{Lu}[\p{L}-]*(?: [\p{L}-]+)?\P{L}$/u.test(text) && isNameWord(tokens[at + 1])
}

/** “Ana de Sousa”; where all nouns have capitals, only behind a first name: “Auskunft von Weber”. */
function joinsNames(tokens: readonly Token[], at: number, words: SpeakerWords): boolean {
  const next = tokens[at + 1]
  const isNext = isNameWord(next) || (words.particles.has(next?.lower ?? '') && isNameWord(tokens[at + 2]))
  const before = tokens[at - 1]
  if (!isNext || !before) return false
  if (words.capitalisesNouns) return words.firstNames.has(before.text)
  return ![words.isRole, words.isBody, words.isGroup].some((is) => is(before.lower))
}

/** Returns true if no article or preposition precedes a name. */
function standsAlone(
  before: Token | undefined,
  { definite, indefinite, possessive, particles, isSmall }: SpeakerWords,
): boolean {
  const word = before?.kind === 'word' ? before.lower : ''
  return word === '' || !(isSmall(word) || [definite, indefinite, possessive, particles].some((list) => list.has(word)))
}

/** The tokens of a run of capitals. */
interface Run {
  readonly tokens: readonly Token[]
  readonly from: number
  readonly to: number
}

/** Splits a run of capitals into a role and a name; undefined if there is no name in it. */
function readRun(run: Run, words: SpeakerWords): NamedRun | undefined {
  const { tokens, from, to } = run
  const start = nameStart(run, words)
  const name = tokens.slice(start, to).map(({ text }) => text)
  if (name.length === 0) return undefined
  const opening = tokens[from - 1]?.lower ?? ''
  return {
    start: tokens[start]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    name,
    role: start > from ? roleText({ ...run, to: start }, words) : roleBefore(tokens, from, words),
    hasArticle: [words.definite, words.possessive, words.indefinite].some((list) => list.has(opening)),
    isBody:
      tokens.slice(from, to).some(({ lower }) => words.isBody(lower) || words.isDocument(lower)) ||
      words.isPlace(tokens[start]?.lower ?? ''),
    standsAlone: standsAlone(tokens[from - 1], words),
    isTitled: start > from || words.isRole(opening),
  }
}

/** Where the name begins, behind offices and titles. In front of a first name everything is a role: “TV-Star Ana Ruiz”. */
function nameStart({ tokens, from, to }: Run, words: SpeakerWords): number {
  const isOffice = (token: Token | undefined) =>
    token !== undefined && (words.isRole(token.lower) || words.titles.has(token.lower) || isOffTitle(token, words))
  let start = from
  while (start < to && isOffice(tokens[start])) start += 1
  const first = tokens.findIndex((token, at) => at >= start && at < to - 1 && words.firstNames.has(token.text))
  if (first <= start) return start
  // “Vila Serena Artur Mesquita”: the name of a place or a body runs into a person's.
  return words.capitalisesNouns || (!words.firstNames.has(tokens[start]?.text ?? '') && first < to - 1) ? first : start
}

function isOffTitle({ text }: Token, { capitalisesNouns, firstNames }: SpeakerWords): boolean {
  return capitalisesNouns && text.includes('-') && !firstNames.has(text)
}

/** The role within a run of capitals: “Fraktionssprecherin” of “Fraktionssprecherin Beate Knoll”. */
function roleText({ tokens, from, to }: Run, { titles }: SpeakerWords): string {
  const words = tokens.slice(from, to).filter(({ lower }) => !titles.has(lower))
  return joinWords(words.map(({ text }) => text))
}
