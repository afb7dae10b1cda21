import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const bin = join(import.meta.dirname, '../../bin/onrecord.js')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('onrecord keys', () => {
  it('makes a key, shows it, replaces it later, and the doctor says so', () => {
    expect(onrecord('keys', 'show').out).toContain('There are no keys, so no request is signed.')
    const made = onrecord('keys', 'new')
    expect(made.out).toMatch(/^[\w-]{43} {2}in use\n/)
    expect(made.out).toContain('Published at https://digest.example/.well-known/http-message-signatures-directory')
    const { keys } = JSON.parse(readFileSync(join(folder, 'bot-keys.json'), 'utf8')) as {
      keys: { kid: string; d: string }[]
    }
    const shown = onrecord('keys', 'show', '--json').out
    expect(shown).toContain(keys[0]?.kid)
    expect(shown).not.toContain(keys[0]?.d)
    expect(onrecord('doctor').out).toContain('Signed requests: works – with ')
    expect(onrecord('keys', 'rotate').out).toMatch(/takes over on 20\d\d-/)
    expect(onrecord('keys', 'new')).toMatchObject({
      status: 1,
      err: expect.stringContaining('there is a key already') as string,
    })
    writeFileSync(join(folder, 'bot-keys.json'), '{}')
    expect(onrecord('doctor').out.replace(/\s+/g, ' ')).toContain('Signed requests: FAILS – the keys in')
  })
})

function onrecord(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ONRECORD_DATA: folder, ONRECORD_PUBLIC_URL: 'https://digest.example' },
  })
  return { status, out: stdout, err: stderr }
}
