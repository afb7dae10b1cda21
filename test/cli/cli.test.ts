import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEmbedded } from '../../src/adapters/postgres/embedded.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import { migrate, newestVersion } from '../../src/store/schema/migrations.ts'
import type { Tables } from '../../src/store/schema/tables.ts'
import { openStore } from '../../src/store/store.ts'
import { startDiscord } from '../fakes/discord.ts'
import { type ModelServer, startModelServer } from '../fakes/model.ts'
import { type Site, startSite } from '../fakes/site.ts'
import { startSlack } from '../fakes/slack.ts'
import { plainDigest } from '../fakes/subscription.ts'

const bin = join(import.meta.dirname, '../../bin/onrecord.js')
const folder = mkdtempSync(join(tmpdir(), 'onrecord-cli-'))
const town = [
  'Bridge over the Tarn closes',
  'The bridge over the Tarn will close on Monday for twelve weeks while workers replace its bolts.',
  '“We had no choice,” said Ana Ruiz, the mayor of Tarn. The builder, Lind and Sons, did not respond to requests for comment.',
  'Buses will run by way of the old ford until the work is done, and the ferry will carry bicycles free of charge.',
]

describe('onrecord summarize', () => {
  let site: Site
  beforeAll(async () => {
    site = await startSite((request, response) => answer(request.url ?? '', response))
  })
  afterAll(async () => {
    await site.stop()
    rmSync(folder, { recursive: true })
  })

  it('writes up a text from standard input, within 80 columns and without colour', async () => {
    const { status, out } = await onrecord(['summarize', '-'], { input: town.join('\n') })
    expect(status).toBe(0)
    expect(out).toContain('• Ana Ruiz, mayor of Tarn: “We had no choice.”')
    expect(out).toContain('NO COMMENT\n   • Lind and Sons did not respond to requests for comment')
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
    expect(out).not.toContain('\u001b')
  })

  it('refuses as JSON with a code for programs, and in one line for people', async () => {
    const asked = await onrecord(['digest', 'shedule', '--json'])
    expect(asked.status).toBe(1)
    expect(JSON.parse(asked.out)).toMatchObject({
      code: 'unclear',
      error: expect.stringContaining('Did you mean onrecord digest schedule?') as string,
    })
    const read = await onrecord(['digest', 'shedule'])
    expect([read.status, read.out]).toEqual([1, ''])
    expect(read.err.trim().split('\n')).toHaveLength(1)
  })

  it('gives the whole brief as JSON, with offsets that give back their words', async () => {
    const { out } = await onrecord(['summarize', site.url('/article'), '--json'])
    const brief = JSON.parse(out) as {
      headline: string
      article: { text: string }
      claims: { words: string; citation: { span: { start: number; end: number } } }[]
      byline: unknown
    }
    expect(brief.headline).toBe(town[0])
    expect(brief.byline).toEqual({ writer: 'rules', version: 3 })
    for (const { words, citation } of brief.claims) {
      expect(brief.article.text.slice(citation.span.start, citation.span.end)).toContain(words.slice(0, 15))
    }
  })

  it.each([
    ['nonsense', /neither a web address nor a file/],
    ['http://10.1.2.3/', /isn’t on the public internet/],
    ['ftp://example.org/x', /only http and https/],
    ['/missing', /no such page \(404\)/],
    ['/gone', /removed for good/],
    ['/broken', /problem on its side \(500\)/],
    ['/pdf', /a PDF/],
    ['/empty', /empty/],
    ['/cookies', /cookie notice/],
    ['/paywall', /behind a paywall/],
    ['/huge', /larger than 5 MB/],
    ['/deep', /nested too deeply/],
  ])('says of %s in one line what is wrong', async (what, reason) => {
    const { status, out, err } = await onrecord(['summarize', what.startsWith('/') ? site.url(what) : what])
    expect(status).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(reason)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('says that the rules know English when an article is in another language', async () => {
    const german =
      'Die Brücke über den Fluss wird am Montag für zwölf Wochen geschlossen, und die Busse fahren über die alte Furt. „Wir hatten keine Wahl“, sagte die Bürgermeisterin. Das ist nicht schön für die Stadt.'
    const { status, out } = await onrecord(['summarize', '-'], { input: german })
    expect(status).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain(
      'This article is in German; Onrecord checks who said what in English only, so it shows the headline and quotations without names.',
    )
  })

  it('reads text in other encodings, and refuses what is none', async () => {
    const text = 'Café closed\n\nThe café closed on Monday. “It is shut for good,” said Ann Müller.'
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    const windows = Buffer.from(text.replaceAll('“', '\u0093').replaceAll('”', '\u0094'), 'latin1')
    for (const input of [utf16, windows]) {
      const { out } = await onrecord(['summarize', '-'], { input })
      expect(out).toContain('Café closed')
      expect(out).toContain('Ann Müller: “It is shut for good.”')
    }
    const { status, err } = await onrecord(['summarize', '-'], {
      input: Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7_919) % 256)),
    })
    expect(status).toBe(1)
    expect(err).toContain('This is not text')
  })

  it.each<[string, readonly string[]]>([
    ['one feed', ['/missing']],
    ['several', ['/missing', '/broken', '/gone']],
    ['what is no feed', ['/article']],
    ['a feed whose articles can’t be read', ['/feed']],
    ['what is no address', ['nonsense']],
  ])('never says that there is nothing new where nothing could be read: %s', async (_, paths) => {
    const feeds = paths.map((path) => (path.startsWith('/') ? site.url(path) : path))
    const { status, out, err } = await onrecord(['digest', '--feed', ...feeds])
    expect(status).toBe(1)
    expect(out).toMatch(/No feed could be read|None of the articles in these feeds could be read/)
    expect(out).not.toContain('Nothing new')
    expect(err.trim().split('\n')).toHaveLength(paths.length)
  })

  async function onrecord(args: readonly string[], { input }: { input?: string | Buffer } = {}) {
    return await run(args, { input, env: { ONRECORD_ALLOW_HOSTS: site.host, ONRECORD_DATA: join(folder, 'data') } })
  }
})

describe('the commands that read and write JSON lines', () => {
  it('attributes with offsets in code points', async () => {
    const line = JSON.stringify({ id: 'a', text: '😀 “We had no choice,” said Ana Ruiz.' })
    const { out } = await run(['attribute', '--jsonl', '--offsets', 'codepoint'], { input: line })
    const [attribution] = (JSON.parse(out) as { attributions: { source: number[][]; source_name: string }[] })
      .attributions
    expect(attribution).toMatchObject({ source: [[27, 35]], source_name: 'Ana Ruiz', form: 'direct' })
  })

  it('explains which rules found an attribution, and why one is withheld', async () => {
    const text = 'Two officials, who asked not to be named, said the dam was safe. Ruiz reportedly denied it.'
    const { out } = await run(['attribute', '--explain'], { input: text })
    expect(out).toContain('    asked: no cue: about not being named')
    expect(out).toContain('    found by: ')
    expect(out).toContain('    withheld, doubt: hearsay')
    const { out: json } = await run(['attribute', '--explain', '--json'], { input: text })
    const { attributions } = JSON.parse(json) as { attributions: { rules: string[]; doubts: string[] }[] }
    expect(attributions.map(({ doubts }) => doubts)).toEqual([[], ['doubt: hearsay']])
    expect(attributions[0]?.rules).toContain('verb of saying')
  })

  it('verifies claims and summaries', async () => {
    const text = town.join('\n\n')
    const claim = { source: 'Ana Ruiz', cue: 'said', content: '“We had no choice,”', quote: 'We had no choice,' }
    const lines = [
      { id: 1, text, claim },
      { id: 2, text, claim: { ...claim, source: 'Lind and Sons' } },
      { id: 3, article: text, summary: 'The bridge over the Tarn will close on Monday.' },
      { id: 4, article: text, sentence: 'The bridge over the Oder will close for 14 weeks.' },
    ]
    const { out } = await run(['verify', '--jsonl'], { input: lines.map((line) => JSON.stringify(line)).join('\n') })
    const verdicts = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { accept: boolean })
    expect(verdicts.map(({ accept }) => accept)).toEqual([true, false, true, false])
  })

  it('sorts articles into stories', async () => {
    const rows = [
      {
        id: 'a',
        title: 'Bridge over the Tarn closes',
        lead: 'The bridge will close on Monday.',
        date: '2026-01-02',
        outlet: 'x',
      },
      {
        id: 'b',
        title: 'Comet found by a student',
        lead: 'A comet was found above the observatory.',
        date: '2026-01-02',
        outlet: 'x',
      },
      {
        id: 'c',
        title: 'Tarn bridge to close on Monday',
        lead: 'The bridge over the Tarn closes.',
        date: '2026-01-02',
        outlet: 'y',
      },
    ]
    const { out } = await run(['cluster', '--jsonl'], { input: rows.map((row) => JSON.stringify(row)).join('\n') })
    const [a, b, c] = out
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { cluster: string }).cluster)
    expect(a).toBe(c)
    expect(a).not.toBe(b)
  })

  it('says so when JSON lines are given without the option', async () => {
    const { status, err } = await run(['attribute'], { input: '{"id":1,' })
    expect(status).toBe(1)
    expect(err).toContain('--jsonl')
  })

  it('ends in silence when nobody reads on', async () => {
    const child = spawn(process.execPath, [bin, 'attribute', '--jsonl'], { stdio: ['pipe', 'pipe', 'pipe'] })
    let err = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk
    })
    child.stdin.on('error', () => undefined)
    child.stdout.destroy()
    const line = JSON.stringify({ id: 1, text: 'Ana Ruiz said the bridge would close. '.repeat(2_000) })
    child.stdin.end(`${line}\n${line}\n${line}\n`)
    const status = await new Promise((done) => child.on('close', done))
    expect([status, err]).toEqual([0, ''])
  })

  it('says which line is wrong', async () => {
    const { status, err } = await run(['attribute', '--jsonl'], { input: '{"id":1,"text":"x"}\nnot json' })
    expect(status).toBe(1)
    expect(err).toBe('onrecord: line 2 is not JSON\n')
  })
})

describe('with a model', () => {
  const data = mkdtempSync(join(tmpdir(), 'onrecord-model-'))
  let server: ModelServer
  let env: Record<string, string>
  beforeAll(async () => {
    server = await startModelServer(({ messages }) => {
      const check = /BEGIN ([0-9a-f]{8})/.exec(messages[1]?.content ?? '')?.[1]
      const speakers = [{ name: 'Ana Ruiz', standing: '', says: ['said: “We had no choice.” [2]'] }]
      const happened = ['The bridge over the Tarn will close on Monday for twelve weeks. [1]']
      return { kind: 'say', content: JSON.stringify({ check, headline: town[0], happened, speakers }), usage: 321 }
    })
    env = { OPENAI_BASE_URL: server.url, OPENAI_MODEL: 'a-model', ONRECORD_DATA: join(data, 'data') }
  })
  afterAll(async () => {
    await server.stop()
    rmSync(data, { recursive: true })
  })

  it('signs what the model wrote, keeps the exchange for audit, and books the tokens', async () => {
    const kept = join(data, 'kept')
    const { status, out } = await run(['summarize', '-', '--save-exchange', kept], { input: town.join('\n'), env })
    expect(status).toBe(0)
    expect(out.replace(/\s+/g, ' ')).toContain('The bridge over the Tarn will close on Monday for twelve weeks.')
    expect(out).toContain('Written by AI (a-model), checked against the article.')
    const exchange = JSON.parse(readFileSync(join(kept, 'exchange-1.json'), 'utf8')) as Record<string, object>
    expect(exchange).toMatchObject({ answered: { kind: 'text', tokens: 321 } })
    const usage = await run(['usage', '--json'], { env })
    expect(JSON.parse(usage.out)).toMatchObject({
      spend: [{ payer: 'installation', used: 321, reserved: 0 }, { used: 321 }],
    })
  })

  it('tells in the doctor’s words what is wrong with it', async () => {
    const works = await run(['doctor'], { env })
    expect(works.out.replace(/\s+/g, ' ')).toContain('Model: works – a-model at')
    const { out } = await run(['doctor'], { env: { ...env, OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' } })
    expect(out.replace(/\s+/g, ' ')).toContain('Model: FAILS')
  })
})

describe('a preview', () => {
  it('of the last edition says that none has gone out', async () => {
    const env = { ONRECORD_DATA: join(folder, 'no-edition') }
    const { status, out } = await run(['preview', 'slack', '--edition', 'last'], { env })
    expect(status).toBe(1)
    expect(out).toContain('No edition has gone out yet.')
  })
})

describe('settings', () => {
  it('tells what to do about a data folder that cannot be made', async () => {
    const { status, err } = await run(['feeds', 'list'], { env: { ONRECORD_DATA: '/proc/nowhere' } })
    expect(status).toBe(1)
    expect(err).toContain('set ONRECORD_DATA to another folder')
  })

  it('tells every wrong one at once, by name', async () => {
    const env = {
      ONRECORD_PORT: 'many',
      DATABASE_URL: 'nowhere',
      ONRECORD_COLOUR: 'red',
      SLACK_BOT_TOKEN: 'secret-token-value',
    }
    const { status, err } = await run(['doctor'], { env })
    const { out } = await run(['doctor'], { env })
    expect(status).toBe(1)
    for (const name of Object.keys(env)) expect(out + err).toContain(name)
    expect(out + err).not.toContain('secret-token-value')
  })
})

describe('a command that finds nothing on this computer', () => {
  it('names the workspace that has digests, and takes an id that begins with a dash', async () => {
    const data = mkdtempSync(join(tmpdir(), 'onrecord-elsewhere-'))
    const connection = await openEmbedded(data)
    const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
    const workspace = workspaceId('slack:T9')
    await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'Team Nine' })
    await store.subscriptions.add({ ...plainDigest, workspace }, '2026-11-24T12:00:00.000Z')
    await connection.close()
    const env = { ONRECORD_DATA: data }
    for (const asked of [
      ['story', 'abcdefghijklmnop'],
      ['story', '-bcdefghijklmnop'],
    ]) {
      const { out } = await run(asked, { env })
      expect(unwrapped(out)).toContain('For Team Nine, add --workspace "Team Nine".')
    }
    const found = await run(['story', 'abcdefghijklmnop', '--workspace', 'Team Nine'], { env })
    expect(unwrapped(found.out)).not.toContain('add --workspace')
    rmSync(data, { recursive: true })
  })
})

describe('the doctor, of a database from an earlier version', () => {
  it('says what the next start will do to it, and leaves it alone', async () => {
    const data = mkdtempSync(join(tmpdir(), 'onrecord-older-'))
    const older = await openEmbedded(data)
    const database = new Kysely<Tables>({ dialect: older.dialect })
    await migrate(database, newestVersion - 2)
    await older.close()
    const first = await run(['doctor'], { env: { ONRECORD_DATA: data } })
    const second = await run(['doctor'], { env: { ONRECORD_DATA: data } })
    expect([first.status, second.status]).toEqual([0, 0])
    for (const { out } of [first, second]) expect(unwrapped(out)).toContain('brings it to this one, in 2 steps')
    expect((await run(['feeds', 'list'], { env: { ONRECORD_DATA: data } })).status).toBe(0)
    expect(unwrapped((await run(['doctor'], { env: { ONRECORD_DATA: data } })).out)).toContain('Database: works')
    rmSync(data, { recursive: true })
  })
})

/** What is said, without its line breaks. */
function unwrapped(out: string): string {
  return out.replace(/\s+/g, ' ')
}

describe('the doctor, of the platforms', () => {
  it('asks them who we are, and says what they answer in a line each', async () => {
    const slack = await startSlack()
    const discord = await startDiscord()
    const env = {
      ONRECORD_DATA: join(tmpdir(), `onrecord-doctor-${process.pid}`),
      SLACK_API_URL: slack.url,
      SLACK_BOT_TOKEN: 'xoxb-T1',
      SLACK_APP_TOKEN: 'xapp-1',
      DISCORD_API_URL: discord.url,
      DISCORD_TOKEN: 'a-token',
      DISCORD_APPLICATION_ID: '200000000000000000',
    }
    const well = await run(['doctor'], { env })
    expect(well.out).toContain('Slack: works – @')
    expect(well.out.replace(/\s+/g, ' ')).toContain('in Team T1; commands arrive by Socket Mode')
    expect(well.out).toContain('Discord: works – Onrecord; commands arrive over the gateway')
    expect(slack.calls.filter(({ method }) => method === 'blocks.validate').length).toBeGreaterThan(10)
    slack.fail('blocks.validate', { kind: 'error', error: 'invalid_blocks' })
    const refused = await run(['doctor'], { env })
    expect(refused.out.replace(/\s+/g, ' ')).toContain(
      'Slack would refuse a message of ours: A whole digest: invalid_blocks',
    )
    slack.fail('auth.test', { kind: 'error', error: 'invalid_auth' })
    discord.fail(/applications/, { kind: 'error', status: 401, code: 0 })
    const ill = await run(['doctor'], { env })
    expect([ill.status, ill.out.replace(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringMatching(/Slack: FAILS – .*SLACK_BOT_TOKEN.*Discord: FAILS – .*DISCORD_TOKEN/) as string,
    ])
    rmSync(env.ONRECORD_DATA, { recursive: true })
    await Promise.all([slack.stop(), discord.stop()])
  })
})

function run(
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Buffer | undefined; env?: Record<string, string> } = {},
): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin, ...args], { env: { ...process.env, ...env } })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
    })
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      err += chunk
    })
    child.on('close', (status) => done({ status, out, err }))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
}

function answer(path: string, response: import('node:http').ServerResponse): void {
  const page = (body: string, status = 200) =>
    response
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<!doctype html><html lang="en"><body>${body}</body></html>`)
  switch (path) {
    case '/article':
      return void page(
        `<article><h1>${town[0]}</h1>${town
          .slice(1)
          .map((text) => `<p>${text}</p>`)
          .join('')}</article>`,
      )
    case '/feed':
      return void response
        .writeHead(200, { 'content-type': 'application/rss+xml' })
        .end(
          `<rss version="2.0"><channel><title>Town</title><item><title>Bridge</title><link>http://${response.req.headers.host}/missing</link><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`,
        )
    case '/gone':
      return void page('', 410)
    case '/broken':
      return void page('', 500)
    case '/pdf':
      return void response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7')
    case '/empty':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('')
    case '/cookies':
      return void page(
        '<p>We and our partners use cookies. Accept all cookies, or manage your cookie choices and privacy settings. Consent lets our cookies and trackers measure what you read on this site every day.</p>',
      )
    case '/paywall':
      return void page(
        '<p>Bridge closes. Subscribe to continue reading. Already a member? Sign in. A subscription unlocks everything that our reporters write, every day of the week, on every device that you own at home.</p>',
      )
    case '/huge':
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(`<p>${'word '.repeat(6_000_000)}</p>`)
    case '/deep':
      return void page('<div>'.repeat(5_000))
    default:
      return void page('', 404)
  }
}
