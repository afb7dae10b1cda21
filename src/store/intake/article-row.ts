import type { Selectable } from 'kysely'
import { type Article, articleId } from '../../domain/article.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'

/** The columns that hold an article. */
export function columnsOf({ closedToModels, ...article }: Article) {
  return { ...article, closed_to_models: closedToModels ?? null }
}

/** Converts a row to an article. */
export function articleOf(row: Selectable<Tables['articles']>): Article {
  return {
    id: articleId(row.id),
    outlet: row.outlet,
    publisher: row.publisher || row.outlet,
    headline: row.headline,
    url: row.url,
    byline: row.byline,
    published: instant(row.published),
    language: row.language,
    kind: row.kind,
    sections: row.sections,
    text: row.text,
    ...(row.closed_to_models === null ? {} : { closedToModels: row.closed_to_models }),
  }
}
