import { describe, expect, it } from 'vitest'
import { TermTable } from '../../../src/story/terms/term-table.ts'

describe('the table of terms', () => {
  it('numbers words in the order in which they came, however many there are', () => {
    const table = new TermTable()
    const words = Array.from({ length: 20_000 }, (_, at) => `word${at}`)
    expect(words.map((word) => table.numberOf(word))).toEqual(words.map((_, at) => at))
    expect(words.map((word) => table.numberOf(word))).toEqual(words.map((_, at) => at))
    expect(table.size).toBe(20_000)
  })

  it('tells words apart that differ in one letter or only in their order', () => {
    const table = new TermTable()
    const words = ['bridge', 'bridgf', 'ridgeb', 'Ü', 'Ũ', '', 'ab', 'ba']
    expect(new Set(words.map((word) => table.numberOf(word))).size).toBe(words.length)
  })
})
