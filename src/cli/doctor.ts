import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import { askService, openTerminal } from '../app/compose.ts'
import { type Config, ConfigError, readConfig } from '../app/config.ts'
import { schemaBehind } from '../app/database.ts'
import { keysFile } from '../app/intake.ts'
import type { Reply } from '../chat/commands/reply.ts'
import { reasonOf } from '../domain/reason.ts'
import { withNewsroom } from './ask.ts'
import { freeBytes, nearestFolder } from './before-start.ts'
import { checkDiscord, checkModel, checkSlack, type Diagnosis } from './init/checks.ts'
import { printJson } from './streams.ts'

/** The free space, in bytes, below which the disk is reported as nearly full. */
const littleSpace = 200_000_000

/** Reports what works and what does not; the exit code is 1 if something that is set up fails. */
export async function doctor({ json = false }: { json?: boolean }): Promise<void> {
  const checks = await examine()
  if (checks.some(({ state }) => state === 'fails')) process.exitCode = 1
  if (json) return printJson(checks)
  const terminal = await openTerminal()
  const mark = { works: 'works', off: 'off', fails: 'FAILS' }
  terminal.show(
    checks.map(({ name, state, detail }) => ({
      kind: state === 'fails' ? 'alert' : 'text',
      text: `${name}: ${mark[state]} – ${detail}`,
    })),
  )
}

async function examine(): Promise<Diagnosis[]> {
  const node: Diagnosis = { name: 'Node.js', state: 'works', detail: process.versions.node }
  let config: Config
  try {
    config = readConfig()
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return [
      node,
      ...error.problems.map((problem): Diagnosis => ({ name: 'Settings', state: 'fails', detail: problem })),
    ]
  }
  return [
    node,
    checkZones(),
    { name: 'Settings', state: 'works', detail: `read from ${config.origin}` },
    ...checkFolder(config),
    ...(await checkDatabase(config)),
    await checkKeys(config),
    await checkModel(config),
    await checkSlack(config),
    await checkDiscord(config),
  ]
}

/** The first time zone data that is right for every zone from November 2026 on. */
const neededZones = '2026c'

/** Time zones come with Node.js: with old data a digest is an hour off if a government has changed its clocks since. */
function checkZones(version = process.versions['tz']): Diagnosis {
  const name = 'Time zones'
  if (version !== undefined && version >= neededZones) return { name, state: 'works', detail: `as of ${version}` }
  const detail = `Node.js has the time zones of ${version ?? 'an unknown date'}; with data older than ${neededZones}, digests in Vancouver, Edmonton and Casablanca are an hour out from November 2026; update Node.js`
  return { name, state: 'fails', detail }
}

function checkFolder({ DATABASE_URL: url, ONRECORD_DATA: folder }: Config): Diagnosis[] {
  if (url) return []
  try {
    const place = nearestFolder(resolve(folder))
    accessSync(place, constants.W_OK)
    if (freeBytes(place) < littleSpace)
      return [
        {
          name: 'Data folder',
          state: 'fails',
          detail: `${folder} has less than ${littleSpace / 1_000_000} MB free; free some space`,
        },
      ]
    return [{ name: 'Data folder', state: 'works', detail: folder }]
  } catch (error) {
    return [{ name: 'Data folder', state: 'fails', detail: `${folder} can’t be written to: ${reasonOf(error)}` }]
  }
}

/** Whether requests to publishers are signed. */
async function checkKeys({ ONRECORD_DATA: folder, ONRECORD_PUBLIC_URL: publicUrl }: Config): Promise<Diagnosis> {
  const name = 'Signed requests'
  const { dateOf, readKeys, signingKey } = await import('../adapters/identity/bot-keys.ts')
  try {
    const now = Math.floor(Date.now() / 1_000)
    const keys = readKeys(keysFile(folder))
    const key = signingKey(keys, now)
    if (!key) return { name, state: 'off', detail: 'there is no key; to make one: onrecord keys new' }
    if (publicUrl === null) return { name, state: 'off', detail: 'there is a key, but ONRECORD_PUBLIC_URL is not set' }
    const next = keys.find(({ nbf }) => nbf > now)
    return {
      name,
      state: 'works',
      detail: `with ${key.kid}${next ? `, from ${dateOf(next.nbf)} with ${next.kid}` : ''}`,
    }
  } catch (error) {
    return { name, state: 'fails', detail: `${reasonOf(error)}; meanwhile, requests are not signed` }
  }
}

async function checkDatabase(config: Config): Promise<Diagnosis[]> {
  try {
    const running = await askService(config, { kind: 'list-feeds' })
    if (running) {
      const explained = await askService(config, { kind: 'explain-digests' })
      return [
        { name: 'Database', state: 'works', detail: 'in use by the running service' },
        ...feedChecks(running),
        ...(explained ? digestChecks(explained) : []),
      ]
    }
    const behind = (await schemaBehind(config)) ?? 0
    // Looking at its feeds and digests would bring it to this version, while the earlier one may still run.
    if (behind > 0) return [{ name: 'Database', state: 'off', detail: olderDetail(behind) }]
    return await withNewsroom(config, async ({ operator, database }) => [
      { name: 'Database', state: 'works', detail: database },
      ...feedChecks(await operator.answer({ kind: 'list-feeds' })),
      ...digestChecks(await operator.answer({ kind: 'explain-digests' })),
    ])
  } catch (error) {
    return [{ name: 'Database', state: 'fails', detail: reasonOf(error) }]
  }
}

function olderDetail(steps: number): string {
  const taken = steps === 1 ? 'one step' : `${steps} steps`
  return `an earlier version of Onrecord made it; the next start brings it to this one, in ${taken}, and there is no way back except a backup made before`
}

/** Digests of any workspace that need attention, and feeds that cannot be read. */
function digestChecks(reply: Reply<'explain-digests'>): Diagnosis[] {
  if (!reply.done) return [{ name: 'Digests', state: 'fails', detail: reply.text }]
  const { digests, feeds } = reply.data
  const amiss = digests.filter(({ inOrder }) => !inOrder)
  const set: Diagnosis = {
    name: 'Digests',
    state: digests.length > 0 ? 'works' : 'off',
    detail: `${digests.length} set up`,
  }
  return [
    ...(amiss.length === 0 ? [set] : []),
    ...amiss.map(
      ({ workspace, digest, text }): Diagnosis => ({
        name: 'Digest',
        state: 'fails',
        detail: `“${digest}” in ${workspace}: ${text}`,
      }),
    ),
    ...feeds.map(({ url, problem }): Diagnosis => ({ name: 'Feed', state: 'fails', detail: `${url}: ${problem}` })),
  ]
}

function feedChecks(reply: Reply<'list-feeds'>): Diagnosis[] {
  if (!reply.done) return [{ name: 'Feeds', state: 'fails', detail: reply.text }]
  const count = reply.data.length
  const wishes = reply.data.flatMap(({ outlet, wishes: said }) =>
    said === undefined ? [] : [{ name: 'Publisher', state: 'works' as const, detail: `${outlet}: ${said}` }],
  )
  if (count > 0) return [{ name: 'Feeds', state: 'works', detail: `${count} followed on this computer` }, ...wishes]
  return [
    {
      name: 'Feeds',
      state: 'off',
      detail: 'none yet on this computer; add one: onrecord feeds add <address of a feed or a site>',
    },
  ]
}
