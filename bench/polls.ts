import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseFeed } from 'feedsmith'
import { Kysely } from 'kysely'
import { Agent, fetch } from 'undici'
import { readConfig } from '../src/app/config.ts'
import { openDatabase } from '../src/app/database.ts'
import { openTools } from '../src/app/intake.ts'
import { workspaceId } from '../src/domain/subscription.ts'
import { pollFeeds } from '../src/intake/poll-feeds.ts'
import { StoryMemory } from '../src/intake/story-memory.ts'
import type { Services } from '../src/services.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { BriefCache } from '../src/writing/brief-cache.ts'

/**
 * How many feeds a second are polled, each on a host of its own, and what that takes: first when nothing is known of them (cold),
 * then when nothing or one in ten has changed (warm). Beside the loops that one would write with other libraries.
 *
 * node bench/polls.ts [feeds …]
 * Peers: npm ci --prefix bench/peers
 */
const readers = {
  onrecord: pollByUs,
  'undici + feedsmith': async (urls: readonly string[]) => await bareLoop(urls, async () => undefined),
  'undici + feedsmith, one update a poll': bareLoopWithUpdates,
  'rss-parser': rssParserLoop,
  feedparser: feedparserLoop,
  // As the service does it: each minute what is due of all that come round in fifteen.
  'onrecord, a minute’s feeds each minute': pollSteadily,
}
type Name = keyof typeof readers

/** How many feeds the loops of others ask at once, as we do. */
const width = 64
/** A round of ours: everything is due again. */
const roundMs = 3 * 3_600_000

/** Between two rounds, in milliseconds; it is not counted. */
const betweenMs = 1_500
/** So many minutes are measured of the service’s own rhythm. */
const steadyMinutes = 4

interface Turn {
  readonly kind: string
  readonly seconds: number
  readonly cpuSeconds: number
}

const require = createRequire(new URL('./peers/package.json', import.meta.url))
const [first = '', ...rest] = process.argv.slice(2)
if (first in readers) await measure(first as Name, Number(rest[0]), Number(rest[1]))
else await compare([first, ...rest].filter(Boolean).map(Number))

/** Runs each reader in a process of its own against the same server. */
async function compare(given: readonly number[]): Promise<void> {
  const server = spawn(process.execPath, [fileURLToPath(new URL('./feed-server.ts', import.meta.url))], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await portOf(server)
  for (const feeds of given.length > 0 ? given : [1_000, 10_000, 50_000]) {
    for (const name of Object.keys(readers)) {
      // What takes a whole body and keeps no validator is known after ten thousand.
      if (feeds > 10_000 && /parser/.test(name)) continue
      if (name === 'onrecord, a minute’s feeds each minute' && feeds < 50_000) continue
      const { stdout, stderr } = spawnSync(
        process.execPath,
        [fileURLToPath(import.meta.url), name, String(feeds), String(port)],
        {
          encoding: 'utf8',
          maxBuffer: 1e8,
          env: { ...process.env, TZ: 'UTC' },
        },
      )
      process.stdout.write(stdout || `${name}, ${feeds}: ${stderr.split('\n').slice(0, 3).join(' ')}\n`)
    }
  }
  server.kill()
}

async function portOf(server: ChildProcess): Promise<number> {
  const [line] = (await once(server.stdout ?? new Readable(), 'data')) as [Buffer]
  return Number(line.toString())
}

async function measure(name: Name, feeds: number, port: number): Promise<void> {
  const urls = Array.from(
    { length: feeds },
    (_, at) => `http://127.${1 + (at >> 16)}.${(at >> 8) & 255}.${at & 255}:${port}/feed`,
  )
  const { idleMb, mostMb, turns } = await readers[name](urls, port)
  for (const { kind, seconds, cpuSeconds } of turns)
    console.log(
      [
        `${name}, ${feeds} feeds, ${kind}: ${Math.round(feeds / seconds)} a second`,
        `${((1_000 * cpuSeconds) / feeds).toFixed(2)} ms of processor each`,
        `${((100 * cpuSeconds) / (15 * 60)).toFixed(1)} % of a core every 15 minutes`,
      ].join(', '),
    )
  console.log(`${name}, ${feeds} feeds: ${Math.round(mostMb - idleMb)} MB above ${Math.round(idleMb)}`)
  process.exit(0)
}

interface Measured {
  readonly idleMb: number
  readonly mostMb: number
  readonly turns: readonly Turn[]
}

interface Bench {
  readonly services: Services
  readonly database: Kysely<Tables>
  advance(ms: number): void
  close(): Promise<void>
}

/** What polling needs, on a database with these feeds, all due. */
async function openBench(urls: readonly string[]): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-polls-'))
  const config = readConfig({
    ONRECORD_DATA: folder,
    ONRECORD_ALLOW_HOSTS: urls.map((url) => new URL(url).host).join(','),
  })
  const connection = await openDatabase(config)
  const database = new Kysely<Tables>({ dialect: connection.dialect })
  const store = await openStore(database)
  const tools = await openTools(config)
  let now = Date.parse('2026-11-24T06:00:00Z')
  const begin = performance.now()
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const services = {
    ...tools,
    store,
    log: quiet,
    progress: { step: () => undefined, end: () => undefined },
    platforms: [],
    stories: new StoryMemory(),
    briefs: new BriefCache(),
    shutdown: new AbortController().signal,
    clock: { now: () => new Date(now + performance.now() - begin).toISOString() },
  } as unknown as Services
  const workspace = workspaceId('bench')
  await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'bench' })
  for (const url of urls) await store.feeds.follow(workspace, { url, outlet: 'Town' }, services.clock.now())
  return {
    services,
    database,
    advance: (ms) => {
      now += ms
    },
    close: async () => {
      await tools.close()
      await connection.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function pollByUs(urls: readonly string[], port: number): Promise<Measured> {
  const { services, advance, close } = await openBench(urls)
  const measured = await inTurns(async () => {
    advance(roundMs)
    for (let done = 0; done < urls.length; ) {
      const polled = await pollFeeds(services)
      if (polled === 0) break
      done += polled
    }
  }, port)
  await close()
  return measured
}

/**
 * All feeds are held, and each minute the next of fifteen shares is due: some minutes of feeds that are not known yet, and then
 * the same again.
 */
async function pollSteadily(urls: readonly string[], port: number): Promise<Measured> {
  const share = Math.round(urls.length / 15)
  const { services, database, close } = await openBench(urls)
  await database.updateTable('feeds').set({ next_poll_at: '2999-01-01T00:00:00.000Z' }).execute()
  const measured = await inTurns(async () => {
    for (let minute = 0; minute < steadyMinutes; minute++) {
      const begin = performance.now()
      await database
        .updateTable('feeds')
        .set({ next_poll_at: services.clock.now() })
        .where('url', 'in', urls.slice(minute * share, (minute + 1) * share))
        .execute()
      await pollFeeds(services)
      await new Promise((done) => setTimeout(done, Math.max(0, 60_000 - (performance.now() - begin))))
    }
  }, port)
  await close()
  // What one poll costs is told of all the feeds that would have come round in that time.
  const factor = urls.length / (share * steadyMinutes)
  return {
    ...measured,
    turns: measured.turns.map((turn) => ({
      ...turn,
      seconds: turn.seconds * factor,
      cpuSeconds: turn.cpuSeconds * factor,
    })),
  }
}

/** Cold, then twice warm: with nothing changed, and with one feed in ten. */
async function inTurns(poll: () => Promise<void>, port: number): Promise<Measured> {
  globalThis.gc?.()
  const idleMb = process.memoryUsage().rss / 1e6
  let mostMb = idleMb
  const watch = setInterval(() => {
    mostMb = Math.max(mostMb, process.memoryUsage().rss / 1e6)
  }, 100)
  const turns: Turn[] = []
  for (const kind of ['cold', 'warm, nothing new', 'warm, one in ten new']) {
    if (kind.includes('ten')) await fetch(`http://127.0.0.1:${port}/turn`)
    // A host is left alone between two requests; in life many minutes lie between two polls.
    await sleep(betweenMs)
    const start = performance.now()
    const cpu = process.cpuUsage()
    await poll()
    const { user, system } = process.cpuUsage(cpu)
    turns.push({ kind, seconds: (performance.now() - start) / 1_000, cpuSeconds: (user + system) / 1e6 })
  }
  clearInterval(watch)
  return { idleMb, mostMb, turns }
}

/** The loop that one would write, with validators. */
async function bareLoop(
  urls: readonly string[],
  record: (url: string, etag: string | null) => Promise<void>,
): Promise<Measured> {
  const agent = new Agent()
  const etags = new Map<string, string | null>()
  const port = Number(new URL(urls[0] ?? '').port)
  return await inTurns(async () => {
    await lanes(urls, async (url) => {
      const etag = etags.get(url)
      const response = await fetch(url, { dispatcher: agent, headers: etag ? { 'if-none-match': etag } : {} })
      const body = await response.text()
      if (response.status === 200) parseFeed(body)
      etags.set(url, response.headers.get('etag'))
      await record(url, response.headers.get('etag'))
    })
  }, port)
}

async function bareLoopWithUpdates(urls: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-polls-'))
  const connection = await openDatabase(readConfig({ ONRECORD_DATA: folder }))
  const database = new Kysely<Tables>({ dialect: connection.dialect })
  const store = await openStore(database)
  const workspace = workspaceId('bench')
  await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'bench' })
  for (const url of urls) await store.feeds.follow(workspace, { url, outlet: 'Town' }, new Date().toISOString())
  const measured = await bareLoop(urls, async (url, etag) => {
    await database
      .updateTable('feeds')
      .set({ etag, next_poll_at: new Date().toISOString() })
      .where('url', '=', url)
      .execute()
  })
  await connection.close()
  rmSync(folder, { recursive: true })
  return measured
}

async function rssParserLoop(urls: readonly string[], port: number): Promise<Measured> {
  const Parser = require('rss-parser')
  const parser = new Parser()
  return await inTurns(async () => await lanes(urls, async (url) => void (await parser.parseURL(url))), port)
}

async function feedparserLoop(urls: readonly string[], port: number): Promise<Measured> {
  const FeedParser = require('feedparser')
  return await inTurns(async () => {
    await lanes(urls, async (url) => {
      const response = await fetch(url)
      const parser = new FeedParser({})
      parser.on('readable', () => {
        while (parser.read()) continue
      })
      const ended = once(parser, 'end')
      Readable.from([Buffer.from(await response.arrayBuffer())]).pipe(parser)
      await ended
    })
  }, port)
}

async function lanes(urls: readonly string[], work: (url: string) => Promise<void>): Promise<void> {
  const waiting = urls.values()
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (const url of waiting) await work(url)
    }),
  )
}
