import { english } from './english/english.ts'
import type { Grammar } from './grammar.ts'
import { plainGrammar } from './plain.ts'

/** The languages whose grammar we have, with published figures (docs/accuracy.md). A new one is a folder and a line here. */
const grammars: readonly Grammar[] = [english]

/** Finds the grammar of a language by its ISO 639-1 subtag. */
export type GrammarFor = (language: string) => Grammar

const plain = new Map<string, Grammar>()

/** The grammar of a language; one that names nobody where we have none. */
export function grammarFor(language: string): Grammar {
  const own = grammars.find((grammar) => grammar.language === language)
  if (own) return own
  const known = plain.get(language) ?? withKnownOrders(plainGrammar(language))
  plain.set(language, known)
  return known
}

/** Orders to a machine are written in a language that machines know, whatever stands around them. */
function withKnownOrders(grammar: Grammar): Grammar {
  const isToMachine = (text: string) => grammars.some(({ words }) => words.isToMachine(text))
  const isAddressed = (text: string) => grammars.some(({ words }) => words.isAddressed(text))
  return { ...grammar, words: { ...grammar.words, isToMachine, isAddressed } }
}

/** Whether who said what can be told in a language, by its ISO 639-1 subtag. */
export function isMeasured(language: string): boolean {
  return grammarFor(language).isMeasured
}

/** What readers are told of an article in another language: what it is in, and what is left out for it. */
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
