import { expect, it } from 'vitest'
import { dayMeant } from '../../src/digest/days.ts'

it.each([
  ['2026-12-31', '2026-12-31'],
  ['+1', '2026-11-28'],
  ['+14', '2026-12-11'],
  ['sat', '2026-11-28'],
  // Said on a Friday, Friday is the next one.
  ['fri', '2026-12-04'],
  ['someday', 'someday'],
])('a day that is said as %s', (said, day) => {
  // Friday in Auckland, Thursday still in London.
  expect(dayMeant(said, '2026-11-26T12:00:00.000Z', 'Pacific/Auckland')).toBe(day)
})

it('is reckoned from today where the digest comes', () => {
  expect(dayMeant('fri', '2026-11-26T12:00:00.000Z', 'Europe/London')).toBe('2026-11-27')
})
