#!/bin/sh
# PGlite 0.5.16 (npm, @electric-sql/pglite): what happens to the rest of a process while queries follow each other.
#
# One would guess that `await db.query(…)` lets the process do other things, as with a database server. It does not: the answer
# comes in a microtask, so that a loop of awaited queries is, to timers, sockets and servers of the process, one blocking call.
# No timer fires and no request is read until the loop ends, however long it is. `monitorEventLoopDelay` of Node does not show it
# either: it counts from one turn of the loop to the next, and where there is no turn it has nothing to count.
#
# What this means for a bot that answers within three seconds: let the event loop turn between queries (setImmediate), and count
# the turns of a timer to find such stretches.
#
# Source: the package itself; its documentation speaks of a single connection, and not of this.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @electric-sql/pglite@0.5.16 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as turn } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'

const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8'))
assert.equal(version, '0.5.16')
const db = await PGlite.create()

async function timersDuring(work) {
  let fired = 0
  const timer = setInterval(() => (fired += 1), 1)
  await work()
  clearInterval(timer)
  return fired
}
const start = performance.now()
const without = await timersDuring(async () => {
  for (let at = 0; at < 3_000; at++) await db.query('select $1::int as n, repeat($2, 500) as filler', [at, 'x'])
})
const took = performance.now() - start
const withTurns = await timersDuring(async () => {
  for (let at = 0; at < 3_000; at++) {
    await db.query('select $1::int as n, repeat($2, 500) as filler', [at, 'x'])
    await turn()
  }
})
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
for (let at = 0; at < 3_000; at++) await db.query('select $1::int as n, repeat($2, 500) as filler', [at, 'x'])
const counted = delay.count
delay.disable()
await db.close()
console.log(`3,000 awaited queries, ${took.toFixed(0)} ms: a timer of 1 ms fired ${without} times`)
console.log(`the same with a setImmediate after each: ${withTurns} times`)
console.log(`monitorEventLoopDelay counted ${counted} delays during the first kind`)
assert.equal(without, 0, `PGlite ${version} lets timers fire now`)
assert.ok(withTurns > 20)
assert.equal(counted, 0, 'monitorEventLoopDelay sees it now')
JS
node look.mjs
