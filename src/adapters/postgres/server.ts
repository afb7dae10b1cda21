import { PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { reasonOf } from '../../domain/reason.ts'
import type { Connection } from './connection.ts'

/** The most connections for our queries, and for the queue's. */
const poolSize = { own: 10, queue: 4 } as const
const connectTimeoutMs = 10_000

/** Connects to the PostgreSQL server at an address. */
export async function openServer(url: string): Promise<Connection> {
  const pool = openPool(url, poolSize.own)
  const { host } = new URL(url)
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw new Error(`the database server at ${host || 'DATABASE_URL'} cannot be reached: ${reasonsOf(cause)}`, {
      cause,
    })
  }
  const jobs = openPool(url, poolSize.queue)
  return {
    label: `server ${host}`,
    dialect: new PostgresDialect({ pool }),
    isShared: true,
    queue: { db: { executeSql: async (text, values) => await jobs.query(text, values as unknown[]) } },
    close: async () => {
      await Promise.all([pool, jobs].map(async (each) => (each.ended ? undefined : await each.end())))
    },
  }
}

/**
 * A pool that outlives its server. A connection that ends, idle or in use, emits an error, and an error without a
 * listener ends the process. A query under way fails with the reason, and the pool opens another connection.
 */
function openPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max, connectionTimeoutMillis: connectTimeoutMs })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** A host with several addresses fails with one reason for each. */
function reasonsOf(cause: unknown): string {
  return cause instanceof AggregateError ? cause.errors.map(reasonOf).join('; ') : reasonOf(cause)
}
