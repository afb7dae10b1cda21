import type { ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely } from 'kysely'
import { openEmbedded } from '../src/adapters/postgres/embedded.ts'
import { openServer } from '../src/adapters/postgres/server.ts'
import { createVault } from '../src/adapters/vault/vault.ts'
import { workspaceId } from '../src/domain/subscription.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { freshDatabase } from '../test/fakes/fresh-database.ts'
import { freePort } from '../test/fakes/ports.ts'
import { startService } from '../test/fakes/service.ts'
import { startSite } from '../test/fakes/site.ts'
import { startSlack } from '../test/fakes/slack.ts'
import { slackSignature } from '../test/fakes/slack-signature.ts'

/**
 * Kills processes without warning while people ask them for summaries, by slash commands whose answer they alone see and by
 * mentions whose answer everybody sees. Counts how often what was acknowledged was answered, and how late after a kill.
 *
 *   [TEST_DATABASE_URL=…] node bench/kills.ts [kills] [processes, 1 for the embedded database] [folder]
 *
 * With the folder of an earlier version, every process starts as that one, and as this one after it was killed: what a new
 * version does to people while both run on one server.
 */
const kills = Number(process.argv[2] ?? 40)
const width = Number(process.argv[3] ?? 1)
const earlier = process.argv[4]
const server = process.env['TEST_DATABASE_URL']
if (width > 1 && !server) throw new Error('set TEST_DATABASE_URL to a server on which a database may be made')
const secret = 'a-signing-secret'
const ownSecret = 'a secret of thirty-two characters'
/** A person may ask for ten summaries in ten minutes, and a workspace for sixty. */
const perWorkspace = 50
const teams = 60
/**
 * How long nothing may be answered before what is open counts as unanswered, in milliseconds: on a busy machine the last
 * answers have come after 37 seconds.
 */
const patienceMs = 90_000

const slack = await startSlack()
const site = await startSite((request, response) => {
  const number = request.url?.split('/').at(-1) ?? ''
  response.setHeader('content-type', 'text/html')
  const page = `<html lang="en"><body><article><h1>Bridge number ${number} closes</h1><p>Bridge number-${number}- over the Tarn will close on Monday for twelve weeks while workers replace its bolts.</p><p>“We had no choice,” said Ana Ruiz, the mayor of Tarn. She said that the steel may have cracked in March.</p></article></body></html>`
  setTimeout(() => response.end(page), Math.random() * 200)
})
const url = width > 1 ? await freshDatabase(server ?? '', `onrecord_kills_${process.pid}`) : undefined
const folders = Array.from({ length: width }, () => mkdtempSync(join(tmpdir(), 'onrecord-kills-')))
await installWorkspaces()
const ports = await Promise.all(folders.map(async () => await freePort()))
const children = await Promise.all(folders.map(async (_, at) => await start(at, earlier)))

interface Asked {
  readonly number: number
  readonly isPublic: boolean
  readonly at: number
}
const asked: Asked[] = []
/** When each was answered, however often. */
const answers = new Map<number, readonly number[]>()
let looked = { responses: 0, calls: 0 }
const looking = setInterval(look, 50)
const over = new AbortController()
const asking = ask()
/** When a process last started, or a question was last answered. */
let last = performance.now()
for (let kill = 0; kill < kills; kill++) {
  await sleep(1_500 + Math.random() * 2_500)
  const at = Math.floor(Math.random() * width)
  const child = children[at]
  if (!child) continue
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await gone
  children[at] = await start(at)
  last = performance.now()
}
over.abort()
await asking
while (asked.some(({ number }) => !answers.has(number)) && performance.now() - last < patienceMs) await sleep(100)
await sleep(3_000)
clearInterval(looking)
for (const child of children) child.kill('SIGKILL')
await Promise.all(
  children.map(
    async (child) => child.exitCode ?? child.signalCode ?? (await new Promise((done) => child.once('exit', done))),
  ),
)
const begun = await begunAnswers()
report(
  'alone',
  asked.filter(({ isPublic }) => !isPublic),
)
report(
  'to everybody',
  asked.filter(({ isPublic }) => isPublic),
)
process.exit(0)

/**
 * The private answers that a process had begun to send. Where it was killed in that moment nobody can ask Slack whether
 * the answer is there, and it is not sent again (docs/operations.md).
 */
async function begunAnswers(): Promise<Set<string>> {
  const connection = url ? await openServer(url) : await openEmbedded(folders[0] ?? '')
  const rows = await new Kysely<Tables>({ dialect: connection.dialect })
    .selectFrom('requests_seen')
    .select('id')
    .where('answer_begun_at', 'is not', null)
    .execute()
  await connection.close()
  return new Set(rows.map(({ id }) => id))
}

function report(whom: string, requests: readonly Asked[]): void {
  const found = requests.map(({ number }) => answers.get(number)?.length ?? 0)
  const waits = requests
    .flatMap(({ number, at }) => Math.max(0, (answers.get(number)?.[0] ?? at) - at))
    .toSorted((one, other) => one - other)
  const count = (of: (times: number) => boolean) => found.filter(of).length
  const cut = requests.filter(({ number }) => !answers.has(number) && begun.has(`slack:trigger-${number}`)).length
  const wait = (share: number) => ((waits[Math.floor(share * (waits.length - 1))] ?? 0) / 1_000).toFixed(1)
  console.log(
    `answers ${whom}: ${requests.length} acknowledged, ${count((times) => times === 0) - cut} unanswered, ${cut} killed while being sent, ${count((times) => times > 1)} answered twice; after ${wait(0.5)} s, 95 % within ${wait(0.95)} s, the last after ${wait(1)} s (${kills} kills, ${width} ${width > 1 ? 'processes on a server' : 'process, embedded'})`,
  )
}

function note(number: number): void {
  last = performance.now()
  answers.set(number, [...(answers.get(number) ?? []), performance.now()])
}

/** Notes the answers that have come since the last look. */
function look(): void {
  const fresh = [
    ...slack.responses.slice(looked.responses),
    ...slack.calls.slice(looked.calls).filter(({ method }) => method.startsWith('chat.post')),
  ]
  looked = { responses: slack.responses.length, calls: slack.calls.length }
  for (const each of fresh) {
    const number = /number-(\d+)-/.exec(JSON.stringify(each))?.[1]
    if (number !== undefined) note(Number(number))
  }
}

/** Asks somebody all the time; who is not acknowledged was promised nothing. */
async function ask(): Promise<void> {
  for (let number = 1; !over.signal.aborted; number++) {
    void askOne(number).catch(() => undefined)
    await sleep(250)
  }
  await sleep(3_000)
}

async function askOne(number: number): Promise<void> {
  const isPublic = number % 3 === 0
  const team = `K${Math.floor(number / perWorkspace) % teams}`
  const port = ports[number % width] ?? 0
  const link = site.url(`/page/${number}`)
  const body = isPublic
    ? JSON.stringify({
        type: 'event_callback',
        team_id: team,
        event_id: `Ev${number}`,
        authorizations: [{ team_id: team, user_id: 'UBOT', is_bot: true }],
        event: {
          type: 'app_mention',
          user: `U${number}`,
          text: `<@UBOT> <${link}>`,
          ts: `${number}.5`,
          channel: 'C1',
          team,
        },
      })
    : new URLSearchParams({
        command: '/summarize',
        text: link,
        team_id: team,
        team_domain: 't',
        user_id: `U${number}`,
        channel_id: 'C1',
        trigger_id: `trigger-${number}`,
        response_url: `${new URL(slack.url).origin}/response/${number}`,
      }).toString()
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    body,
    headers: {
      'content-type': isPublic ? 'application/json' : 'application/x-www-form-urlencoded',
      ...slackSignature(body, secret),
    },
    signal: AbortSignal.timeout(3_000),
  })
  const text = await response.text()
  if (response.status !== 200) return
  if (text.includes(`number-${number}-`)) note(number)
  asked.push({ number, isPublic, at: performance.now() })
}

async function start(at: number, version?: string): Promise<ChildProcess> {
  const settings = {
    ...(url ? { DATABASE_URL: url } : {}),
    ONRECORD_DATA: folders[at] ?? '',
    ONRECORD_PORT: String(await freePort()),
    ONRECORD_PUBLIC_PORT: String(ports[at]),
    ONRECORD_PUBLIC_URL: `http://127.0.0.1:${ports[at]}`,
    ONRECORD_SECRET: ownSecret,
    ONRECORD_ALLOW_HOSTS: site.host,
    ONRECORD_HOST_SPACING_MS: '0',
    SLACK_BOT_TOKEN: 'xoxb-T1',
    SLACK_SIGNING_SECRET: secret,
    SLACK_API_URL: slack.url,
  }
  return await startService(settings, version)
}

/** Workspaces that installed the app: one could not ask for so much. */
async function installWorkspaces(): Promise<void> {
  const connection = url ? await openServer(url) : await openEmbedded(folders[0] ?? '')
  // An earlier version would refuse a database that this one has made.
  const { openStore } = (await import(
    earlier ? join(earlier, 'src/store/store.ts') : '../src/store/store.ts'
  )) as typeof import('../src/store/store.ts')
  const store = await openStore(new Kysely<Tables>({ dialect: connection.dialect }))
  const vault = createVault(ownSecret)
  const now = new Date().toISOString()
  for (let team = 0; team < teams; team++) {
    const id = workspaceId(`slack:K${team}`)
    await store.workspaces.ensure({ id, kind: 'slack', name: `Team ${team}` })
    await store.installations.save({ workspace: id, token: vault.seal(`xoxb-K${team}`), installer: null }, now)
  }
  await connection.close()
}
