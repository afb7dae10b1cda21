import { type Kysely, sql } from 'kysely'
import type { HeldJob } from '../domain/held-job.ts'
import { instant } from './schema/instants.ts'
import type { Tables } from './schema/tables.ts'

/** How long a process may say nothing before it counts as dead, in seconds. */
const silentSeconds = 4

/**
 * The processes on this database, and what each has in hand: pages, feeds, drafts, jobs. Whether one lives is told by the
 * database's own clock alone, so that it does not matter what theirs say.
 */
export class ProcessStore {
  readonly #database: Kysely<Tables>
  /** This one. */
  readonly id: string

  constructor(database: Kysely<Tables>, id: string) {
    this.#database = database
    this.id = id
  }

  /** Says that this process lives; returns what time it is there, ISO 8601. */
  async beat(): Promise<string> {
    const { rows } = await sql<{ now: Date }>`insert into processes (id) values (${this.id})
      on conflict (id) do update set seen_at = clock_timestamp() returning clock_timestamp() as now`.execute(
      this.#database,
    )
    return instant(rows[0]?.now ?? new Date())
  }

  /** Notes that this process has a job in hand, or has it no more. */
  async holdJob({ job, queue }: HeldJob): Promise<void> {
    await sql`insert into held_jobs (job, queue, held_by) values (${job}, ${queue}, ${this.id})
      on conflict (job) do update set held_by = excluded.held_by`.execute(this.#database)
  }

  async letGoOfJob({ job }: HeldJob): Promise<void> {
    await this.#database.deleteFrom('held_jobs').where('job', '=', job).where('held_by', '=', this.id).execute()
  }

  /** Frees what silent processes had in hand; returns their jobs, which the queue has to give to others. */
  async freeSilent(): Promise<HeldJob[]> {
    return await this.#free(
      sql`delete from processes where id <> ${this.id} and seen_at < clock_timestamp() - make_interval(secs => ${silentSeconds}) returning id`,
    )
  }

  /** The same of all others, silent or not, listed or not: for a database that only one process can have open. */
  async freeOthers(): Promise<HeldJob[]> {
    await sql`delete from processes where id <> ${this.id}`.execute(this.#database)
    return await this.#free(sql`
      select distinct held_by as id from (
        select held_by from entries union select held_by from feeds union select held_by from draft_leases
        union select held_by from held_jobs) as held where held_by <> ${this.id}`)
  }

  /** Ends this process here, and frees what it still had in hand. */
  async end(): Promise<void> {
    await this.#free(sql`delete from processes where id = ${this.id} returning id`)
  }

  /** In one statement: of several that see a process dead, one frees what it had. `dead` names their ids. */
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
