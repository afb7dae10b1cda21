import { type Kysely, type Selectable, sql } from 'kysely'
import type { MistakeReason, ReportState } from '../chat/commands/mistakes.ts'
import { shiftInstant } from '../domain/instant.ts'
import { type StoryId, storyId } from '../domain/story.ts'
import { type WorkspaceId, workspaceId } from '../domain/subscription.ts'
import { identify } from './schema/identity.ts'
import { instant } from './schema/instants.ts'
import type { Tables } from './schema/tables.ts'

/** A person's report that a story is wrong. */
export interface MistakeReport {
  readonly workspace: WorkspaceId
  readonly story: StoryId
  readonly claim: string | null
  /** The claim as it was printed then; null for the whole story. */
  readonly claimWords: string | null
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
    { workspace, story, claim, claimWords, reason, words, person, at }: MistakeReport,
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
        .values({ id, workspace, story, claim, claim_words: claimWords, reason, words, person, at })
        .execute()
      return { kind: 'filed', report: id }
    })
  }

  /** A workspace's reports that nobody has settled, oldest first. */
  async open(workspace: WorkspaceId, limit: number): Promise<FiledReport[]> {
    const rows = await this.#database
      .selectFrom('reports')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('state', '=', 'open')
      .orderBy('at')
      .limit(limit)
      .execute()
    return rows.map(reportOf)
  }

  async find(id: string): Promise<FiledReport | undefined> {
    const row = await this.#database.selectFrom('reports').selectAll().where('id', '=', id).executeTakeFirst()
    return row && reportOf(row)
  }

  /** Settles a report; returns false if somebody has settled it already. */
  async settle(
    id: string,
    {
      state,
      answer,
      person,
      now,
    }: { readonly state: ReportState; readonly answer: string; readonly person: string | null; readonly now: string },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('reports')
      .set({ state, answer, settled_by: person, settled_at: now })
      .where('id', '=', id)
      .where('state', '=', 'open')
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  /** Notes who is to hear of a report. */
  async addNotices(report: string, recipients: readonly NoticeRecipient[], now: string): Promise<void> {
    if (recipients.length === 0) return
    await this.#database
      .insertInto('report_notices')
      .values(recipients.map(({ platform, place }) => ({ report, platform, place, next_try_at: now })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  /** Takes a notice to be sent now, and puts the next attempt off until `until`; false if another process has it. */
  async takeNotice(
    { report, platform, place }: ReportNotice,
    { now, until }: { readonly now: string; readonly until: string },
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('report_notices')
      .set((update) => ({ next_try_at: until, attempts: update('attempts', '+', 1) }))
      .where('report', '=', report)
      .where('platform', '=', platform)
      .where('place', '=', place)
      .where('told_at', 'is', null)
      .where('next_try_at', '<=', new Date(now))
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  /** Notes that a notice has arrived. */
  async noteTold({ report, platform, place }: ReportNotice, now: string): Promise<void> {
    await this.#database
      .updateTable('report_notices')
      .set({ told_at: now })
      .where('report', '=', report)
      .where('platform', '=', platform)
      .where('place', '=', place)
      .execute()
  }

  /** The notices that are to be sent now, of reports that nobody has settled. */
  async dueNotices(now: string, limit: number): Promise<ReportNotice[]> {
    const rows = await this.#database
      .selectFrom('report_notices')
      .innerJoin('reports', 'reports.id', 'report_notices.report')
      .select(['report', 'platform', 'place', 'attempts'])
      .where('told_at', 'is', null)
      .where('next_try_at', '<=', new Date(now))
      .where('state', '=', 'open')
      .orderBy('next_try_at')
      .limit(limit)
      .execute()
    return rows
  }
}

/** Where a notice goes: a person by the platform's id, or a channel after "#". */
export interface NoticeRecipient {
  readonly platform: string
  readonly place: string
}

/** A notice of a report to one recipient. */
export interface ReportNotice extends NoticeRecipient {
  readonly report: string
  /** How often it was tried. */
  readonly attempts: number
}

function reportOf(row: Selectable<Tables['reports']>): FiledReport {
  const { id, claim, reason, words, person, state, answer } = row
  return {
    id,
    workspace: workspaceId(row.workspace),
    story: storyId(row.story),
    claim,
    claimWords: row.claim_words,
    reason,
    words,
    person,
    at: instant(row.at),
    state,
    answer,
  }
}

/** A report as it is on record. */
export interface FiledReport extends MistakeReport {
  readonly id: string
  readonly state: ReportState
  readonly answer: string
}

/** The outcome of a report. */
export type Filed =
  | { readonly kind: 'filed'; readonly report: string }
  | { readonly kind: 'before' }
  /** The person may report nothing more until then, ISO 8601. */
  | { readonly kind: 'limit'; readonly until: string }
