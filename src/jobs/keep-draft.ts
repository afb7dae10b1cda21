import { verify } from '../brief/verify.ts'
import type { Byline } from '../domain/brief.ts'
import { shiftInstant } from '../domain/instant.ts'
import type { Story } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Writer } from '../ports.ts'
import type { Doors } from './doors.ts'
import { ableWriters, type Written, writeDraft } from './write-draft.ts'

/** How long a draft may be in the writing before somebody else takes it up, in milliseconds. */
const leaseMs = 70_000
/** How often those who wait look whether it is there. */
const lookMs = 400

type KeepDoors = Pick<Doors, 'store' | 'clock' | 'log'>

/** The draft of a story that was kept, or a new one, which is kept. Of all who want it at once, in any process, one asks a model. */
export async function keepDraft(
  story: Story,
  { workspace, writers: all }: { readonly workspace: WorkspaceId | null; readonly writers: readonly Writer[] },
  doors: KeepDoors,
): Promise<Written> {
  const writers = ableWriters(story, all)
  const asked = writers[0]?.byline.writer ?? 'rules'
  const kept = await findKept(story, { asked, writers }, doors)
  if (kept) return kept
  if (asked === 'rules') return await writeAnew(story, { workspace, writers }, doors)
  const given = (await takeLease(story, asked, doors)) ?? (await waitFor(story, { asked, writers }, doors))
  if (typeof given === 'object') return given
  try {
    return await writeAnew(story, { workspace, writers }, doors)
  } finally {
    if (given) await doors.store.drafts.release(story.id, story.articles, { asked, until: given })
  }
}

interface Wanted {
  readonly asked: Byline['writer']
  readonly writers: readonly Writer[]
}

async function findKept(story: Story, { asked, writers }: Wanted, { store }: KeepDoors): Promise<Written | undefined> {
  const kept = await store.drafts.find(story.id, story.articles, asked)
  if (!kept || !isCurrent(kept.byline, writers)) return undefined
  return { ...kept, asked, verified: verify(kept.draft, story, kept.byline) }
}

async function writeAnew(
  story: Story,
  { workspace, writers }: { readonly workspace: WorkspaceId | null; readonly writers: readonly Writer[] },
  doors: KeepDoors,
): Promise<Written> {
  const written = await writeDraft(story, workspace, { writers, log: doors.log })
  const { draft, byline, asked } = written
  await doors.store.drafts.save(story.id, story.articles, { draft, byline, asked, now: doors.clock.now() })
  return written
}

/** Until when this one has the draft to write; undefined while another has it. */
async function takeLease(
  story: Story,
  asked: Byline['writer'],
  { store, clock }: KeepDoors,
): Promise<string | undefined> {
  const now = clock.now()
  const until = shiftInstant(now, leaseMs)
  return (await store.drafts.lease(story.id, story.articles, { asked, now, until })) ? until : undefined
}

/** What another is writing, when it is there; the lease, where nothing has come of it; undefined after too long. */
async function waitFor(story: Story, wanted: Wanted, doors: KeepDoors): Promise<Written | string | undefined> {
  const end = Date.parse(doors.clock.now()) + leaseMs
  while (Date.parse(doors.clock.now()) < end) {
    await new Promise((done) => setTimeout(done, lookMs))
    const found = await findKept(story, wanted, doors)
    if (found) return found
    const lease = await takeLease(story, wanted.asked, doors)
    if (!lease) continue
    // It may have been put there, and the lease given back, between the two looks.
    const late = await findKept(story, wanted, doors)
    if (!late) return lease
    await doors.store.drafts.release(story.id, story.articles, { asked: wanted.asked, until: lease })
    return late
  }
  return undefined
}

/** Whether a draft is of a writer that would write it now: the same model and prompt, or the same version of the rules. */
function isCurrent(kept: Byline, writers: readonly Writer[]): boolean {
  return writers.some(({ byline }) => {
    if (byline.writer === 'rules') return kept.writer === 'rules' && byline.version === kept.version
    return kept.writer === 'llm' && byline.model === kept.model && byline.prompt === kept.prompt
  })
}
