import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Reply } from '../../chat/commands/reply.ts'
import type { Document } from '../../chat/document.ts'
import { standsElsewhere } from '../../chat/posts.ts'
import { counted } from '../../digest/times.ts'
import type { RenderedMessage } from '../../domain/message.ts'
import { storyId } from '../../domain/story.ts'
import { amend, type Delivered } from '../../publishing/deliver.ts'
import { takenBack } from '../../publishing/withdrawn.ts'
import type { Services } from '../../services.ts'
import type { StoredEdition } from '../../store/publishing/filed-edition.ts'
import type { PostPart } from '../../store/publishing/posts.ts'
import type { CommandContext } from '../context.ts'
import { mayChange } from '../permissions.ts'
import { refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** The most attempts to change an edition's messages, and the longest wait between two, in milliseconds. */
const tries = 4
const patienceMs = 5_000

/** Withdraws a story from messages that are posted or about to be, and from anything this workspace sees later. */
export const withdrawStory: CommandSpec<'withdraw-story'> = {
  // A story may be withdrawn by anyone who may change every digest that posted it.
  permission: async ({ story }, scope, context) => {
    const { asker, services } = context
    const tellers = await services.store.subscriptions.tellersOf(storyId(story), asker.workspace.id)
    return tellers.length > 0 && tellers.every((each) => mayChange(each, scope, context))
  },
  handle: async ({ story }, context) => await takeBack(story, context),
}

async function takeBack(story: string, { asker, services }: CommandContext): Promise<Reply<'withdraw-story'>> {
  const { store, clock } = services
  const { withdrawals } = store
  const names = await withdrawals.namesOf(storyId(story))
  const editionsWith = async () => await withdrawals.telling([...names], asker.workspace.id)
  if ((await editionsWith()).length === 0) return refused('not-found', 'That story hasn’t been in any digest here.')
  let isNews = false
  for (const name of names) if (await withdrawals.withdraw(name, asker.workspace.id, clock.now())) isNews = true
  let edited = 0
  let isUnderWay = false
  const problems: string[] = []
  for (const { id } of await editionsWith()) {
    const change = (document: Document) => document.map((block) => takenBack(block, names))
    const edition = await withdrawals.amend(id, change, (rendered, parts) => differing(rendered, parts, services))
    const outcome = edition ? await amendPosts(edition, services) : { edited: 0, isUnderWay: false, problems: [] }
    edited += outcome.edited
    problems.push(...outcome.problems)
    isUnderWay ||= outcome.isUnderWay
  }
  services.log.info('story-withdrawn', { story, edited, problems: problems.length })
  const changed = `removed from ${counted(edited, 'post')}`
  const done =
    isNews || edited > 0
      ? `Story withdrawn: ${changed}. It won’t be posted again.`
      : 'That story had already been withdrawn.'
  const meanwhile = isUnderWay
    ? ['A digest is being posted right now; the story will be taken out of it before it’s finished.']
    : []
  return said(
    [done, ...meanwhile, ...[...new Set(problems)].map((reason) => `One post couldn’t be changed: ${reason}.`)],
    {
      story,
      edited,
    },
  )
}

interface Amended {
  readonly edited: number
  /** True if the edition is being posted right now, and the change will be made as part of that. */
  readonly isUnderWay: boolean
  readonly problems: readonly string[]
}

/** Edits the messages of an edition whose content has changed, whether posted or still to be sent. */
async function amendPosts({ id, target }: StoredEdition, services: Services): Promise<Amended> {
  const platform = services.platforms.find(({ name }) => name === target?.channel.platform)
  if (!target || !platform) return { edited: 0, isUnderWay: false, problems: [] }
  const { posts, editions } = services.store
  let outcomes: Delivered[] = []
  let edited = 0
  for (let turn = 1; turn <= tries; turn++) {
    outcomes = await amend({ edition: id, platform, target }, { ...services, posts })
    edited += outcomes.filter(({ kind }) => kind === 'posted').length
    const waits = outcomes.flatMap((outcome) => (outcome.kind === 'waiting' ? outcome.afterMs : []))
    if (waits.length === 0 || turn === tries) break
    await sleep(Math.min(Math.max(...waits), patienceMs))
  }
  // If the edition is being posted right now, the process posting it makes the change.
  const isUnderWay = (await editions.find(id))?.state === 'posting'
  const left = isUnderWay ? [] : outcomes.flatMap(problemOf)
  const lost = !isUnderWay && (await posts.list(id)).some((part) => part.state === 'sending')
  return { edited, isUnderWay, problems: [...left, ...(lost ? ['it may or may not have gone out'] : [])] }
}

/** The messages of an edition that have changed, in their new form, by part; a message no longer needed says so. */
function differing(
  { target, document }: StoredEdition,
  parts: readonly PostPart[],
  { platforms }: Services,
): ReadonlyMap<number, RenderedMessage> {
  const platform = platforms.find(({ name }) => name === target?.channel.platform)
  if (!target || !platform) return new Map()
  const messages = platform.render(document, target.shape ?? 'whole')
  const [elsewhere = {}] = platform.render(standsElsewhere, 'whole')
  return new Map(
    parts.flatMap(({ part, rendered }) => {
      const { apart, below, name } = rendered ?? {}
      const message = messages[part] ?? { ...elsewhere, ...(rendered ? { apart: apart === true, below, name } : {}) }
      const isSame = isDeepStrictEqual(JSON.parse(JSON.stringify(message)), rendered)
      return isSame ? [] : [[part, message] as const]
    }),
  )
}

function problemOf(outcome: Delivered): string[] {
  switch (outcome.kind) {
    case 'posted':
      return []
    case 'failed':
    case 'unknown':
      return [outcome.reason]
    case 'waiting':
    case 'elsewhere':
      return ['the platform isn’t accepting changes right now; withdraw the story again in a while']
  }
}
