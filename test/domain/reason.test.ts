import { describe, expect, it } from 'vitest'
import { asSentence } from '../../src/domain/reason.ts'

describe('a reason as a sentence', () => {
  it.each([
    ['the page is gone', 'The page is gone.'],
    ['“Noon” has just been deleted', '“Noon” has just been deleted.'],
    ['Nothing was chosen. Take a topic.', 'Nothing was chosen. Take a topic.'],
    ['https://tarn.example: it is gone', 'https://tarn.example: it is gone.'],
    ['tarn.example is not among the feeds', 'tarn.example is not among the feeds.'],
    ['which one?', 'Which one?'],
    [
      'it is not followed. To see the feeds: /news-feeds list',
      'It is not followed. To see the feeds: /news-feeds list',
    ],
    ['set one up: onrecord digest schedule', 'Set one up: onrecord digest schedule'],
    ['he said “no.”', 'He said “no.”'],
    ['localhost: refused', 'localhost: refused.'],
    [
      'Which: /digest schedule "St. Ives" weekdays 8:00 London',
      'Which: /digest schedule "St. Ives" weekdays 8:00 London',
    ],
    ['', ''],
  ])('%s', (reason, sentence) => {
    expect(asSentence(reason)).toBe(sentence)
  })
})
