import { articleId } from '../src/domain/article.ts'
import { type StoryFeatures, storyId } from '../src/domain/story.ts'
import { StoryIndex } from '../src/story/story-index.ts'

/**
 * How many new articles a second find their story, and what memory that takes, with so many articles held. The articles are
 * invented: words by Zipf's law, events of one to five articles that share names, all within three days.
 *
 * node --expose-gc --max-old-space-size=128 --max-semi-space-size=4 bench/stories.ts [held …]
 */
const measured = 2_000
const sizes = process.argv.slice(2).map(Number)
const random = generator(20_261_124)

for (const held of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) measure(held)

function measure(held: number): void {
  globalThis.gc?.()
  const before = process.memoryUsage()
  const index = new StoryIndex()
  const place = (number: number, features: StoryFeatures) => {
    const id = articleId(`http://outlet-${number % 200}.example/news/2026/11/24/${number}`)
    index.hold(id, features, null)
    for (const [at, group] of [...index.sort()].entries()) {
      const known = group.map((member) => index.storyOf(member)).find((story) => story !== undefined)
      for (const member of group) index.move(member, known ?? storyId(`s${number}-${at}`))
    }
    index.explain(id, features)
  }
  for (let number = 0; number < held; number++) {
    const features = tell(number)
    index.hold(
      articleId(`http://outlet-${number % 200}.example/news/2026/11/24/${number}`),
      features,
      storyId(`e${eventOf(number)}`),
    )
  }
  const articles = Array.from({ length: measured }, (_, at) => ({ number: held + at, features: tell(held + at) }))
  const times: number[] = []
  const start = performance.now()
  for (const { number, features } of articles) {
    const begin = performance.now()
    place(number, features)
    times.push(performance.now() - begin)
  }
  const seconds = (performance.now() - start) / 1_000
  globalThis.gc?.()
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  times.sort((one, other) => one - other)
  console.log(
    [
      `${held} held: ${Math.round(measured / seconds)} articles a second`,
      `half within ${(times[Math.floor(measured / 2)] ?? 0).toFixed(2)} ms, 99 % within ${(times[Math.floor(measured * 0.99)] ?? 0).toFixed(2)} ms`,
      `${Math.round((heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6)} MB for ${index.size} articles, the process ${Math.round(rss / 1e6)} MB`,
    ].join('; '),
  )
}

/** One article of an event: names of its own, words that everybody uses. */
function tell(number: number): StoryFeatures {
  const event = eventOf(number)
  const names = Array.from({ length: 6 }, (_, at) => `N${(event * 7 + at) % 50_000}ame${at}`)
  const sentence = () =>
    Array.from({ length: 18 }, (_, at) =>
      at % 5 === 2 ? (names[Math.floor(random() * names.length)] ?? '') : `w${zipf()}`,
    ).join(' ')
  return {
    title: `${names[0]} w${zipf()} ${names[1]} w${zipf()} w${zipf()} w${zipf()}`,
    lead: Array.from({ length: 13 }, sentence).join('. '),
    date: new Date(Date.parse('2026-11-24T00:00:00Z') + (number % 4_000) * 60_000).toISOString(),
    kind: 'report',
  }
}

function eventOf(number: number): number {
  return Math.floor(number / 3)
}

/** The rank of a word among 60,000. */
function zipf(): number {
  return Math.floor(60_000 ** random())
}

function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
