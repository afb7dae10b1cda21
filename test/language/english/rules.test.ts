import { describe, expect, it } from 'vitest'
import { explain } from '../../../src/attribution/explain.ts'
import { english } from '../../../src/language/english/english.ts'
import { englishRules } from '../../../src/language/english/rules.ts'

const families = Object.entries(englishRules)
const rules = families.flatMap(([family, list]) => list.map((rule) => [family, rule.name, rule] as const))

/** The names of all rules that apply anywhere in a text. */
function appliedIn(text: string): Set<string> {
  return new Set(
    explain(text, english).flatMap(({ words, attributions }) => [
      ...words.flatMap((word) => word.rules),
      ...attributions.flatMap((attribution) => [...attribution.rules, ...attribution.doubts]),
    ]),
  )
}

describe('the rules of English', () => {
  it('have a name each', () => {
    const names = rules.map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(rules)('%s: “%s” applies in its example', (_, name, { example }) => {
    expect([...appliedIn(example)]).toContain(name)
  })

  it.each(rules)('%s: “%s” does not apply in its counter-example', (_, name, { counterExample }) => {
    expect([...appliedIn(counterExample)]).not.toContain(name)
  })
})
