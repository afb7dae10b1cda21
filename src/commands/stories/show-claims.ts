import { asks, unquoted } from '../../chat/commands/typed-words.ts'
import { type ClaimLine, emptyStory, type StoryBlock } from '../../chat/document.ts'
import { layoutBrief } from '../../digest/layout-brief.ts'
import { withOutletLabels } from '../../digest/outlet-labels.ts'
import type { Brief } from '../../domain/brief.ts'
import { speakerLabel, speakerName } from '../../domain/claim.ts'
import { briefForReaders } from '../../publishing/approved-brief.ts'
import { withdrawnAmong } from '../../publishing/withdrawn.ts'
import type { CommandContext } from '../context.ts'
import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** The most stories searched for a speaker, and the number of claims after which the search stops. */
const mostStories = 40
const mostClaims = 25
/** For an unknown name: how many of its first letters to match, and the most similar names to suggest. */
const nearLetters = 3
const mostNear = 5

/** Shows what a person was reported to have said, story by story. */
export const showClaims: CommandSpec<'show-claims'> = {
  permission: 'everyone',
  ways: [
    {
      under: 'claims',
      names: [],
      usage: '<name>',
      says: 'What someone was reported as saying',
      options: [{ kind: 'text', name: 'speaker', says: 'A name, or part of one', required: true, suggest: 'speakers' }],
      read: (rest) => asks({ kind: 'show-claims', speaker: unquoted(rest) }),
      fill: (options) => asks({ kind: 'show-claims', speaker: String(options.get('speaker') ?? '').trim() }),
      takes: (words) => words !== '',
    },
  ],
  handle: async ({ speaker }, context) => {
    const wanted = speaker.toLowerCase()
    const document: StoryBlock[] = []
    let count = 0
    for await (const brief of briefsNaming(speaker, context)) {
      const whole = wholeOf(brief, context)
      const shown = linesOf(wanted, brief, whole)
      if (shown.length === 0) continue
      count += shown.length
      document.push({ ...whole, ...emptyStory, claims: shown })
      if (count >= mostClaims) break
    }
    if (document.length === 0) {
      const near = await namesNear(wanted, context)
      const instead = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''
      return said(`No statements by “${speaker}” on record here.${instead}`, { speaker, stories: [] })
    }
    const stories = document.map(({ id, headline, claims }) => ({ id, headline, claims }))
    return { done: true, document, data: { speaker, stories } }
  },
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

/** A story with all of its claims. */
export function wholeOf(brief: Brief, { asker, services }: CommandContext): StoryBlock {
  const story = layoutBrief(brief, {
    number: null,
    claims: Number.POSITIVE_INFINITY,
    addresses: services.addressesFor(asker.workspace.id),
  })
  return withOutletLabels(story, services.outletLabels)
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
