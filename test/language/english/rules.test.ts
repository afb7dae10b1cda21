import { describe, expect, it } from 'vitest'
import { english } from '../../../src/language/english/english.ts'
import { englishRules } from '../../../src/language/english/rules.ts'
import { appliedIn, rowsOf } from '../applied-rules.ts'

const rules = rowsOf(englishRules)

describe('the rules of English', () => {
  it('have a name each', () => {
    const names = rules.map(([, name]) => name)
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(rules)('%s: “%s” applies in its example', (_, name, { example }) => {
    expect(appliedIn(example, english)).toContain(name)
  })

  it.each(rules)('%s: “%s” does not apply in its counter-example', (_, name, { counterExample }) => {
    expect(appliedIn(counterExample, english)).not.toContain(name)
  })
})
