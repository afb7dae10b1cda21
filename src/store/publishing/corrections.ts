import { type Kysely, type Selectable, sql } from 'kysely'
import type { Document } from '../../chat/document.ts'
import { type EditionId, editionId } from '../../domain/digest.ts'
import type { ChangedLine, Correction } from '../../domain/edition/correction.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import type { WorkspaceId } from '../../domain/subscription.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'
import { editionOf, type StoredEdition } from './filed-edition.ts'
import { type PostedChange, type PostedStory, postedStory, putStory } from './posted-versions.ts'
import { type PostPart, PostStore } from './posts.ts'
import { allNames, anyWithdrawn, silence } from './withdrawals.ts'

/** A story of a posted edition that is to be checked against its articles again. */
export interface CheckDue {
  readonly edition: EditionId
  readonly story: StoryId
}

/** What an edition and its messages become. */
export interface Amendment {
  readonly change: (document: Document) => Document
  /** The messages that then differ, by part, and those that it needs besides. */
  readonly rerender: (edition: StoredEdition, parts: readonly PostPart[]) => Rerendered
  /** A story as it is from now on, if it is corrected. */
  readonly story?: PostedChange
  readonly correction?: Correction & { readonly workspace: WorkspaceId }
}

export interface Rerendered {
  readonly changed: ReadonlyMap<number, RenderedMessage>
  readonly more: readonly RenderedMessage[]
  /** Notes to be posted below. */
  readonly notes: readonly RenderedMessage[]
}

/** Posted stories as they were composed, and their corrections. */
export class CorrectionStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Posted stories with an article that has changed, gone or come back since they were checked, oldest first. */
  async due(since: string, limit: number): Promise<CheckDue[]> {
    const { rows } = await sql<{ edition: string; story: string }>`
      select posted.edition, posted.story from articles
        join edition_articles posted on posted.article = articles.id
        join editions on editions.id = posted.edition
      where changed_at > ${new Date(since)} and slot > ${new Date(since)} and state in ('posting', 'posted')
        and ((articles.print <> posted.print and kind <> 'live') or (gone_at is not null) <> was_gone)
      group by posted.edition, posted.story order by min(changed_at), posted.edition, posted.story limit ${limit}`.execute(
      this.#database,
    )
    return rows.map(({ edition, story }) => ({ edition: editionId(edition), story: storyId(story) }))
  }

  /** A posted story; undefined if the edition has none under that id, or was posted by a version that kept none. */
  async posted(edition: EditionId, story: StoryId): Promise<PostedStory | undefined> {
    return await postedStory(this.#database, edition, story)
  }

  /** The articles among these whose pages are gone. */
  async goneAmong(articles: readonly string[]): Promise<Set<string>> {
    if (articles.length === 0) return new Set()
    const rows = await this.#database
      .selectFrom('articles')
      .select('id')
      .where('id', 'in', [...articles])
      .where('gone_at', 'is not', null)
      .execute()
    return new Set(rows.map(({ id }) => id))
  }

  /**
   * Changes an edition's current document, its messages and, if given, one of its stories, and records the correction;
   * other changes to it wait. Undefined if it has no document, or if its story is no longer as it was.
   */
  async amend(id: EditionId, amendment: Amendment): Promise<StoredEdition | undefined> {
    return await this.#database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('editions')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
      if (!row?.document) return undefined
      const { change, rerender, story, correction } = amendment
      // A story that was withdrawn meanwhile stays withdrawn.
      if (story && correction && (await isWithdrawnNow(transaction, story.id, correction.workspace))) return undefined
      if (story && !(await putStory(transaction, id, story))) return undefined
      const edition = { ...editionOf(row), document: change(row.document) }
      await transaction
        .updateTable('editions')
        .set({ document: json(edition.document) })
        .where('id', '=', id)
        .execute()
      const posts = new PostStore(transaction)
      const { changed, more, notes } = rerender(edition, await posts.list(id))
      for (const [part, drawn] of changed) await posts.rerender(id, part, drawn)
      await posts.add(id, more, null)
      await posts.add(id, notes, correction?.story ?? null)
      if (correction) {
        if (correction.cause.kind === 'gone') await silence(transaction, [correction.story], correction.workspace)
        await insert(transaction, correction)
      }
      return edition
    })
  }

  /** Records a correction that changes no edition of ours: what is wrong is nowhere to be changed. */
  async record(correction: Correction & { readonly workspace: WorkspaceId }): Promise<void> {
    await insert(this.#database, correction)
  }

  /** Stores that a story was checked, and stands as it was posted; false if it has changed meanwhile. */
  async confirm(edition: EditionId, story: PostedChange): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      await transaction.selectFrom('editions').select('id').where('id', '=', edition).forUpdate().execute()
      return await putStory(transaction, edition, story)
    })
  }

  /** A workspace's corrections, newest first. */
  async of(workspace: WorkspaceId, limit: number): Promise<Correction[]> {
    const rows = await this.#database
      .selectFrom('corrections')
      .selectAll()
      .where('workspace', '=', workspace)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute()
    return rows.map(correctionOf)
  }

  /** The stories in a workspace's editions, posted or being posted, under one of these ids; newest first. */
  async telling(names: ReadonlySet<StoryId>, workspace: WorkspaceId): Promise<CheckDue[]> {
    if (names.size === 0) return []
    const rows = await this.#database
      .selectFrom('edition_stories')
      .innerJoin('editions', 'editions.id', 'edition_stories.edition')
      .innerJoin('subscriptions', 'subscriptions.id', 'editions.subscription')
      .select(['edition', 'story'])
      .where('story', 'in', [...names])
      .where('workspace', '=', workspace)
      .where('editions.state', 'in', ['posting', 'posted', 'unknown'])
      .where('composed', 'is not', null)
      .orderBy('slot', 'desc')
      .orderBy('edition')
      .execute()
    return rows.map(({ edition, story }) => ({ edition: editionId(edition), story: storyId(story) }))
  }

  /** What editors of a workspace have corrected away, by the story that it was in. */
  async barred(workspace: WorkspaceId): Promise<{ readonly story: StoryId; readonly words: readonly string[] }[]> {
    const rows = await this.#database
      .selectFrom('corrections')
      .select(['story', 'cause'])
      .where('workspace', '=', workspace)
      .where(sql<boolean>`cause ->> 'kind' = 'editor'`)
      .execute()
    return rows.map(({ story, cause }) => ({
      story: storyId(story),
      words: cause.kind === 'editor' ? cause.barred : [],
    }))
  }

  /** Posted editions of which messages are still to be changed, added or looked for; oldest first. */
  async unsettled(since: string, limit: number): Promise<EditionId[]> {
    const rows = await this.#database
      .selectFrom('editions')
      .innerJoin('posts', 'posts.edition', 'editions.id')
      .select(['editions.id', 'slot'])
      .distinct()
      .where('editions.state', '=', 'posted')
      .where('posts.state', '!=', 'sent')
      .where('slot', '>', new Date(since))
      .orderBy('slot')
      .limit(limit)
      .execute()
    return rows.map(({ id }) => editionId(id))
  }
}

async function isWithdrawnNow(transaction: Kysely<Tables>, story: StoryId, workspace: WorkspaceId): Promise<boolean> {
  const names = (await allNames(transaction, sql`select ${story}::text as id`)).add(story)
  return await anyWithdrawn(transaction, { stories: [...names], workspace })
}

async function insert(
  database: Kysely<Tables>,
  { cause, lines, ...row }: Correction & { readonly workspace: WorkspaceId },
): Promise<void> {
  await database
    .insertInto('corrections')
    .values({ ...row, cause: json(cause), lines: json(lines) })
    .execute()
}

function correctionOf(row: Selectable<Tables['corrections']>): Correction {
  return {
    edition: row.edition === null ? null : editionId(row.edition),
    story: storyId(row.story),
    headline: row.headline,
    at: instant(row.at),
    cause: row.cause,
    lines: row.lines satisfies readonly ChangedLine[],
    person: row.person,
  }
}
