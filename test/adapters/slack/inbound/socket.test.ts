import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSlackGateway, type Gateway } from '../../../../src/adapters/slack/inbound/gateway.ts'
import { createSlackPlatform } from '../../../../src/adapters/slack/platform.ts'
import type { ChatRequest, Installations } from '../../../../src/ports.ts'
import { fakeInbox } from '../../../fakes/inbox.ts'
import { type FakeSlack, startSlack } from '../../../fakes/slack.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe('Slack by Socket Mode', () => {
  const taken = new Map<string, ChatRequest>()
  let slack: FakeSlack
  let gateway: Gateway
  let broken = false
  let gate = Promise.resolve()
  const acknowledgementOf = (id: string) =>
    JSON.stringify(slack.acknowledged.find((each) => each['envelope_id'] === id) ?? null)

  beforeAll(async () => {
    slack = await startSlack()
    const seen = new Set<string>()
    const inbox = fakeInbox({
      firstSight: async (id) => seen.size < seen.add(id).size,
      take: async (id, request) => {
        if (broken) throw new Error('the database is away')
        await gate
        return !taken.has(id) && taken.set(id, request).has(id)
      },
    })
    const installations: Installations = {
      token: async (workspace) => (workspace === 'slack:T1' ? 'xoxb-T1' : undefined),
      save: async () => undefined,
      erase: async () => undefined,
    }
    const platform = createSlackPlatform({ apiUrl: slack.url, installations, log: silent, responseHost: '127.0.0.1' })
    gateway = createSlackGateway({
      inbox,
      installations,
      platform,
      log: silent,
      apiUrl: slack.url,
      appToken: 'xapp-1',
      signingSecret: null,
      prefix: '',
      fileHost: '127.0.0.1',
      zone: 'Europe/London',
      now: Date.now,
    })
    await gateway.start()
  })
  afterAll(async () => {
    await gateway.stop()
    await slack.stop()
  })

  it('needs no public address, and opens its connection where it is told', async () => {
    await expect.poll(() => slack.connected()).toBe(1)
    expect(gateway.http).toBeNull()
    expect(slack.calls.find(({ method }) => method === 'apps.connections.open')?.token).toBe('xapp-1')
  })

  it('keeps a command, acknowledges it without a note that could not be taken away, and once', async () => {
    slack.push(envelope('e1', 'trigger-1'))
    await expect.poll(() => slack.acknowledged).toHaveLength(1)
    expect(slack.acknowledged[0]).toMatchObject({ envelope_id: 'e1' })
    expect(JSON.stringify(slack.acknowledged[0])).not.toContain('text')
    slack.push(envelope('e2', 'trigger-1'))
    await expect.poll(() => slack.acknowledged).toHaveLength(2)
    expect([...taken]).toMatchObject([
      ['slack:trigger-1', { command: { kind: 'summarize' }, asker: { workspace: { id: 'slack:T1' }, person: 'U1' } }],
    ])
  })

  it('takes nothing from a workspace that it is not installed in', async () => {
    slack.push(envelope('e3', 'trigger-3', 'T9'))
    await new Promise((done) => setTimeout(done, 200))
    expect(taken.has('slack:trigger-3')).toBe(false)
  })

  it('acknowledges a command whose form Slack refuses, and says why', async () => {
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' })
    const form = envelope('e5', 'trigger-5')
    slack.push({ ...form, payload: { ...form.payload, command: '/digest', text: 'schedule' } })
    await expect.poll(() => acknowledgementOf('e5')).toContain('The form could not be opened')
  })

  it('acknowledges a command that failed, and says so', async () => {
    broken = true
    slack.push(envelope('e6', 'trigger-6'))
    await expect.poll(() => acknowledgementOf('e6')).toContain('That didn’t work')
    broken = false
  })

  it('acknowledges an event once it is stored, and no sooner', async () => {
    const { promise, resolve: open } = Promise.withResolvers<void>()
    gate = promise
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', text: '<@UBOT> hello', ts: '1.1' }
    const payload = { type: 'event_callback', team_id: 'T1', event_id: 'Ev1', event }
    slack.push({ envelope_id: 'e7', type: 'events_api', accepts_response_payload: false, payload })
    await new Promise((done) => setTimeout(done, 200))
    expect([taken.has('slack:Ev1'), acknowledgementOf('e7')]).toEqual([false, 'null'])
    open()
    await expect.poll(() => acknowledgementOf('e7')).toContain('e7')
    expect(taken.has('slack:Ev1')).toBe(true)
  })

  it('connects again when the connection is lost', async () => {
    slack.cutSockets()
    await expect.poll(() => slack.connected(), { timeout: 20_000 }).toBe(2)
    slack.push(envelope('e4', 'trigger-4'))
    await expect.poll(() => taken.has('slack:trigger-4'), { timeout: 5_000 }).toBe(true)
  })
})

function envelope(id: string, trigger: string, team = 'T1') {
  return {
    envelope_id: id,
    type: 'slash_commands',
    accepts_response_payload: true,
    payload: {
      command: '/summarize',
      text: 'https://tarn.example/bridge',
      team_id: team,
      team_domain: 't',
      user_id: 'U1',
      channel_id: 'C1',
      trigger_id: trigger,
      response_url: 'https://hooks.slack.com/1',
    },
  }
}
