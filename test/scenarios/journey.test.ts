import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectControl } from '../../src/adapters/ipc/client.ts'
import { serveControl } from '../../src/adapters/ipc/server.ts'
import { createTerminalPlatform } from '../../src/adapters/terminal/platform.ts'
import { styleFor } from '../../src/adapters/terminal/style.ts'
import { askService, type Newsroom, openNewsroom } from '../../src/app/compose.ts'
import { type Config, readConfig } from '../../src/app/config.ts'
import { handleJob, runTick } from '../../src/app/tick.ts'
import { jsonOf } from '../../src/chat/commands/reply.ts'
import type { Document, StoryBlock } from '../../src/chat/document.ts'
import { noAddresses } from '../../src/digest/addresses.ts'
import { siteOf } from '../fakes/local-site.ts'
import type { Site } from '../fakes/site.ts'
import { startTown } from '../fakes/town.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('the journey from feed to digest, with nothing configured', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-journey-'))
  const printed: string[] = []
  let feedSite: Site
  let config: Config
  let newsroom: Newsroom

  beforeAll(async () => {
    feedSite = await startTown()
    config = readConfig({ ONRECORD_DATA: folder, ONRECORD_ALLOW_HOSTS: feedSite.host })
    newsroom = await open()
    await newsroom.services.queue.work((job) => handleJob(job, newsroom.services))
  })

  afterAll(async () => {
    await newsroom.close()
    await feedSite.stop()
    rmSync(folder, { recursive: true })
  })

  it('polls the sample outlets, writes briefs and posts one digest', async () => {
    const round = await runTick(newsroom.services)
    expect(round).toEqual({ feeds: 3, articles: 12, editions: 1 })
    await settled(newsroom)
    const [edition] = await newsroom.archive().editions()
    expect(printed).toHaveLength(1)
    expect(stories(edition?.document).length).toBeGreaterThanOrEqual(5)
    expect(printed[0]?.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it('tells one event as one story, with what outlets tell differently apart', async () => {
    const [edition] = await newsroom.archive().editions()
    const shared = stories(edition?.document).filter(
      ({ outlets }) => new Set(outlets.map(({ outlet }) => outlet)).size > 1,
    )
    expect(shared.length).toBeGreaterThanOrEqual(3)
    expect(shared.map(({ outlets }) => new Set(outlets.map(({ outlet }) => outlet)).size)).toEqual(shared.map(() => 3))
    expect(shared.filter(({ differences }) => differences.length > 0).length).toBeGreaterThanOrEqual(2)
    const summaries = stories(edition?.document)
      .flatMap(({ summary }) => summary)
      .join(' ')
    expect(summaries).not.toMatch(/(?:^|[.!] )(?:he|she|they|it|the company) /i)
    expect(summaries).not.toMatch(/\b(?:three|four) villages|\b(?:twelve|fourteen) people|\b(?:84|79) schools/i)
  })

  it('stands a denial under what it denies', async () => {
    const [edition] = await newsroom.archive().editions()
    const answered = stories(edition?.document)
      .flatMap(({ claims }) => claims)
      .filter(({ responses }) => responses.length > 0)
    expect(answered.map(({ responses }) => responses[0]?.words.split(' ')[0])).toContain('denied')
  })

  it('posts nothing twice', async () => {
    await runTick(newsroom.services)
    await settled(newsroom)
    expect(printed).toHaveLength(1)
    const again = await newsroom.operator.answer({ kind: 'digest-now', digest: null })
    expect(again.document[0]).toMatchObject({
      kind: 'text',
      text: [
        'Nothing new since ',
        { label: expect.stringMatching(/^\w{3} \d/) as string },
        '. Here is the last edition:',
      ],
    })
  })

  it('opens the evidence of every claim, with its words marked', async () => {
    const archive = newsroom.archive()
    const [edition] = await archive.editions()
    for (const { id } of stories(edition?.document)) {
      const ledger = await archive.story(id)
      expect(ledger?.claims.length).toBeGreaterThan(0)
      for (const { id: claim, words } of ledger?.claims ?? []) {
        const evidence = await archive.evidence(id, claim)
        const marked =
          evidence?.text
            .flat()
            .filter((piece) => piece.marked)
            .map(({ text }) => text)
            .join(' ') ?? ''
        const shown =
          words
            .split(' … ')[0]
            ?.replace(/ \([^)]+\)$/, '')
            .replace(/[.”]+$/, '') ?? ''
        expect(shown.length).toBeGreaterThan(9)
        expect(marked.replace(/\s+/g, ' ')).toContain(shown.slice(-15))
      }
    }
  })

  it('answers the command line through a socket that only its user may open', async () => {
    const stop = await serveControl(folder, {
      operator: newsroom.operator,
      dump: () => newsroom.services.store.dump(),
      log: silent,
    })
    const desk = await connectControl(folder)
    expect(await desk?.answer({ kind: 'list-feeds' })).toMatchObject({ done: true })
    const answer = await askService(config, { kind: 'list-editions' })
    expect(answer && jsonOf(answer)).toHaveLength(1)
    const socket = JSON.parse((await import('node:fs')).readFileSync(join(folder, 'service.json'), 'utf8')) as {
      socket: string
    }
    expect(socket.socket.length).toBeLessThan(100)
    expect(statSync(socket.socket).mode & 0o777).toBe(0o600)
    await stop()
    expect(await connectControl(folder)).toBeUndefined()
  })

  it('refuses a second process on the same folder, and loses nothing', async () => {
    await expect(open()).rejects.toThrow(/in use by another Onrecord process/)
    expect(await newsroom.archive().editions()).toHaveLength(1)
  })

  it('serves pages to this computer alone, and changes nothing for another site', async () => {
    const site = siteOf(newsroom)
    const page = await site.request('/', { headers: { host: '127.0.0.1:3030' } })
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await site.request('/', { headers: { host: 'evil.example' } })).status).toBe(421)
    const foreign = {
      method: 'POST',
      headers: { host: '127.0.0.1:3030', origin: 'http://evil.example' },
      body: new URLSearchParams({ material: 'x' }),
    }
    expect((await site.request('/summarize', foreign)).status).toBe(403)
    expect((await site.request('/stories/none', { headers: { host: 'localhost:3030' } })).status).toBe(404)
    const text =
      '<script>alert(1)</script> said Ana Ruiz.\n\n“It is <b>done</b>,” said Ana Ruiz, the mayor of Tarn, on Monday.'
    const own = {
      method: 'POST',
      headers: { host: '127.0.0.1:3030', origin: 'http://127.0.0.1:3030' },
      body: new URLSearchParams({ material: text }),
    }
    const summary = await site.request('/summarize', own)
    expect(summary.status).toBe(200)
    expect(await summary.text()).not.toMatch(/<script>|<b>done/)
  })

  it('drops the samples with the first real feed, and makes a digest of that', async () => {
    expect((await newsroom.operator.answer({ kind: 'add-feed', url: feedSite.url('/page') })).done).toBe(false)
    expect((await newsroom.operator.answer({ kind: 'add-feed', url: 'http://192.168.7.7/feed' })).done).toBe(false)
    expect(await newsroom.archive().editions()).toHaveLength(1)
    expect((await newsroom.operator.answer({ kind: 'add-feed', url: feedSite.url('/') })).done).toBe(true)
    expect(jsonOf(await newsroom.operator.answer({ kind: 'list-feeds' }))).toMatchObject([{ outlet: 'Tarn Weekly' }])
    const digest = await newsroom.operator.answer({ kind: 'digest-now', digest: null })
    expect(stories(digest.document).map(({ headline }) => headline)).toEqual(['Bridge over the Tarn closes'])
    expect(jsonOf(await newsroom.operator.answer({ kind: 'export-feeds' }))).toMatchObject({
      opml: expect.stringContaining(feedSite.url('/feed.xml')) as string,
    })
    expect((await newsroom.operator.answer({ kind: 'remove-feed', url: feedSite.url('/feed.xml') })).done).toBe(true)
    expect(jsonOf(await newsroom.operator.answer({ kind: 'list-feeds' }))).toEqual([])
  })

  async function open(): Promise<Newsroom> {
    const platform = createTerminalPlatform({ write: (text) => void printed.push(text) }, styleFor({}, true))
    return await openNewsroom(config, {
      platforms: [platform],
      progress: { step: () => undefined, end: () => undefined },
      log: silent,
      addressesFor: () => noAddresses,
      chat: false,
    })
  }
})

function stories(document: Document | undefined): StoryBlock[] {
  return (document ?? []).filter((block) => block.kind === 'story')
}

async function settled({ services }: Newsroom): Promise<void> {
  for (let turn = 0; turn < 200 && (await services.store.editions.unsettled(null, 1)).length > 0; turn++)
    await new Promise((done) => setTimeout(done, 50))
}
