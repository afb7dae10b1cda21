import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../src/chat/commands/command.ts'
import { emptyOrder } from '../../src/chat/commands/order.ts'
import { jsonOf, type Reply } from '../../src/chat/commands/reply.ts'
import { specOf } from '../../src/commands/registry.ts'
import { runCommand } from '../../src/commands/run-command.ts'
import { workspaceId } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'
import { type FakeDiscord, startDiscord } from '../fakes/discord.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { type FakeSlack, startSlack } from '../fakes/slack.ts'

const viewChannel = String(1 << 10)
let slack: FakeSlack
let discord: FakeDiscord
let newsroom: OpenedNewsroom

beforeAll(async () => {
  slack = await startSlack()
  discord = await startDiscord()
  newsroom = await openTestNewsroom({
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-T1',
    DISCORD_API_URL: discord.url,
    DISCORD_TOKEN: 'token',
    DISCORD_APPLICATION_ID: '200000000000000000',
  })
  slack.members.set('CSECRET', [...Array.from({ length: 1_200 }, (_, at) => `UX${at}`), 'UIN'])
  slack.members.set('GOLD', ['UIN'])
  await schedule(onSlack('UIN', 'CSECRET'), 'Falcon leak watch')
  await schedule(onSlack('UIN', 'GOLD'), 'Old group')
  await schedule(onSlack('UIN', 'DUIN'), 'My own')
  await schedule(onSlack('UIN', 'COPEN'), 'Front page')
  discord.roles.push({ id: 'R1', permissions: '0' }, { id: 'RADMIN', permissions: String(1 << 3) })
  discord.rolesOf.set('IN', ['R1']).set('OUT', []).set('ADMIN', ['RADMIN']).set('ADDED', []).set('BARRED', ['R1'])
  const everybody = { id: 'G1', allow: '0', deny: viewChannel }
  const overwrites = [everybody, { id: 'R1', allow: viewChannel, deny: '0' }]
  discord.channels
    .set('SECRET', {
      permission_overwrites: [
        ...overwrites,
        { id: 'ADDED', allow: viewChannel, deny: '0' },
        { id: 'BARRED', allow: '0', deny: viewChannel },
      ],
    })
    .set('THREAD', { type: 11, parent_id: 'SECRET' })
    .set('CLOSED', { type: 12, parent_id: 'OPEN', members: ['IN'] })
    .set('FOREIGN', { guild_id: 'G9', permission_overwrites: [] })
  for (const [channel, name] of [
    ['SECRET', 'Moderators'],
    ['THREAD', 'Below'],
    ['CLOSED', 'Closed thread'],
    ['OPEN', 'Everybody'],
  ] as const)
    await schedule(onDiscord('IN', channel), name)
})
afterAll(async () => {
  await newsroom.close()
  await Promise.all([slack.stop(), discord.stop()])
})

describe('the digest of a private channel on Slack', () => {
  it.each<[string, readonly [string, string | null], readonly string[]]>([
    ['who is in it, in the App Home', ['UIN', null], ['Falcon leak watch', 'Front page', 'My own', 'Old group']],
    ['who is not, in the App Home', ['UOUT', null], ['Front page']],
    ['who is not, in another channel', ['UOUT', 'COPEN'], ['Front page']],
    ['a guest, who is in no channel', ['UGUEST', null], []],
    ['an admin who is not', ['UADMIN', null], ['Front page']],
    ['whoever asks there', ['UNEW', 'CSECRET'], ['Falcon leak watch', 'Front page']],
    ['whoever asks in that direct message', ['UNEW', 'DUIN'], ['Front page', 'My own']],
  ])('is listed for those in it alone: %s', async (_, [person, channel], names) => {
    slack.admins.add('UADMIN')
    slack.guests.add('UGUEST')
    expect(namesIn(await answer({ kind: 'list-digests' }, onSlack(person, channel)))).toEqual(names)
  })

  it.each(['conversations.info', 'conversations.members'])(
    'is shown to nobody elsewhere while Slack does not say who is in it: %s',
    async (method) => {
      slack.decide = (called) => (called === method ? { kind: 'error', error: 'missing_scope' } : undefined)
      const listed = namesIn(await answer({ kind: 'list-digests' }, onSlack('UIN', null)))
      slack.decide = () => undefined
      expect(listed).not.toContain('Falcon leak watch')
    },
  )

  it('is not there for whoever is not in it, whatever they ask of it', async () => {
    slack.admins.add('UADMIN')
    for (const person of ['UOUT', 'UADMIN'])
      for (const channel of [null, 'COPEN'])
        for (const command of commandsOn('Falcon leak watch')) {
          const reply = await answer(command, onSlack(person, channel))
          expect([command.kind, reply.done]).toEqual([command.kind, false])
          expect(JSON.stringify([reply.document, jsonOf(reply)])).not.toMatch(
            /CSECRET|is paused|08:00|Old group|My own/,
          )
        }
    const [still] = (await newsroom.services.store.subscriptions.list(workspaceId('slack:T1'))).filter(
      ({ name }) => name === 'Falcon leak watch',
    )
    expect(still).toMatchObject({ channel: { id: 'CSECRET' }, pause: null, managers: [], owner: 'UIN' })
  })

  it('is not there for who only picks its channel in a form', async () => {
    const picked: Asker = { ...onSlack('UADMIN', 'CSECRET'), isPicked: true }
    slack.admins.add('UADMIN')
    const order = { ...emptyOrder, channel: 'CSECRET', when: 'daily 9:00' }
    const said = await answer({ kind: 'schedule-digest', order }, picked)
    expect(JSON.stringify(said)).not.toContain('Falcon')
    await answer({ kind: 'delete-digest', digest: 'Morning digest', confirmed: true }, onSlack('UADMIN', 'CSECRET'))
  })

  it('is changed by its owner there, and from the App Home', async () => {
    const pause = { kind: 'pause-digest', digest: 'Falcon leak watch', until: null } as const
    const resume = { kind: 'resume-digest', digest: 'Falcon leak watch' } as const
    for (const channel of ['CSECRET', null]) {
      const owner: Asker = { ...onSlack('UIN', channel), mayManage: null }
      expect((await answer(pause, owner)).done).toBe(true)
      expect((await answer(resume, owner)).done).toBe(true)
    }
  })
})

describe('the digest of a channel of a server that not everybody sees', () => {
  it.each<[string, string, readonly string[]]>([
    ['by a role', 'IN', ['Below', 'Closed thread', 'Everybody', 'Moderators']],
    ['by name', 'ADDED', ['Below', 'Everybody', 'Moderators']],
    ['not by a role, where the name is kept out', 'BARRED', ['Everybody']],
    ['not without either', 'OUT', ['Everybody']],
    ['as an administrator', 'ADMIN', ['Below', 'Everybody', 'Moderators']],
    ['as the owner', 'OWNER', []],
    ['not whom Discord does not know', 'STRANGER', []],
  ])('is listed for who can see it: %s', async (_, person, names) => {
    expect(namesIn(await answer({ kind: 'list-digests' }, onDiscord(person, 'ELSEWHERE')))).toEqual(names)
  })

  it('is listed for the owner of the server, who is a member', async () => {
    discord.rolesOf.set('OWNER', [])
    const listed = namesIn(await answer({ kind: 'list-digests' }, onDiscord('OWNER', 'ELSEWHERE')))
    expect(listed).toEqual(['Below', 'Everybody', 'Moderators'])
    discord.rolesOf.delete('OWNER')
  })

  it.each([/GET \/guilds\/G1$/, /GET \/guilds\/G1\/members/, /GET \/channels\/SECRET/])(
    'is shown to nobody elsewhere while Discord does not say: %s',
    async (path) => {
      discord.decide = (call) =>
        path.test(`${call.method} ${call.path}`) ? { kind: 'error', status: 403, code: 50_001 } : undefined
      const listed = namesIn(await answer({ kind: 'list-digests' }, onDiscord('IN', 'ELSEWHERE')))
      discord.decide = () => undefined
      expect(listed).not.toContain('Moderators')
    },
  )

  it('is not there for who cannot see it, though they manage the server', async () => {
    for (const command of commandsOn('Moderators')) {
      const reply = await answer(command, { ...onDiscord('OUT', 'ELSEWHERE'), mayManage: true })
      expect([command.kind, reply.done]).toEqual([command.kind, false])
      expect(JSON.stringify([reply.document, jsonOf(reply)])).not.toMatch(/SECRET|is paused|08:00|Closed thread|Below/)
    }
  })
})

/** Everything that can be asked of one digest by its name. */
function commandsOn(digest: string): Command[] {
  const order = { ...emptyOrder, digest, when: 'daily 9:00' }
  return [
    { kind: 'digest-now', digest },
    { kind: 'preview-digest', digest },
    { kind: 'preview-digest', digest, rest: true },
    { kind: 'filter-digest', digest, filter: 'words: dam' },
    { kind: 'pause-digest', digest, until: null },
    { kind: 'resume-digest', digest },
    { kind: 'name-manager', digest, person: 'UOUT', may: true },
    { kind: 'digest-status', digest },
    { kind: 'schedule-digest', order },
    { kind: 'schedule-digest', order: { ...order, digest: digest.toUpperCase(), fresh: true } },
    { kind: 'delete-digest', digest },
  ]
}

function onSlack(person: string, channel: string | null): Asker {
  return {
    workspace: { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' },
    channel: channel === null ? null : { platform: 'slack', id: channel },
    person,
    mayManage: null,
  }
}

function onDiscord(person: string, channel: string): Asker {
  return {
    workspace: { id: workspaceId('discord:G1'), kind: 'discord', name: 'Server' },
    channel: { platform: 'discord', id: channel },
    person,
    mayManage: false,
  }
}

async function schedule(asker: Asker, name: string): Promise<void> {
  const said = await newsroom.ask({ ...asker, mayManage: true }, 'digest', `schedule "${name}" daily 8:00 London`)
  if (!said.done) throw new Error(JSON.stringify(said.document))
}

async function answer(command: Command, asker: Asker): Promise<Reply> {
  const mayManage = specOf(command).permission !== 'everyone' ? asker.mayManage : null
  return await runCommand(command, { asker: { ...asker, mayManage }, services: newsroom.services })
}

function namesIn(reply: Reply): string[] {
  return (jsonOf(reply) as { name: string }[]).map(({ name }) => name)
}

describe('who belongs to the editors of a digest', () => {
  const slackPeople = () => newsroom.services.platforms.find(({ name }) => name === 'slack')
  const discordPeople = () => newsroom.services.platforms.find(({ name }) => name === 'discord')

  it.each([
    ['UIN', { channel: 'CSECRET' }, true],
    ['UOUT', { channel: 'CSECRET' }, false],
    ['UADMIN', { channel: 'CSECRET' }, false],
    ['UED', { group: 'S1' }, true],
    ['UIN', { group: 'S1' }, false],
    ['UED', { group: 'S2' }, false],
  ])('is asked of Slack: %s in %o', async (person, of, isTheirs) => {
    slack.groups.set('S1', ['UED'])
    expect(await slackPeople()?.isMember?.(onSlack(person, null), of)).toBe(isTheirs)
  })

  it('is nobody while Slack gives no answer', async () => {
    slack.groups.set('S1', ['UED'])
    slack.fail('usergroups.users.list', { kind: 'error', error: 'missing_scope' })
    expect(await slackPeople()?.isMember?.(onSlack('UED', null), { group: 'S1' })).toBe(false)
  })

  it.each([
    ['IN', { group: 'R1' }, true],
    ['OUT', { group: 'R1' }, false],
    ['GONE', { group: 'R1' }, false],
    ['IN', { channel: 'SECRET' }, true],
    ['OUT', { channel: 'SECRET' }, false],
  ])('is asked of Discord: %s in %o', async (person, of, isTheirs) => {
    expect(await discordPeople()?.isMember?.(onDiscord(person, 'OPEN'), of)).toBe(isTheirs)
  })
})
