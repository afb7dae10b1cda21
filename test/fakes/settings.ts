import { feedId } from '../../src/domain/feed.ts'
import type { WorkspaceId } from '../../src/domain/subscription.ts'
import type { Store } from '../../src/store/store.ts'
import { randomFrom } from './random.ts'
import { plainDigest } from './subscription.ts'

/** The result of several people changing settings at once. */
export interface ChangedAtOnce {
  readonly changes: number
  /** Changes that were made but are missing afterwards. */
  readonly lost: readonly string[]
}

/** In each round, five people change different settings of one digest at once, in an order that the seed decides. */
export async function changedAtOnce(
  store: Store,
  { workspace, rounds, seed }: { readonly workspace: WorkspaceId; readonly rounds: number; readonly seed: number },
): Promise<ChangedAtOnce> {
  const random = randomFrom(seed)
  const name = `Changed ${seed}`
  await store.subscriptions.add({ ...plainDigest, name, workspace }, null)
  const [digest] = (await store.subscriptions.list(workspace)).filter((each) => each.name === name)
  if (!digest) throw new Error('the digest was not added')
  const lost: string[] = []
  let changes = 0
  const managers: string[] = []
  for (let round = 0; round < rounds; round++) {
    const manager = `U${round % 15}`
    if (!managers.includes(manager)) managers.push(manager)
    const wanted = {
      stories: 1 + (round % 9),
      minimum: round % 3,
      word: `word ${round}`,
      feed: feedId(`feed-${round}`),
    }
    const all = [
      () => store.subscriptions.change(digest.id, () => ({ stories: wanted.stories })),
      () => store.subscriptions.change(digest.id, () => ({ pause: { until: null }, nextRunAt: null })),
      () => store.subscriptions.change(digest.id, ({ filter }) => ({ filter: { ...filter, words: [wanted.word] } })),
      () =>
        store.subscriptions.change(digest.id, (current) => ({
          managers: [...current.managers.filter((each) => each !== manager), manager],
        })),
      () => store.subscriptions.change(digest.id, () => ({ feeds: [wanted.feed], minimum: wanted.minimum })),
    ]
    const done = await Promise.all(shuffled(all, random).map(async (change) => await change()))
    changes += done.filter((each) => each !== undefined).length
    const kept = await store.subscriptions.find(digest.id)
    if (kept?.stories !== wanted.stories) lost.push(`stories of round ${round}`)
    if (kept?.pause?.until !== null) lost.push(`pause of round ${round}`)
    if (kept?.filter.words[0] !== wanted.word) lost.push(`filter of round ${round}`)
    if (kept?.feeds[0] !== wanted.feed || kept.minimum !== wanted.minimum) lost.push(`feeds of round ${round}`)
    if (!managers.every((each) => kept?.managers.includes(each))) lost.push(`managers of round ${round}`)
  }
  await store.subscriptions.remove(digest.id)
  return { changes, lost }
}

function shuffled<Each>(list: readonly Each[], random: () => number): Each[] {
  return list
    .map((each) => ({ each, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ each }) => each)
}
