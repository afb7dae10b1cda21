import type { Selectable } from 'kysely'
import { type Article, articleId, type Terms } from '../../domain/article.ts'
import { instant } from '../schema/instants.ts'
import type { Tables } from '../schema/tables.ts'

/** The columns that hold an article. */
export function columnsOf(article: Article) {
  const { closedToModels: _closedToModels, shown: _shown, fromFeed, ...columns } = article
  return { ...columns, ...termColumns(article), from_feed: fromFeed ?? null }
}

/** The columns that hold what an article's publisher lets machines do with it. */
export function termColumns({ closedToModels, shown }: Terms) {
  return {
    closed_to_models: closedToModels ?? null,
    most_shown: shown?.most ?? null,
    limited_by: shown?.said ?? null,
  }
}

/** What the publisher of a row's article lets machines do with it. */
export function termsFrom(
  row: Pick<Selectable<Tables['articles']>, 'closed_to_models' | 'most_shown' | 'limited_by'>,
): Terms {
  return {
    ...(row.closed_to_models === null ? {} : { closedToModels: row.closed_to_models }),
    ...(row.most_shown === null ? {} : { shown: { most: row.most_shown, said: row.limited_by ?? '' } }),
  }
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
    ...termsFrom(row),
    ...(row.from_feed === null ? {} : { fromFeed: row.from_feed }),
  }
}
