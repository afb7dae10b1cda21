import { expect, it } from 'vitest'
import { readConfig } from '../../src/app/config.ts'
import { checkRoom } from '../../src/cli/before-start.ts'

const limits = (soft: string) =>
  `Limit                     Soft Limit           Hard Limit           Units\nMax open files            ${soft}                 4096                 files\n`
const config = readConfig({ ONRECORD_DATA: '.', DATABASE_URL: 'postgres://127.0.0.1/none' })

it('tells a process that may open too few files what to do, before it opens any', () => {
  expect(() => checkRoom(config, limits('64'))).toThrow(
    /can open only 64 files at once and needs 256; .*ulimit -n 1024/,
  )
})

it.each([limits('1024'), limits('unlimited'), ''])('lets others start', (text) => {
  expect(() => checkRoom(config, text)).not.toThrow()
})
