import { explain } from '../../src/attribution/explain.ts'
import type { Grammar } from '../../src/language/grammar.ts'
import type { NamedRule } from '../../src/language/rule.ts'

/** The names of all rules of a grammar that apply anywhere in a text. */
export function appliedIn(text: string, grammar: Grammar): string[] {
  const applied = explain(text, grammar).flatMap(({ words, attributions }) => [
    ...words.flatMap((word) => word.rules),
    ...attributions.flatMap((attribution) => [...attribution.rules, ...attribution.doubts]),
  ])
  return [...new Set(applied)]
}

/** Each rule with the question it answers and its name, as the rows of a table of tests. */
export function rowsOf(rules: Readonly<Record<string, readonly NamedRule[]>>) {
  return Object.entries(rules).flatMap(([family, list]) => list.map((rule) => [family, rule.name, rule] as const))
}
