import { describe, expect, it } from 'vitest'
import { portuguese } from '../../../src/language/portuguese/portuguese.ts'
import { portugueseRules } from '../../../src/language/portuguese/rules.ts'
import { appliedIn, rowsOf } from '../applied-rules.ts'

const rules = rowsOf(portugueseRules)

describe('the rules of Portuguese', () => {
  it('have a name each', () => {
    const names = rules.map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(rules)('%s: “%s” applies in its example', (_, name, { example }) => {
    expect(appliedIn(example, portuguese)).toContain(name)
  })

  it.each(rules)('%s: “%s” does not apply in its counter-example', (_, name, { counterExample }) => {
    expect(appliedIn(counterExample, portuguese)).not.toContain(name)
  })
})
