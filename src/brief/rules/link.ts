import type { Story } from '../../domain/story.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import { type NumberedSentence, numberSentences } from '../answer/numbering.ts'

/** The most article sentences matched to a sentence without numbers. */
const mostLinked = 2

/**
 * Finds the article sentences that best match a sentence without numbers: the one that shares most of its words, with
 * rare words counting for more (inverse document frequency, Spärck Jones 1972), then another for the words that the
 * first lacks.
 */
export function bestSentences(
  text: string,
  story: Story,
  { grammarFor, most = mostLinked }: { readonly grammarFor: GrammarFor; readonly most?: number },
): NumberedSentence[] {
  const grammar = grammarFor(story.articles[0]?.language ?? 'und')
  const all = numberSentences(story, grammarFor).map((sentence) => ({
    sentence,
    forms: formsOf(sentence.article.text.slice(sentence.start, sentence.end), grammar),
  }))
  const weight = (form: string) => Math.log(1 + all.length / (1 + all.filter(({ forms }) => forms.has(form)).length))
  let missing = formsOf(text, grammar)
  const found: NumberedSentence[] = []
  while (found.length < most && missing.size > 0) {
    const scored = all.map(({ sentence, forms }) => {
      const known = [...missing].filter((form) => forms.has(form))
      return { sentence, known, score: known.reduce((sum, form) => sum + weight(form), 0) }
    })
    const best = scored.reduce((one, other) => (other.score > one.score ? other : one), scored[0] ?? nothing)
    if (!best.sentence || best.known.length < 2) break
    found.push(best.sentence)
    missing = new Set([...missing].filter((form) => !best.known.includes(form)))
  }
  return found
}

const nothing = { sentence: undefined, known: [], score: 0 }

function formsOf(text: string, { words }: Grammar): Set<string> {
  return new Set(words.contentWords(text).map((word) => words.formOf(word)))
}
