import { describe, expect, it } from 'vitest'
import { french } from '../../../src/language/french/french.ts'
import { frenchRules } from '../../../src/language/french/rules.ts'
import { appliedIn, rowsOf } from '../applied-rules.ts'

const rules = rowsOf(frenchRules)

describe('the rules of French', () => {
  it('have a name each', () => {
    const names = rules.map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(rules)('%s: “%s” applies in its example', (_, name, { example }) => {
    expect(appliedIn(example, french)).toContain(name)
  })

  it.each(rules)('%s: “%s” does not apply in its counter-example', (_, name, { counterExample }) => {
    expect(appliedIn(counterExample, french)).not.toContain(name)
  })
})
