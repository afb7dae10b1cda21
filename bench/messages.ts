import { createRest } from '../src/adapters/discord/inbound/gateway.ts'
import { everyComponent } from '../src/adapters/discord/outbound/components.ts'
import { renderDiscord } from '../src/adapters/discord/outbound/render.ts'
import { createDiscordPlatform } from '../src/adapters/discord/platform.ts'
import { size } from '../src/adapters/slack/outbound/elements.ts'
import { renderSlack } from '../src/adapters/slack/outbound/render.ts'
import { createSlackPlatform } from '../src/adapters/slack/platform.ts'
import type { Sent } from '../src/domain/message.ts'
import { workspaceId } from '../src/domain/subscription.ts'
import type { Platform } from '../src/ports.ts'
import { startDiscord } from '../test/fakes/discord.ts'
import { digestDocument } from '../test/fakes/documents.ts'
import { startSlack } from '../test/fakes/slack.ts'

/** How large digests are, and how fast messages go out where a platform holds us to its limits. */

const claims = 6
console.log('| stories | Slack: messages, blocks, characters | Discord: messages, components, characters |')
console.log('| --- | --- | --- |')
for (const stories of [1, 6, 20]) {
  const slack = renderSlack(digestDocument(stories, claims), 'whole')
  const discord = renderDiscord(digestDocument(stories, claims), 'whole')
  const blocks = slack.reduce((sum, message) => sum + message.blocks.length, 0)
  const components = discord.flatMap((message) => everyComponent(message.components))
  const characters = components.reduce((sum, { content = '' }) => sum + content.length, 0)
  console.log(
    `| ${stories} of ${claims} claims | ${slack.length}, ${blocks}, ${slack.reduce((sum, message) => sum + size(message.blocks), 0)} | ${discord.length}, ${components.length}, ${characters} |`,
  )
}

const channels = 4
const each = 40
/** Digests of one workspace that come due together. */
const crowd = 100
const nowhere = { workspace: workspaceId('slack:T1'), parent: null, silent: false, since: null }
const never = { kind: 'refused', reason: 'it has no openings' } as const
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const slack = await startSlack()
const lastAt = new Map<string, number>()
const edits: number[] = []
let slackRefused = 0
slack.decide = (method, { channel }) => {
  if (method === 'chat.update') {
    const now = performance.now()
    if (edits.filter((at) => now - at < 60_000).length >= 50) {
      slackRefused += 1
      return { kind: 'rate-limited', seconds: 5 }
    }
    edits.push(now)
    return undefined
  }
  if (method !== 'chat.postMessage') return undefined
  const since = performance.now() - (lastAt.get(String(channel)) ?? Number.NEGATIVE_INFINITY)
  if (since < 1_000) {
    slackRefused += 1
    return { kind: 'rate-limited', seconds: 1 }
  }
  lastAt.set(String(channel), performance.now())
  return undefined
}
const installations = { token: async () => 'xoxb-T1', save: async () => undefined, erase: async () => undefined }
const toSlack = createSlackPlatform({ apiUrl: slack.url, installations, log: silent, responseHost: '127.0.0.1' })
console.log(`\nSlack, a message a second and channel: ${await drain(toSlack, 'C')}, ${slackRefused} × 429`)
slackRefused = 0
console.log(`Slack, fifty edits a minute and workspace: ${await openAndFill(toSlack)}, ${slackRefused} × 429`)
await slack.stop()

const discord = await startDiscord()
discord.limited = true
const toDiscord = createDiscordPlatform({ rest: createRest('token', discord.url), applicationId: '2', log: silent })
console.log(
  `Discord, five messages in five seconds and channel: ${await drain(toDiscord, '100')}, ${discord.refused()} × 429`,
)
await discord.stop()

/** A digest to each of a hundred channels of one workspace in the same minute: opened, and filled. */
async function openAndFill(platform: Platform): Promise<string> {
  const [message = {}] = platform.render(digestDocument(6), 'whole')
  const start = performance.now()
  let opened = 0
  await Promise.all(
    Array.from({ length: crowd }, async (_, channel) => {
      const target = { ...nowhere, channel: `D${channel}`, key: `${channel}.0` }
      const name = await patiently(() => platform.send(message.opening ?? message, target))
      opened = performance.now() - start
      await patiently(async () => (await platform.fill?.(message, { ...target, message: name })) ?? never)
    }),
  )
  const filled = performance.now() - start
  return `${crowd} digests opened within ${(opened / 1_000).toFixed(1)} s, filled within ${(filled / 1_000).toFixed(0)} s`
}

/** Asks again for as long as it is told to wait. */
async function patiently(ask: () => Promise<Sent>): Promise<string> {
  for (;;) {
    const sent = await ask()
    if (sent.kind === 'sent') return sent.message
    if (sent.kind !== 'later') throw new Error(sent.reason)
    await new Promise((done) => setTimeout(done, sent.retryAfterMs))
  }
}

/** So many messages to each of a few channels at once, each put off for as long as the platform says. */
async function drain(platform: Platform, prefix: string): Promise<string> {
  const [message] = platform.render(digestDocument(1), 'whole')
  const start = performance.now()
  await Promise.all(
    Array.from({ length: channels }, async (_, channel) => {
      for (let part = 0; part < each; part++) {
        const target = { ...nowhere, channel: `${prefix}${channel}`, key: `${channel}.${part}` }
        await patiently(() => platform.send(message ?? {}, target))
      }
    }),
  )
  const minutes = (performance.now() - start) / 60_000
  return `${Math.round(each / minutes)} a minute in each of ${channels} channels, ${Math.round((channels * each) / minutes)} in all`
}
