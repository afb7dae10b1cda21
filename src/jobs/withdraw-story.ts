import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { CommandAnswer } from '../chat/command.ts'
import type { Block, StoryBlock } from '../chat/document.ts'
import { standsElsewhere } from '../chat/posts.ts'
import { counted } from '../digest/times.ts'
import { type StoryId, storyId } from '../domain/story.ts'
import type { StoredEdition } from '../store/filed-edition.ts'
import { type CommandContext, refused, said } from './command-context.ts'
import { amend, type Delivered } from './deliver.ts'
import type { Doors } from './doors.ts'

/** How often the messages of an edition are tried, and how long a try waits at most, in milliseconds. */
const tries = 4
const patienceMs = 5_000

/** Takes a story back: out of what was posted or is about to be, where it stands, and out of all that this workspace is told later. */
export async function withdrawStory(story: string, { asker, doors }: CommandContext): Promise<CommandAnswer> {
  const { store, clock } = doors
  const names = new Set<StoryId>([storyId(story), ...(await store.stories.merged(storyId(story)))])
  const { withdrawals } = store
  const told = async () => await withdrawals.telling([...names], asker.workspace.id)
  if ((await told()).length === 0) return refused('no digest here has told that story')
  let isNews = false
  for (const name of names) if (await withdrawals.withdraw(name, asker.workspace.id, clock.now())) isNews = true
  let edited = 0
  const problems: string[] = []
  for (const { id } of await told()) {
    const edition = await withdrawals.amend(id, (document) => document.map((block) => takenBack(block, names)))
    const outcome = edition ? await amendPosts(edition, doors) : { edited: 0, problems: [] }
    edited += outcome.edited
    problems.push(...outcome.problems)
  }
  doors.log.info('story-withdrawn', { story, edited, problems: problems.length })
  const changed = `${counted(edited, 'message')} changed where it stood`
  const done =
    isNews || edited > 0
      ? `The story is taken back: ${changed}, and it does not come again.`
      : 'That story was taken back before.'
  return said([done, ...[...new Set(problems)].map((reason) => `One could not be changed: ${reason}.`)], {
    story,
    edited,
  })
}

/** What stands in the place of a story that was taken back. */
function takenBack(block: Block, names: ReadonlySet<StoryId>): Block {
  if (block.kind !== 'story' || !names.has(storyId(block.id))) return block
  return {
    ...block,
    headline: 'Taken back',
    takenBack: true,
    followUp: null,
    followUpMarks: [],
    agreement: null,
    outlets: [],
    summary: ['Whoever set up this digest has taken back what stood here.'],
    differences: [],
    claims: [],
    moreClaims: 0,
    silences: [],
    unanswered: [],
    withheld: [],
    links: [],
    byline: '',
  } satisfies StoryBlock
}

interface Amended {
  readonly edited: number
  readonly problems: readonly string[]
}

/** Changes those messages of an edition that say something else now: where they stand, or before they go out. */
async function amendPosts({ id, target, document, state }: StoredEdition, doors: Doors): Promise<Amended> {
  const platform = doors.platforms.find(({ name }) => name === target?.channel.platform)
  if (!target || !platform) return { edited: 0, problems: [] }
  const { posts } = doors.store
  const messages = platform.draw(document, target.shape ?? 'whole')
  for (const { part, drawn } of await posts.list(id)) {
    const message = messages[part] ?? platform.draw(standsElsewhere, 'whole')[0]
    if (message && !isDeepStrictEqual(JSON.parse(JSON.stringify(message)), drawn)) await posts.redraw(id, part, message)
  }
  let outcomes: Delivered[] = []
  let edited = 0
  for (let turn = 1; turn <= tries; turn++) {
    outcomes = await amend({ edition: id, platform, target }, { ...doors, posts })
    edited += outcomes.filter(({ kind }) => kind === 'posted').length
    const waits = outcomes.flatMap((outcome) => (outcome.kind === 'waiting' ? outcome.afterMs : []))
    if (waits.length === 0 || turn === tries) break
    await sleep(Math.min(Math.max(...waits), patienceMs))
  }
  // One that is posted just now is filled by whoever posts it.
  const left = state === 'posting' ? [] : outcomes.flatMap(problemOf)
  const lost = state !== 'posting' && (await posts.list(id)).some((part) => part.state === 'sending')
  return { edited, problems: [...left, ...(lost ? ['it may or may not have gone out'] : [])] }
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
      return ['the platform does not take it just now; take the story back again in a while']
  }
}
