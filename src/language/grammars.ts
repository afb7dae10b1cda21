import { english } from './english/english.ts'
import type { Grammar } from './grammar.ts'
import { plainGrammar } from './plain.ts'

/** The grammars that we have, with published accuracy figures (docs/accuracy.md). Adding one takes a folder and a line here. */
const grammars: readonly Grammar[] = [english]

/** Finds the grammar of a language by its ISO 639-1 subtag. */
export type GrammarFor = (language: string) => Grammar

const plain = new Map<string, Grammar>()

/** The grammar of a language; if we have none, one that names nobody. */
export function grammarFor(language: string): Grammar {
  const own = grammars.find((grammar) => grammar.language === language)
  if (own) return own
  const known = plain.get(language) ?? withKnownOrders(plainGrammar(language))
  plain.set(language, known)
  return known
}

/**
 * Instructions to a machine are written in a language that machines know, whatever the text around them is in. So the grammars
 * that we have look for them.
 */
function withKnownOrders(grammar: Grammar): Grammar {
  const isToMachine = (text: string) => grammars.some(({ words }) => words.isToMachine(text))
  const isAddressed = (text: string) => grammars.some(({ words }) => words.isAddressed(text))
  return { ...grammar, words: { ...grammar.words, isToMachine, isAddressed } }
}

/** Whether we can tell who said what in a language, by its ISO 639-1 subtag. */
export function isMeasured(language: string): boolean {
  return grammarFor(language).isMeasured
}

/** The note for readers of an article in another language: which language it is, and what is left out because of that. */
export function notCheckedNote(language: string): string {
  const what =
    language === 'und'
      ? 'The language of this article wasn’t recognised'
      : `This article is in ${languageName(language)}`
  const measured = new Intl.ListFormat('en').format(grammars.map((grammar) => languageName(grammar.language)))
  return `${what}; Onrecord checks who said what in ${measured} only, so it shows the headline and quotations without names.`
}

function languageName(language: string): string {
  return new Intl.DisplayNames('en', { type: 'language', fallback: 'code' }).of(language) ?? language
}
