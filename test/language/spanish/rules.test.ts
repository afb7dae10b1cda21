import { describe, expect, it } from 'vitest'
import { spanishRules } from '../../../src/language/spanish/rules.ts'
import { spanish } from '../../../src/language/spanish/spanish.ts'
import { appliedIn, rowsOf } from '../applied-rules.ts'

const rules = rowsOf(spanishRules)

describe('the rules of Spanish', () => {
  it('have a name each', () => {
    const names = rules.map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(rules)('%s: “%s” applies in its example', (_, name, { example }) => {
    expect(appliedIn(example, spanish)).toContain(name)
  })

  it.each(rules)('%s: “%s” does not apply in its counter-example', (_, name, { counterExample }) => {
    expect(appliedIn(counterExample, spanish)).not.toContain(name)
  })
})
