import { english } from './english/english.ts'
import { french } from './french/french.ts'
import { german } from './german/german.ts'
import type { Grammar } from './grammar.ts'
import { plainGrammar } from './plain.ts'
import { portuguese } from './portuguese/portuguese.ts'
import { spanish } from './spanish/spanish.ts'

/** Our grammars, with published accuracy figures (docs/accuracy.md). A new one needs a folder and a line here. */
const grammars: readonly Grammar[] = [english, french, german, portuguese, spanish]

/** Finds the grammar of a language by its ISO 639-1 subtag. */
export type GrammarFor = (language: string) => Grammar

const plain = new Map<string, Grammar>()

/** Returns the grammar of a language; if we have none, a plain one that names nobody. */
export function grammarFor(language: string): Grammar {
  const own = grammars.find((grammar) => grammar.language === language)
  if (own) return own
  const known = plain.get(language) ?? withKnownOrders(plainGrammar(language))
  plain.set(language, known)
  return known
}

/**
 * Lets our grammars look for instructions to machines, which may be in a language other than that of the text around
 * them.
 */
function withKnownOrders(grammar: Grammar): Grammar {
  const isToMachine = (text: string) => grammars.some(({ words }) => words.isToMachine(text))
  const isAddressed = (text: string) => grammars.some(({ words }) => words.isAddressed(text))
  return { ...grammar, words: { ...grammar.words, isToMachine, isAddressed } }
}

/** Returns true if we have a grammar of a language, even if it is not accurate enough for briefs yet. */
export function hasGrammar(language: string): boolean {
  return grammars.some((grammar) => grammar.language === language)
}

/**
 * Finds the grammar of a language as briefs would use it if it were accurate enough for them, to measure whether it is.
 */
export function candidateGrammarFor(language: string): Grammar {
  return hasGrammar(language) ? { ...grammarFor(language), isMeasured: true } : grammarFor(language)
}
