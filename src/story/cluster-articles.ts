import { articleId } from '../domain/article.ts'
import type { StoryFeatures } from '../domain/story.ts'
import { StoryIndex } from './story-index.ts'

/** Sorts articles into stories, whatever their order. Returns the number of each article's story, from 0. */
export function clusterArticles(articles: readonly StoryFeatures[]): number[] {
  const index = new StoryIndex()
  articles.forEach((features, at) => index.hold(articleId(String(at)), features, null))
  const groupOf = new Map(
    [...index.sort()].flatMap((group, number) => group.map((id) => [Number(id), number] as const)),
  )
  const numbers = new Map<number, number>()
  return articles.map((_, at) => {
    const group = groupOf.get(at) ?? 0
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    return number
  })
}
