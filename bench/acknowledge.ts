import type { ChildProcess } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely } from 'kysely'
import { Agent, request } from 'undici'
import { connectControl } from '../src/adapters/ipc/client.ts'
import { openServer } from '../src/adapters/postgres/server.ts'
import { localWorkspace } from '../src/domain/subscription.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { startDiscord } from '../test/fakes/discord.ts'
import { freePort } from '../test/fakes/ports.ts'
import { startService } from '../test/fakes/service.ts'
import { startSite } from '../test/fakes/site.ts'
import { startSlack } from '../test/fakes/slack.ts'
import { slackSignature } from '../test/fakes/slack-signature.ts'

/**
 * How long commands of Slack and Discord wait for their first answer, in the process that at the same time reads feeds
 * and pages, writes briefs and answers the commands themselves.
 *
 *   [DATABASE_URL=… of an empty database] node bench/acknowledge.ts [commands] [feeds] [commands under way at once]
 */

const commands = Number(process.argv[2] ?? 10_000)
const feeds = Number(process.argv[3] ?? 10_000)
const width = Number(process.argv[4] ?? 10)
/** Of an empty database; undefined for the embedded one. */
const server = process.env['DATABASE_URL']
const secret = 'a-signing-secret'
const keys = generateKeyPairSync('ed25519')
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex')

const slack = await startSlack()
const discord = await startDiscord()
const outlets = await startSite((asked, response) => serveOutlet(asked.url ?? '', response))
const folder = mkdtempSync(join(tmpdir(), 'onrecord-acknowledge-'))
const [port, publicPort] = [await freePort(), await freePort()]
const service = await start()
await followFeeds()
const slackTimes = await drive(slackRequest)
report('Slack', slackTimes)
report('Discord', await drive(discordRequest))
service.kill('SIGKILL')
await Promise.all([slack.stop(), discord.stop(), outlets.stop()])
process.exit(0)

async function drive(make: (number: number) => { path: string; body: string; headers: Record<string, string> }) {
  const agent = new Agent({ connections: width })
  const times: number[] = []
  let begun = 0
  await Promise.all(
    Array.from({ length: width }, async () => {
      while (begun < commands) {
        const number = (begun += 1)
        const { path, body, headers } = make(number)
        const sent = performance.now()
        const { statusCode, body: answer } = await request(`http://127.0.0.1:${publicPort}${path}`, {
          method: 'POST',
          body,
          headers,
          dispatcher: agent,
        })
        const text = await answer.text()
        times.push(performance.now() - sent)
        if (statusCode !== 200) throw new Error(`${statusCode} ${text}`)
      }
    }),
  )
  return times.toSorted((one, other) => one - other)
}

function report(platform: string, times: readonly number[]): void {
  const at = (share: number) => Math.round(times[Math.floor(share * (times.length - 1))] ?? 0)
  console.log(
    `${platform}: first answer to ${times.length} commands, ${width} at once, while ${feeds} feeds are read: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, p99.9 ${at(0.999)} ms, most ${at(1)} ms`,
  )
}

function slackRequest(number: number) {
  const body = new URLSearchParams({
    command: '/digest',
    text: 'list',
    team_id: 'T1',
    team_domain: 't',
    user_id: `U${number % 500}`,
    channel_id: 'C1',
    trigger_id: `trigger-${number}`,
    response_url: `${new URL(slack.url).origin}/response/${number}`,
  }).toString()
  return {
    path: '/slack/events',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...slackSignature(body, secret),
    },
  }
}

function discordRequest(number: number) {
  const body = JSON.stringify({
    id: String(10_000_000 + number),
    application_id: '200000000000000000',
    type: 2,
    token: `token-${number}`,
    version: 1,
    guild_id: '300000000000000000',
    channel_id: '400000000000000000',
    member: { user: { id: String(500_000 + (number % 500)), username: 'x' }, permissions: '32' },
    data: { id: '1', name: 'digest', type: 1, options: [{ name: 'list', type: 1, options: [] }] },
  })
  const at = String(Math.floor(Date.now() / 1_000))
  const mac = sign(null, Buffer.from(at + body), keys.privateKey).toString('hex')
  return {
    path: '/discord/interactions',
    body,
    headers: { 'content-type': 'application/json', 'x-signature-timestamp': at, 'x-signature-ed25519': mac },
  }
}

async function start(): Promise<ChildProcess> {
  return await startService({
    ...(server === undefined ? {} : { DATABASE_URL: server }),
    ONRECORD_DATA: folder,
    ONRECORD_PORT: String(port),
    ONRECORD_PUBLIC_PORT: String(publicPort),
    ONRECORD_PUBLIC_URL: `http://127.0.0.1:${publicPort}`,
    ONRECORD_SECRET: 'a secret of thirty-two characters',
    ONRECORD_ALLOW_HOSTS: outlets.host,
    SLACK_BOT_TOKEN: 'xoxb-T1',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: slack.url,
    DISCORD_TOKEN: 'token',
    DISCORD_APPLICATION_ID: '200000000000000000',
    DISCORD_PUBLIC_KEY: publicKey,
    DISCORD_API_URL: discord.url,
  })
}

/** The feeds are there when the service next looks, which is within a minute, and goes on for several. */
async function followFeeds(): Promise<void> {
  const addresses = Array.from({ length: feeds }, (_, at) => outlets.url(`/feed/${at}`))
  if (server === undefined) await importFeeds(addresses)
  else await followOnServer(addresses, server)
  const before = outlets.requests.length
  while (outlets.requests.length < before + Math.min(50, feeds)) await new Promise((done) => setTimeout(done, 200))
}

async function importFeeds(addresses: readonly string[]): Promise<void> {
  const control = await connectControl(folder)
  for (let from = 0; from < addresses.length; from += 2_000) {
    const outlines = addresses
      .slice(from, from + 2_000)
      .map((url, at) => `<outline type="rss" text="Outlet ${from + at}" xmlUrl="${url}"/>`)
    await control?.answer({
      kind: 'import-feeds',
      opml: `<opml version="2.0"><head/><body>${outlines.join('')}</body></opml>`,
    })
  }
}

/** A service on a server has no door for this computer's command line. */
async function followOnServer(addresses: readonly string[], url: string): Promise<void> {
  const connection = await openServer(url)
  const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
  await store.workspaces.ensure(localWorkspace)
  for (const [at, address] of addresses.entries())
    await store.feeds.follow(localWorkspace.id, { url: address, outlet: `Outlet ${at}` }, new Date().toISOString())
  await connection.close()
}

function serveOutlet(path: string, response: import('node:http').ServerResponse): void {
  const [, kind, number = '0'] = path.split('/')
  if (kind === 'feed') {
    const item = `<item><title>Bridge number ${number} closes</title><link>/article/${number}</link><guid>${number}</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`
    response.setHeader('content-type', 'application/rss+xml')
    return void response.end(`<rss version="2.0"><channel><title>Outlet ${number}</title>${item}</channel></rss>`)
  }
  response.setHeader('content-type', 'text/html')
  response.end(
    `<html lang="en"><body><article><h1>Bridge number ${number} closes</h1><p>Bridge number ${number} over the Tarn will close on Monday for twelve weeks while workers replace its bolts.</p><p>“We had no choice,” said Ana Ruiz, the mayor of Tarn. She said that the steel may have cracked in March.</p></article></body></html>`,
  )
}
