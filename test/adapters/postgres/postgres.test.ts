import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Kysely, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { openEmbedded, openInMemory } from '../../../src/adapters/postgres/embedded.ts'
import { openServer } from '../../../src/adapters/postgres/server.ts'
import { databaseContract } from '../../contract/database.ts'
import { proofContract } from '../../contract/proofs.ts'
import { underCuts } from '../../fakes/cuts.ts'
import { freshDatabase } from '../../fakes/fresh-database.ts'

/** Names a server on which a database may be made and dropped. */
const server = process.env['TEST_DATABASE_URL']

describe('editions under review in the embedded database', () => proofContract(openInMemory))

describe.skipIf(!server)('editions under review on a database server (needs TEST_DATABASE_URL)', () => {
  proofContract(async () => {
    const name = `onrecord_proofs_${process.pid}`
    return await openServer(await freshDatabase(server ?? '', name))
  })
})

describe('the embedded database', () => {
  databaseContract(openInMemory)

  it('gives the event loop turns while query follows query, also within a transaction', async () => {
    const connection = await openInMemory()
    const database = new Kysely<unknown>({ dialect: connection.dialect })
    const turnsDuring = async (work: () => Promise<void>) => {
      let turns = 0
      let isOver = false
      const count = () => {
        turns += 1
        if (!isOver) setImmediate(count)
      }
      setImmediate(count)
      await work()
      isOver = true
      return turns
    }
    const many = async (within: Kysely<unknown>) => {
      for (let at = 0; at < 400; at++) await sql`select ${at}::int, repeat('x', 2000)`.execute(within)
    }
    expect(await turnsDuring(async () => await many(database))).toBeGreaterThan(2)
    expect(await turnsDuring(async () => await database.transaction().execute(many))).toBeGreaterThan(2)
    await connection.close()
  })

  it('is open to one process at a time, and free again when that one closes it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-embedded-'))
    const first = await openEmbedded(folder)
    await expect(openEmbedded(folder)).rejects.toThrow(/in use by another Onrecord process/)
    await first.close()
    await (await openEmbedded(folder)).close()
    rmSync(folder, { recursive: true })
  })

  it('is made anew where a process died while it was made', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-half-made-'))
    mkdirSync(join(folder, 'postgres.new'))
    writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '17')
    const connection = await openEmbedded(folder)
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(new Kysely({ dialect: connection.dialect }))
    expect(rows).toEqual([{ one: 1 }])
    await connection.close()
    expect(readdirSync(folder)).not.toContain('postgres.new')
    rmSync(folder, { recursive: true })
  })

  it('is made without the prepared archive where that is damaged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-damaged-'))
    const archive = join(folder, 'damaged.tar.gz')
    writeFileSync(archive, 'not an archive')
    const connection = await openEmbedded(folder, pathToFileURL(archive))
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(new Kysely({ dialect: connection.dialect }))
    expect(rows).toEqual([{ one: 1 }])
    await connection.close()
    rmSync(folder, { recursive: true })
  })

  it('tells what to do about a folder that cannot be used', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'onrecord-file-')), 'taken')
    writeFileSync(file, '')
    await expect(openEmbedded(file)).rejects.toThrow(/cannot be used .*set ONRECORD_DATA to another folder/)
  })
})

describe.skipIf(!server)('a database server (needs TEST_DATABASE_URL)', () => {
  databaseContract(async () => {
    const name = `onrecord_test_${process.pid}`
    return await openServer(await freshDatabase(server ?? '', name))
  })

  it('is outlived when it cuts connections in use: every job is done, and no error is left unheard', async () => {
    const { done, jobs, cuts, unheard } = await underCuts(server ?? '', { jobs: 120, cuts: 12 })
    expect(cuts).toBe(12)
    expect(unheard).toEqual([])
    expect(new Set(done).size).toBe(jobs)
  }, 60_000)

  it('that cannot be reached is told by its host, never with its password', async () => {
    await expect(openServer('postgres://someone:hush@127.0.0.1:1/none')).rejects.toThrow(
      /^(?!.*hush).*127\.0\.0\.1:1 cannot be reached/,
    )
  })
})
