import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { Endpoint } from '../src/adapters/llm/endpoint.ts'
import { readPromptFiles } from '../src/adapters/llm/prompts.ts'
import { countModelTokens } from '../src/adapters/llm/tokens.ts'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { readText } from '../src/article/read-text.ts'
import { promptsFrom, renderStory } from '../src/brief/answer/prompt.ts'
import { rulesByline, writeByRules } from '../src/brief/rules/rules-writer.ts'
import { speakerName } from '../src/domain/claim.ts'
import { storyId } from '../src/domain/story.ts'
import { readMarkedUp } from '../src/evaluation/marked-up.ts'
import { grammarFor } from '../src/language/grammars.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { createModelWriter } from '../src/writing/model-writer.ts'
import { writeDraft } from '../src/writing/write-draft.ts'

/** What a model costs in tokens, and how many briefs a minute come of one that answers in two seconds. */

const root = join(import.meta.dirname, '..')
const answerMs = 2_000
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const stories = globSync('*.txt', { cwd: join(root, 'gold') }).map((file) => {
  const { text } = readMarkedUp(file, readFileSync(join(root, 'gold', file), 'utf8'))
  return { id: storyId(file), articles: [readText(text)] }
})
const prompts = promptsFrom(readPromptFiles(join(root, 'prompts')))

const articleTokens = stories.map(({ articles }) => countModelTokens(articles[0]?.text ?? ''))
const asked = stories.map(
  (story) =>
    countModelTokens(prompts.write.asJson) + countModelTokens(renderStory(story, { check: '00000000', grammarFor })),
)
console.log(
  `tokens of an article: ${mean(articleTokens)}; of what is asked: ${mean(asked)}, at most ${Math.max(...asked)}`,
)
console.log(
  `over 1.3 times the article and 900: ${asked.filter((tokens, at) => tokens > 1.3 * (articleTokens[at] ?? 0) + 900).length} of ${asked.length}`,
)

/** A server that answers after two seconds with what the rules would write. */
const server = createServer((request, response) => {
  const answer = async () => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const material = String(JSON.parse(body).messages[1].content)
    const [, check = '', headline = ''] = /BEGIN ([0-9a-f]{8})\s+Article A, [^:]*: (.*)/.exec(material) ?? []
    const story = stories.find(({ articles }) => articles[0]?.headline === headline)
    const draft = story && writeByRules(story, grammarFor)
    const speakers = (draft?.claims ?? []).map(({ speaker, cue, words }) => ({
      name: speakerName(speaker),
      standing: '',
      says: [`${cue || 'said'} ${words}.`],
    }))
    const content = JSON.stringify({
      check,
      headline,
      happened: (draft?.summary ?? []).map(({ text }) => text),
      speakers,
    })
    await sleep(answerMs)
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }))
  }
  void answer()
})
await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
const connection = await openInMemory()
const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
const model = new Endpoint({ baseUrl, apiKey: 'none', model: 'bench', count: countModelTokens, log: silent })
const caps = { installation: 100_000_000, workspace: 100_000_000 }
const writer = createModelWriter({
  model,
  prompts,
  provider: 'model.example',
  spend: store.spend,
  clock: { now: () => new Date().toISOString() },
  deadlineMs: 50_000,
  caps,
})
const rules = { byline: rulesByline, write: async (story: (typeof stories)[number]) => writeByRules(story, grammarFor) }
const start = performance.now()
await Promise.all(
  stories.map(async (story) => await writeDraft(story, null, { writers: [writer, rules], log: silent })),
)
const minutes = (performance.now() - start) / 60_000
console.log(
  `briefs a minute, a model that answers in ${answerMs / 1_000} s, 8 at once: ${Math.round(stories.length / minutes)}`,
)
await connection.close()
server.closeAllConnections()
server.close()

function mean(list: readonly number[]): number {
  return Math.round(list.reduce((sum, value) => sum + value, 0) / list.length)
}
