import { PostgresDialect } from 'kysely'
import { Pool } from 'pg'
import { reasonOf } from '../../domain/reason.ts'
import type { Connection } from './connection.ts'

/** Connections that our own queries may hold at once. */
const poolSize = 10
const connectTimeoutMs = 10_000

/** Opens a PostgreSQL server by its address. */
export async function openServer(url: string): Promise<Connection> {
  const pool = new Pool({ connectionString: url, max: poolSize, connectionTimeoutMillis: connectTimeoutMs })
  // A connection that dies while idle is replaced; without a listener it would end the process.
  pool.on('error', () => undefined)
  const { host } = new URL(url)
  try {
    await pool.query('select 1')
  } catch (cause) {
    await pool.end()
    throw new Error(`the database server at ${host || 'DATABASE_URL'} cannot be reached: ${reasonsOf(cause)}`, {
      cause,
    })
  }
  return {
    label: `server ${host}`,
    dialect: new PostgresDialect({ pool }),
    queue: { connectionString: url, max: 2 },
    close: async () => {
      if (!pool.ended) await pool.end()
    },
  }
}

/** A host with several addresses fails with a reason for each. */
function reasonsOf(cause: unknown): string {
  return cause instanceof AggregateError ? cause.errors.map(reasonOf).join('; ') : reasonOf(cause)
}
