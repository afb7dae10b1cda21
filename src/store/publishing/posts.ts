import { type Kysely, type Selectable, sql } from 'kysely'
import type { EditionId } from '../../domain/digest.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { PostState, Tables } from '../schema/tables.ts'

/** What becomes of a try: where the message stands when it is over. */
export type PostOutcome =
  | { readonly state: 'planned' }
  | { readonly state: 'open' | 'sent'; readonly message: string; readonly inPart?: boolean }

/** One message of an edition, and where it stands. */
export interface PostPart {
  readonly part: number
  readonly state: PostState
  /** Its name on the platform, once it is known to be there. */
  readonly message: string | null
  /** How often it was begun; tells a try from an earlier one that was thought dead. */
  readonly attempts: number
  readonly markedAt: string | null
  /** How often it was drawn anew. */
  readonly version: number
  /** Whether some of it may stand below it, there having been no room for all. */
  readonly inParts: boolean
  /** The message as its platform takes it; null where it was planned by a version that did not keep it. */
  readonly drawn: RenderedMessage | null
}

type Try = Pick<PostPart, 'part' | 'attempts'>

/**
 * The messages of editions. A message is marked before it is sent and settled afterwards; both change a row only as
 * the one who asks believes it to stand, so that of several processes one wins and the others learn it.
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

  /** Takes a message for sending, or for filling once it is open, as it is drawn now; undefined when another has it. */
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

  /** Says that a try is still at it; false when another has the message. */
  async renew(edition: EditionId, tried: Try, now: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#taken(edition, tried).set({ marked_at: now }).executeTakeFirst()
    return numUpdatedRows > 0n
  }

  /** A message says something else from now on. One that is there is to be filled again, whoever is at it now. */
  async redraw(edition: EditionId, part: number, drawn: RenderedMessage): Promise<void> {
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

  /**
   * What became of a try, and where the message stands for it: one that was drawn anew while it was sent is open. Without
   * effect, and undefined, when the message has been taken up by another since.
   */
  async settle(edition: EditionId, tried: Try, outcome: PostOutcome): Promise<PostState | undefined> {
    const { state } = outcome
    const row = await this.#taken(edition, tried)
      .set({
        state:
          state === 'sent' ? sql<PostState>`case when version = marked_version then 'sent' else 'open' end` : state,
        message: outcome.state === 'planned' ? null : outcome.message,
        ...(outcome.state !== 'planned' && outcome.inPart ? { in_parts: true } : {}),
      })
      .returning('state')
      .executeTakeFirst()
    return row?.state
  }

  /** Whether a message of a subscription stands there in its short form. */
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

  /** A message as a try has it. */
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
    drawn: row.drawn,
  }
}
