import { join } from 'node:path'
import { Endpoint } from '../src/adapters/llm/endpoint.ts'
import { readPromptFiles } from '../src/adapters/llm/prompts.ts'
import { promptsFrom } from '../src/brief/answer/prompt.ts'
import { rulesByline, writeByRules } from '../src/brief/rules/rules-writer.ts'
import type { Brief } from '../src/domain/brief.ts'
import { speakerName } from '../src/domain/claim.ts'
import type { Story } from '../src/domain/story.ts'
import { grammarFor } from '../src/language/grammars.ts'
import { createModelWriter } from '../src/writing/model-writer.ts'
import { writeDraft } from '../src/writing/write-draft.ts'
import { article, story } from '../test/fakes/articles.ts'
import { type ChatRequest, startModelServer, type Turn } from '../test/fakes/model.ts'

/** What comes of a story, whatever the model's server does: who wrote it, in how many requests, how long, and how false. */

const deadlineMs = 1_000
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const prompts = promptsFrom(readPromptFiles(join(import.meta.dirname, '../prompts')))
const bridge = story(
  article(
    [
      'The bridge over the Tarn closed on Monday for 12 weeks.',
      '“We had no choice,” said Mayor Ana Ruiz. She said that the steel may have cracked in March.',
      'Tomas Lind, a spokesman for the builder, denied that the steel was weak.',
    ].join('\n\n'),
  ),
)
const ruiz = { name: 'Mayor Ana Ruiz', standing: '', says: ['said: “We had no choice.” [2]'] }
const good = (asked: ChatRequest, changed: object = {}) => ({
  check: /BEGIN ([0-9a-f]{8})/.exec(asked.messages[1]?.content ?? '')?.[1],
  headline: 'The bridge over the Tarn closed on Monday',
  happened: ['The bridge over the Tarn closed on Monday for 12 weeks. [1]'],
  speakers: [ruiz],
  ...changed,
})
const say = (content: string, finish?: string): Turn => ({ kind: 'say', content, ...(finish ? { finish } : {}) })
const status = (code: number, headers: Record<string, string> = {}, error: object = { message: 'no' }): Turn => ({
  kind: 'status',
  status: code,
  headers,
  body: { error },
})
const withSpeaker = (changed: object) => (asked: ChatRequest) =>
  say(JSON.stringify(good(asked, { speakers: [{ ...ruiz, ...changed }] })))

const cases: readonly (readonly [string, (asked: ChatRequest, index: number) => Turn])[] = [
  ['all well', (asked) => say(JSON.stringify(good(asked)))],
  ['429, wait an hour', () => status(429, { 'retry-after': '3600' })],
  ['429, quota used up', () => status(429, {}, { code: 'insufficient_quota', message: 'quota' })],
  ['401', () => status(401)],
  ['402', () => status(402)],
  ['404', () => status(404)],
  ['500, always', () => status(500)],
  ['500 twice, then well', (asked, index) => (index < 2 ? status(500) : say(JSON.stringify(good(asked))))],
  ['headers, then silence', () => ({ kind: 'hang' })],
  ['a byte now and then', () => ({ kind: 'drip' })],
  ['cut off', () => ({ kind: 'cut' })],
  ['finish reason “length”', () => say('{"summary":"abc', 'length')],
  ['content filter', () => ({ kind: 'message', message: { content: '' }, finish: 'content_filter' })],
  ['refusal', () => ({ kind: 'message', message: { content: null, refusal: 'I cannot' } })],
  ['no choices', () => ({ kind: 'raw', body: '{"choices":[]}' })],
  ['a login page with 200', () => ({ kind: 'raw', body: '<html>', contentType: 'text/html' })],
  ['an error with 200', () => ({ kind: 'raw', body: '{"error":{"message":"overloaded"}}' })],
  ['fenced', (asked) => say(`\`\`\`json\n${JSON.stringify(good(asked))}\n\`\`\``)],
  [
    'in reasoning_content alone',
    (asked) => ({ kind: 'message', message: { content: '', reasoning_content: JSON.stringify(good(asked)) } }),
  ],
  ['keys missing', () => say('{"summary":"x"}')],
  ['numbers as strings', () => say('{"n":"3"}')],
  ['white space without end', () => say(`{\n"summary":${' '.repeat(50_000)}`, 'length')],
  ['a key twice', (asked) => say(`{"headline":"a",${JSON.stringify(good(asked)).slice(1)}`)],
  ['single quotes', () => say("{'summary':'x',}")],
  ['prose', () => say('I would rather not.')],
  [
    'no response_format taken',
    (asked) =>
      asked.response_format
        ? status(400, {}, { message: 'response_format unsupported' })
        : say(JSON.stringify(good(asked))),
  ],
  ['the answer to another article', (asked) => say(JSON.stringify(good(asked, { check: '00000000' })))],
  ['a quotation altered', withSpeaker({ says: ['said: “We had a choice.” [2]'] })],
  ['a quotation from elsewhere', withSpeaker({ says: ['said: “The ship is lost.” [2]'] })],
  ['the speaker swapped', withSpeaker({ name: 'Tomas Lind' })],
  ['the act turned round', withSpeaker({ says: ['denied that “we had no choice”. [2]'] })],
  [
    'a number changed',
    (asked) =>
      say(
        JSON.stringify(
          good(asked, {
            happened: ['The bridge over the Tarn closed on Monday for 13 weeks. [1]'],
          }),
        ),
      ),
  ],
  [
    'another language',
    (asked) =>
      say(
        JSON.stringify(
          good(asked, {
            headline: 'Le pont est fermé',
            happened: ['Le pont sur le Tarn est fermé depuis lundi. [1]'],
          }),
        ),
      ),
  ],
]

console.log(`The deadline of a request is ${deadlineMs / 1_000} s here.\n`)
console.log('| fault | written by | requests | seconds | false words posted |')
console.log('| --- | --- | --- | --- | --- |')
for (const [name, turn] of cases) {
  const server = await startModelServer(turn)
  const model = new Endpoint({
    baseUrl: server.url,
    apiKey: 'none',
    model: 'bench',
    count: (text) => Math.ceil(text.length / 4),
    log: silent,
    limits: { deadlineMs },
  })
  const writer = createModelWriter({
    model,
    provider: 'model.example',
    prompts,
    spend: { reserve: async () => true, settle: async () => undefined },
    clock: { now: () => new Date().toISOString() },
    deadlineMs: 50_000,
    caps: { installation: 1e9, workspace: 1e9 },
  })
  const rules = { byline: rulesByline, write: async (told: Story) => writeByRules(told, grammarFor) }
  const start = performance.now()
  const { byline, verified } = await writeDraft(bridge, null, { writers: [writer, rules], log: silent })
  const seconds = ((performance.now() - start) / 1_000).toFixed(1)
  console.log(`| ${name} | ${byline.writer} | ${server.requests.length} | ${seconds} | ${countFalse(verified.brief)} |`)
  await server.stop()
}

/** Words of a brief that the article does not bear out, as far as these cases put any there. */
function countFalse({ headline, summary, claims }: Brief): number {
  const text = [headline, ...summary.map((sentence) => sentence.text), ...claims.map(({ words }) => words)].join('\n')
  const wrong = claims.filter(
    ({ speaker, words, act }) =>
      /no choice/.test(words) && (!speakerName(speaker).endsWith('Ruiz') || act === 'denies'),
  )
  return wrong.length + (text.match(/a choice|ship is lost|13 weeks|pont/g)?.length ?? 0)
}
