import { spawn } from 'node:child_process'
import { Kysely } from 'kysely'
import { Pool } from 'pg'
import type { Connection } from '../src/adapters/postgres/connection.ts'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { openServer } from '../src/adapters/postgres/server.ts'
import { workspaceId } from '../src/domain/subscription.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { changedAtOnce } from '../test/fakes/settings.ts'

/**
 * Changes settings of digests at once, five at a time, and counts what is lost: 10,000 changes embedded, and with an address of a
 * server 10,000 there, by three processes: npx node bench/settings.ts [postgres://…].
 */
const rounds = 2_000
const [address, seed] = process.argv.slice(2)

if (seed !== undefined)
  await run(`process ${seed}`, await openServer(address ?? ''), { rounds: 667, seed: Number(seed) })
else {
  await run('embedded', await openInMemory(), { rounds, seed: 1 })
  if (address) await onServer(address)
}

async function run(
  label: string,
  connection: Connection,
  { rounds: count, seed: number }: { readonly rounds: number; readonly seed: number },
): Promise<void> {
  const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
  const workspace = workspaceId('settings')
  await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'Settings' })
  const { changes, lost } = await changedAtOnce(store, { workspace, rounds: count, seed: number })
  console.log(
    `${label}: ${changes} changes, ${lost.length} lost${lost.length > 0 ? `: ${lost.slice(0, 5).join(', ')}` : ''}`,
  )
  await connection.close()
}

async function onServer(server: string): Promise<void> {
  const admin = new Pool({ connectionString: server, max: 1 })
  await admin.query('drop database if exists onrecord_settings with (force)')
  await admin.query('create database onrecord_settings')
  const url = new URL('onrecord_settings', server).href
  // One process makes the tables before the others come.
  await run('first', await openServer(url), { rounds: 1, seed: 99 })
  const processes = [1, 2, 3].map(
    async (number) =>
      await new Promise<void>((resolve, reject) => {
        const child = spawn(process.execPath, [import.meta.filename, url, String(number)], { stdio: 'inherit' })
        child.on('error', reject).on('exit', () => resolve())
      }),
  )
  await Promise.all(processes)
  await admin.query('drop database if exists onrecord_settings with (force)')
  await admin.end()
}
