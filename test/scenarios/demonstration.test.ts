import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Newsroom, openNewsroom } from '../../src/app/compose.ts'
import { readConfig } from '../../src/app/config.ts'
import { handleJob, runTick } from '../../src/app/tick.ts'
import { noAddresses } from '../../src/digest/addresses.ts'
import { pollFeeds } from '../../src/intake/poll-feeds.ts'
import { openEditions } from '../../src/publishing/post-editions.ts'
import { freePort } from '../fakes/ports.ts'

const bin = join(import.meta.dirname, '../../bin/onrecord.js')
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
const folders: string[] = []
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'onrecord-demonstration-'))
  folders.push(folder)
})
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true })
})

describe('the demonstration', () => {
  it.each<[string, (newsroom: Newsroom) => Promise<unknown>]>([
    ['before anything was read', async () => undefined],
    ['when feeds were polled, and no page was read', async ({ services }) => await pollFeeds(services)],
    [
      'while pages were read, as by a process that was killed',
      async ({ services }) => {
        await pollFeeds(services)
        const until = new Date(Date.now() + 900_000).toISOString()
        await services.store.articles.claimUnread(services.clock.now(), { limit: 100, perFeed: 100, until })
      },
    ],
    [
      'in good order, in the midst of it',
      async ({ services, halt }) => {
        const round = runTick(services)
        halt()
        expect(await round).toMatchObject({ editions: 0 })
      },
    ],
    [
      'when its edition had come due with nothing read, and was skipped',
      async ({ services }) => {
        await openEditions(services)
        await settled(services)
      },
    ],
  ])('is shown by the first start that completes, where the one before ended %s', async (_, begin) => {
    const ended = await open()
    await begin(ended)
    await ended.close()
    const newsroom = await open()
    await runTick(newsroom.services)
    await settled(newsroom.services)
    const [edition] = await newsroom.archive().editions()
    expect(edition?.document.filter(({ kind }) => kind === 'story').length).toBeGreaterThanOrEqual(5)
    await newsroom.close()
    const again = await open()
    expect(await again.archive().editions()).toHaveLength(1)
    await again.close()
  })

  it.each([1_200, 1_700, 2_200])('is not lost to a Ctrl-C after %i ms', async (ms) => {
    const env = { ...process.env, ONRECORD_DATA: folder, ONRECORD_PORT: String(await freePort()) }
    const first = spawn(process.execPath, [bin, 'start'], { env })
    const ended = new Promise((end) => first.on('close', end))
    let shown = ''
    first.stdout.on('data', (chunk: Buffer) => {
      shown += String(chunk)
    })
    setTimeout(() => first.kill('SIGINT'), ms)
    await ended
    expect(shown).not.toContain('no digest has gone out yet')
    const second = spawn(process.execPath, [bin, 'start', '--once'], { env })
    second.stdout.on('data', (chunk: Buffer) => {
      shown += String(chunk)
    })
    await new Promise((end) => second.on('close', end))
    expect(shown).toContain('Demonstration digest')
  })
})

async function open(): Promise<Newsroom> {
  const printed: string[] = []
  const newsroom = await openNewsroom(readConfig({ ONRECORD_DATA: folder }), {
    platforms: [
      {
        name: 'terminal',
        render: (document) => [{ document }],
        send: async (_, { key }) => ({ kind: 'sent', message: String(printed.push(key)) }),
        find: async () => ({ kind: 'absent' }),
        say: async () => true,
        mayManage: async () => 'workspace',
      },
    ],
    progress: { step: () => undefined, end: () => undefined },
    log: silent,
    addressesFor: () => noAddresses,
    chat: false,
  })
  await newsroom.services.queue.work((job) => handleJob(job, newsroom.services))
  return newsroom
}

async function settled({ store }: Newsroom['services']): Promise<void> {
  for (let turn = 0; turn < 200 && (await store.editions.unsettled(null, 1)).length > 0; turn++)
    await new Promise((done) => setTimeout(done, 50))
}
