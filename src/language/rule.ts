import type { Sentence } from './sentence.ts'

/**
 * A rule of a grammar as a value. Rules of one kind are a list and run in order; the first that finds something decides.
 * `onrecord attribute --explain` tells which did, and a test holds each to its example and its counter-example.
 */
export interface Rule<Given, Found> {
  /** As `--explain` and the tests name it; no two rules of a grammar share one. */
  readonly name: string
  /** A text in which the rule finds something. */
  readonly example: string
  /** One much like it in which it must not. */
  readonly counterExample: string
  /** What it finds; undefined or false where it does not apply. */
  find(given: Given): Found | undefined | false
}

/** What every rule is given: a sentence, and the position in it that is asked about. */
export interface At<Read extends Sentence = Sentence> {
  readonly sentence: Read
  readonly at: number
}

/** What the first rule that applies finds; notes on the sentence which one it was. */
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

/** Whether any rule applies; notes which one did. */
export function anyOf<Given extends At>(rules: readonly Rule<Given, true>[], given: Given): boolean {
  return firstOf(rules, given) === true
}

/** The names of all rules that apply, in their order. */
export function namesOf<Given>(rules: readonly Rule<Given, true>[], given: Given): string[] {
  return rules.filter((rule) => rule.find(given) === true).map(({ name }) => name)
}

/** What the first rule that applies finds, with its name, where there is no sentence to note it on. */
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
