import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { CommandAnswer } from '../chat/command.ts'
import type { Block, StoryBlock } from '../chat/document.ts'
import { counted } from '../digest/times.ts'
import type { Drawn, Sent } from '../domain/message.ts'
import { type StoryId, storyId } from '../domain/story.ts'
import type { Platform } from '../ports.ts'
import type { StoredEdition } from '../store/filed-edition.ts'
import { type CommandContext, refused, said } from './command-context.ts'
import type { Doors } from './doors.ts'

/** How often one message is tried, and how long a try waits at most, in milliseconds. */
const tries = 4
const patienceMs = 5_000

/** Takes a story back: out of what was posted, where it stands, and out of all that this workspace is told later. */
export async function withdrawStory(story: string, { asker, doors }: CommandContext): Promise<CommandAnswer> {
  const { store, clock } = doors
  const names = new Set<StoryId>([storyId(story), ...(await store.stories.merged(storyId(story)))])
  const editions = await store.editions.telling([...names], asker.workspace.id)
  if (editions.length === 0) return refused('no digest here has told that story')
  for (const name of names) await store.tellings.withdraw(name, asker.workspace.id, clock.now())
  let edited = 0
  const problems: string[] = []
  for (const edition of editions) {
    const document = edition.document.map((block) => takenBack(block, names))
    await store.editions.replaceDocument(edition.id, document)
    const outcome = await editPosts({ ...edition, document }, doors)
    edited += outcome.edited
    problems.push(...outcome.problems)
  }
  doors.log.info('story-withdrawn', { story, edited, problems: problems.length })
  const done = `The story is taken back: ${counted(edited, 'message')} changed where it stood, and it does not come again.`
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
    followUp: null,
    followUpMoments: [],
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

interface Edited {
  readonly edited: number
  readonly problems: readonly string[]
}

/** Changes those messages of an edition that say something else now: where they stand, or before they go out. */
async function editPosts({ id, target, document }: StoredEdition, doors: Doors): Promise<Edited> {
  const platform = doors.platforms.find(({ name }) => name === target?.channel.platform)
  if (!target || !platform?.edit) return { edited: 0, problems: [] }
  const parts = await doors.store.posts.list(id)
  const messages = platform.draw(document, target.shape ?? 'whole')
  const parent = parts[0]?.message ?? null
  const problems: string[] = []
  let edited = 0
  for (const part of parts) {
    const message = messages[part.part] ?? restOf(platform)
    if (!message || isDeepStrictEqual(JSON.parse(JSON.stringify(message)), part.drawn)) continue
    if (part.message === null) {
      await doors.store.posts.redraw(id, part.part, message)
      continue
    }
    const at = { ...target, channel: target.channel.id, key: `${id}.${part.part}`, since: part.markedAt }
    const hangsOn = part.part === 0 || message.apart ? null : parent
    const sent = await editPatiently({ ...at, parent: hangsOn, message: part.message }, message, platform)
    if (sent.kind === 'sent') {
      await doors.store.posts.redraw(id, part.part, message)
      edited += 1
    } else problems.push(sent.reason)
  }
  return { edited, problems }
}

/** What a message says whose stories stand in the others now. */
function restOf(platform: Platform): Drawn | undefined {
  return platform.draw([{ kind: 'note', text: 'What stood here stands above, or was taken back.' }], 'whole')[0]
}

async function editPatiently(
  at: Parameters<NonNullable<Platform['edit']>>[1],
  message: Drawn,
  platform: Platform,
): Promise<Sent> {
  for (let turn = 1; ; turn++) {
    const sent = (await platform.edit?.(message, at)) ?? {
      kind: 'refused' as const,
      reason: 'it cannot be changed there',
    }
    if (sent.kind === 'sent' || sent.kind === 'refused' || turn === tries) return sent
    await sleep(sent.kind === 'later' ? Math.min(sent.retryAfterMs, patienceMs) : 500 * turn)
  }
}
