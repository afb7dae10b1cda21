import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { type Site, startSite } from '../fakes/site.ts'
import { type FakeSlack, startSlack } from '../fakes/slack.ts'
import { slackSignature } from '../fakes/slack-signature.ts'

const secret = 'a-signing-secret'
let slack: FakeSlack
let slow: Site
let newsroom: OpenedNewsroom

beforeAll(async () => {
  slack = await startSlack()
  slow = await startSite((_, response) => void setTimeout(() => response.writeHead(404).end(), 2_500))
  newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: slow.host,
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: 'xoxb-T1',
    SLACK_SIGNING_SECRET: secret,
    ONRECORD_PUBLIC_URL: 'https://news.example',
    ONRECORD_PUBLIC_PORT: '3999',
    ONRECORD_SECRET: 'a secret of thirty-two characters',
  })
})
afterAll(async () => {
  await newsroom.close()
  await Promise.all([slack.stop(), slow.stop()])
})

describe('a slash command, from Slack to its answer', () => {
  it('is acknowledged with its answer, which is said nowhere else', async () => {
    const answer = await slash('/feeds', 'list', 't1')
    expect(JSON.parse(answer)).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('No feeds yet') as string,
      blocks: expect.any(Array) as unknown,
    })
    await new Promise((done) => setTimeout(done, 300))
    expect(slack.responses).toEqual([])
  })

  it('is acknowledged empty after two seconds, and answered once where it was given', async () => {
    const begun = performance.now()
    expect(await slash('/summarize', slow.url('/page'), 't2')).toBe('')
    expect(performance.now() - begun).toBeLessThan(2_800)
    await expect.poll(() => slack.responses.length, { timeout: 5_000 }).toBe(1)
    expect(JSON.stringify(slack.responses)).toContain('no such page (404)')
    expect(slack.calls.map(({ method }) => method)).not.toContain('chat.postEphemeral')
  })
})

async function slash(command: string, text: string, trigger: string): Promise<string> {
  const body = new URLSearchParams({
    command,
    text,
    team_id: 'T1',
    team_domain: 't1',
    user_id: 'U1',
    channel_id: 'C1',
    trigger_id: trigger,
    response_url: new URL('/response/1', slack.url).href,
  }).toString()
  const [route] = newsroom.gateways.flatMap(({ routes }) => routes)
  const request = new Request('http://news.example/slack/events', {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...slackSignature(body, secret),
    },
  })
  return (await route?.answer(request))?.text() ?? ''
}
