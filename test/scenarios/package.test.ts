import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

describe('the packed package, installed elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-package-'))
  const home = join(folder, 'package')

  beforeAll(() => {
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder], { cwd: root })
    execFileSync('tar', ['xzf', join(folder, 'onrecord-0.1.0.tgz'), '-C', folder])
    symlinkSync(join(root, 'node_modules'), join(home, 'node_modules'))
  })

  afterAll(() => {
    rmSync(folder, { recursive: true })
    rmSync(join(root, 'dist'), { recursive: true, force: true })
  })

  it('has what it needs and no sources', () => {
    expect(
      ['bin/onrecord.js', 'dist/main.js', 'dist/worker.js', 'samples/outlets.json', 'LICENSE'].filter(
        (file) => !existsSync(join(home, file)),
      ),
    ).toEqual([])
    expect(readdirSync(join(home, 'prepared'))).toEqual([expect.stringMatching(/^pglite-[\d.]+\.tar\.gz$/)])
    expect(['src', 'test', '.env'].filter((file) => existsSync(join(home, file)))).toEqual([])
  })

  it('does the main job, threads included', () => {
    const out = execFileSync(process.execPath, [join(home, 'bin/onrecord.js'), 'start', '--once'], {
      encoding: 'utf8',
      env: { ...process.env, ONRECORD_DATA: join(folder, 'data') },
    })
    expect(out).toMatch(/^Demonstration digest · .* · \d stories · 3 outlets\n/)
  })
})
