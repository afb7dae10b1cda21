import type { Connection } from '../src/adapters/postgres/connection.ts'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { openServer } from '../src/adapters/postgres/server.ts'
import { drillDesk } from '../test/fakes/desk-drill.ts'
import { freshDatabase } from '../test/fakes/fresh-database.ts'
import { openDiscordWorld, openSlackWorld } from '../test/fakes/platform-worlds.ts'

/**
 * Editions that editors approve, while processes die at every step, two editors act at once, and the platform answers
 * with each of its faults. Counts what readers saw that nobody had approved, and what came twice or was lost.
 *
 *   node bench/desk.ts [editions for each platform and database] [seed]
 *
 * With TEST_DATABASE_URL also on a server, with three processes that take over from each other.
 */

const editions = Number(process.argv[2] ?? 650)
const seed = Number(process.argv[3] ?? 1)
const width = 24
const url = process.env['TEST_DATABASE_URL']

console.log(
  '| platform | database | editions | faults | deaths | posted | skipped | failed | unknown | unapproved | doubled | lost |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
for (const openWorld of [openSlackWorld, openDiscordWorld]) {
  await drill(openWorld, 'embedded', [await openInMemory()])
  if (url) await drill(openWorld, 'server', await threeOn(url))
}

async function drill(
  openWorld: typeof openSlackWorld,
  database: string,
  connections: readonly Connection[],
): Promise<void> {
  const world = await openWorld()
  const { faults, deaths, posted, skipped, failed, unknown, unapproved, doubled, lost } = await drillDesk({
    connections,
    world,
    editions,
    seed,
    width,
  })
  console.log(
    `| ${world.name} | ${database} | ${editions} | ${faults} | ${deaths} | ${posted} | ${skipped} | ${failed} | ${unknown} | ${unapproved} | ${doubled} | ${lost} |`,
  )
  await world.stop()
  for (const connection of connections) await connection.close()
}

async function threeOn(server: string): Promise<readonly Connection[]> {
  const target = await freshDatabase(server, `onrecord_desk_${process.pid}`)
  return [await openServer(target), await openServer(target), await openServer(target)]
}
