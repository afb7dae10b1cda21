import { type Kysely, sql } from 'kysely'
import type { Article, ArticleId, Terms } from '../../domain/article.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'
import { termColumns } from './article-row.ts'

/** How long after a story was posted its articles are read again, and how often, in milliseconds. */
export interface RereadPlan {
  readonly hourlyForMs: number
  readonly hourMs: number
  readonly dailyForMs: number
  readonly dayMs: number
}

/** Posted articles, whose pages are read again for some days. */
export class RereadStore {
  readonly #database: Kysely<Tables>

  constructor(database: Kysely<Tables>) {
    this.#database = database
  }

  /**
   * Lets the pages be read again whose time has come, and sets the next time of each; returns how many. Of an article
   * that several feeds brought, one entry is read.
   */
  async startDue(now: string, { hourlyForMs, hourMs, dailyForMs, dayMs }: RereadPlan, limit: number): Promise<number> {
    const at = new Date(now)
    const { rows } = await sql`
      with due as (
        select id, posted_at from articles where reread_at <= ${at} and from_feed is null order by reread_at limit ${limit} for update skip locked),
      planned as (
        update articles set reread_at = case
          when due.posted_at > ${before(now, hourlyForMs)} then ${after(now, hourMs)}::timestamptz
          when due.posted_at > ${before(now, dailyForMs)} then ${after(now, dayMs)}::timestamptz end
        from due where articles.id = due.id returning articles.id),
      chosen as (
        select distinct on (entries.article) feed, guid from entries join planned on planned.id = entries.article
        where state = 'read' order by entries.article, feed, guid)
      update entries set state = 'changed', attempts = 0, next_try_at = null from chosen
        where entries.feed = chosen.feed and entries.guid = chosen.guid and state = 'read' returning entries.guid`.execute(
      this.#database,
    )
    return rows.length
  }

  /**
   * Notes that an article's page is missing. It counts as gone if the site says so, or if it has been missing for
   * `patienceMs`; returns true if it does.
   */
  async noteMissing(
    article: ArticleId,
    { isFinal, patienceMs, now }: { readonly isFinal: boolean; readonly patienceMs: number; readonly now: string },
  ): Promise<boolean> {
    return await this.#database.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('articles')
        .select(['missing_since', 'gone_at'])
        .where('id', '=', article)
        .forUpdate()
        .executeTakeFirst()
      if (!row) return false
      if (row.gone_at) return true
      const since = row.missing_since === null ? now : instant(row.missing_since)
      const isGone = isFinal || Date.parse(now) - Date.parse(since) >= patienceMs
      await transaction
        .updateTable('articles')
        .set({ missing_since: since, ...(isGone ? { gone_at: now, changed_at: now } : {}) })
        .where('id', '=', article)
        .execute()
      return isGone
    })
  }

  /** Records what an article's page now lets machines do with it; what any of its feeds says counts, too. */
  async noteTerms(id: ArticleId, terms: Terms): Promise<void> {
    const { closed_to_models: closed, ...columns } = termColumns(terms)
    await this.#database
      .updateTable('articles')
      .set({
        ...columns,
        closed_to_models: sql`coalesce(${closed}, (select max(closed_to_models) from entries where article = articles.id))`,
      })
      .where('id', '=', id)
      .execute()
  }

  /** Notes that an article's page could be read. */
  async noteThere(article: ArticleId, now: string): Promise<void> {
    await sql`update articles set changed_at = case when gone_at is null then changed_at else ${now}::timestamptz end,
        missing_since = null, gone_at = null
      where id = ${article} and missing_since is not null`.execute(this.#database)
  }

  /** The earlier versions of an article, latest first. */
  async earlier(article: ArticleId): Promise<Pick<Article, 'headline' | 'text'>[]> {
    return await this.#database
      .selectFrom('article_versions')
      .select(['headline', 'text'])
      .where('article', '=', article)
      .orderBy('version', 'desc')
      .execute()
  }
}

function before(now: string, ms: number): Date {
  return new Date(Date.parse(now) - ms)
}

function after(now: string, ms: number): Date {
  return new Date(Date.parse(now) + ms)
}
