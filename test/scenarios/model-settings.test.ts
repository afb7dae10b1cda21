import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Endpoint } from '../../src/adapters/llm/endpoint.ts'
import { probe } from '../../src/adapters/llm/probe.ts'
import { renderTerminal } from '../../src/adapters/terminal/render.ts'
import { styleFor } from '../../src/adapters/terminal/style.ts'
import type { CommandName } from '../../src/chat/commands/command.ts'
import { jsonOf, type Reply } from '../../src/chat/commands/reply.ts'
import { localWorkspace } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'
import { type ChatRequest, type ModelServer, startModelServer, type Turn } from '../fakes/model.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import type { Site } from '../fakes/site.ts'
import { startTown } from '../fakes/town.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('the model of a workspace', () => {
  const asker: Asker = {
    workspace: localWorkspace,
    channel: { platform: 'terminal', id: 'screen' },
    person: null,
    mayManage: true,
  }
  const settings = () => ({
    ONRECORD_ALLOW_HOSTS: town.host,
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'a-model',
    ONRECORD_PRICE_READ: '2',
    ONRECORD_PRICE_WRITTEN: '8',
  })
  let town: Site
  let model: ModelServer
  let newsroom: OpenedNewsroom

  beforeAll(async () => {
    town = await startTown()
    model = await startModelServer((asked) => (asksForBrief(asked) ? brief(asked) : say({ ready: true })))
    newsroom = await openTestNewsroom(settings())
    await ask('feeds', `add ${town.url('/')}`)
  })
  afterAll(async () => {
    await newsroom.close()
    await Promise.all([town.stop(), model.stop()])
  })
  const ask = async (name: CommandName, text: string) => await newsroom.ask(asker, name, text)
  const briefsAsked = () => model.requests.filter(asksForBrief).length

  it('is found out once how to hold to JSON, and that is kept', async () => {
    await expect
      .poll(async () => await newsroom.services.store.modelFormats.find(model.url, 'a-model'), { timeout: 5_000 })
      .toBe('schema')
  })

  it('writes the briefs, signed, and readers are told where the texts went', async () => {
    const text = words(await ask('digest', 'now'))
    expect(text).toMatch(/Bridge over the Tarn closes.*Written by AI \(a-model\), checked against the article\./)
    expect(text).toContain('The text of these articles was sent to a-model at 127.0.0.1')
    expect(briefsAsked()).toBe(1)
  })

  it('is not paid twice for the same story', async () => {
    await ask('digest', 'preview')
    const [edition] = await newsroom.archive().editions()
    const story = edition?.document.find((block) => block.kind === 'story')
    expect(await newsroom.archive().story(story?.id ?? '')).toMatchObject({ headline: 'Bridge over the Tarn closes' })
    expect(briefsAsked()).toBe(1)
  })

  it('shows what it cost, at your set prices', async () => {
    const reply = await ask('digest', 'usage')
    const { document } = reply
    expect(jsonOf(reply)).toMatchObject({
      spend: [
        { payer: 'installation', used: 5_000, written: 1_000, cost: (4_000 * 2 + 1_000 * 8) / 1_000_000 },
        { payer: `workspace:${localWorkspace.id}`, used: 5_000 },
      ],
    })
    expect(JSON.stringify(document)).toContain('5,000 of 1,000,000 tokens today, about 0.02 at your set prices')
  })

  it('gets no article of a workspace that has turned it off, and all again when it is on', async () => {
    expect(words(await ask('digest', 'model off'))).toContain('Articles from this workspace aren’t sent to a-model')
    const before = briefsAsked()
    const given = `summarize ${town.url('/bridge')}`.replace('summarize ', '')
    expect(words(await ask('summarize', given))).not.toContain('a-model')
    expect(briefsAsked()).toBe(before)
    await ask('digest', 'model on')
    expect(words(await ask('summarize', given))).toContain('The text was sent to a-model at 127.0.0.1')
    expect(briefsAsked()).toBe(before + 1)
  })

  it('is asked once for what several want at the same time, and never again for what it wrote', async () => {
    const before = briefsAsked()
    const text = 'The ferry to Tarn sinks. '.repeat(3) + '\n\n“We had no choice,” said Ana Ruiz, the mayor of Tarn.'
    const all = await Promise.all([ask('summarize', text), ask('summarize', text), ask('summarize', text)])
    expect(all.map(({ done }) => done)).toEqual([true, true, true])
    expect(briefsAsked() - before).toBeLessThanOrEqual(2)
    const asked = briefsAsked()
    await ask('summarize', text)
    expect(briefsAsked()).toBe(asked)
  })

  it('has readers told from four fifths of the day’s tokens on, and that they are used up', async () => {
    const { spend } = newsroom.services.store
    const day = newsroom.services.clock.now().slice(0, 10)
    const notes = async () => {
      const { modelNotes } = await import('../../src/writing/model-notes.ts')
      const byRules = {
        byline: { writer: 'rules', version: 3 },
        articles: [{ language: 'en' }],
      } as unknown as Parameters<typeof modelNotes>[0][number]
      return JSON.stringify(await modelNotes([byRules], localWorkspace.id, newsroom.services))
    }
    expect(await notes()).toMatch(/1 story was written without AI: .* couldn’t be reached/)
    await spend.reserve(`workspace:${localWorkspace.id}`, 420_000, { day, cap: 1_000_000 })
    expect(await notes()).toContain('are used up')
    expect(await notes()).not.toContain('reached')
  })
})

describe('the probe of an endpoint', () => {
  it.each<[string, string, (asked: ChatRequest) => Turn]>([
    ['that enforces a schema', 'schema', () => say({ ready: true })],
    [
      'that gives JSON of its own',
      'json',
      (asked) => (asked.response_format?.type === 'json_object' ? say({ ready: true }) : say({ hello: 'reader' })),
    ],
    ['that answers in words', 'words', () => ({ kind: 'say', content: 'Good morning!' })],
    [
      'that takes no response format',
      'words',
      (asked) =>
        asked.response_format
          ? { kind: 'status', status: 400, body: { error: { message: 'response_format is not supported' } } }
          : say({ ready: true }),
    ],
  ])('finds one %s', async (_, format, answer) => {
    const server = await startModelServer(answer)
    const endpoint = open(server)
    expect(await probe(endpoint)).toBeNull()
    expect(endpoint.format).toBe(format)
    await server.stop()
  })

  it('says what is wrong with one that fails', async () => {
    const server = await startModelServer(() => ({ kind: 'status', status: 401 }))
    expect(await probe(open(server))).toContain('OPENAI_API_KEY is not accepted')
    await server.stop()
  })
})

function open(server: ModelServer): Endpoint {
  return new Endpoint({
    baseUrl: server.url,
    apiKey: 'none',
    model: 'a-model',
    count: (text) => text.length,
    log: silent,
  })
}

function asksForBrief({ messages }: ChatRequest): boolean {
  return messages.some(({ content }) => content.includes('BEGIN '))
}

function say(value: object): Turn {
  return { kind: 'say', content: JSON.stringify(value) }
}

/** What a good model makes of the town's article. */
function brief(asked: ChatRequest): Turn {
  const check = /BEGIN ([0-9a-f]{8})/.exec(asked.messages[1]?.content ?? '')?.[1]
  const content = {
    check,
    headline: 'Bridge over the Tarn closes',
    happened: ['The bridge over the Tarn will close on Monday for twelve weeks. [1]'],
    speakers: [{ name: 'Ana Ruiz', standing: '', says: ['said: “We had no choice.” [2]'] }],
  }
  return {
    kind: 'raw',
    body: JSON.stringify({
      choices: [{ index: 0, message: { content: JSON.stringify(content) }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 4_000, completion_tokens: 1_000, total_tokens: 5_000 },
    }),
  }
}

function words({ document }: Reply): string {
  return renderTerminal(document, styleFor({}, true)).replace(/\s+/g, ' ').trim()
}
