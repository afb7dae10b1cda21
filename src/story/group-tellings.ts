import { articleId } from '../domain/article.ts'
import { type StoryId, storyId, type Telling } from '../domain/story.ts'
import { StoryIndex } from './story-index.ts'

/** Sorts tellings that are all there into stories, in the order given: for each the number of its story, from 0. */
export function groupTellings(tellings: readonly Telling[]): number[] {
  const index = new StoryIndex()
  for (const telling of tellings) index.learn(telling)
  const storyOf = new Map<number, StoryId>()
  tellings.forEach((telling, at) => {
    const { story, same } = index.place(telling, storyId(String(at)))
    index.hold(articleId(String(at)), telling, story)
    storyOf.set(at, story)
    if (same === null) return
    index.merge({ from: same, into: story })
    for (const [number, each] of storyOf) if (each === same) storyOf.set(number, story)
  })
  const numbers = new Map([...new Set(storyOf.values())].map((story, number) => [story, number]))
  return tellings.map((_, at) => numbers.get(storyOf.get(at) ?? storyId('')) ?? 0)
}
