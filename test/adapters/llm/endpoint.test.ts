import { setTimeout as sleep } from 'node:timers/promises'
import { LLMock } from '@copilotkit/aimock'
import { afterEach, describe, expect, it } from 'vitest'
import { Endpoint } from '../../../src/adapters/llm/endpoint.ts'
import type { ModelRequest } from '../../../src/domain/completion.ts'
import { type ChatRequest, type ModelServer, startModelServer, type Turn } from '../../fakes/model.ts'

const request: ModelRequest = {
  instructionsInLines: 'In lines.',
  instructions: 'Write.',
  material: 'A text.',
  schema: { type: 'object' },
  maxTokens: 50,
  requests: 4,
  withinMs: 60_000,
}
const warnings: string[] = []
const log = {
  info: () => undefined,
  warn: (event: string) => void warnings.push(event),
  error: () => undefined,
}
let server: ModelServer | undefined

afterEach(async () => {
  await server?.stop()
  server = undefined
  warnings.length = 0
})

describe('an endpoint', () => {
  const say = (content: string): Turn => ({ kind: 'say', content, usage: 12 })

  it('answers, and says what that cost', async () => {
    const { endpoint, asked } = await start(() => say('{"a":1}'))
    expect(await endpoint.complete(request)).toEqual({
      kind: 'text',
      text: '{"a":1}',
      requests: 1,
      tokens: 12,
      written: 7,
    })
    expect(asked()[0]).toMatchObject({ model: 'a-model', response_format: { type: 'json_schema' }, max_tokens: 50 })
  })

  it.each<[string, Turn, RegExp]>([
    ['a revoked key', { kind: 'status', status: 401 }, /OPENAI_API_KEY is not accepted/],
    ['no credit', { kind: 'status', status: 402 }, /no credit left/],
    [
      'a quota that is used up',
      { kind: 'status', status: 429, body: { error: { code: 'insufficient_quota', message: 'quota' } } },
      /no credit left/,
    ],
    ['an unknown model', { kind: 'status', status: 404 }, /OPENAI_MODEL or OPENAI_BASE_URL is wrong/],
    ['a wait of an hour', { kind: 'status', status: 429, headers: { 'retry-after': '3600' } }, /slow down/],
  ])('asks once, and says what to do, for %s', async (_, turn, reason) => {
    const { endpoint, asked } = await start(() => turn)
    const answer = await endpoint.complete(request)
    expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringMatching(reason) as string, requests: 1 })
    expect(asked()).toHaveLength(1)
  })

  it('gets through two failures of the server', async () => {
    const { endpoint } = await start((_, index) => (index < 2 ? { kind: 'status', status: 500 } : say('{}')))
    expect(await endpoint.complete(request)).toMatchObject({ kind: 'text', requests: 3 })
  })

  it.each<[string, Turn, RegExp]>([
    ['choices that are none', { kind: 'raw', body: '{"choices":[]}' }, /isn’t a completion/],
    ['a login page', { kind: 'raw', body: '<html>Log in</html>', contentType: 'text/html' }, /isn’t a completion/],
    ['an error with status 200', { kind: 'raw', body: '{"error":{"message":"busy"}}' }, /isn’t a completion/],
    ['a connection cut in the middle', { kind: 'cut' }, /connection|no completion/],
  ])('tries again, within its limit, after %s', async (_, turn, reason) => {
    const { endpoint, asked } = await start(() => turn)
    const answer = await endpoint.complete({ ...request, requests: 2 })
    expect(answer).toMatchObject({ kind: 'failed', reason: expect.stringMatching(reason) as string, requests: 2 })
    expect(asked()).toHaveLength(2)
  })

  it.each<[string, Turn, RegExp]>([
    ['an answer cut short', { kind: 'say', content: '{"a', finish: 'length' }, /cut short/],
    ['nothing', { kind: 'message', message: { content: '' } }, /empty/],
  ])('does not pay again for %s', async (_, turn, reason) => {
    const { endpoint, asked } = await start(() => turn)
    const answer = await endpoint.complete(request)
    expect(answer).toMatchObject({ kind: 'useless', reason: expect.stringMatching(reason) as string, requests: 1 })
    expect(asked()).toHaveLength(1)
  })

  it.each([0, -5, 812.5, 1e12, 1e300, '12', null])(
    'does not believe a server that says it used %s tokens',
    async (total) => {
      const choices = [{ index: 0, message: { content: '{"a":1}' }, finish_reason: 'stop' }]
      const { endpoint } = await start(() => ({
        kind: 'raw',
        body: JSON.stringify({ choices, usage: { total_tokens: total } }),
      }))
      expect((await endpoint.complete(request)).tokens).toBe('Write.'.length + 'A text.'.length + '{"a":1}'.length)
    },
  )

  it('asks as the model wants to be asked', async () => {
    const no = (message: string): Turn => ({ kind: 'status', status: 400, body: { error: { message } } })
    const { endpoint, asked } = await start((body) => {
      if ('max_tokens' in body) return no("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.")
      return 'temperature' in body ? no("'temperature' does not support 0 with this model") : say('{}')
    })
    expect(await endpoint.complete(request)).toMatchObject({ kind: 'text', requests: 3 })
    expect(await endpoint.complete(request)).toMatchObject({ kind: 'text', requests: 1 })
    expect(asked().at(-1)).toMatchObject({ max_completion_tokens: 50 })
  })

  it('steps down once, though several ask at the same time', async () => {
    const { endpoint } = await start(({ response_format: format }) =>
      format?.type === 'json_object'
        ? say('{}')
        : { kind: 'status', status: 400, body: { error: { message: 'json_schema is not supported' } } },
    )
    const answers = await Promise.all(Array.from({ length: 6 }, async () => await endpoint.complete(request)))
    expect(answers.map(({ kind }) => kind)).toEqual(Array.from({ length: 6 }, () => 'text'))
    expect(endpoint.format).toBe('json')
  })

  it('takes no longer over all its tries than it is given', async () => {
    const { endpoint, asked } = await start(() => ({ kind: 'hang' }), 60_000)
    const answer = await endpoint.complete({ ...request, withinMs: 200 })
    expect(answer).toMatchObject({ kind: 'failed', requests: 1 })
    expect(asked()).toHaveLength(1)
  })

  it.each<[string, Turn]>([
    ['refuses', { kind: 'message', message: { content: null, refusal: 'I cannot' } }],
    ['is filtered', { kind: 'message', message: { content: '' }, finish: 'content_filter' }],
  ])('does not ask again when the model %s', async (_, turn) => {
    const { endpoint, asked } = await start(() => turn)
    expect(await endpoint.complete(request)).toMatchObject({ kind: 'refused', requests: 1 })
    expect(asked()).toHaveLength(1)
  })

  it('reads what a reasoning server put elsewhere', async () => {
    const { endpoint } = await start(() => ({
      kind: 'message',
      message: { content: '', reasoning_content: '{"a":1}' },
    }))
    expect(await endpoint.complete(request)).toMatchObject({ kind: 'text', text: '{"a":1}' })
  })

  it('counts for itself where the endpoint does not', async () => {
    const { endpoint } = await start(() => ({ kind: 'say', content: 'four words of text' }))
    expect((await endpoint.complete(request)).tokens).toBe(
      'Write.'.length + 'A text.'.length + 'four words of text'.length,
    )
  })

  it('steps down to what the endpoint takes, and remembers it', async () => {
    const { endpoint, asked } = await start(({ response_format: format }) =>
      format
        ? { kind: 'status', status: 400, body: { error: { message: 'response_format is not supported' } } }
        : say('{}'),
    )
    expect(await endpoint.complete(request)).toMatchObject({ kind: 'text', requests: 3 })
    expect(await endpoint.complete(request)).toMatchObject({ kind: 'text', requests: 1 })
    expect(asked().map(({ response_format: format }) => format?.type)).toEqual([
      'json_schema',
      'json_object',
      undefined,
      undefined,
    ])
  })

  it.each<[string, Turn]>([
    ['sends headers and no body', { kind: 'hang' }],
    ['sends a byte at a time', { kind: 'drip' }],
  ])('gives up on a server that %s', async (_, turn) => {
    const { endpoint } = await start(() => turn, 100)
    expect(await endpoint.complete({ ...request, requests: 1 })).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('did not answer within') as string,
    })
  })

  it('pauses after five failures in a row, and says so once', async () => {
    const { endpoint, asked } = await start(() => ({ kind: 'status', status: 400, body: { error: { message: 'no' } } }))
    for (let at = 0; at < 5; at++) expect(await endpoint.complete(request)).toMatchObject({ requests: 1 })
    const after = await endpoint.complete(request)
    expect(after).toMatchObject({ kind: 'failed', requests: 0, tokens: 0 })
    expect(asked()).toHaveLength(5)
    expect(warnings).toEqual(['model-paused'])
  })

  it('says so when nothing is listening there', async () => {
    const { endpoint } = await start(() => say('{}'))
    await server?.stop()
    server = undefined
    expect(await endpoint.complete({ ...request, requests: 1 })).toMatchObject({
      kind: 'failed',
      reason: expect.stringContaining('check that the model server is running') as string,
    })
  })

  it('has no more requests under way than it may', async () => {
    let most = 0
    let now = 0
    const { endpoint } = await start(async () => {
      now += 1
      most = Math.max(most, now)
      await sleep(20)
      now -= 1
      return say('{}')
    })
    await Promise.all(Array.from({ length: 6 }, async () => await endpoint.complete(request)))
    expect(most).toBe(2)
  })

  it('talks to a server that others wrote', async () => {
    const mock = new LLMock({ port: 0 })
    mock.onMessage('A text.', { content: '{"a":1}' })
    await mock.start()
    try {
      const endpoint = new Endpoint({
        baseUrl: `${mock.url}/v1`,
        apiKey: 'mock',
        model: 'gpt-4o-mini',
        count: (text) => text.length,
        log,
      })
      expect(await endpoint.complete(request)).toMatchObject({ kind: 'text', text: '{"a":1}', requests: 1 })
    } finally {
      await mock.stop()
    }
  })

  async function start(answer: (asked: ChatRequest, index: number) => Turn | Promise<Turn>, deadlineMs = 5_000) {
    const started = await startModelServer(answer)
    server = started
    const endpoint = new Endpoint({
      baseUrl: started.url,
      apiKey: 'none',
      model: 'a-model',
      count: (text) => text.length,
      log,
      limits: { deadlineMs, concurrency: 2 },
    })
    return { endpoint, asked: () => started.requests }
  }
})
