import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

/** Forty kills, and three processes on a server, are shown by the bench itself. */
it('a process that is killed while people ask it answers all that it acknowledged, and nothing twice', async () => {
  const kills = 3
  const root = join(import.meta.dirname, '../..')
  const { stdout } = await promisify(execFile)(join(root, 'node_modules/.bin/node'), [
    join(root, 'bench/kills.ts'),
    String(kills),
    '1',
  ])
  const counts = [
    ...stdout.matchAll(/(\d+) acknowledged, (\d+) unanswered, (\d+) killed while being sent, (\d+) answered twice/g),
  ].map(([, acknowledged, unanswered, cut, twice]) => [
    Number(acknowledged) > 0,
    Number(unanswered),
    Number(cut) <= kills,
    Number(twice),
  ])
  expect(counts).toEqual([
    [true, 0, true, 0],
    [true, 0, true, 0],
  ])
}, 300_000)
