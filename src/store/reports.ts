import { type Kysely, sql } from 'kysely'
import type { MistakeReason } from '../chat/commands/command.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { StoryId } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { identify } from './schema/identity.ts'
import { instant } from './schema/instants.ts'
import type { Tables } from './schema/tables.ts'

/** A person's report that a story is wrong. */
export interface MistakeReport {
  readonly workspace: WorkspaceId
  readonly story: StoryId
  readonly claim: string | null
  readonly reason: MistakeReason
  readonly words: string
  readonly person: string | null
  readonly at: string
}

/** Mistakes that people reported. */
export class ReportStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Files a report, unless the same person has filed it before or has reached the limit for a period. */
  async file(
    { workspace, story, claim, reason, words, person, at }: MistakeReport,
    { most, windowMs }: { readonly most: number; readonly windowMs: number },
  ): Promise<Filed> {
    const id = identify('report', workspace, story, claim ?? '', reason, words, person ?? '')
    return await this.#database.transaction().execute(async (transaction) => {
      // Simultaneous reports are counted one after another.
      await sql`select pg_advisory_xact_lock(hashtext(${`report ${workspace} ${person ?? ''}`}))`.execute(transaction)
      const known = await transaction.selectFrom('reports').select('id').where('id', '=', id).executeTakeFirst()
      if (known) return { kind: 'before' }
      const lately = await transaction
        .selectFrom('reports')
        .select('at')
        .where('workspace', '=', workspace)
        .where('person', '=', person)
        .where('at', '>', new Date(Date.parse(at) - windowMs))
        .orderBy('at', 'desc')
        .limit(most)
        .execute()
      const oldest = lately[most - 1]
      if (oldest) return { kind: 'limit', until: shiftInstant(instant(oldest.at), windowMs) }
      await transaction
        .insertInto('reports')
        .values({ id, workspace, story, claim, reason, words, person, at })
        .execute()
      return { kind: 'filed' }
    })
  }
}

/** The outcome of a report. */
export type Filed =
  | { readonly kind: 'filed' }
  | { readonly kind: 'before' }
  /** The person may report nothing more until then, ISO 8601. */
  | { readonly kind: 'limit'; readonly until: string }
