import { describe, expect, it } from 'vitest'
import { unicodePatterns, unicodeWords } from '../../../src/language/lists/unicode-words.ts'

describe('a pattern of words', () => {
  it.each([
    [/\bäußern\b/, 'nicht äußern wollte'],
    [/\bließ\b/, 'sie ließ es'],
    [/\bé\b/, 'isto é novo'],
    [/erkl\w+ung/, 'die Erklärung der erklärung'],
  ])('%s finds a word with an accent', (pattern, text) => {
    expect(pattern.test(text)).toBe(false)
    expect(unicodeWords(pattern).test(text)).toBe(true)
  })

  it('still finds no part of a word', () => {
    expect(unicodeWords(/\bäußern\b/).test('veräußern')).toBe(false)
    expect(unicodeWords(/\bnão\b/).test('nãos')).toBe(false)
  })

  it('is changed wherever it stands in an object, and nothing else is', () => {
    const given = { deep: { one: /\bä\b/g }, set: new Set(['a']) }
    const changed = unicodePatterns(given)
    expect(changed.deep.one.test('x ä x')).toBe(true)
    expect(changed.deep.one.flags).toBe('gu')
    expect(changed.set).toBe(given.set)
  })
})
