import type { Span } from '../../../domain/article.ts'
import type { Paragraph } from '../../../text/paragraphs.ts'
import type { Token } from '../../../text/tokens.ts'
import type { Match } from '../../report.ts'
import { type ClauseWords, clauseWords } from '../syntax/clause-words.ts'
import { isRole } from '../words/name-words.ts'
import { isCapitalized } from '../words/word-classes.ts'

/** Labels before a colon, which are not speakers. */
const labels =
  /^(?:analysis|opinion|live|watch|video|photos?|pictures|exclusive|breaking|updated?|explainer|review|interview|editorial|comment|letters?|obituary|podcast|newsletter|fact check|profile|in brief)$/i
const longestName = 5

/** “Stroud: I will not resign”: a headline that begins with a name or an office attributes the rest to it. */
export function headlineReport(first: Paragraph | undefined, rest: readonly Paragraph[]): Match | undefined {
  if (!first || first.sentences.length > 1) return undefined
  const sentence = clauseWords(first.sentences[0]?.tokens ?? [])
  const colon = sentence.find((at) => sentence.isMark(at, ':'))
  if (colon < 1 || colon > longestName || !isSpeaker(sentence, colon, rest)) return undefined
  const source = spanOf(sentence.tokens.slice(0, colon))
  const said = sentence.tokens.filter((_, at) => at > colon && !sentence.isMark(at, '.'))
  const content = said.length < 2 ? undefined : spanOf(said)
  if (!source || !content) return undefined
  const rules = ['headline with a name before its colon']
  return { act: 'says', source, cue: null, content: [content], venue: null, negated: false, doubts: [], rules }
}

/** Returns true if the words before a colon are an office, or a name that the article mentions. */
function isSpeaker(sentence: ClauseWords, colon: number, rest: readonly Paragraph[]): boolean {
  const words = sentence.tokens.slice(0, colon)
  if (words.some(({ kind }) => kind !== 'word') || labels.test(words.map(({ text }) => text).join(' '))) return false
  const last = sentence.word(colon - 1)
  return isRole(last) || (sentence.isCapital(colon - 1) && rest.some((paragraph) => names(paragraph, last)))
}

function spanOf(tokens: readonly Token[]): Span | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)]
  return first && last && { start: first.start, end: last.end }
}

function names({ sentences }: Paragraph, word: string): boolean {
  return sentences.some(({ tokens }) => tokens.some((token) => token.lower === word && isCapitalized(token)))
}
