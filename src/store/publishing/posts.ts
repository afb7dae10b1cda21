import { type Kysely, type Selectable, sql } from 'kysely'
import type { EditionId } from '../../domain/digest.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { PostState } from '../schema/publishing-tables.ts'
import type { Tables } from '../schema/tables.ts'

/** The outcome of an attempt: the state of the message afterwards. */
export type PostOutcome =
  | { readonly state: 'planned' }
  | {
      readonly state: 'open' | 'sent'
      readonly message: string
      readonly inPart?: boolean
      /** True if people have deleted it. */
      readonly isDeleted?: boolean
    }

/** One message of an edition, and its state. */
export interface PostPart {
  readonly part: number
  readonly state: PostState
  /** The platform's id of it, once it is known to be there. */
  readonly message: string | null
  /** How often it was begun; distinguishes an attempt from an earlier one that was thought dead. */
  readonly attempts: number
  readonly markedAt: string | null
  /** How often it was rendered again. */
  readonly version: number
  /** True if part of it may be in messages below it, because there was not room for it all. */
  readonly inParts: boolean
  /** True if it is a correction's note below the edition, and no part of its document. */
  readonly isNote: boolean
  /** The story that the note is about; null for other messages. */
  readonly noteOf: string | null
  /** True once people have deleted it on the platform. */
  readonly isDeleted: boolean
  /** The message in its platform's format; null if it was planned by a version that did not keep it. */
  readonly rendered: RenderedMessage | null
}

type Try = Pick<PostPart, 'part' | 'attempts'>

/**
 * The messages of editions. A message is marked before it is sent and settled afterwards. Both change a row only if it
 * is in the state the caller expects, so that one of several processes wins and the others notice.
 */
export class PostStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  async list(edition: EditionId): Promise<PostPart[]> {
    const query = this.#database.selectFrom('posts').selectAll().where('edition', '=', edition).orderBy('part')
    return (await query.execute()).map(partOf)
  }

  /** Takes a message, as rendered now, for sending or, once it is open, filling; undefined if another has it. */
  async mark(edition: EditionId, { part, state, attempts }: PostPart, now: string): Promise<PostPart | undefined> {
    const taken = state === 'planned' ? 'sending' : 'filling'
    const row = await this.#database
      .updateTable('posts')
      .set({
        state: taken,
        attempts: attempts + 1,
        marked_at: now,
        marked_version: (expression) => expression.ref('version'),
      })
      .where('edition', '=', edition)
      .where('part', '=', part)
      .where('state', '=', state)
      .where('attempts', '=', attempts)
      .returningAll()
      .executeTakeFirst()
    return row && partOf(row)
  }

  /** Records that an attempt is still going; returns false if another has the message. */
  async renew(edition: EditionId, tried: Try, now: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#taken(edition, tried).set({ marked_at: now }).executeTakeFirst()
    return numUpdatedRows > 0n
  }

  /** Changes what a message says. One that is already there is to be filled again, even if it is being filled now. */
  async rerender(edition: EditionId, part: number, drawn: RenderedMessage): Promise<void> {
    await this.#database
      .updateTable('posts')
      .set({
        drawn: json(drawn),
        version: (expression) => expression('version', '+', 1),
        state: sql<PostState>`case when state = 'sent' then 'open' else state end`,
      })
      .where('edition', '=', edition)
      .where('part', '=', part)
      .execute()
  }

  /** Adds messages below those that an edition has; works within a transaction that holds the edition's row. */
  async add(edition: EditionId, messages: readonly RenderedMessage[], noteOf: string | null): Promise<void> {
    if (messages.length === 0) return
    const { last } = await this.#database
      .selectFrom('posts')
      .select(({ fn }) => fn.max('part').as('last'))
      .where('edition', '=', edition)
      .executeTakeFirstOrThrow()
    const rows = messages.map((drawn, index) => ({
      edition,
      part: (last ?? -1) + 1 + index,
      state: 'planned' as const,
      attempts: 0,
      drawn: json(drawn),
      is_note: noteOf !== null,
      note_of: noteOf,
    }))
    await this.#database.insertInto('posts').values(rows).execute()
  }

  /** Drops a message that was never sent. */
  async drop(edition: EditionId, part: number): Promise<void> {
    await this.#database
      .deleteFrom('posts')
      .where('edition', '=', edition)
      .where('part', '=', part)
      .where('state', '=', 'planned')
      .execute()
  }

  /**
   * Records the outcome of an attempt, and returns the message's new state: open if it was rendered again while being
   * sent. Without effect, and undefined, if another attempt has taken the message since.
   */
  async settle(edition: EditionId, tried: Try, outcome: PostOutcome): Promise<PostState | undefined> {
    const { state } = outcome
    const row = await this.#taken(edition, tried)
      .set({
        state:
          state === 'sent' ? sql<PostState>`case when version = marked_version then 'sent' else 'open' end` : state,
        message: outcome.state === 'planned' ? null : outcome.message,
        ...(outcome.state !== 'planned' && outcome.inPart ? { in_parts: true } : {}),
        ...(outcome.state !== 'planned' && outcome.isDeleted ? { is_deleted: true } : {}),
      })
      .returning('state')
      .executeTakeFirst()
    return row?.state
  }

  /** Returns true if any message of a subscription is still there in its short form. */
  async anyOpen(subscription: string): Promise<boolean> {
    const row = await this.#database
      .selectFrom('posts')
      .innerJoin('editions', 'editions.id', 'posts.edition')
      .select('part')
      .where('subscription', '=', subscription)
      .where('editions.state', '=', 'posting')
      .where('posts.state', 'in', ['open', 'filling'])
      .limit(1)
      .executeTakeFirst()
    return row !== undefined
  }

  /** Updates a message that the attempt still has. */
  #taken(edition: EditionId, { part, attempts }: Try) {
    return this.#database
      .updateTable('posts')
      .where('edition', '=', edition)
      .where('part', '=', part)
      .where('state', 'in', ['sending', 'filling'])
      .where('attempts', '=', attempts)
  }
}

function partOf(row: Selectable<Tables['posts']>): PostPart {
  return {
    part: row.part,
    state: row.state,
    message: row.message,
    attempts: row.attempts,
    markedAt: instant(row.marked_at),
    version: row.version,
    inParts: row.in_parts,
    isNote: row.is_note,
    noteOf: row.note_of,
    isDeleted: row.is_deleted,
    rendered: row.drawn,
  }
}
