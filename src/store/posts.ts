import type { Kysely, Selectable } from 'kysely'
import type { EditionId } from '../domain/digest.ts'
import type { Drawn } from '../domain/message.ts'
import { instant } from './instants.ts'
import { json } from './json.ts'
import type { PostState, Tables } from './tables.ts'

/** What becomes of a try: where the message stands when it is over. */
export type PostOutcome = { readonly state: 'planned' } | { readonly state: 'open' | 'sent'; readonly message: string }

/** One message of an edition, and where it stands. */
export interface PostPart {
  readonly part: number
  readonly state: PostState
  /** Its name on the platform, once it is known to be there. */
  readonly message: string | null
  /** How often it was begun; tells a try from an earlier one that was thought dead. */
  readonly attempts: number
  readonly markedAt: string | null
  /** The message as its platform takes it; null where it was planned by a version that did not keep it. */
  readonly drawn: Drawn | null
}

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

  /** Takes a message for sending, or for filling once it is open; false when another has it. */
  async mark(edition: EditionId, { part, state, attempts }: PostPart, now: string): Promise<boolean> {
    const taken = state === 'planned' ? 'sending' : 'filling'
    const { numUpdatedRows } = await this.#database
      .updateTable('posts')
      .set({ state: taken, attempts: attempts + 1, marked_at: now })
      .where('edition', '=', edition)
      .where('part', '=', part)
      .where('state', '=', state)
      .where('attempts', '=', attempts)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }

  /** A message that was sent says something else now. */
  async redraw(edition: EditionId, part: number, drawn: Drawn): Promise<void> {
    await this.#database
      .updateTable('posts')
      .set({ drawn: json(drawn) })
      .where('edition', '=', edition)
      .where('part', '=', part)
      .execute()
  }

  /** What became of a try; without effect when the message has been taken up anew since. */
  async settle(
    edition: EditionId,
    { part, attempts }: Pick<PostPart, 'part' | 'attempts'>,
    outcome: PostOutcome,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('posts')
      .set({ state: outcome.state, message: outcome.state === 'planned' ? null : outcome.message })
      .where('edition', '=', edition)
      .where('part', '=', part)
      .where('state', 'in', ['sending', 'filling'])
      .where('attempts', '=', attempts)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
}

function partOf(row: Selectable<Tables['posts']>): PostPart {
  return {
    part: row.part,
    state: row.state,
    message: row.message,
    attempts: row.attempts,
    markedAt: instant(row.marked_at),
    drawn: row.drawn,
  }
}
