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

  it('with its month first and dashes is in UTC, wherever the machine is', () => {
    const { TZ } = process.env
    process.env['TZ'] = 'America/New_York'
    expect(readDate('10-11-2026')).toBe('2026-10-11T00:00:00.000Z')
    if (TZ === undefined) delete process.env['TZ']
    else process.env['TZ'] = TZ
  })

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

describe('a date as feeds and pages write it', () => {
  it.each([
    ['Friday, November 27, 2026 - 8:00am EST', '2026-11-27T13:00'],
    ['20261127T080000Z', '2026-11-27T08:00'],
    ['20261127', '2026-11-27T00:00'],
    ['1795766400', '2026-11-27T08:00'],
    ['1795766400000', '2026-11-27T08:00'],
    ['Fri, 27 Nov 2026 08:00:00 Europe/Berlin', '2026-11-27T07:00'],
    ['July 4, 2026, 8:00 a.m. ET', '2026-07-04T12:00'],
    ['2026-11-27T08:00:00 GMT+01:00', '2026-11-27T07:00'],
    ['2026-11-27T08:00:00+01', '2026-11-27T07:00'],
    ['Fri, 27 Nov 2026 08:00:00 EAT', '2026-11-27T05:00'],
    ['27/11/2026 08:00', '2026-11-27T08:00'],
    ['vendredi 27 novembre 2026 à 14h30', '2026-11-27T14:30'],
    ['1er décembre 2026', '2026-12-01T00:00'],
    ['Freitag, 27.11.2026, 14:30 Uhr', '2026-11-27T14:30'],
    ['27. November 2026 um 14.30 Uhr', '2026-11-27T14:30'],
    ['viernes, 27 de noviembre de 2026', '2026-11-27T00:00'],
    ['sábado, 28 de novembro de 2026 às 09h15', '2026-11-28T09:15'],
    ['30 giugno 2026 ore 12:30', '2026-06-30T12:30'],
    ['27 maart 2026', '2026-03-27T00:00'],
    ['12 maj 2026 kl. 14:30', '2026-05-12T14:30'],
    ['27 listopada 2026', '2026-11-27T00:00'],
    ['27 ноября 2026, 14:30', '2026-11-27T14:30'],
    ['2026年11月27日 8時05分', '2026-11-27T08:05'],
    ['2026年11月27日 午後8時05分', '2026-11-27T20:05'],
    ['10 novembre 2026 à 18h', '2026-11-10T18:00'],
    ['10.11.2026 8:05 PM', '2026-11-10T20:05'],
    ['27.11.2026 12:05 a.m.', '2026-11-27T00:05'],
    ['10.11.2026 14:30 am', '2026-11-10T14:30'],
    ['10.11.2026 8:05 PM EST', '2026-11-11T01:05'],
    ['2028-02-29', '2028-02-29T00:00'],
  ])('is read: %s', (written, minute) => {
    expect(readDate(written)?.slice(0, 16)).toBe(minute)
  })

  it.each([
    'today',
    'Marsh met 12',
    '8:00',
    'By Ana Ruiz',
    '2026111008',
    '99999999',
    '2026-13-45',
    '2026-02-31',
    '31.04.2026',
  ])('is not %s', (written) => {
    expect(readDate(written)).toBeNull()
  })
})
