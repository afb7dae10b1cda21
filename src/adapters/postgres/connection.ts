import type { Dialect } from 'kysely'
import type { ConstructorOptions } from 'pg-boss'

/** A PostgreSQL database, embedded or on a server; both are used in the same way. */
export interface Connection {
  /** "embedded, in ./data" or "server db.example:5432": for people; never contains a password. */
  readonly label: string
  readonly dialect: Dialect
  /** True if other processes may have it open at the same time. */
  readonly isShared: boolean
  readonly queue: ConstructorOptions
  close(): Promise<void>
}

/** Thrown if another process has the data folder open. */
export class DataFolderInUse extends Error {
  constructor(folder: string, options?: ErrorOptions) {
    super(
      `the data folder ${folder} is in use by another Onrecord process; stop that one, or set ONRECORD_DATA to another folder`,
      options,
    )
  }
}
