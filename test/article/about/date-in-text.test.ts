import { expect, it } from 'vitest'
import { dateIn } from '../../../src/article/about/date-in-text.ts'

it.each([
  ['Published 10/11/2026 8:05 PM', '2026-10-11T20:05:00.000Z'],
  ['Veröffentlicht: 10.11.2026, 20.05 Uhr', '2026-11-10T20:05:00.000Z'],
  ['Updated November 27, 2026 8:05 PM +02:00 by Ana Ruiz', '2026-11-27T18:05:00.000Z'],
  ['27 November 2026 08:05 GMT', '2026-11-27T08:05:00.000Z'],
])('a date in a text keeps its half of the day and its zone: %s', (text, at) => {
  expect(dateIn(text, 'month-first')?.at).toBe(at)
})
