import type { CommandSyntax } from '../../chat/commands/menu.ts'
import type { Refusal } from '../../chat/commands/reply.ts'
import { asks, takeName, unclear } from '../../chat/commands/typed-words.ts'
import type { StoryBlock } from '../../chat/document.ts'
import { type StoryId, storyId } from '../../domain/story.ts'
import { isForSharing } from '../../domain/subscription.ts'
import type { Scope } from '../../ports.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { type CommandContext, homeOf } from '../context.ts'
import { findDigest } from '../find-digest.ts'
import { freeName } from '../meant-digest.ts'
import { digestIn, digestName } from '../options.ts'
import { mayChange } from '../permissions.ts'
import { formPatienceMs, isRefusal, refused, takenBackRefusal } from '../replies.ts'
import { obstacleIn } from '../schedule/schedule-digest.ts'
import type { CommandSpec } from '../spec.ts'
import { findFeedStory } from '../stories/find-story.ts'
import { visibleDigests, visibleTo } from '../visible-digests.ts'
import { outcomeOf } from './digest-now.ts'

/** “2 #desk”, “2 to #desk”: platforms write a channel as “<#C123|desk>”; its id alone is understood as well. */
const shareWords =
  /^(\d{1,3}|\S{8,})\s+(?:(?:in|to|with)\s+)?(?:<#([A-Z0-9]+)(?:\|[^>]*)?>|([CG][A-Z0-9]{4,}|\d{15,}))$/i

const shareWay: CommandSyntax = {
  under: 'digest',
  names: ['share'],
  usage: 'share 2 #desk',
  commandLineUsage: 'share 2 <channel id>',
  says: 'Post one story of the last edition in another channel',
  options: [
    { kind: 'number', name: 'story', says: 'Its number in the last edition', least: 1, most: 50, required: true },
    { kind: 'channel', name: 'channel', says: 'Where to post it', required: true },
    digestName,
  ],
  read: (words, { mark }) => {
    const { name, rest } = takeName(words)
    const [, story, marked, id] = shareWords.exec(rest) ?? []
    const channel = marked ?? id
    if (story === undefined || channel === undefined)
      return unclear(`Say which story, and where to: ${mark}digest share 2 #desk`)
    return asks({ kind: 'share-story', digest: name, story, channel })
  },
  fill: (options) =>
    asks({
      kind: 'share-story',
      digest: digestIn(options),
      story: String(options.get('story') ?? ''),
      channel: String(options.get('channel') ?? ''),
    }),
}

/** The name of the digest that holds what people share into a channel without one. */
const sharedDigest = 'Shared stories'
/** The most attempts to add that digest; another may take its name in between. */
const mostTries = 5

/** Posts one story in another channel, as an edition of its digest, so that corrections reach it there too. */
export const shareStory: CommandSpec<'share-story'> = {
  permission: async ({ channel }, scope, context) => await mayPostIn(channel, scope, context),
  ways: [shareWay],
  handle: async ({ digest, story: given, channel }, context) => {
    const { services, asker, at } = context
    const story = await storyMeant(given, digest, context)
    if (typeof story !== 'string') return story
    const found = await findFeedStory(story, asker.workspace.id, services)
    if (found.kind === 'withdrawn') return takenBackRefusal()
    if (found.kind === 'nothing') return refused('not-found', 'That story isn’t on record here.')
    const target = await digestOf(channel, context)
    if (isRefusal(target)) return target
    if ((await services.store.postedStories.lastOf(target.id)).has(story))
      return refused('unclear', 'That story has been posted in that channel already.', { field: 'channel' })
    const edition = await services.store.editions.insert(
      { subscription: target.id, shared: story },
      at ?? services.clock.now(),
      async (opened, within) => await services.queue.send({ kind: 'post-edition', edition: opened }, { within }),
    )
    return await outcomeOf(edition, { ...target, name: found.brief.headline, patienceMs: formPatienceMs }, services)
  },
}

/** True if the asker manages the channel that they ask from, or may change a digest that goes to this one. */
async function mayPostIn(channel: string, scope: Scope, context: CommandContext): Promise<boolean> {
  if (scope === 'channel' && channel === context.asker.channel?.id) return true
  const there = (await visibleDigests(context)).filter((digest) => digest.channel.id === channel)
  return there.some((digest) => mayChange(digest, scope, context))
}

/** The story that an asker means: by its number in the last edition of a digest, or by its id if one posted it. */
async function storyMeant(given: string, digest: string | null, context: CommandContext): Promise<StoryId | Refusal> {
  const { asker, services } = context
  if (!/^\d{1,3}$/.test(given)) {
    const tellers = await services.store.subscriptions.tellersOf(storyId(given), asker.workspace.id)
    if ((await visibleTo(tellers, context)).length > 0) return storyId(given)
    return refused('not-found', 'That story hasn’t been in any digest here.')
  }
  const found = await findDigest(digest, context)
  if (isRefusal(found)) return found
  const last = await services.store.editions.lastPosted(found.id)
  const stories = last?.document.filter((block): block is StoryBlock => block.kind === 'story') ?? []
  const meant = stories.find(({ number }) => number === Number(given))
  return meant ? storyId(meant.id) : refused('not-found', `The last edition of “${found.name}” has no story ${given}.`)
}

/** The digest under which stories are shared into a channel: one that goes there anyway, or one made for it. */
async function digestOf(id: string, context: CommandContext): Promise<StoredSubscription | Refusal> {
  const { asker, services } = context
  const { store, defaults } = services
  const { id: workspace, kind } = homeOf(asker)
  if (kind !== 'slack' && kind !== 'discord')
    return refused('unclear', 'Stories can be shared on Slack and Discord. Name the workspace with --workspace.')
  for (let attempt = 0; attempt < mostTries; attempt++) {
    const all = await store.subscriptions.list(workspace)
    const there = all.filter(({ channel }) => channel.id === id)
    const found = there.find((each) => !isForSharing(each) && !each.schedule.atOnce) ?? there.find(isForSharing)
    if (found) return found
    const channel = { platform: kind, id }
    const obstacle = await obstacleIn(channel, context)
    if (obstacle) return obstacle
    const schedule = { ...defaults.schedule, times: [] }
    const digest = { ...defaults, name: freeName(sharedDigest, all), channel, schedule, workspace, owner: asker.person }
    await store.subscriptions.add({ ...digest, minimum: 1 }, null)
  }
  return refused('busy', 'Too many digests are being set up here right now. Try again in a moment.')
}
