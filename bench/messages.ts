import { createRest } from '../src/adapters/discord/gateway.ts'
import { createDiscordPlatform } from '../src/adapters/discord/platform.ts'
import { drawDiscord } from '../src/adapters/discord/render.ts'
import { size as embedSize } from '../src/adapters/discord/story-embeds.ts'
import { size } from '../src/adapters/slack/elements.ts'
import { createSlackPlatform } from '../src/adapters/slack/platform.ts'
import { drawSlack } from '../src/adapters/slack/render.ts'
import { workspaceId } from '../src/domain/subscription.ts'
import type { Platform } from '../src/ports.ts'
import { startDiscord } from '../test/fakes/discord.ts'
import { digestDocument } from '../test/fakes/documents.ts'
import { startSlack } from '../test/fakes/slack.ts'

/** How large digests are, and how fast messages go out where a platform holds us to its limits. */

const claims = 6
console.log('| stories | Slack: messages, blocks, characters | Discord: messages, embeds, characters |')
console.log('| --- | --- | --- |')
for (const stories of [1, 6, 20]) {
  const slack = drawSlack(digestDocument(stories, claims), 'whole')
  const discord = drawDiscord(digestDocument(stories, claims), 'whole')
  const blocks = slack.reduce((sum, message) => sum + message.blocks.length, 0)
  const embeds = discord.reduce((sum, message) => sum + message.embeds.length, 0)
  const characters = discord.reduce((sum, message) => sum + message.content.length + embedSize(message.embeds), 0)
  console.log(
    `| ${stories} of ${claims} claims | ${slack.length}, ${blocks}, ${slack.reduce((sum, message) => sum + size(message.blocks), 0)} | ${discord.length}, ${embeds}, ${characters} |`,
  )
}

const channels = 4
const each = 40
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const slack = await startSlack()
const lastAt = new Map<string, number>()
let slackRefused = 0
slack.decide = (method, { channel }) => {
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
await slack.stop()

const discord = await startDiscord()
discord.limited = true
const toDiscord = createDiscordPlatform({ rest: createRest('token', discord.url), applicationId: '2', log: silent })
console.log(
  `Discord, five messages in five seconds and channel: ${await drain(toDiscord, '100')}, ${discord.refused()} × 429`,
)
await discord.stop()

/** So many messages to each of a few channels at once, each put off for as long as the platform says. */
async function drain(platform: Platform, prefix: string): Promise<string> {
  const [message] = platform.draw(digestDocument(1), 'whole')
  const start = performance.now()
  await Promise.all(
    Array.from({ length: channels }, async (_, channel) => {
      for (let part = 0; part < each; ) {
        const target = {
          workspace: workspaceId('slack:T1'),
          channel: `${prefix}${channel}`,
          parent: null,
          key: `${channel}.${part}`,
          silent: false,
          since: null,
        }
        const sent = await platform.send(message ?? {}, target)
        if (sent.kind === 'sent') part += 1
        else if (sent.kind === 'later') await new Promise((done) => setTimeout(done, sent.retryAfterMs))
        else throw new Error(sent.reason)
      }
    }),
  )
  const minutes = (performance.now() - start) / 60_000
  return `${Math.round(each / minutes)} a minute in each of ${channels} channels, ${Math.round((channels * each) / minutes)} in all`
}
