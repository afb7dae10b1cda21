import type { Sentence } from './sentence.ts'

/**
 * A rule of a grammar as a value. Rules of one kind form a list and run in order; the first that finds something decides.
 * `onrecord attribute --explain` shows which one did, and a test checks each against its example and its counter-example.
 */
export interface Rule<Given, Found> {
  /** The name that `--explain` and the tests use; no two rules of a grammar share one. */
  readonly name: string
  /** A text in which the rule finds something. */
  readonly example: string
  /** A similar text in which it must find nothing. */
  readonly counterExample: string
  /** Returns the finding; undefined or false if the rule does not apply. */
  find(given: Given): Found | undefined | false
}

/** The documented and tested part of a rule: its name, an example that it applies to and one that it does not. */
export type NamedRule = Pick<Rule<never, unknown>, 'name' | 'example' | 'counterExample'>

/** A sentence, and the position in it where a rule is tried. */
export interface At<Read extends Sentence = Sentence> {
  readonly sentence: Read
  readonly at: number
}

/** Returns the finding of the first rule that applies, and notes on the sentence which rule it was. */
export function firstOf<Given extends At, Found>(
  rules: readonly Rule<Given, Found>[],
  given: Given,
): Found | undefined {
  for (const rule of rules) {
    const found = rule.find(given)
    if (found !== undefined && found !== false) {
      given.sentence.note(rule.name, given.at)
      return found
    }
  }
  return undefined
}

/** Returns true if any rule applies, and notes which one did. */
export function anyOf<Given extends At>(rules: readonly Rule<Given, true>[], given: Given): boolean {
  return firstOf(rules, given) === true
}

/** Returns the names of all rules that apply, in order. */
export function namesOf<Given>(rules: readonly Rule<Given, true>[], given: Given): string[] {
  return rules.filter((rule) => rule.find(given) === true).map(({ name }) => name)
}

/** Returns the finding of the first rule that applies, with its name; for input without a sentence to note it on. */
export function firstNamed<Given, Found>(
  rules: readonly Pick<Rule<Given, Found>, 'name' | 'find'>[],
  given: Given,
): { readonly found: Found; readonly rule: string } | undefined {
  for (const { name, find } of rules) {
    const found = find(given)
    if (found !== undefined && found !== false) return { found, rule: name }
  }
  return undefined
}
