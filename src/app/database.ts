import { existsSync } from 'node:fs'
import { Kysely } from 'kysely'
import type { Connection } from '../adapters/postgres/connection.ts'
import { stepsBehind } from '../store/schema/migrations.ts'
import type { Tables } from '../store/schema/tables.ts'
import { openStore } from '../store/store.ts'
import { restoreAll } from '../upkeep/restore-all.ts'
import type { Config } from './config.ts'

/** The part of `compose.ts` that concerns the database. */

const systemClock = { now: () => new Date().toISOString() }

/** Opens the database in the settings: a server's, or the embedded one in the data folder. */
export async function openDatabase({ DATABASE_URL: url, ONRECORD_DATA: folder }: Config) {
  if (url) return await (await import('../adapters/postgres/server.ts')).openServer(url)
  return await (await import('../adapters/postgres/embedded.ts')).openEmbedded(folder)
}

/**
 * How many steps the database in the settings is behind this version, below 0 if a newer one made it; null if there is none
 * yet. Nothing is changed.
 */
export async function schemaBehind(config: Config): Promise<number | null> {
  if (!config.DATABASE_URL && !existsSync(config.ONRECORD_DATA)) return null
  const connection = await openDatabase(config)
  try {
    return await stepsBehind(new Kysely<Tables>({ dialect: connection.dialect }))
  } finally {
    await connection.close()
  }
}

/** Everything stored, line by line, from the service if it holds the data folder. Call `close` after reading. */
export async function openBackup(config: Config): Promise<{ lines: AsyncIterable<string>; close(): Promise<void> }> {
  if (!config.DATABASE_URL) {
    const { connectControl } = await import('../adapters/ipc/client.ts')
    const control = await connectControl(config.ONRECORD_DATA)
    if (control) return { lines: control.dump(), close: async () => undefined }
  }
  const connection = await openDatabase(config)
  const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
  return { lines: store.dump(), close: () => connection.close() }
}

/** Puts a backup into the database in the settings, which must be empty; returns the number of rows. */
export async function restoreBackup(config: Config, lines: AsyncIterable<string>): Promise<number> {
  return await restoreInto(await openDatabase(config), lines)
}

/** Puts a backup into a database in memory, which is then dropped; returns the number of rows. */
export async function rehearseRestore(lines: AsyncIterable<string>): Promise<number> {
  return await restoreInto(await (await import('../adapters/postgres/embedded.ts')).openInMemory(), lines)
}

async function restoreInto(connection: Connection, lines: AsyncIterable<string>): Promise<number> {
  try {
    const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
    return await restoreAll(lines, { store, clock: systemClock })
  } finally {
    await connection.close()
  }
}
