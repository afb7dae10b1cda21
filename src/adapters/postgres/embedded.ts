import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { PGlite } from '@electric-sql/pglite'
import { PGliteDialect } from 'kysely'
import { fromPglite } from 'pg-boss'
import { type Connection, DataFolderInUse } from './connection.ts'
import { giveTurns } from './give-turns.ts'

const root = new URL('../../../', import.meta.url)
/** An empty database, made by `scripts/prepare-database.js`; without it, `initdb` takes four times as long. */
const prepared = new URL(`prepared/pglite-${versionOfPglite()}.tar.gz`, root)

/** Cuts memory use from about 450 to about 190 MB; enough for one process. */
const settings = ['shared_buffers=16MB', 'max_wal_size=64MB', 'min_wal_size=32MB']

/**
 * Opens the embedded PostgreSQL on a data folder, which no other process may have open.
 *
 * @throws {DataFolderInUse} if one has.
 */
export async function openEmbedded(folder: string, archive: URL = prepared): Promise<Connection> {
  makeFolder(folder)
  const unlock = lockFolder(folder)
  try {
    const pglite = giveTurns(await openFolder(join(folder, 'postgres'), archive))
    return {
      label: `embedded, in ${folder}`,
      dialect: new PGliteDialect({ pglite }),
      isShared: false,
      queue: { db: fromPglite(pglite), backend: 'pglite' },
      async close() {
        await pglite.close()
        unlock()
      },
    }
  } catch (cause) {
    unlock()
    throw new Error(unusable(folder, cause), { cause })
  }
}

/** Opens a database in memory, which is lost when the process ends. */
export async function openInMemory(): Promise<Connection> {
  const pglite = giveTurns(await createDatabase({}, prepared))
  return {
    label: 'in memory',
    dialect: new PGliteDialect({ pglite }),
    isShared: false,
    queue: { db: fromPglite(pglite), backend: 'pglite' },
    close: () => pglite.close(),
  }
}

/** A new database is made beside its place and moved there whole, as a process may die while it is made. */
async function openFolder(folder: string, archive: URL): Promise<PGlite> {
  if (!existsSync(folder)) {
    const unfinished = `${folder}.new`
    rmSync(unfinished, { recursive: true, force: true })
    await (await createDatabase({ dataDir: unfinished }, archive)).close()
    renameSync(unfinished, folder)
  }
  return await PGlite.create(folder, { postgresqlconf: settings })
}

/** A new database, from the archive if that can be read. */
async function createDatabase(place: { readonly dataDir?: string }, archive: URL): Promise<PGlite> {
  const options = { ...place, postgresqlconf: settings }
  if (existsSync(archive)) {
    try {
      return await PGlite.create({ ...options, loadDataDir: new Blob([readFileSync(archive)]) })
    } catch {
      // It is damaged, so the database is made without it.
      if (place.dataDir !== undefined) rmSync(place.dataDir, { recursive: true, force: true })
    }
  }
  return await PGlite.create(options)
}

function versionOfPglite(): string {
  const { dependencies } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  return dependencies['@electric-sql/pglite'] ?? ''
}

function openLock(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, 'lock.sqlite'))
  } catch (cause) {
    throw new Error(unusable(folder, cause), { cause })
  }
}

function makeFolder(folder: string): void {
  try {
    makeMissing(resolve(folder))
  } catch (cause) {
    throw new Error(unusable(folder, cause), { cause })
  }
}

/** Folder by folder: on a file system that always answers “no such file”, a recursive mkdir never ends. */
function makeMissing(folder: string): void {
  if (existsSync(folder)) return
  makeMissing(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

function unusable(folder: string, cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : 'it can’t be written to'
  return `the data folder ${folder} cannot be used (${reason}); make room on its disk, let this user write to it, or set ONRECORD_DATA to another folder`
}

/** SQLite's code for a lock that another process holds; any other error is the disk's fault. */
function isBusy(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'errcode' in cause && cause.errcode === 5
}

/** PGlite has no lock. This one is the operating system's, so it is freed even if the process is killed. */
function lockFolder(folder: string): () => void {
  const lock = openLock(folder)
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (cause) {
    lock.close()
    if (isBusy(cause)) throw new DataFolderInUse(folder, { cause })
    throw new Error(unusable(folder, cause), { cause })
  }
  return () => lock.close()
}
