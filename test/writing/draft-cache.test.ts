import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Endpoint } from '../../src/adapters/llm/endpoint.ts'
import { readPromptFiles } from '../../src/adapters/llm/prompts.ts'
import { promptsFrom } from '../../src/brief/answer/prompt.ts'
import { rulesByline, writeByRules } from '../../src/brief/rules/rules-writer.ts'
import { type Story, storyId } from '../../src/domain/story.ts'
import { grammarFor } from '../../src/language/grammars.ts'
import { getOrWriteDraft } from '../../src/writing/draft-cache.ts'
import { createModelWriter } from '../../src/writing/model-writer.ts'
import { article } from '../fakes/articles.ts'
import { type ChatRequest, startModelServer } from '../fakes/model.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const clock = { now: () => new Date().toISOString() }
const rules = { byline: rulesByline, write: async (told: Story) => writeByRules(told, grammarFor) }
const count = (text: string) => Math.ceil(text.length / 4)
let newsroom: OpenedNewsroom

beforeAll(async () => {
  newsroom = await openTestNewsroom({})
})
afterAll(async () => {
  await newsroom.close()
})

describe('a model that is slow', () => {
  it('is not waited for beyond its deadline, and what it answers then is used in the next edition', async () => {
    let answerNow = () => undefined as void
    const held = new Promise<void>((release) => {
      answerNow = release
    })
    const { story, ask, asked, used, stop } = await open({ deadlineMs: 300, before: async () => await held })
    const bridge = await story(1)
    expect((await ask(bridge)).byline.writer).toBe('rules')
    const before = await used()
    answerNow()
    await expect
      .poll(async () => (await newsroom.services.store.drafts.find(bridge.id, bridge.articles, 'llm'))?.byline.writer)
      .toBe('llm')
    const { byline, verified } = await ask(bridge)
    expect([byline.writer, verified.brief.summary.map(({ text }) => text)]).toEqual(['llm', [closed(1)]])
    expect(asked()).toHaveLength(1)
    // What a late answer took is booked when it comes.
    expect(await used()).toBeGreaterThan(before)
    await stop()
  })

  it('has its answer dropped where everything ends before it comes', async () => {
    const { story, ask, end, stop } = await open({
      deadlineMs: 200,
      before: async () => await new Promise(() => undefined),
    })
    const bridge = await story(2)
    expect((await ask(bridge)).byline.writer).toBe('rules')
    end()
    await stop()
    expect(await newsroom.services.store.drafts.find(bridge.id, bridge.articles, 'llm')).toBeUndefined()
  })

  it('and takes one request at a time writes five stories, each within a deadline of its own', async () => {
    let atOnce = 0
    let most = 0
    const before = async () => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await new Promise((done) => setTimeout(done, 500))
      atOnce -= 1
    }
    const { story, ask, stop } = await open({ deadlineMs: 2_000, before })
    const stories = await Promise.all([3, 4, 5, 6, 7].map(story))
    const written = await Promise.all(stories.map(ask))
    expect(written.map(({ byline }) => byline.writer)).toEqual(Array.from({ length: 5 }, () => 'llm'))
    expect(most).toBe(1)
    await stop()
  })
})

function closed(number: number): string {
  return `The bridge at Tarn ${number} closed on Monday.`
}

/** A server that answers each story rightly once `before` has come about, a writer that asks it, and a store that is real. */
async function open({ deadlineMs, before }: { deadlineMs: number; before: () => Promise<void> }) {
  const server = await startModelServer(async ({ messages }: ChatRequest) => {
    await before()
    const material = messages[1]?.content ?? ''
    const check = /BEGIN ([0-9a-f]{8})/.exec(material)?.[1]
    const number = Number(/at Tarn (\d)/.exec(material)?.[1])
    const answer = {
      check,
      headline: `Bridge at Tarn ${number} closes`,
      happened: [`${closed(number)} [1]`],
      speakers: [{ name: 'Ana Ruiz', standing: '', says: ['said the steel was weak. [2]'] }],
    }
    return { kind: 'say', content: JSON.stringify(answer) }
  })
  const shutdown = new AbortController()
  const limits = { deadlineMs, concurrency: 1 }
  const served = { baseUrl: server.url, apiKey: 'none', model: 'a-model' }
  const model = new Endpoint({ ...served, count, log: silent, limits, shutdown: shutdown.signal })
  const { store } = newsroom.services
  const writer = createModelWriter({
    model,
    provider: 'model.example',
    clock,
    deadlineMs,
    spend: store.spend,
    prompts: promptsFrom(readPromptFiles(join(import.meta.dirname, '../../prompts'))),
    caps: { installation: 1_000_000, workspace: 1_000_000 },
  })
  return {
    story: async (number: number): Promise<Story> => {
      const text = `${closed(number)} Ana Ruiz said the steel was weak.`
      const told = {
        id: storyId(`bridge-${number}`),
        articles: [article(text, { headline: `Bridge ${number} closes` })],
      }
      await store.stories.keep(told.id, clock.now())
      return told
    },
    ask: async (told: Story) =>
      await getOrWriteDraft(told, { workspace: null, writers: [writer, rules] }, { store, clock, log: silent }),
    asked: () => server.requests,
    used: async () =>
      (await store.spend.on(clock.now().slice(0, 10))).find(({ payer }) => payer === 'installation')?.used ?? 0,
    end: () => shutdown.abort(),
    stop: server.stop,
  }
}
