import { type Kysely, sql } from 'kysely'
import { type ArticleId, articleId } from '../../domain/article.ts'
import { type StoryAssignment, type StoryFeatures, type StoryId, storyId } from '../../domain/story.ts'
import { identify } from '../schema/identity.ts'
import { instant } from '../schema/instants.ts'
import { json } from '../schema/json.ts'
import type { Tables } from '../schema/tables.ts'

/** The features of an article that show its story. */
export interface ArticleFeatures {
  readonly id: ArticleId
  readonly features: StoryFeatures
  /** Null until it has been joined to a story. */
  readonly story: StoryId | null
  /** Increases with every change of its text. */
  readonly version: number
  /** The sketch by which copies of its text are recognised. */
  readonly sketch: readonly number[]
  readonly publisher: string
}

/** The assignment of an article to a story. */
export interface Join {
  readonly article: ArticleId
  readonly story: StoryId
  readonly joining: StoryAssignment
  readonly publisher: string
  /** The version that was examined. */
  readonly version?: number
}

/** How much of a text is used to identify its event, in characters. */
const leadLength = 1_000
/** Held while articles are joined to stories, so that two processes do not begin two stories for one event. */
const joiningLock = 7_201_545

/** Joins articles to stories, and merges stories. */
export class JoinStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /** Articles joined to stories since an instant, in the order they were joined. */
  async joinedSince(start: string): Promise<ArticleFeatures[]> {
    return await this.#select((query) =>
      query.where('joined_at', '>=', new Date(start)).orderBy('joined_at').orderBy('id'),
    )
  }

  /** Articles that are in no story yet, or have changed since they were joined to one; oldest first. */
  async unjoined(start: string, limit: number): Promise<ArticleFeatures[]> {
    return await this.#select((query) =>
      query
        .where('joined_at', 'is', null)
        .where('read_at', '>=', new Date(start))
        .orderBy('read_at')
        .orderBy('id')
        .limit(limit),
    )
  }

  /** An article that has been joined to a story. */
  async features(article: ArticleId): Promise<ArticleFeatures | undefined> {
    const [features] = await this.#select((query) => query.where('id', '=', article))
    return features
  }

  async #select(narrow: (query: FeaturesQuery) => FeaturesQuery): Promise<ArticleFeatures[]> {
    const rows = await narrow(selectFeatures(this.#database)).execute()
    return rows.map(
      ({ id, story, version, headline: title, lead, published, kind, sketch, own_publisher: publisher }) => ({
        id: articleId(id),
        features: { title, lead, date: instant(published), kind },
        story: story === null ? null : storyId(story),
        version,
        sketch,
        publisher,
      }),
    )
  }

  /** Runs work while no other process joins articles to stories; returns false if one is doing so. */
  async alone(work: (stories: JoinStore) => Promise<void>): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${joiningLock}) as held`.execute(
        transaction,
      )
      if (!rows[0]?.held) return false
      await work(new JoinStore(transaction))
      return true
    })
  }

  /**
   * Joins an article to a story, creating it if it is new. If the article left another story, editions with that one
   * since the article was read count for this one too. Withdrawals carry over only if this story has no other articles:
   * one article must not withdraw a story that others report.
   */
  async join({ article, story, joining, publisher, version }: Join, now: string): Promise<void> {
    await keepStory(this.#database, story, now)
    const left = await this.#database
      .selectFrom('articles')
      .select(['story', 'read_at'])
      .where('id', '=', article)
      .executeTakeFirst()
    if (left?.story && joining.how === 'left') {
      await sql`insert into edition_stories (edition, story) select edition, ${story} from edition_stories
        join editions on editions.id = edition
        where story = ${left.story} and greatest(editions.slot, editions.updated_at) >= ${left.read_at}
        on conflict do nothing`.execute(this.#database)
      if (await this.#isEmpty(story)) await copyWithdrawals(this.#database, { from: left.story, into: story })
    }
    // An article that has changed meanwhile will be joined again, by its new text.
    await this.#database
      .updateTable('articles')
      .set((update) => ({
        story,
        publisher,
        joined: json(joining),
        joined_at:
          version === undefined
            ? now
            : sql`case when ${update.ref('version')} = ${version} then ${now}::timestamptz end`,
      }))
      .where('id', '=', article)
      .execute()
    if (left?.story && left.story !== story)
      await closeEmpty(this.#database, { story: storyId(left.story), into: story })
  }

  async #isEmpty(story: StoryId): Promise<boolean> {
    const member = await this.#database
      .selectFrom('articles')
      .select('id')
      .where('story', '=', story)
      .executeTakeFirst()
    return member === undefined
  }

  /** The sketches by which copies of a story's articles are recognised. */
  async sketches(story: StoryId): Promise<Pick<ArticleFeatures, 'id' | 'sketch' | 'publisher'>[]> {
    const rows = await this.#database
      .selectFrom('articles')
      .select(['id', 'sketch', 'publisher'])
      .where('story', '=', story)
      .orderBy('read_at')
      .execute()
    return rows.map(({ id, ...row }) => ({ id: articleId(id), ...row }))
  }

  /** Merges one story into another, which takes over its articles and the editions that contain it. */
  async merge({ from, into }: { readonly from: StoryId; readonly into: StoryId }, now: string): Promise<void> {
    await keepStory(this.#database, into, now)
    await sql`insert into edition_stories (edition, story) select edition, ${into} from edition_stories where story = ${from}
      on conflict do nothing`.execute(this.#database)
    await copyWithdrawals(this.#database, { from, into })
    await sql`update articles set story = ${into}, joined_at = ${now},
      joined = coalesce(joined, '{}'::jsonb) || '{"how": "merged"}'::jsonb where story = ${from}`.execute(
      this.#database,
    )
    await sql`update stories set merged_into = ${into} where id = ${from} or merged_into = ${from}`.execute(
      this.#database,
    )
  }
}

/** The id of a new story, derived from the article that began it, and numbered if earlier ids are taken. */
export function newStoryId(article: ArticleId, version = 1): StoryId {
  return storyId(version === 1 ? identify('story', article) : identify('story', article, String(version)))
}

async function copyWithdrawals(
  database: Kysely<Tables>,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<void> {
  await sql`insert into withdrawn_stories (workspace, story, at)
    select workspace, ${into}, at from withdrawn_stories where story = ${from} on conflict do nothing`.execute(database)
}

/** Redirects a story without articles to the one its last article joined. */
async function closeEmpty(
  database: Kysely<Tables>,
  { story, into }: { readonly story: StoryId; readonly into: StoryId },
): Promise<void> {
  await sql`update stories set merged_into = ${into} where (id = ${story} or merged_into = ${story})
    and not exists (select from articles where articles.story = ${story})`.execute(database)
}

/** Updates a story; creates it if it is new, and restores it if it had been merged into another. */
export async function keepStory(database: Kysely<Tables>, story: StoryId, now: string): Promise<void> {
  await database
    .insertInto('stories')
    .values({ id: story, updated_at: now })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ updated_at: now, merged_into: null }))
    .execute()
}

/** Only the first paragraphs, which identify the event, are loaded into memory. */
function selectFeatures(database: Kysely<Tables>) {
  return database
    .selectFrom('articles')
    .select([
      'id',
      'sketch',
      'own_publisher',
      'story',
      'version',
      'headline',
      'published',
      'kind',
      sql<string>`left(text, ${sql.lit(leadLength)})`.as('lead'),
    ])
}

type FeaturesQuery = ReturnType<typeof selectFeatures>
