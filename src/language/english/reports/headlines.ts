import type { Paragraph } from '../../../text/paragraphs.ts'
import type { Match } from '../../report.ts'
import { clauseWords } from '../syntax/clause-words.ts'
import { isRole } from '../words/name-words.ts'
import { isCapitalized } from '../words/word-classes.ts'

/** What stands before a colon and nobody says. */
const labels =
  /^(?:analysis|opinion|live|watch|video|photos?|pictures|exclusive|breaking|updated?|explainer|review|interview|editorial|comment|letters?|obituary|podcast|newsletter|fact check|profile|in brief)$/i
const longestName = 5

/** “Stroud: I will not resign”: a headline that begins with a name or an office gives the rest to whoever that is. */
export function headlineReport(first: Paragraph | undefined, rest: readonly Paragraph[]): Match | undefined {
  if (!first || first.sentences.length > 1) return undefined
  const sentence = clauseWords(first.sentences[0]?.tokens ?? [])
  const { tokens } = sentence
  const colon = sentence.find((at) => sentence.isMark(at, ':'))
  const said = tokens.filter((_, at) => at > colon && !sentence.isMark(at, '.'))
  if (colon < 1 || colon > longestName || said.length < 2) return undefined
  const source = tokens.slice(0, colon)
  const isName = sentence.every((at) => sentence.isWord(at), 0, colon)
  const last = sentence.word(colon - 1)
  if (!isName || labels.test(source.map(({ text }) => text).join(' '))) return undefined
  const isNamed = sentence.isCapital(colon - 1) && rest.some((paragraph) => names(paragraph, last))
  const [start, end, from, to] = [source[0], source.at(-1), said[0], said.at(-1)]
  if (!(isRole(last) || isNamed) || !start || !end || !from || !to) return undefined
  return {
    act: 'says',
    source: { start: start.start, end: end.end },
    cue: null,
    content: [{ start: from.start, end: to.end }],
    venue: null,
    negated: false,
    doubts: [],
    rules: ['headline with a name before its colon'],
  }
}

function names({ sentences }: Paragraph, word: string): boolean {
  return sentences.some(({ tokens }) => tokens.some((token) => token.lower === word && isCapitalized(token)))
}
