import { PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { reasonOf } from '../../domain/reason.ts'
import type { Connection } from './connection.ts'

/** Connections that our own queries, and those of the queue, may hold at once. */
const poolSize = { own: 10, queue: 4 } as const
const connectTimeoutMs = 10_000

/** Opens a PostgreSQL server by its address. */
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
 * A pool whose process outlives its server. A connection that ends, idle or in use, emits an error, and an error that nobody
 * listens to ends the process; whoever had a query on it gets the reason, and the pool opens another.
 */
function openPool(connectionString: string, max: number): Pool {
  const pool = new Pool({ connectionString, max, connectionTimeoutMillis: connectTimeoutMs })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** A host with several addresses fails with a reason for each. */
function reasonsOf(cause: unknown): string {
  return cause instanceof AggregateError ? cause.errors.map(reasonOf).join('; ') : reasonOf(cause)
}
