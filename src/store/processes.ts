import { type Kysely, sql } from 'kysely'
import type { HeldJob } from '../domain/held-job.ts'
import { instant } from './schema/instants.ts'
import type { Tables } from './schema/tables.ts'

/** How long a process may be silent before it counts as dead, in seconds. */
const silentSeconds = 4

/**
 * The processes on this database, and the pages, feeds, drafts and jobs that each is working on. The database's clock
 * alone decides if a process is alive, so the clocks of the processes do not matter.
 */
export class ProcessStore {
  readonly #database: Kysely<Tables>
  /** The id of this process. */
  readonly id: string

  constructor(database: Kysely<Tables>, id: string) {
    this.#database = database
    this.id = id
  }

  /** Records that this process is alive; returns the database's time, ISO 8601. */
  async beat(): Promise<string> {
    const { rows } = await sql<{ now: Date }>`insert into processes (id) values (${this.id})
      on conflict (id) do update set seen_at = clock_timestamp() returning clock_timestamp() as now`.execute(
      this.#database,
    )
    return instant(rows[0]?.now ?? new Date())
  }

  /** Records that this process is working on a job. */
  async holdJob({ job, queue }: HeldJob): Promise<void> {
    await sql`insert into held_jobs (job, queue, held_by) values (${job}, ${queue}, ${this.id})
      on conflict (job) do update set held_by = excluded.held_by`.execute(this.#database)
  }

  async letGoOfJob({ job }: HeldJob): Promise<void> {
    await this.#database.deleteFrom('held_jobs').where('job', '=', job).where('held_by', '=', this.id).execute()
  }

  /** Frees what silent processes were working on; returns their jobs, which the queue must give to others. */
  async freeSilent(): Promise<HeldJob[]> {
    return await this.#free(
      sql`delete from processes where id <> ${this.id} and seen_at < clock_timestamp() - make_interval(secs => ${silentSeconds}) returning id`,
    )
  }

  /** The same for all other processes, silent or not, listed or not: for a database that only one process can open. */
  async freeOthers(): Promise<HeldJob[]> {
    await sql`delete from processes where id <> ${this.id}`.execute(this.#database)
    return await this.#free(sql`
      select distinct held_by as id from (
        select held_by from entries union select held_by from feeds union select held_by from draft_leases
        union select held_by from held_jobs) as held where held_by <> ${this.id}`)
  }

  /** Removes this process, and frees what it was still working on. */
  async end(): Promise<void> {
    await this.#free(sql`delete from processes where id = ${this.id} returning id`)
  }

  /** One statement, so that only one of the processes that see another dead frees its work. `dead` selects ids. */
  async #free(dead: ReturnType<typeof sql>): Promise<HeldJob[]> {
    const { rows } = await sql<HeldJob>`
      with dead as (${dead}),
        pages as (update entries set held_by = null, next_try_at = null from dead where held_by = dead.id),
        polls as (update feeds set held_by = null, next_poll_at = clock_timestamp() from dead where held_by = dead.id),
        drafts as (delete from draft_leases using dead where held_by = dead.id)
      delete from held_jobs using dead where held_by = dead.id returning job, queue`.execute(this.#database)
    return rows
  }
}
