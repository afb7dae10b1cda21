import { describe, expect, it } from 'vitest'
import { textOfSummary } from '../../src/article/feed-text.ts'

describe('a feed’s summary as a text', () => {
  it.each<[summary: string, text: string]>([
    ['The ferry sailed on Tuesday. Tickets cost 9 euros.', 'The ferry sailed on Tuesday. Tickets cost 9 euros.'],
    ['The ferry sailed on Tuesday. Tickets cost what they did bef…', 'The ferry sailed on Tuesday.'],
    ['The ferry sailed on Tuesday. Tickets cost what they did bef [...]', 'The ferry sailed on Tuesday.'],
    ['The ferry sailed on Tuesday. Tickets cost what they did', 'The ferry sailed on Tuesday.'],
    ['He was taken to St. Mary’s hosp…', ''],
    ['The boat sank. He was taken to St. Mary’s hosp…', 'The boat sank.'],
    ['Am 3. Mai kommt der Minister nach Ber…', ''],
    ['He said: “We will go. And then…', ''],
    ['The ferry sailed on Tuesday. The post Ferry appeared first on Tarn Weekly.', 'The ferry sailed on Tuesday.'],
    [
      'Глава района выступил в понедельник. Он вступит в должность.',
      'Глава района выступил в понедельник. Он вступит в должность.',
    ],
    ['フェリーは火曜日に出航した。切符は値上がりし…', 'フェリーは火曜日に出航した。'],
    ['Ferry sails again.', ''],
    ['', ''],
  ])('%j is %j', (summary, text) => {
    expect(textOfSummary(summary, 'Ferry sails again')).toBe(text)
  })

  it('is read in time that grows with its length, whatever marks it has', () => {
    const long = `Hello.${'”'.repeat(990)}x`
    expect(textOfSummary(long, 'Ferry')).toMatch(/^Hello\.”/)
  })
})
