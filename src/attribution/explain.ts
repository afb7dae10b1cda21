import type { Span } from '../domain/article.ts'
import type { Attribution } from '../domain/claim.ts'
import type { Grammar } from '../language/grammar.ts'
import { readParagraphs } from '../text/paragraphs.ts'
import { readAttributions } from './attribute.ts'

/** A word of a sentence and the rules that applied there, in order. */
export interface ExplainedWord {
  readonly word: string
  readonly rules: readonly string[]
}

/** A sentence with the attributions found in it, and the rules behind them. */
export interface ExplainedSentence {
  readonly span: Span
  readonly words: readonly ExplainedWord[]
  readonly attributions: readonly Attribution[]
}

/** Lists for each sentence of a text the grammar rules that applied, and the attributions found. */
export function explain(text: string, grammar: Grammar): ExplainedSentence[] {
  const { attributions, sentences } = readAttributions(text, readParagraphs(text, grammar.text), grammar)
  return sentences.map(({ span, read }) => {
    const places = [...new Set(read.notes.map(({ at }) => at))]
    return {
      span,
      words: places.map((place) => ({
        word: read.printed(place),
        rules: [...new Set(read.notes.flatMap(({ at, rule }) => (at === place ? [rule] : [])))],
      })),
      attributions: attributions.filter(({ cue, content }) => {
        const start = (cue[0] ?? content[0])?.start ?? -1
        return span.start <= start && start < span.end
      }),
    }
  })
}
