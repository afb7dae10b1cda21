import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { jsonOf, type Reply } from '../../../src/chat/commands/reply.ts'
import { plainWords } from '../../../src/chat/rich-text.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import type { Asker } from '../../../src/ports.ts'
import { type FakeDiscord, startDiscord } from '../../fakes/discord.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../../fakes/newsroom.ts'
import type { Site } from '../../fakes/site.ts'
import { startTown } from '../../fakes/town.ts'

const digests = ['Dawn', 'Noon', 'Night']
const server: Asker = {
  workspace: { id: workspaceId('discord:700'), kind: 'discord', name: 'Readers' },
  channel: { platform: 'discord', id: '100' },
  person: '11',
  mayManage: true,
}
let town: Site
let discord: FakeDiscord
let newsroom: OpenedNewsroom
let story: string
let now: string
let next = 0

beforeAll(async () => {
  town = await startTown()
  discord = await startDiscord()
  newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: town.host,
    DISCORD_API_URL: discord.url,
    DISCORD_TOKEN: 'token',
    DISCORD_APPLICATION_ID: '200000000000000000',
  })
  await newsroom.ask(server, 'feeds', `add ${town.url('/')}`)
  for (const [at, name] of digests.entries()) {
    const there: Asker = { ...server, channel: { platform: 'discord', id: String(100 + at) } }
    await newsroom.ask(there, 'digest', `schedule "${name}" daily 8:00 London`)
    await newsroom.ask(there, 'digest', `now "${name}"`)
    await newsroom.settled()
  }
  const [edition] = await newsroom.archive(server.workspace.id).editions()
  const block = edition?.document.find(({ kind }) => kind === 'story')
  story = block?.kind === 'story' ? block.id : ''
})
afterAll(async () => {
  await newsroom.close()
  await Promise.all([discord.stop(), town.stop()])
})
beforeEach(() => {
  discord.posted.length = 0
  now = new Date().toISOString()
})

describe('a report of a mistake', () => {
  it('is told once to the owner of all digests that told the story', async () => {
    expect(wordsOf(await report('R1'))).toContain('The owner of this digest has been told')
    const letters = lettersTo('11')
    expect(letters).toHaveLength(1)
    for (const name of digests) expect(letters[0]).toContain(name)
    expect(wordsOf(await report('R1', 'words 0'))).toContain('You’ve already reported this')
    expect(lettersTo('11')).toHaveLength(1)
  })

  it('is taken from one person five times an hour, who is told from when on they may report again', async () => {
    const answers: Reply[] = []
    next = 0
    for (let at = 0; at < 7; at++) answers.push(await report('R2'))
    expect(answers.map(({ done }) => done)).toEqual([true, true, true, true, true, false, false])
    expect(wordsOf(answers[5])).toMatch(/limit of 5 reports an hour until \d\d:\d\d\. This one wasn’t sent/)
    const { until } = (answers[6] ? jsonOf(answers[6]) : { until: '' }) as { until: string }
    expect(Date.parse(until) - Date.parse(now)).toBe(60 * 60_000)
    expect(lettersTo('11')).toHaveLength(5)
    expect((await report('R3')).done).toBe(true)
    now = new Date(Date.parse(until) + 1_000).toISOString()
    expect((await report('R2')).done).toBe(true)
  })

  it('counts reports that come at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, async () => await report('R4')))
    expect(answers.filter(({ done }) => done)).toHaveLength(5)
  })

  it('is on record where the owner cannot be reached, and says so', async () => {
    discord.decide = ({ path }) =>
      path === '/channels/dm-11/messages' ? { kind: 'error', status: 403, code: 50_007 } : undefined
    const answer = await report('R5')
    discord.decide = () => undefined
    expect(answer).toMatchObject({ done: true, data: { filed: true } })
    expect(wordsOf(answer)).toContain('could not be reached by direct message')
    expect(wordsOf(answer)).not.toContain('has been told')
  })

  it('waits where Discord asks for that, and promises no more than that it is on its way', async () => {
    discord.fail(/POST \/channels\/dm-11\/messages/, { kind: 'rate-limited', seconds: 2 })
    const begun = performance.now()
    expect(wordsOf(await report('R6'))).toContain('is on its way to the owner')
    expect(performance.now() - begun).toBeLessThan(2_500)
    expect(lettersTo('11')).toEqual([])
    await expect.poll(() => lettersTo('11').length, { timeout: 5_000 }).toBe(1)
  })
})

async function report(person: string, words = `words ${next++}`): Promise<Reply> {
  const command = { kind: 'report-mistake', story, claim: null, reason: 'altered', words } as const
  const asker: Asker = { ...server, person, mayManage: false }
  return await runCommand(command, { asker, services: { ...newsroom.services, clock: { now: () => now } } })
}

function lettersTo(person: string): string[] {
  return discord.posted.filter(({ channel }) => channel === `dm-${person}`).map(({ body }) => JSON.stringify(body))
}

function wordsOf(answer: Reply | undefined): string {
  return (answer?.document ?? []).map((block) => ('text' in block ? plainWords(block.text) : '')).join(' ')
}
