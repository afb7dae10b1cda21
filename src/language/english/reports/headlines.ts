import type { Paragraph } from '../../../text/paragraphs.ts'
import type { Match } from '../../report.ts'
import { isRole } from '../words/name-words.ts'
import { isCapitalized, isMark } from '../words/word-classes.ts'

/** What stands before a colon and nobody says. */
const labels =
  /^(?:analysis|opinion|live|watch|video|photos?|pictures|exclusive|breaking|updated?|explainer|review|interview|editorial|comment|letters?|obituary|podcast|newsletter|fact check|profile|in brief)$/i
const longestName = 5

/** “Stroud: I will not resign”: a headline that begins with a name or an office gives the rest to whoever that is. */
export function headlineReport(first: Paragraph | undefined, rest: readonly Paragraph[]): Match | undefined {
  const tokens = first?.sentences[0]?.tokens ?? []
  const colon = tokens.findIndex((token) => isMark(token, ':'))
  const source = tokens.slice(0, colon)
  const said = tokens.slice(colon + 1).filter((token) => !isMark(token, '.'))
  if (!first || first.sentences.length > 1 || colon < 1 || colon > longestName || said.length < 2) return undefined
  const last = source.at(-1)
  if (!last || source.some(({ kind }) => kind !== 'word') || labels.test(source.map(({ text }) => text).join(' ')))
    return undefined
  const known = isRole(last.lower) || (isCapitalized(last) && rest.some((paragraph) => names(paragraph, last.lower)))
  const [from, to] = [said[0], said.at(-1)]
  if (!known || !from || !to) return undefined
  return {
    act: 'says',
    source: { start: source[0]?.start ?? last.start, end: last.end },
    cue: null,
    content: [{ start: from.start, end: to.end }],
    venue: null,
    negated: false,
  }
}

function names({ sentences }: Paragraph, word: string): boolean {
  return sentences.some(({ tokens }) => tokens.some((token) => token.lower === word && isCapitalized(token)))
}
