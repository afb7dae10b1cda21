import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { Pool } from 'pg'
import { openQueue } from '../../src/adapters/postgres/queue.ts'
import { openServer } from '../../src/adapters/postgres/server.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { openStore } from '../../src/store/store.ts'

/** How long the jobs may take after the last cut, in milliseconds. */
const patienceMs = 50_000
const pauseMs = 60

/** The result of running jobs while every database connection, idle or in use, is cut again and again. */
export interface UnderCuts {
  readonly jobs: number
  readonly cuts: number
  /** The jobs done, in order; a job done twice is listed twice. */
  readonly done: readonly string[]
  /** Uncaught errors, each of which would have ended the process. */
  readonly unheard: readonly string[]
}

/** Sends jobs that query the database, and cuts the connections of both pools while the jobs run. */
export async function underCuts(
  server: string,
  { jobs, cuts, cut = cutAll }: { readonly jobs: number; readonly cuts: number; readonly cut?: Cut },
): Promise<UnderCuts> {
  const name = `onrecord_cuts_${process.pid}`
  const admin = new Pool({ connectionString: server, max: 1 })
  admin.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`create database ${name}`)
  const unheard: string[] = []
  const hear = (error: unknown) => unheard.push(String(error))
  process.on('uncaughtException', hear).on('unhandledRejection', hear)
  const connection = await openServer(new URL(name, server).href)
  const database = new Kysely<Tables>({ dialect: connection.dialect })
  const { processes } = await openStore(database)
  const queue = await openQueue(connection, processes, {
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
  })
  const done: string[] = []
  await queue.work(async (job) => {
    await sql`select pg_sleep(0.05)`.execute(database)
    if (job.kind === 'post-edition') done.push(job.edition)
  })
  const sent = Array.from({ length: jobs }, (_, at) => persist(() => queue.send(jobOf(at))))
  let made = 0
  for (; made < cuts; made++) {
    await sleep(pauseMs)
    await cut(admin, name)
  }
  await Promise.all(sent)
  const end = Date.now() + patienceMs
  while (new Set(done).size < jobs && Date.now() < end) await sleep(pauseMs)
  await queue.stop()
  await connection.close()
  await persist(async () => void (await admin.query(`drop database if exists ${name} with (force)`)))
  await admin.end()
  process.off('uncaughtException', hear).off('unhandledRejection', hear)
  return { jobs, cuts: made, done, unheard }
}

/** Ends connections to a database. */
export type Cut = (admin: Pool, database: string) => Promise<unknown>

/** Ends every connection to a database, as an administrator or a failover does. */
const cutAll: Cut = async (admin, database) =>
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database])

function jobOf(at: number) {
  return { kind: 'post-edition', edition: `edition-${at}` } as Parameters<
    Awaited<ReturnType<typeof openQueue>>['send']
  >[0]
}

/** Repeats the work until it succeeds. */
async function persist(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await work()
    } catch {
      await sleep(pauseMs)
    }
  }
}
