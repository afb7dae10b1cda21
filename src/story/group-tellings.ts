import { articleId } from '../domain/article.ts'
import type { Telling } from '../domain/story.ts'
import { StoryIndex } from './story-index.ts'

/** Sorts tellings into stories, which are the same in whatever order they are given: for each the number of its story, from 0. */
export function groupTellings(tellings: readonly Telling[]): number[] {
  const index = new StoryIndex()
  tellings.forEach((telling, at) => index.hold(articleId(String(at)), telling, null))
  const groupOf = new Map(
    [...index.sort()].flatMap((group, number) => group.map((id) => [Number(id), number] as const)),
  )
  const numbers = new Map<number, number>()
  return tellings.map((_, at) => {
    const group = groupOf.get(at) ?? 0
    const number = numbers.get(group) ?? numbers.size
    numbers.set(group, number)
    return number
  })
}
