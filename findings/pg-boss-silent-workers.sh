#!/bin/sh
# pg-boss 12.38.0 (npm), here on PGlite 0.5.16: when a job of a worker that fell silent comes again.
#
# A job has a heartbeat (heartbeatSeconds, 10 at least), and workers are supervised every superviseIntervalSeconds (60 unless set). One
# would guess that a job whose worker died comes again after the heartbeat and one supervision: with 10 and 1, after some 11 seconds.
# It takes up to a minute: each queue is looked at once in monitorIntervalSeconds (60 unless set), however often the supervision
# runs, and the first look falls right after the start. Only with both intervals short is the job back in time.
#
# What this means where somebody waits for an answer: set monitorIntervalSeconds together with superviseIntervalSeconds.
#
# Source: the package itself; its documentation describes monitorIntervalSeconds by the statistics it caches, and expiry by heartbeat apart
# from it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund pg-boss@12.38.0 @electric-sql/pglite@0.5.16 >/dev/null
cat >look.mjs <<'JS'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { fromPglite, PgBoss } from 'pg-boss'

const { version } = JSON.parse(readFileSync('node_modules/pg-boss/package.json', 'utf8'))
assert.equal(version, '12.38.0')

/** Seconds until a job that somebody fetched and never touched again can be fetched once more. */
async function secondsUntilBack(intervals) {
  const pglite = await PGlite.create()
  const boss = new PgBoss({ db: fromPglite(pglite), backend: 'pglite', schedule: false, ...intervals })
  boss.on('error', (error) => console.error(error))
  await boss.start()
  await boss.createQueue('answers', { heartbeatSeconds: 10, retryLimit: 3, retryDelay: 0 })
  await sleep(1_500)
  await boss.send('answers', { to: 'somebody' })
  const [taken] = await boss.fetch('answers')
  assert.ok(taken)
  const start = performance.now()
  for (;;) {
    await sleep(500)
    const [again] = await boss.fetch('answers')
    const seconds = (performance.now() - start) / 1_000
    if (again ?? seconds > 80) {
      await boss.stop({ graceful: false })
      await pglite.close()
      return seconds
    }
  }
}
const supervised = await secondsUntilBack({ superviseIntervalSeconds: 1 })
const both = await secondsUntilBack({ superviseIntervalSeconds: 1, monitorIntervalSeconds: 1 })
console.log(`supervised every second: back after ${supervised.toFixed(0)} s`)
console.log(`supervised and monitored every second: back after ${both.toFixed(0)} s`)
assert.ok(supervised > 25, `pg-boss ${version} looks at silent workers sooner now`)
assert.ok(both < 20, `pg-boss ${version} looks at silent workers later now`)
JS
node look.mjs
