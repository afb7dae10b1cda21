import type { EditionId } from '../../domain/digest.ts'
import type { StoryId } from '../../domain/story.ts'
import type { CommandContext } from '../context.ts'

type Who = Pick<CommandContext, 'asker' | 'services'>

/** The version of a draft, or of one of its stories, that the asker was last shown; undefined if none. */
export async function lastSeen(
  edition: EditionId,
  story: StoryId | null,
  { asker, services }: Who,
): Promise<number | undefined> {
  const entries = await services.store.proofs.record(edition)
  const versions = entries.flatMap(({ person, deed }) =>
    deed.kind === 'shown' && deed.story === story && person === asker.person ? deed.version : [],
  )
  return versions.at(-1)
}

/** Puts on record that the asker was shown a draft, or one of its stories, in this version. */
export async function recordShown(
  edition: EditionId,
  { story, version }: { readonly story: StoryId | null; readonly version: number },
  who: Who,
): Promise<void> {
  if ((await lastSeen(edition, story, who)) === version) return
  const { asker, services } = who
  const deed = { kind: 'shown' as const, story, version }
  await services.store.proofs.note(edition, { at: services.clock.now(), person: asker.person, deed })
}
