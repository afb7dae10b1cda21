import type { Byline } from '../domain/brief.ts'
import { shiftInstant } from '../domain/instant.ts'
import { reasonOf } from '../domain/reason.ts'
import type { Story } from '../domain/story.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import type { Writer } from '../ports.ts'
import type { Services } from '../services.ts'
import type { SignedDraft } from '../store/stories/drafts.ts'
import { ableWriters, verifyHere, type Written, writeDraft } from './write-draft.ts'

/** How long a lease lasts without renewal, and how often a writer renews it, in milliseconds. */
const leaseMs = 70_000
const renewalMs = 20_000
/**
 * The longest wait for a draft that another caller is writing, in milliseconds: a slow model may have others queued
 * first.
 */
const longestWaitMs = 10 * 60_000
/** How often a waiting caller checks for the draft. */
const lookMs = 400

type DraftCacheServices = Pick<Services, 'store' | 'clock' | 'log'> & Partial<Pick<Services, 'verify'>>

/**
 * The kept draft of a story, or a new one, which is then kept. Of all callers that want it at once, in any process, one
 * asks a model.
 */
export async function getOrWriteDraft(
  story: Story,
  { workspace, writers: all }: { readonly workspace: WorkspaceId | null; readonly writers: readonly Writer[] },
  services: DraftCacheServices,
): Promise<Written> {
  const writers = ableWriters(story, all)
  const asked = writers[0]?.byline.writer ?? 'rules'
  const kept = await findKept(story, { asked, writers }, services)
  if (kept) return kept
  if (asked === 'rules') return await writeAnew(story, { workspace, writers }, services)
  const given = (await takeLease(story, asked, services)) ?? (await waitFor(story, { asked, writers }, services))
  if (typeof given === 'object') return given
  const lease = given === undefined ? undefined : holdLease(story, { asked, until: given }, services)
  try {
    return await writeAnew(story, { workspace, writers }, services)
  } finally {
    await lease?.release()
  }
}

/** Renews a lease while a draft is being written, however long that takes. */
function holdLease(
  story: Story,
  { asked, until: first }: { readonly asked: Byline['writer']; readonly until: string },
  { store, clock, log }: DraftCacheServices,
) {
  let held = Promise.resolve(first)
  const renew = async (until: string) =>
    await store.drafts
      .renew(story.id, story.articles, { asked, until, next: shiftInstant(clock.now(), leaseMs) })
      .catch((error: unknown) => {
        log.warn('lease-not-renewed', { story: story.id, reason: reasonOf(error) })
        return until
      })
  const timer = setInterval(() => {
    held = held.then(renew)
  }, renewalMs)
  timer.unref()
  return {
    async release() {
      clearInterval(timer)
      await store.drafts.release(story.id, story.articles, { asked, until: await held })
    },
  }
}

interface Wanted {
  readonly asked: Byline['writer']
  readonly writers: readonly Writer[]
}

async function findKept(
  story: Story,
  { asked, writers }: Wanted,
  { store, verify = verifyHere }: DraftCacheServices,
): Promise<Written | undefined> {
  const kept = await store.drafts.find(story.id, story.articles, asked)
  if (!kept || !isCurrent(kept.byline, writers)) return undefined
  const [first] = writers
  // The reason why the rules wrote it is not kept, only the fact.
  const instead =
    first?.byline.writer === 'llm' && kept.byline.writer === 'rules'
      ? `Nothing that ${first.byline.model} wrote could be used, so this was written without AI.`
      : null
  const verified = await verify(kept.draft, story, kept.byline)
  return { ...kept, asked, instead, verified }
}

async function writeAnew(
  story: Story,
  { workspace, writers }: { readonly workspace: WorkspaceId | null; readonly writers: readonly Writer[] },
  services: DraftCacheServices,
): Promise<Written> {
  const written = await writeDraft(story, workspace, {
    writers,
    log: services.log,
    verify: services.verify,
    late: keepLate(story, services),
  })
  const { draft, byline, asked } = written
  await services.store.drafts.save(story.id, story.articles, { draft, byline, asked, now: services.clock.now() })
  return written
}

/** Keeps a draft that came too late for its caller, so that the next edition finds it. */
function keepLate(story: Story, { store, clock, log }: DraftCacheServices) {
  return ({ draft, byline }: SignedDraft) => {
    const asked = byline.writer
    store.drafts.save(story.id, story.articles, { draft, byline, asked, now: clock.now() }).then(
      () => log.info('late-draft', { story: story.id, writer: asked }),
      (error: unknown) => log.warn('late-draft-lost', { story: story.id, reason: reasonOf(error) }),
    )
  }
}

/** Takes the lease and returns when it ends; undefined while another caller has it. */
async function takeLease(
  story: Story,
  asked: Byline['writer'],
  { store, clock }: DraftCacheServices,
): Promise<string | undefined> {
  const now = clock.now()
  const until = shiftInstant(now, leaseMs)
  return (await store.drafts.lease(story.id, story.articles, { asked, now, until })) ? until : undefined
}

/** Waits for another caller's draft. Returns it, the lease if that caller wrote none, or undefined after too long. */
async function waitFor(
  story: Story,
  wanted: Wanted,
  services: DraftCacheServices,
): Promise<Written | string | undefined> {
  const end = Date.parse(services.clock.now()) + longestWaitMs
  while (Date.parse(services.clock.now()) < end) {
    await new Promise((done) => setTimeout(done, lookMs))
    const found = await findKept(story, wanted, services)
    if (found) return found
    const lease = await takeLease(story, wanted.asked, services)
    if (!lease) continue
    // The draft may have been stored, and its lease released, between the two checks.
    const late = await findKept(story, wanted, services)
    if (!late) return lease
    await services.store.drafts.release(story.id, story.articles, { asked: wanted.asked, until: lease })
    return late
  }
  return undefined
}

/** Returns true if one of the writers would sign the draft now: the same model and prompt, or version of the rules. */
function isCurrent(kept: Byline, writers: readonly Writer[]): boolean {
  return writers.some(({ byline }) => {
    if (byline.writer === 'rules') return kept.writer === 'rules' && byline.version === kept.version
    return kept.writer === 'llm' && byline.model === kept.model && byline.prompt === kept.prompt
  })
}
