import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Command, summarizing } from '../../../src/chat/commands/command.ts'
import { plainWords } from '../../../src/chat/rich-text.ts'
import { answerRequest, requestLimits } from '../../../src/commands/inbox/answer-request.ts'
import { openInbox } from '../../../src/commands/inbox/inbox.ts'
import { runCommand } from '../../../src/commands/run-command.ts'
import { workspaceId } from '../../../src/domain/subscription.ts'
import type { Asker, ChatRequest } from '../../../src/ports.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../../fakes/newsroom.ts'
import type { Site } from '../../fakes/site.ts'
import { type FakeSlack, type SlackFault, startSlack } from '../../fakes/slack.ts'
import { bridgeArticle, startTown } from '../../fakes/town.ts'

const people = [
  'Ruiz',
  'Lind',
  'Moe',
  'Carrick',
  'Sand',
  'Holm',
  'Berg',
  'Dahl',
  'Falk',
  'Gran',
  'Hauge',
  'Iversen',
  'Juul',
  'Krog',
]
const councilArticle = {
  slug: 'council',
  headline: 'Council of Port Ansel hears fourteen neighbours',
  paragraphs: [
    'The council of Port Ansel met on Tuesday in the old customs house, and heard whoever wished to speak on the new quay.',
    ...people.map((name, at) => `“The quay number ${at + 20} is too loud at night,” said Ana ${name}, a neighbour.`),
  ],
}
let town: Site
let slack: FakeSlack
let newsroom: OpenedNewsroom
let count = 0

beforeAll(async () => {
  town = await startTown([bridgeArticle, councilArticle])
  slack = await startSlack()
  newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: town.host,
    ONRECORD_HOST_SPACING_MS: '0',
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-T1',
  })
})
afterAll(async () => {
  await newsroom.close()
  await Promise.all([slack.stop(), town.stop()])
})
beforeEach(() => {
  slack.calls.length = 0
  slack.posted.length = 0
})

const asker: Asker = {
  workspace: { id: workspaceId('slack:T1'), kind: 'slack', name: 'Team' },
  channel: { platform: 'slack', id: 'C1' },
  person: 'U1',
  mayManage: false,
}

describe('a summary that somebody asked for', () => {
  it('is of the link among a few words, and its buttons show all of it', async () => {
    await ask(summarizing(`have a look at ${town.url('/council')}, please`))
    const shown = said()
    expect(shown).toContain('All 14 claims')
    expect(shown).not.toContain('--all')
    expect(shown.match(/is too loud at night/g)).toHaveLength(12)
    const story = /"action_id":"story","value":"([^"]+)"/.exec(shown)?.[1] ?? ''
    const whole = await runCommand({ kind: 'show-story', story }, { asker, services: newsroom.services })
    expect(JSON.stringify(whole.document).match(/is too loud at night/g)?.length).toBeGreaterThanOrEqual(14)
    const report = { kind: 'report-mistake', story, claim: null, reason: 'altered', words: 'It was quay 21.' } as const
    const thanks = await runCommand(report, { asker, services: newsroom.services })
    expect(thanks).toMatchObject({ done: true, data: { filed: true } })
    expect(JSON.stringify(thanks.document)).toContain('on record for whoever runs Onrecord')
    const elsewhere = { ...asker, workspace: { ...asker.workspace, id: workspaceId('slack:T2') } }
    expect(
      (await runCommand({ kind: 'show-story', story }, { asker: elsewhere, services: newsroom.services })).done,
    ).toBe(false)
  })

  it('is one of so many in ten minutes, for everybody as for one, even where none of them could be made', async () => {
    const mention = { everybody: 'true', person: 'U9' }
    for (let asked = 0; asked <= requestLimits.person; asked++)
      await ask(summarizing('hello'), mention, `unclear-${asked}`)
    expect(said()).not.toContain('in ten minutes')
    for (let asked = 0; asked <= requestLimits.person; asked++)
      await ask(summarizing(town.url(`/nothing-${asked}`)), mention, `mention-${asked}`)
    expect(said()).toContain('You’ve asked for 10 summaries or digests in ten minutes. Ask again from ')
    slack.calls.length = 0
    await ask(summarizing(town.url('/nothing-0')), mention, 'mention-0')
    expect(slack.calls).toEqual([])
  }, 30_000)

  it('can be shown to everybody, again where that failed, and once where it did not', async () => {
    await ask(summarizing(town.url('/bridge')))
    const answer = /"action_id":"share","value":"([^"]+)"/.exec(said())?.[1] ?? ''
    slack.fail('chat.postMessage', { kind: 'error', error: 'not_in_channel' })
    for (let press = 0; press < 3; press++) await ask({ kind: 'show-answer', answer }, { everybody: 'true' }, 'share-1')
    expect(slack.posted.filter(({ channel }) => channel === 'C1')).toHaveLength(1)
    expect(JSON.stringify(slack.posted)).toContain('We had no choice')
  })

  it.each<SlackFault>([
    { kind: 'error', error: 'internal_error' },
    { kind: 'error', error: 'not_in_channel' },
    { kind: 'rate-limited', seconds: 3 },
    { kind: 'cut', commits: false },
  ])('tells whoever pressed that it was not posted, and is posted when they press again: %j', async (fault) => {
    const answer = `kept-${count++}`
    const id = `share-${answer}`
    const document = [{ kind: 'note', text: 'What was answered.' }] as const
    await newsroom.services.store.requests.keepAnswer(answer, asker.workspace.id, {
      document,
      now: new Date().toISOString(),
    })
    slack.fail('chat.postMessage', fault)
    const press = async () => await ask({ kind: 'show-answer', answer }, { everybody: 'true' }, id)
    await press()
    expect(slack.posted).toEqual([])
    expect(said()).toMatch(/not have been posted: .*try again|could not be posted: .*try again/)
    await press()
    expect(slack.posted.map(({ channel }) => channel)).toEqual(['C1'])
    await press()
    expect(slack.posted).toHaveLength(1)
  })

  it('that is no longer kept is told to whoever pressed alone, each time', async () => {
    const press = async () => await ask({ kind: 'show-answer', answer: 'gone' }, { everybody: 'true' }, 'share-gone')
    await press()
    await press()
    expect(said().match(/no longer kept/g)).toHaveLength(2)
    expect(slack.posted).toEqual([])
  })

  it('is of each of several links, and says which could not be read', async () => {
    await ask(summarizing(`${town.url('/bridge')} ${town.url('/council')} ${town.url('/nothing')} https://x.example/4`))
    const shown = said()
    expect(shown).toContain('Bridge over the Tarn')
    expect(shown).toContain('fourteen neighbours')
    expect(shown).toContain(`${town.url('/nothing')}: `)
    expect(shown).toContain('Only the first 3 of 4 links were read.')
  })

  it.each([
    ['hello', 'Give a link or paste the text'],
    ['', 'Give a link or paste the text'],
    ['/feed.xml', 'this is the address of a feed'],
  ])('is none of %j, and says what would be', async (given, reason) => {
    await ask(summarizing(given.startsWith('/') ? town.url(given) : given))
    expect(said()).toContain(reason)
    expect(said()).not.toContain('Post to channel')
  })

  it('is for the one alone who asked for it where it could not be made', async () => {
    await ask(summarizing(town.url('/nothing')), { everybody: 'true' })
    expect(slack.posted).toEqual([])
    expect(slack.calls.map(({ method }) => method)).toContain('chat.postEphemeral')
    await ask(summarizing(town.url('/bridge')), { everybody: 'true', thread: '5.5' })
    expect(slack.posted).toMatchObject([{ channel: 'C1', thread: '5.5' }])
  })
})

describe('an answer that somebody waits for', () => {
  const list = { kind: 'list-feeds' } as const
  const soon = { withinMs: 2_000, fits: () => true }
  const requestOf = (command: Command): ChatRequest => {
    const place = { person: 'U1', channel: 'C1' }
    return { command, asker, replyTo: { platform: 'slack', workspace: asker.workspace.id, place } }
  }

  it('is given to them where it is ready soon, and said nowhere else', async () => {
    const inbox = openInbox(newsroom.services)
    const answer = await inbox.takeSoon?.('soon-1', requestOf(list), soon)
    expect(JSON.stringify(answer)).toContain('No feeds yet')
    await new Promise((done) => setTimeout(done, 300))
    expect(slack.calls).toEqual([])
    expect(await inbox.takeSoon?.('soon-1', requestOf(list), soon)).toBeNull()
  })

  it('is said once, where it was asked, where it takes longer', async () => {
    const { queue } = newsroom.services
    const send: typeof queue.send = async (job, options) => {
      await new Promise((done) => setTimeout(done, 20))
      return await queue.send(job, options)
    }
    const inbox = openInbox({ ...newsroom.services, queue: { ...queue, send } })
    expect(await inbox.takeSoon?.('soon-2', requestOf(list), { ...soon, withinMs: 1 })).toBeNull()
    await expect.poll(() => said()).toContain('No feeds yet')
    expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postEphemeral'])
  })

  it('is said once, where it was asked, where it does not fit', async () => {
    const answer = await openInbox(newsroom.services).takeSoon?.('soon-4', requestOf(list), {
      ...soon,
      fits: () => false,
    })
    expect(answer).toBeNull()
    await expect.poll(() => said()).toContain('No feeds yet')
    expect(slack.calls.map(({ method }) => method)).toEqual(['chat.postEphemeral'])
  })

  it('is not said again by who takes over from a process that died, where everybody may have seen it', async () => {
    const place = { person: 'U1', channel: 'C1', everybody: 'true', since: String(Date.now()) }
    const request: ChatRequest = {
      command: list,
      asker,
      replyTo: { platform: 'slack', workspace: asker.workspace.id, place },
    }
    await openInbox({ ...newsroom.services, waiting: null }).take('public-1', request)
    await expect.poll(() => slack.posted.length).toBe(1)
    await answerRequest('public-1', request, newsroom.services)
    expect(slack.posted).toHaveLength(1)
    // Of one that was begun, and certainly never posted, the answer is said.
    await openInbox({ ...newsroom.services, queue: { ...newsroom.services.queue, send: async () => undefined } }).take(
      'public-2',
      request,
    )
    await newsroom.services.store.requests.beginAnswer('public-2', 'a process that died')
    await answerRequest('public-2', request, newsroom.services)
    expect(slack.posted).toHaveLength(2)
  }, 20_000)

  it('is not said again where one person alone may have seen it', async () => {
    const request = requestOf(list)
    await openInbox({ ...newsroom.services, waiting: null }).take('private-1', request)
    await expect.poll(() => slack.calls.length).toBe(1)
    await answerRequest('private-1', request, newsroom.services)
    expect(slack.calls).toHaveLength(1)
  }, 20_000)

  it('is said where it was asked by a process that answers nothing itself', async () => {
    const inbox = openInbox({ ...newsroom.services, waiting: null })
    expect(inbox.takeSoon).toBeUndefined()
    await inbox.take('soon-3', requestOf(list))
    await expect.poll(() => said()).toContain('No feeds yet')
  })
})

describe('what a list of feeds may be', () => {
  const feeds = async (words: string) => await newsroom.ask({ ...asker, mayManage: true }, 'feeds', words)
  const start = async (list: string) =>
    await runCommand(
      { kind: 'start-feeds', topics: [], list },
      { asker: { ...asker, mayManage: true }, services: newsroom.services },
    )

  it('is said where it is none', async () => {
    expect(JSON.stringify((await start('<opml><body>')).document)).toMatch(/no feeds in it|isn’t an OPML/)
    expect(JSON.stringify((await start('please follow whatever is good')).document)).toContain('There’s no address')
  })

  it('is given out as what can be typed elsewhere', async () => {
    expect((await feeds(`add ${town.url('/')} ${town.url('/feed.xml')}`)).done).toBe(true)
    const lines = (await feeds('export')).document.map((block) => ('text' in block ? plainWords(block.text) : ''))
    expect(lines).toEqual([expect.stringContaining('type /feeds add') as string, town.url('/feed.xml')])
  })
})

/** Asks as Slack does, and waits for the answer. */
async function ask(
  command: Command,
  place: Readonly<Record<string, string>> = {},
  id = `asked-${count++}`,
): Promise<void> {
  const request: ChatRequest = {
    command,
    asker: { ...asker, person: place['person'] ?? asker.person },
    replyTo: { platform: 'slack', workspace: asker.workspace.id, place: { person: 'U1', channel: 'C1', ...place } },
  }
  const before = slack.calls.length
  if (!(await openInbox(newsroom.services).take(id, request))) return
  for (let turn = 0; turn < 200 && slack.calls.length === before; turn++)
    await new Promise((done) => setTimeout(done, 50))
  // What follows on a refusal.
  await new Promise((done) => setTimeout(done, 300))
}

/** What was said to the asker alone. */
function said(): string {
  const calls = slack.calls.filter(({ method }) => method === 'chat.postEphemeral')
  return calls.map(({ args }) => String(args['blocks'])).join('\n')
}
