import type { Command } from '../../chat/commands/command.ts'
import type { Refusal, Reply } from '../../chat/commands/reply.ts'
import { type ClaimLine, emptyStory, type StoryBlock } from '../../chat/document.ts'
import { periodOf } from '../../digest/days.ts'
import { nameTokens } from '../../digest/statements/name-tokens.ts'
import type { Brief } from '../../domain/brief.ts'
import { speakerLabel, speakerName } from '../../domain/claim.ts'
import { withdrawnAmong } from '../../publishing/withdrawn.ts'
import type { CommandContext } from '../context.ts'
import { refused, said, textLines } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { wholeStory } from '../whole-story.ts'
import { claimsWay, fieldNames } from './claims-words.ts'
import type { RecalledSpeaker, Recollection } from './recall-statements.ts'

/** The most stories searched for a speaker, and the number of claims after which the search stops. */
const mostStories = 40
const mostClaims = 25
/** For an unknown name: how many of its first letters to match, and the most similar names to suggest. */
const nearLetters = 3
const mostNear = 5

/** Shows what a person was reported to have said: what was posted by date, and other stories after that. */
export const showClaims: CommandSpec<'show-claims'> = {
  permission: 'everyone',
  worksOffline: true,
  ways: [claimsWay],
  handle: async (command, context) => await answer(command, context),
}

async function answer(command: Command<'show-claims'>, context: CommandContext): Promise<Reply<'show-claims'>> {
  const { speaker } = command
  const asked = readAsked(command)
  if ('done' in asked) return asked
  const { layoutRecalled, recall } = await import('./recall-statements.ts')
  const people = await recall(asked, context)
  const recalled = await Promise.all(people.map(async (person) => await layoutRecalled(person, context)))
  const isNarrow = fieldNames.some((field) => command[field] !== undefined)
  const others = isNarrow ? [] : await unposted(speaker, people, context)
  const statements = people.flatMap((person) => person.statements)
  const stories = others.map(({ id, headline, claims }) => ({ id, headline, claims }))
  if (recalled.length === 0 && others.length === 0)
    return said(await nothingOf(command, context), { speaker, statements, stories })
  const document = [...recalled, ...(recalled.length > 1 ? textLines([sameName]) : []), ...others]
  return { done: true, document, data: { speaker, statements, stories } }
}

/** What is asked, with days as instants; a refusal if there is no name or a day is none. */
function readAsked({ speaker, about, outlet, since, until }: Command<'show-claims'>): Recollection | Refusal {
  // A topic alone is a question about anybody.
  if (nameTokens(speaker).length === 0 && (about === undefined || speaker.trim() !== ''))
    return refused('unclear', 'Give a name, or part of one.')
  const [from, to] = [since, until].map((day) => (day === undefined ? undefined : periodOf(day)))
  const wrong = since !== undefined && !from ? since : until !== undefined && !to ? until : undefined
  if (wrong !== undefined) return refused('unclear', `“${wrong}” is no day. Write 2026-03-14, 2026-03 or 2026.`)
  return { speaker, about: about ?? null, outlet: outlet ?? null, from: from?.start ?? null, to: to?.end ?? null }
}

const sameName =
  'They are listed apart because they were named differently or with different roles. They may be the same.'

/** What is said if nothing is found: what was looked for, so that nobody takes it for a denial. */
async function nothingOf(
  { speaker, about, outlet, since, until }: Command<'show-claims'>,
  context: CommandContext,
): Promise<string> {
  const asked = [
    about ? ` about “${about}”` : '',
    outlet ? ` in ${outlet}` : '',
    since ? ` since ${since}` : '',
    until ? ` until ${until}` : '',
  ].join('')
  const by = speaker.trim() === '' ? '' : ` by “${speaker}”`
  const nothing = `No statements${by}${asked} on record here.`
  if (asked !== '') return `${nothing} That says nothing about whether there are any elsewhere.`
  const near = await namesNear(speaker.toLowerCase(), context)
  return near.length > 0 ? `${nothing} Did you mean ${near.join(', ')}?` : nothing
}

/** The stories with a speaker's statements that no digest of the workspace has posted. */
async function unposted(
  speaker: string,
  people: readonly RecalledSpeaker[],
  context: CommandContext,
): Promise<StoryBlock[]> {
  const wanted = speaker.toLowerCase()
  const posted = new Set(people.flatMap(({ statements }) => statements.map(({ words }) => words)))
  const blocks: StoryBlock[] = []
  let count = 0
  for await (const brief of briefsNaming(speaker, context)) {
    const whole = await wholeStory(brief, context.asker.workspace.id, context.services)
    const isKept = new Set(brief.claims.filter(({ line, words }) => posted.has(line ?? words)).map(({ id }) => id))
    const shown = linesOf(wanted, brief, whole).filter(({ id }) => !isKept.has(id))
    if (shown.length === 0) continue
    count += shown.length
    blocks.push({ ...whole, ...emptyStory, claims: shown })
    if (count >= mostClaims) break
  }
  return blocks
}

/** A story's claims by speakers whose name contains `wanted`. */
function linesOf(wanted: string, brief: Brief, whole: StoryBlock): ClaimLine[] {
  const theirs = brief.claims.filter((claim) =>
    [speakerLabel(claim.speaker), speakerName(claim.speaker)].some((name) => name.toLowerCase().includes(wanted)),
  )
  const ids = new Set(theirs.map(({ id }) => id))
  return whole.claims
    .flatMap((line) => [line, ...line.responses])
    .filter(({ id }) => ids.has(id))
    .map((line) => ({ ...line, responses: [] }))
}

/** The workspace's stories whose claims contain a name, newest first. */
async function* briefsNaming(name: string, { asker, services }: CommandContext): AsyncGenerator<Brief> {
  const { store } = services
  const workspace = asker.workspace.id
  const feeds = (await store.feeds.list(workspace)).map(({ id }) => id)
  const stories = await store.drafts.storiesNaming(name, feeds, mostStories)
  const withdrawn = await withdrawnAmong(
    stories.map((id) => ({ id })),
    workspace,
    services,
  )
  const { briefForReaders } = await import('../../publishing/proofs/approved-brief.ts')
  for (const story of stories) {
    if (withdrawn.has(story)) continue
    const brief = await briefForReaders(story, { feeds, workspace }, services)
    if (brief) yield brief
  }
}

/** Speakers with a name that begins with the same letters. */
async function namesNear(wanted: string, context: CommandContext): Promise<string[]> {
  const beginning = wanted.slice(0, nearLetters)
  if (beginning.length < nearLetters) return []
  const names = new Set<string>()
  for await (const brief of briefsNaming(beginning, context)) {
    for (const { speaker } of brief.claims) {
      const name = speakerName(speaker)
      if (
        name
          .toLowerCase()
          .split(/\s+/)
          .some((word) => word.startsWith(beginning))
      )
        names.add(name)
    }
    if (names.size >= mostNear) break
  }
  return [...names].slice(0, mostNear)
}
