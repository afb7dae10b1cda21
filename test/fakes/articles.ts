import { type Article, articleId } from '../../src/domain/article.ts'
import { type Story, storyId } from '../../src/domain/story.ts'

/** An article with this text and default values for all other fields not in `parts`. */
export function article(text: string, parts: Partial<Article> = {}): Article {
  return {
    id: articleId(parts.url ?? `text:${text.slice(0, 30)}`),
    outlet: 'Example Times',
    publisher: parts.outlet ?? 'Example Times',
    headline: 'Bridge to close for repairs',
    url: null,
    byline: null,
    published: null,
    language: 'en',
    kind: 'report',
    sections: [],
    text,
    ...parts,
  }
}

export function story(...articles: readonly Article[]): Story {
  return { id: storyId('story'), articles }
}
