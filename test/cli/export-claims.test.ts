import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

const bin = join(import.meta.dirname, '../../bin/onrecord.js')

it('prints who said what as CSV, whole pages of it, with passage and link', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-csv-'))
  const onrecord = async (...args: string[]) => {
    const env = { PATH: process.env['PATH'] ?? '', ONRECORD_DATA: folder }
    const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], { env, maxBuffer: 50_000_000 })
    return stdout
  }
  await onrecord('digest')
  const lines = (await onrecord('export-claims')).split('\r\n')
  expect(lines[0]).toBe('date,speaker,statement,venue,outlet,link,passage,corrected,withdrawn')
  expect(lines.at(-1)).toBe('')
  const rows = lines.slice(1, -1).map((line) => line.slice(1, -1).split('","'))
  expect(rows.length).toBeGreaterThan(10)
  expect(rows.every((row) => row.length === 9)).toBe(true)
  const denial = rows.find(([, speaker = '']) => speaker.includes('Ochoa'))
  expect(denial?.slice(2)).toEqual([
    'Winifred Ochoa denied that any rule was changed.',
    '',
    'Northern Ledger',
    'http://northern-ledger.example/harvest-court',
    'Councillor Winifred Ochoa denied that any rule was changed',
    '',
    '',
  ])
  rmSync(folder, { recursive: true })
}, 120_000)
