import { describe, expect, it } from 'vitest'
import { german } from '../../../src/language/german/german.ts'
import { germanRules } from '../../../src/language/german/rules.ts'
import { appliedIn, rowsOf } from '../applied-rules.ts'

const rules = rowsOf(germanRules)

describe('the rules of German', () => {
  it('have a name each', () => {
    const names = rules.map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(rules)('%s: “%s” applies in its example', (_, name, { example }) => {
    expect(appliedIn(example, german)).toContain(name)
  })

  it.each(rules)('%s: “%s” does not apply in its counter-example', (_, name, { counterExample }) => {
    expect(appliedIn(counterExample, german)).not.toContain(name)
  })
})
