import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSlackGateway, type Gateway } from '../../../../src/adapters/slack/inbound/gateway.ts'
import { slackManifest } from '../../../../src/adapters/slack/inbound/manifest.ts'
import { eventsRoute, oauthRoutes } from '../../../../src/adapters/slack/inbound/routes.ts'
import { createSlackPlatform } from '../../../../src/adapters/slack/platform.ts'
import type { Command } from '../../../../src/chat/commands/command.ts'
import type { OrderField } from '../../../../src/chat/commands/order.ts'
import type { Reply } from '../../../../src/chat/commands/reply.ts'
import type { Document } from '../../../../src/chat/document.ts'
import { menu } from '../../../../src/commands/menu.ts'
import { noFilter } from '../../../../src/domain/subscription.ts'
import type { Asker, ChatRequest, Installations } from '../../../../src/ports.ts'
import { digestDocument } from '../../../fakes/documents.ts'
import { fakeInbox, refusal } from '../../../fakes/inbox.ts'
import { type FakeSlack, type SlackFault, startSlack } from '../../../fakes/slack.ts'
import { slackSignature } from '../../../fakes/slack-signature.ts'

const secret = 'a-signing-secret'
/** What storing a request waits for. */
let gate = Promise.resolve()
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
let now = 1_764_000_000
let slack: FakeSlack
let gateway: Gateway
let taken: { id: string; request: ChatRequest }[]
let answered: { command: Command; asker: Asker }[]
let erased: string[]
let reply: Reply
let broken: boolean
let soon: Document | null
/** What an answer waits for. */
let answering: Promise<void> | undefined

beforeEach(async () => {
  slack = await startSlack()
  taken = []
  answered = []
  erased = []
  broken = false
  soon = null
  answering = undefined
  reply = {
    done: true,
    document: [{ kind: 'note', text: 'It is set. Next edition: Wed 25 Nov 08:00.' }],
    data: [],
  }
  const seen = new Set<string>()
  const first = async (id: string) => seen.size < seen.add(id).size
  const inbox = fakeInbox({
    firstSight: first,
    take: async (id, request) => {
      await gate
      if (!(await first(id))) return false
      taken.push({ id, request })
      return true
    },
    takeSoon: async (id, request, { fits }) => {
      if (await first(id)) taken.push({ id, request })
      await answering
      return soon && fits(soon) ? soon : null
    },
    reply: (command, asker) => {
      if (broken) throw new Error('the database is away')
      answered.push({ command, asker })
      return reply
    },
  })
  const installations: Installations = {
    token: async (workspace) => (workspace === 'slack:T1' ? 'xoxb-T1' : undefined),
    save: async () => undefined,
    erase: async (workspace) => void erased.push(workspace),
  }
  const platform = createSlackPlatform({ apiUrl: slack.url, installations, log: silent, responseHost: '127.0.0.1' })
  gateway = createSlackGateway({
    inbox,
    installations,
    platform,
    log: silent,
    apiUrl: slack.url,
    appToken: null,
    signingSecret: secret,
    prefix: '',
    fileHost: '127.0.0.1',
    zone: 'Europe/London',
    now: () => now * 1_000,
  })
})
afterEach(async () => {
  await slack.stop()
})

describe('a slash command', () => {
  it('is kept, acknowledged empty, and answered where it was given', async () => {
    const { status, json } = await slash('/summarize', '<https://tarn.example/bridge>')
    expect([status, json]).toEqual([200, ''])
    expect(taken).toMatchObject([
      {
        id: 'slack:trigger-1',
        request: {
          command: { kind: 'summarize', material: { text: 'https://tarn.example/bridge' } },
          asker: { workspace: { id: 'slack:T1', kind: 'slack' }, channel: { id: 'C1' }, person: 'U1', mayManage: null },
          replyTo: {
            platform: 'slack',
            place: { responseUrl: 'https://hooks.slack.com/1', channel: 'C1', person: 'U1' },
          },
        },
      },
    ])
  })

  it('is acknowledged with its answer where that is ready soon', async () => {
    soon = [{ kind: 'note', text: '“Desk” is paused.' }]
    const { json } = await slash('/digest', 'pause')
    expect(json).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('is paused') as string })
    expect(JSON.stringify(json)).toContain('"blocks":[')
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postEphemeral')
  })

  it('is answered below where its answer comes too late for the acknowledgement', async () => {
    soon = [{ kind: 'note', text: '“Desk” is paused.' }]
    let goOn: () => void = () => undefined
    answering = new Promise((resolve) => (goOn = resolve))
    expect((await slash('/digest', 'pause')).json).toBe('')
    goOn()
    await until(() => slack.calls.some(({ method }) => method === 'chat.postEphemeral'))
    const said = slack.calls.find(({ method }) => method === 'chat.postEphemeral')
    expect(String(said?.args['blocks'])).toContain('is paused')
  })

  it('is acknowledged empty where the answer is more than one message, which then is said below by who made it', async () => {
    soon = digestDocument(30)
    expect((await slash('/digest', 'preview')).json).toBe('')
    expect(taken).toHaveLength(1)
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postEphemeral')
  })

  it.each<[string, SlackFault]>([
    ['it took too long', { kind: 'error', error: 'expired_trigger_id' }],
    ['Slack rejected it', { kind: 'error', error: 'invalid_arguments' }],
    ['Slack asks us to slow down', { kind: 'rate-limited', seconds: 30 }],
    ['Slack rejected it', { kind: 'status', status: 500, commits: false }],
  ])('whose form is not opened is acknowledged, and says why: %s, %j', async (reason, fault) => {
    for (const [name, text] of [
      ['/digest', 'schedule'],
      ['/feeds', 'add'],
    ] as const) {
      slack.fail('views.open', fault)
      const { status, json } = await slash(name, text)
      expect([status, json]).toEqual([
        200,
        { response_type: 'ephemeral', text: `The form could not be opened: ${reason}. Please try again.` },
      ])
    }
  })

  it.each([
    ['/digest', 'help', /\/digest now – Post what’s new/],
    ['/digest', 'dance', /“dance” isn’t something \/digest can do/],
    ['/feeds', 'add <!channel>', /feeds add needs|https/],
  ])('says at once what it cannot do, to the asker alone: %s %s', async (name, text, words) => {
    const { json } = await slash(name, text)
    if (taken.length === 0)
      expect(json).toMatchObject({ response_type: 'ephemeral', text: expect.stringMatching(words) as string })
    expect(JSON.stringify(json)).not.toContain('<!')
  })

  it('opens a form for a schedule without words', async () => {
    await slash('/digest', 'schedule')
    const view = viewOf('views.open')
    expect(view).toMatchObject({ type: 'modal', callback_id: 'schedule' })
    const kinds = view.blocks.map(({ element }) => element?.type)
    expect(kinds).toEqual(
      expect.arrayContaining(['conversations_select', 'checkboxes', 'timepicker', 'external_select']),
    )
    expect(taken).toEqual([])
  })
})

describe('a request over HTTP', () => {
  it('is taken once, signed, of about our time, and no other way', async () => {
    const body = commandBody('/digest', 'now')
    const good = signed(body)
    expect((await send(body, good)).status).toBe(200)
    expect((await send(body, good)).status).toBe(200)
    expect(taken).toHaveLength(1)
    const wrong: [string, Record<string, string>][] = [
      ['unsigned', {}],
      ['another secret', signed(body, { key: 'guess' })],
      ['old', signed(body, { at: now - 301 })],
      ['from the future', signed(body, { at: now + 301 })],
      ['another body', signed(`${body}&text=x`)],
      ['no number', { ...good, 'x-slack-request-timestamp': 'NaN' }],
    ]
    for (const [what, headers] of wrong) expect((await send(body, headers)).status, what).toBe(401)
    expect(taken).toHaveLength(1)
  })

  it('proves its address to Slack', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' })
    expect(await (await send(body, signed(body), 'application/json')).text()).toBe('abc')
  })

  it('is not understood where it is no form', async () => {
    const body = 'payload={'
    expect((await send(body, signed(body))).status).toBe(400)
  })

  it('comes from workspaces that installed the app, and is acknowledged without effect from others', async () => {
    const body = commandBody('/digest', 'now', 'T2')
    await send(body, signed(body))
    expect(taken).toEqual([])
  })
})

describe('forms', () => {
  const values = {
    channel: { value: { selected_conversation: 'C7' } },
    days: { value: { selected_options: [{ value: 'Monday' }, { value: 'Friday' }] } },
    time: { value: { selected_time: '08:00' } },
    more: { value: { value: '17:30' } },
    zone: { zone: { selected_option: { value: 'Europe/Paris' } } },
    feeds: { feeds: { selected_options: [] } },
    stories: { value: { value: '12' } },
    shape: { value: { selected_option: { value: 'thread' } } },
    name: { value: { value: 'Evening' } },
  }

  it('set a digest in the words that people type, and say when it comes next', async () => {
    const { json } = await interact(viewSubmission('schedule', values, {}))
    expect(answered).toMatchObject([
      {
        command: {
          kind: 'schedule-digest',
          order: {
            digest: 'Evening',
            when: 'Monday, Friday 08:00 and 17:30 Europe/Paris',
            channel: 'C7',
            stories: 12,
            shape: 'thread',
          },
        },
        asker: { channel: { platform: 'slack', id: 'C7' }, person: 'U1' },
      },
    ])
    expect(JSON.stringify(json)).toContain('Next edition: Wed 25 Nov 08:00.')
  })

  it('name the desk whose editors approve a digest, or none', async () => {
    const none = { otherwise: { value: { selected_option: { value: 'none' } } } }
    await interact(viewSubmission('schedule', { ...values, ...none }, {}))
    expect(answered.at(-1)?.command).toMatchObject({ order: { approval: null } })
    await interact(viewSubmission('schedule', { ...values, ...none }, { desk: 'CDESK' }))
    expect(answered.at(-1)?.command).toMatchObject({ order: { approval: 'off' } })
    // Slack shows a private channel only to those who are in it.
    const skip = { otherwise: { value: { selected_option: { value: 'skip' } } } }
    await interact(viewSubmission('schedule', { ...values, ...skip }, { desk: 'CDESK', editors: 'S1' }))
    expect(answered.at(-1)?.command).toMatchObject({ order: { approval: { desk: 'CDESK', group: 'S1' } } })
    const state = {
      ...values,
      approval: { value: { selected_conversation: 'CDESK' } },
      otherwise: { value: { selected_option: { value: 'sure' } } },
    }
    await interact(viewSubmission('schedule', state, { editors: 'S1', minutes: '30' }))
    expect(answered.at(-1)?.command).toMatchObject({
      order: { approval: { desk: 'CDESK', group: 'S1', minutes: 30, otherwise: 'sure' } },
    })
  })

  const noMore = { more: { value: { value: '' } } }
  it.each<[string, OrderField | undefined, object]>([
    ['more', 'time', {}],
    ['time', 'time', noMore],
    ['more', 'when', {}],
    ['days', 'when', noMore],
    ['more', 'zone', {}],
    ['zone', 'zone', noMore],
    ['stories', 'stories', {}],
    ['feeds', 'feeds', {}],
    ['channel', undefined, {}],
  ])('show what is wrong beside its block: %s, of %s', async (block, field, changed) => {
    const reason = 'That is not possible.'
    reply = refusal(reason, field ? { field } : {})
    const { json } = await interact(viewSubmission('schedule', { ...values, ...changed }, {}))
    expect(json).toEqual({ response_action: 'errors', errors: { [block]: reason } })
  })

  it('let no new digest take the place of another of its name', async () => {
    const reason = 'There’s already a digest with that name, and you can’t change it from here. Choose another name.'
    reply = refusal(reason, { field: 'name' })
    const { json } = await interact(viewSubmission('schedule', values, {}))
    expect(json).toMatchObject({
      response_action: 'errors',
      errors: { name: expect.stringContaining('with that name') as string },
    })
    expect(answered[0]?.command).toMatchObject({ kind: 'schedule-digest', order: { digest: 'Evening', fresh: true } })
    await interact(viewSubmission('schedule', values, { name: 'Evening' }))
    expect(answered.at(-1)?.command).toMatchObject({ kind: 'schedule-digest', order: { digest: 'Evening' } })
  })

  it('share a story from its menu, with errors beside the channel', async () => {
    const chosen = { text: { type: 'plain_text', text: 'Share in another channel' }, value: 'share-story story-2' }
    const overflow = { type: 'overflow', action_id: 'choose', block_id: 'b', selected_option: chosen }
    await interact({ ...blockAction('', ''), actions: [overflow] })
    expect(viewOf('views.open')).toMatchObject({ callback_id: 'share-story', private_metadata: '{"story":"story-2"}' })
    const state = { channel: { value: { selected_conversation: 'C7' } } }
    await interact(viewSubmission('share-story', state, { story: 'story-2' }))
    expect(answered.at(-1)).toMatchObject({
      command: { kind: 'share-story', digest: null, story: 'story-2', channel: 'C7' },
      asker: { channel: { id: 'C7' }, isPicked: true },
    })
    reply = refusal('The app isn’t in that channel.', { field: 'channel' })
    const { json } = await interact(viewSubmission('share-story', state, { story: 'story-3' }))
    expect(json).toMatchObject({ response_action: 'errors', errors: { channel: 'The app isn’t in that channel.' } })
  })

  it('report a mistake, from a button or a story’s menu, with its reason and words', async () => {
    await interact({ ...blockAction('report', 'story-1') })
    expect(viewOf('views.open')).toMatchObject({ callback_id: 'report', private_metadata: '{"story":"story-1"}' })
    slack.calls.length = 0
    const chosen = { text: { type: 'plain_text', text: 'Report a mistake' }, value: 'report story-2' }
    const overflow = { type: 'overflow', action_id: 'choose', block_id: 'b', selected_option: chosen }
    await interact({ ...blockAction('', ''), actions: [overflow] })
    expect(viewOf('views.open')).toMatchObject({ callback_id: 'report', private_metadata: '{"story":"story-2"}' })
    const state = {
      reason: { value: { selected_option: { value: 'altered' } } },
      words: { value: { value: 'It was “may”.' } },
    }
    await interact(viewSubmission('report', state, { story: 'story-1' }))
    expect(answered.at(-1)?.command).toEqual({
      kind: 'report-mistake',
      story: 'story-1',
      claim: null,
      reason: 'altered',
      words: 'It was “may”.',
    })
  })

  it('find zones and feeds while somebody types', async () => {
    const zones = await interact({
      type: 'block_suggestion',
      team: { id: 'T1' },
      user: { id: 'U1' },
      action_id: 'zone',
      block_id: 'zone',
      value: 'lond',
    })
    expect(JSON.stringify(zones.json)).toContain('Europe/London')
    reply = {
      done: true,
      document: [],
      data: [
        { url: 'https://tarn.example/feed', outlet: 'Tarn Weekly' },
        { url: 'https://b.example/', outlet: 'B' },
      ] as never,
    }
    const feeds = await interact({
      type: 'block_suggestion',
      team: { id: 'T1' },
      user: { id: 'U1' },
      action_id: 'feeds',
      block_id: 'feeds',
      value: 'tarn',
    })
    expect(feeds.json).toMatchObject({ options: [{ value: 'https://tarn.example/feed' }] })
  })

  it('take a text that is longer than a field, as a file from Slack’s own host', async () => {
    const upload = async (url: string) =>
      await interact(viewSubmission('summarize', { file: { value: { files: [{ url_private_download: url }] } } }, {}))
    expect((await upload('http://evil.example/a.txt')).json).toMatchObject({ response_action: 'errors' })
    expect((await interact(viewSubmission('summarize', {}, {}))).json).toMatchObject({
      errors: { material: 'Give a link, some text or a file.' },
    })
    await upload(`${new URL(slack.url).origin}/files/list.opml`)
    const commands = taken.map(({ request }) => request.command as { material?: { kind: string; base64: string } })
    const material = commands[0]?.material ?? { kind: '', base64: '' }
    expect([material.kind, Buffer.from(material.base64, 'base64').toString()]).toEqual([
      'file',
      expect.stringContaining('<opml') as string,
    ])
  })

  it('say that it failed where it failed', async () => {
    broken = true
    const { json } = await interact(viewSubmission('report', {}, { story: 'story-1' }))
    expect(JSON.stringify(json)).toContain('That didn’t work')
  })

  it('take pasted text', async () => {
    await interact(viewSubmission('summarize', { material: { value: { value: 'A text.' } } }, { channel: 'C1' }))
    expect(taken).toMatchObject([{ request: { command: { kind: 'summarize', material: { text: 'A text.' } } } }])
  })
})

describe('the form for a digest', () => {
  it('begins with the digest that the channel has, and keeps what it has no field for', async () => {
    const schedule = {
      days: [2],
      monthDays: [],
      times: ['07:00', '17:30'],
      zone: 'America/New_York',
      quiet: { from: '22:00', to: '06:00' },
      until: null,
    }
    const long = `https://tarn.example/${'x'.repeat(160)}`
    const feeds = [
      { url: 'https://tarn.example/feed', outlet: 'Tarn Weekly' },
      { url: long, outlet: 'Tarn Daily' },
    ]
    const filter = { ...noFilter, words: ['dam', 'flood*'], languages: ['en'], publishers: 2 }
    const digest = { name: 'Desk', channel: { id: 'C1' }, schedule, stories: 3, shape: 'thread', feeds, filter }
    reply = { done: true, document: [], data: [{ ...digest, name: 'Other', channel: { id: 'C2' } }, digest] as never }
    await slash('/digest', 'schedule')
    const view = viewOf('views.open') as unknown as { private_metadata: string; blocks: object[] }
    const text = JSON.stringify(view.blocks)
    expect(text).toContain('"initial_options":[{"text":{"type":"plain_text","text":"Tuesday"')
    for (const value of [
      '"initial_time":"07:00"',
      '"initial_value":"17:30"',
      'America/New_York',
      '"initial_value":"3"',
      'This changes “Desk”.',
      'https://tarn.example/feed',
      '"initial_value":"dam, flood*"',
      '"initial_value":"languages: en"',
      '"initial_value":"2"',
    ])
      expect(text).toContain(value)
    const values = {
      days: { value: { selected_options: [{ value: 'Tuesday' }] } },
      time: { value: { selected_time: '07:00' } },
      words: { value: { value: 'dam' } },
      filter: { value: { value: 'languages: de' } },
    }
    const { private_metadata } = view
    await interact({
      type: 'view_submission',
      team: { id: 'T1', domain: 't1' },
      user: { id: 'U1' },
      view: { id: 'V6', hash: 'h', callback_id: 'schedule', private_metadata, state: { values } },
    })
    expect(answered.at(-1)?.command).toMatchObject({
      order: {
        digest: 'Desk',
        when: expect.stringContaining('quiet 22:00-06:00') as string,
        feeds: [long],
        filter: expect.stringMatching(/languages:;.*words: dam.*languages: de/s) as string,
      },
    })
  })

  it.each([
    ['a monthly digest', { monthDays: [1], times: ['08:00'] }, 'monthly on the 1st'],
    ['a watch', { monthDays: [], times: [], atOnce: { mostPerDay: 5, since: '2026-11-01T00:00:00Z' } }, 'digest watch'],
  ])('leaves %s, which it cannot show, to be changed in words', async (_, when, typed) => {
    const schedule = { days: [], zone: 'UTC', quiet: null, until: null, ...when }
    const digest = { name: 'Floods', channel: { id: 'C1' }, schedule, stories: 3, shape: 'whole', feeds: [] }
    reply = { done: true, document: [], data: [digest] as never }
    await slash('/digest', 'schedule')
    expect(JSON.stringify(viewOf('views.open'))).toContain('Type the change instead')
    expect(JSON.stringify(viewOf('views.open'))).toContain(typed)
    expect(viewOf('views.open')).not.toHaveProperty('submit')
  })
})

describe('the form for feeds', () => {
  const submit = async (values: object) =>
    await interact({
      type: 'view_submission',
      team: { id: 'T1', domain: 't1' },
      user: { id: 'U1' },
      view: { id: 'V5', hash: 'h', callback_id: 'feeds', private_metadata: '{"channel":"C1"}', state: { values } },
    })

  it('opens where no address is given', async () => {
    await slash('/feeds', 'add')
    expect(viewOf('views.open').blocks.map(({ element }) => element?.type)).toEqual([
      'checkboxes',
      'plain_text_input',
      'file_input',
    ])
  })

  it('takes topics and addresses, and nothing at all for a mistake', async () => {
    expect((await submit({})).json).toMatchObject({ response_action: 'errors' })
    await submit({
      topics: { value: { selected_options: [{ value: 'world' }] } },
      list: { value: { value: 'tarn.example' } },
    })
    expect(taken.map(({ request }) => request.command)).toEqual([
      { kind: 'start-feeds', topics: ['world'], list: 'tarn.example' },
    ])
  })

  it('takes an uploaded list from Slack’s own host alone', async () => {
    const upload = async (url: string) => await submit({ opml: { value: { files: [{ url_private_download: url }] } } })
    expect((await upload('http://evil.example/list.opml')).json).toMatchObject({ response_action: 'errors' })
    expect((await upload(`${new URL(slack.url).origin}/files/none`)).json).toMatchObject({ response_action: 'errors' })
    await upload(`${new URL(slack.url).origin}/files/list.opml`)
    expect(taken.map(({ request }) => request.command)).toEqual([
      { kind: 'start-feeds', topics: [], list: expect.stringContaining('<opml') as string },
    ])
  })
})

describe('the desk', () => {
  const shown = {
    story: 's1',
    verdict: 'open',
    version: 3,
    headline: 'Bridge closes',
    summary: ['It closed on Monday.', 'Buses run by the ford.'],
  }

  it.each([
    ['desk-approve', 'e1 4', { kind: 'decide-edition', edition: 'e1', version: 4, decision: 'approve' }],
    ['desk-now', 'e1 4', { kind: 'decide-edition', edition: 'e1', version: 4, decision: 'now' }],
    ['desk-look', 'e1 4 s1', { kind: 'show-draft', edition: 'e1', story: 's1' }],
    ['desk-drop', 'e1 3 s1', { kind: 'judge-story', edition: 'e1', story: 's1', version: 3, verdict: 'dropped' }],
    ['desk-up', 'e1 3 s1', { kind: 'move-story', edition: 'e1', story: 's1', version: 3, by: -1 }],
  ])('does what a button says, to the version that it stands under: %s', async (id, value, command) => {
    await interact(blockAction(id, value))
    expect(taken.map(({ request }) => request.command)).toEqual([command])
  })

  it('does what is chosen from a menu', async () => {
    const value = 'desk-restore e1 3 s1 claim:1.2'
    const action = { type: 'static_select', action_id: 'choose', block_id: 'b', selected_option: { value } }
    await interact({ ...blockAction('', ''), actions: [action] })
    expect(taken.map(({ request }) => request.command)).toEqual([
      { kind: 'change-part', edition: 'e1', story: 's1', version: 3, part: 'claim:1.2', isIn: true },
    ])
  })

  it('opens a form with the words of a story, and says beside its fields what is wrong', async () => {
    reply = { done: true, document: [], data: { story: shown } as never }
    await interact(blockAction('desk-edit', 'e1 3 s1'))
    expect(JSON.stringify(viewOf('views.open'))).toContain('It closed on Monday.\\nBuses run by the ford.')
    const state = {
      headline: { value: { value: 'Bridge shut' } },
      summary: { value: { value: 'It shut on Monday.' } },
      vouch: { value: { selected_options: [] } },
    }
    const carried = { edition: 'e1', story: 's1', version: '3' }
    reply = refusal('A number in it is not in the article: 12', { field: 'summary' })
    const { json } = await interact(viewSubmission('edit-story', state, carried))
    expect(json).toEqual({
      response_action: 'errors',
      errors: { summary: 'A number in it is not in the article: 12' },
    })
    expect(answered.at(-1)?.command).toEqual({
      kind: 'edit-story',
      edition: 'e1',
      story: 's1',
      version: 3,
      headline: 'Bridge shut',
      summary: 'It shut on Monday.',
      vouch: false,
    })
    reply = { done: true, document: [{ kind: 'note', text: 'Your words are in.' }], data: [] }
    const vouched = { ...state, vouch: { value: { selected_options: [{ value: 'vouch' }] } } }
    expect(JSON.stringify((await interact(viewSubmission('edit-story', vouched, carried))).json)).toContain('are in.')
    expect(answered.at(-1)?.command).toMatchObject({ vouch: true })
  })

  it('says why a story cannot be edited', async () => {
    reply = refusal('That draft is closed: it has been posted.')
    await interact(blockAction('desk-edit', 'e1 3 s1'))
    expect(JSON.stringify(viewOf('views.open'))).toContain('That draft is closed')
  })
})

describe('buttons, shortcuts and events', () => {
  it('show all claims beside the message, and share an answer with everybody', async () => {
    await interact(blockAction('story', 'story-1'))
    await interact({ ...blockAction('share', 'answer-1'), trigger_id: 'trigger-3' })
    expect(taken).toMatchObject([
      { request: { command: { kind: 'show-story', story: 'story-1' }, replyTo: { place: { channel: 'C1' } } } },
      { request: { command: { kind: 'show-answer', answer: 'answer-1' }, replyTo: { place: { everybody: 'true' } } } },
    ])
  })

  it('say at a second press that an answer is posted already', async () => {
    await interact(blockAction('share', 'answer-2'))
    expect(slack.calls).toEqual([])
    await interact({ ...blockAction('share', 'answer-2'), trigger_id: 'trigger-5', user: { id: 'U2' } })
    await until(() => slack.calls.length > 0)
    expect(slack.calls).toMatchObject([{ method: 'chat.postEphemeral', args: { channel: 'C1', user: 'U2' } }])
    expect(JSON.stringify(slack.calls)).toContain('Already posted here')
    expect(taken).toHaveLength(1)
  })

  it.each([
    ['report', 'C1', 'chat.postEphemeral'],
    ['open-schedule', undefined, 'chat.postMessage'],
    ['open-feeds', undefined, 'chat.postMessage'],
    ['pause', undefined, 'chat.postMessage'],
  ])('say why a form did not open, to whoever pressed: %s', async (id, channel, method) => {
    reply = refusal('Only its owner can do that.')
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' })
    const { status } = await interact({ ...blockAction(id, 'story-1'), channel: channel && { id: channel } })
    expect(status).toBe(200)
    await until(() => slack.calls.some((call) => call.method === method))
    const words = id === 'pause' ? 'Only its owner can do that.' : 'The form could not be opened'
    expect(JSON.stringify(slack.calls.find((call) => call.method === method)?.args)).toContain(words)
  })

  it('say why the form of the lightning bolt did not open', async () => {
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' })
    const { status } = await interact({
      type: 'shortcut',
      callback_id: 'summarize-any',
      trigger_id: 'trigger-6',
      team: { id: 'T1', domain: 't1' },
      user: { id: 'U1' },
    })
    expect(status).toBe(200)
    await until(() => slack.posted.length > 0)
    expect(JSON.stringify(slack.posted)).toContain('The form could not be opened')
    expect(slack.posted.map(({ channel }) => channel)).toEqual(['U1'])
  })

  it('show more stories to whoever asks, and name who may change a digest', async () => {
    await interact(blockAction('more', 'Morning digest'))
    await slash('/digest', 'let <@U77|ana> "Morning digest"')
    expect(taken.map(({ request }) => request.command)).toEqual([
      { kind: 'preview-digest', digest: 'Morning digest', rest: true },
      { kind: 'name-manager', digest: 'Morning digest', person: 'U77', may: true },
    ])
  })

  it('take addresses as they were typed, though Slack marks them', async () => {
    await slash('/digest', 'filter outlets: <http://river.example|river.example>; words: dam')
    expect(taken[0]?.request.command).toMatchObject({ filter: 'outlets: river.example; words: dam' })
  })

  it('pause a digest from the App Home, which then shows it, or says why not', async () => {
    reply = {
      done: true,
      document: [],
      data: [
        { name: 'Desk', pause: null },
        { name: 'Late', pause: { until: null } },
      ] as never,
    }
    await interact({ ...blockAction('pause', 'Desk'), channel: undefined })
    expect(answered[0]?.command).toEqual({ kind: 'pause-digest', digest: 'Desk', until: null })
    await until(() => slack.calls.some(({ method }) => method === 'views.publish'))
    const labels = JSON.stringify(viewOf('views.publish').blocks)
    expect(labels).toContain('Pause “Desk”')
    expect(labels).toContain('Resume “Late”')
    reply = refusal('Only who manages this can.')
    await interact({ ...blockAction('resume', 'Late'), channel: undefined, trigger_id: 'trigger-8' })
    expect(JSON.stringify(viewOf('views.open'))).toContain('Only who manages this can.')
  })

  it('summarize the links of a message', async () => {
    const links = [1, 2, 3, 4].map((at) => `<https://tarn.example/${at}|here>`).join(' ')
    await interact({
      type: 'message_action',
      callback_id: 'summarize-links',
      trigger_id: 'trigger-4',
      team: { id: 'T1', domain: 't1' },
      user: { id: 'U1' },
      channel: { id: 'C1' },
      response_url: 'https://hooks.slack.com/2',
      message: { type: 'message', text: links },
      message_ts: '1.1',
    })
    // There is one answer, and nothing that would stay above it.
    expect(slack.calls).toEqual([])
    const text = [1, 2, 3, 4].map((at) => `https://tarn.example/${at}`).join(' ')
    expect(taken.map(({ request }) => request.command)).toMatchObject([{ material: { text } }])
  })

  it('are acknowledged once an event is stored, and no sooner', async () => {
    const { promise, resolve: open } = Promise.withResolvers<void>()
    gate = promise
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: '<@UBOT> hello', ts: '1.1' }
    const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev8', event })
    let status = 0
    const replied = send(body, signed(body), 'application/json').then((response) => (status = response.status))
    await new Promise((done) => setTimeout(done, 200))
    expect([taken.length, status]).toEqual([0, 0])
    open()
    expect(await replied).toBe(200)
    expect(taken).toHaveLength(1)
  })

  it('answer a mention once, however often Slack tells of it', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T1',
      event_id: 'Ev1',
      event: { type: 'app_mention', user: 'U1', channel: 'C1', text: '<@UBOT> <https://tarn.example/1>', ts: '1.1' },
    })
    await send(body, signed(body), 'application/json')
    await send(body, signed(body, { at: now + 1 }), 'application/json')
    expect(taken).toHaveLength(1)
    expect(taken[0]?.request.replyTo.place).toMatchObject({ everybody: 'true', thread: '1.1' })
  })

  it.each<[string, object]>([
    ['what did Ana Ruiz say about the bridge?', { kind: 'show-claims', speaker: 'Ana Ruiz', about: 'the bridge' }],
    ['Quotes by Ruiz', { kind: 'show-claims', speaker: 'Ruiz' }],
    ['What has Ruiz said this week?', { kind: 'show-claims', speaker: 'Ruiz' }],
    ['Claims by Ana Ruiz about the bridge', { kind: 'show-claims', speaker: 'Ana Ruiz', about: 'the bridge' }],
    ['claims Marks &amp; Spencer', { kind: 'show-claims', speaker: 'Marks & Spencer' }],
    ['Claims here: <https://tarn.example/1>', { kind: 'summarize' }],
    [`Claims that the bridge is unsafe ${'were made again. '.repeat(20)}`, { kind: 'summarize' }],
    ['digest grant <@U99>', { kind: 'name-manager', person: 'U99' }],
    ['digest pause until friday', { kind: 'pause-digest', until: 'fri' }],
    ['/feeds list', { kind: 'list-feeds' }],
    ['<https://tarn.example/1|tarn.example/1> please', { kind: 'summarize' }],
    ['hello', { kind: 'help', topic: null }],
  ])('answer what somebody writes to the app: %s', async (text, command) => {
    const event = { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', text, ts: '1.1' }
    const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: `Ev ${text}`, event })
    await send(body, signed(body), 'application/json')
    expect(taken.map(({ request }) => request)).toMatchObject([
      { command, asker: { person: 'U1' }, replyTo: { place: { channel: 'D1', everybody: 'true' } } },
    ])
  })

  it.each([
    ['digest pauze', 'Did you mean /digest pause?'],
    ['digest schedule', 'type it as a command: /digest schedule'],
  ])('say what is not clear in a message to the app, once: %s', async (text, reason) => {
    const event = { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', text, ts: '1.1' }
    const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: `Ev ${text}`, event })
    await send(body, signed(body), 'application/json')
    await send(body, signed(body, { at: now + 1 }), 'application/json')
    await until(() => slack.posted.length > 0)
    expect(slack.posted).toHaveLength(1)
    expect(JSON.stringify(slack.posted[0])).toContain(reason)
    expect(taken).toEqual([])
  })

  it.each([{ channel_type: 'channel' }, { bot_id: 'B1' }, { subtype: 'message_changed' }])(
    'take no message for a request that is none: %j',
    async (change) => {
      const event = {
        type: 'message',
        channel_type: 'im',
        user: 'U1',
        channel: 'D1',
        text: 'hello',
        ts: '1',
        ...change,
      }
      const body = JSON.stringify({ type: 'event_callback', team_id: 'T1', event_id: 'Ev9', event })
      await send(body, signed(body), 'application/json')
      expect(taken).toEqual([])
    },
  )

  it('fill the App Home with digests, feeds and usage', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T1',
      event_id: 'Ev2',
      event: { type: 'app_home_opened', tab: 'home', user: 'U1', channel: 'D1' },
    })
    await send(body, signed(body), 'application/json')
    await until(() => slack.calls.some(({ method }) => method === 'views.publish'))
    expect(answered.map(({ command }) => command.kind)).toEqual(['list-digests', 'list-feeds', 'show-usage'])
    expect(viewOf('views.publish')).toMatchObject({ type: 'home' })
  })

  it('erase everything of a workspace that removes the app', async () => {
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T1',
      event_id: 'Ev3',
      event: { type: 'app_uninstalled' },
    })
    await send(body, signed(body), 'application/json')
    await until(() => erased.length > 0)
    expect(erased).toEqual(['slack:T1'])
  })
})

describe('an installation', () => {
  const saved: object[] = []
  const services = () =>
    oauthRoutes({
      clientId: 'client',
      clientSecret: 'client-secret',
      publicUrl: 'https://news.example',
      secret: 'x'.repeat(32),
      apiUrl: slack.url,
      authorizeUrl: 'https://slack.com/oauth/v2/authorize',
      log: silent,
      installations: {
        token: async () => undefined,
        save: async (workspace, grant) => void saved.push({ workspace, grant }),
        erase: async () => undefined,
      },
    })

  it('begins and ends in one browser', async () => {
    const [install, finish] = services()
    const begun = await install?.answer(new Request('https://news.example/slack/install'))
    const state = new URL(begun?.headers.get('location') ?? '').searchParams.get('state') ?? ''
    const cookie = begun?.headers.get('set-cookie')?.split(';')[0] ?? ''
    const url = (code: string) => `https://news.example/slack/oauth?state=${state}&code=${code}`
    expect((await finish?.answer(new Request(url('good'))))?.status).toBe(400)
    expect((await finish?.answer(new Request(url('bad'), { headers: { cookie } })))?.status).toBe(502)
    expect(saved).toEqual([])
    expect((await finish?.answer(new Request(url('good'), { headers: { cookie } })))?.status).toBe(200)
    expect(saved).toEqual([
      {
        workspace: { id: 'slack:TNEW', kind: 'slack', name: 'New team' },
        grant: { token: 'xoxb-TNEW', installer: 'UINST' },
      },
    ])
  })
})

describe('the manifest', () => {
  it('follows the address and the prefix', () => {
    const socket = slackManifest({ publicUrl: null, prefix: 'news-', menu })
    expect(socket.settings.socket_mode_enabled).toBe(true)
    expect(socket.features.slash_commands.map(({ command: name }) => name)).toEqual([
      '/news-summarize',
      '/news-digest',
      '/news-desk',
      '/news-feeds',
      '/news-claims',
    ])
    const http = slackManifest({ publicUrl: 'https://news.example', prefix: '', menu })
    expect(http.settings.event_subscriptions).toMatchObject({ request_url: 'https://news.example/slack/events' })
    expect(http.oauth_config).toMatchObject({ redirect_urls: ['https://news.example/slack/oauth'] })
  })
})

function commandBody(name: string, text: string, team = 'T1'): string {
  return new URLSearchParams({
    command: name,
    text,
    team_id: team,
    team_domain: 't1',
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: 'trigger-1',
    response_url: 'https://hooks.slack.com/1',
  }).toString()
}

async function slash(name: string, text: string) {
  const body = commandBody(name, text)
  const response = await send(body, signed(body))
  return { status: response.status, json: parse(await response.text()) }
}

async function interact(payload: object) {
  const body = new URLSearchParams({ payload: JSON.stringify(payload) }).toString()
  const response = await send(body, signed(body))
  return { status: response.status, json: parse(await response.text()) }
}

function blockAction(id: string, value: string) {
  return {
    type: 'block_actions',
    team: { id: 'T1', domain: 't1' },
    user: { id: 'U1' },
    channel: { id: 'C1' },
    trigger_id: 'trigger-2',
    response_url: 'https://hooks.slack.com/3',
    actions: [{ type: 'button', action_id: id, block_id: 'b', value }],
  }
}

function viewSubmission(form: string, state: object, metadata: object) {
  return {
    type: 'view_submission',
    team: { id: 'T1', domain: 't1' },
    user: { id: 'U1' },
    trigger_id: 'trigger-9',
    view: {
      id: 'V1',
      hash: 'h',
      callback_id: form,
      private_metadata: JSON.stringify(metadata),
      state: { values: state },
    },
  }
}

function signed(body: string, { key = secret, at = now } = {}): Readonly<Record<string, string>> {
  return slackSignature(body, key, at)
}

async function send(body: string, headers: Record<string, string>, type = 'application/x-www-form-urlencoded') {
  if (!gateway.http) throw new Error('there is no HTTP receiver')
  const request = new Request('http://news.example/slack/events', {
    method: 'POST',
    body,
    headers: { ...headers, 'content-type': type },
  })
  return await eventsRoute(gateway.http).answer(request)
}

function viewOf(method: string): { type: string; callback_id?: string; blocks: { element?: { type: string } }[] } {
  const view = slack.calls.find((call) => call.method === method)?.args['view']
  return (typeof view === 'string' ? JSON.parse(view) : view) as ReturnType<typeof viewOf>
}

function parse(text: string): unknown {
  return text === '' ? '' : JSON.parse(text)
}

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !holds(); turn++) await new Promise((done) => setTimeout(done, 20))
}
