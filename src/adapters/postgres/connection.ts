import type { Dialect } from 'kysely'
import type { ConstructorOptions } from 'pg-boss'

/** A PostgreSQL, inside the process or a server: the same to all who use it. */
export interface Connection {
  /** "embedded, in ./data" or "server db.example:5432": for people; never with a password. */
  readonly label: string
  readonly dialect: Dialect
  /** Whether other processes may have it open at the same time. */
  readonly isShared: boolean
  readonly queue: ConstructorOptions
  close(): Promise<void>
}

/** Somebody else has the data folder open; the answer is to ask them. */
export class DataFolderInUse extends Error {
  constructor(folder: string, options?: ErrorOptions) {
    super(
      `the data folder ${folder} is in use by another Onrecord process; stop that one, or set ONRECORD_DATA to another folder`,
      options,
    )
  }
}
