import { describe, expect, it } from 'vitest'
import { readDate } from '../../../src/text/values/dates.ts'

describe('a date', () => {
  it.each([
    ['Wed, 25 Nov 2026 10:00:00 GMT', '2026-11-25T10:00:00.000Z'],
    ['Wed, 25 Nov 2026 10:00:00 CET', '2026-11-25T09:00:00.000Z'],
    ['Wed, 25 Nov 2026 10:00:00 EST', '2026-11-25T15:00:00.000Z'],
    ['Wed, 25 Nov 2026 10:00:00 AEDT', '2026-11-24T23:00:00.000Z'],
    ['2026-11-25T10:00:00+02:00', '2026-11-25T08:00:00.000Z'],
    ['2026-11-25T10:00:00 CEST', '2026-11-25T08:00:00.000Z'],
    ['2026-11-25 10:00:00 UTC', '2026-11-25T10:00:00.000Z'],
    ['2026-11-25 9:05', '2026-11-25T09:05:00.000Z'],
    ['2026-11-25 3:00 PM', '2026-11-25T15:00:00.000Z'],
    ['25.11.2026 9:05', '2026-11-25T09:05:00.000Z'],
    ['Fr, 25 Dez 2026 10:00:00 +0100', '2026-12-25T09:00:00.000Z'],
    ['25 décembre 2026', '2026-12-25T00:00:00.000Z'],
    ['mercoledì 5 maggio 2027', '2027-05-05T00:00:00.000Z'],
  ])('is read as it is written: %s', (written, instant) => expect(readDate(written)).toBe(instant))

  it.each(['2026-11-25 10:00:00', '2026-11-25T10:00', 'Wed, 25 Nov 2026 10:00:00', 'Nov 25, 2026 10:00 AM'])(
    'that names no zone is in UTC, wherever the machine is: %s',
    (written) => {
      const { TZ } = process.env
      process.env['TZ'] = 'America/New_York'
      expect(readDate(written)).toBe('2026-11-25T10:00:00.000Z')
      if (TZ === undefined) delete process.env['TZ']
      else process.env['TZ'] = TZ
    },
  )

  it.each([null, '', 'yesterday', '20255-01-01', '+275760-09-13', '0000-01-01', '-000001-01-01', '99.99.2026'])(
    'is none: %s',
    (written) => expect(readDate(written)).toBeNull(),
  )
})
