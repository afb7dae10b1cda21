import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Connection } from '../../src/adapters/postgres/connection.ts'
import { openInMemory } from '../../src/adapters/postgres/embedded.ts'
import { drillDesk } from '../fakes/desk-drill.ts'
import { openDiscordWorld, openSlackWorld } from '../fakes/platform-worlds.ts'

/** A part of what `bench/desk.ts` does at length. */
let connection: Connection
beforeAll(async () => {
  connection = await openInMemory()
})
afterAll(async () => await connection.close())

it.each([
  ['Slack', openSlackWorld],
  ['Discord', openDiscordWorld],
])('nothing unapproved or doubled goes out on %s, and nothing is lost, whatever dies', async (_, openWorld) => {
  const world = await openWorld()
  const { deaths, faults, posted, skipped, unapproved, doubled, lost } = await drillDesk({
    connections: [connection],
    world,
    editions: 12,
    seed: 7,
    width: 4,
  })
  await world.stop()
  expect({ unapproved, doubled, lost }).toEqual({ unapproved: 0, doubled: 0, lost: 0 })
  expect([deaths > 10, faults > 5, posted > 0, skipped > 0]).toEqual([true, true, true, true])
})
