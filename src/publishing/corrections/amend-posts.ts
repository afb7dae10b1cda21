import { setTimeout as sleep } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Document } from '../../chat/document.ts'
import { standsElsewhere } from '../../chat/posts.ts'
import { noteWithdrawn } from '../../digest/corrections/correction-lines.ts'
import type { Services } from '../../services.ts'
import type { Rerendered } from '../../store/publishing/corrections.ts'
import type { StoredEdition } from '../../store/publishing/filed-edition.ts'
import type { PostPart } from '../../store/publishing/posts.ts'
import { amend } from '../delivery/deliver.ts'
import type { Delivered } from '../delivery/deliver-part.ts'

/** The most attempts to change an edition's messages, and the longest wait between two, in milliseconds. */
const tries = 4
const patienceMs = 5_000

export interface Amended {
  readonly edited: number
  /** True if the edition is being posted right now, and the change will be made as part of that. */
  readonly isUnderWay: boolean
  readonly problems: readonly string[]
}

/** Edits the messages of an edition whose content has changed, whether posted or still to be sent. */
export async function amendPosts({ id, target, state }: StoredEdition, services: Services): Promise<Amended> {
  const platform = services.platforms.find(({ name }) => name === target?.channel.platform)
  if (!target || !platform) return { edited: 0, isUnderWay: false, problems: [] }
  const { posts, editions } = services.store
  let outcomes: Delivered[] = []
  let edited = 0
  for (let turn = 1; turn <= tries; turn++) {
    outcomes = await amend({ edition: id, platform, target }, { ...services, posts }, { isPosted: state === 'posted' })
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

/**
 * The messages of an edition that have changed, in their new form, by part; those that it needs besides; and notes for
 * below. A message no longer needed says so.
 */
export function rerenderEdition(
  { target, document }: StoredEdition,
  parts: readonly PostPart[],
  {
    platforms,
    notes = [],
    withdrawn = new Set(),
  }: Pick<Services, 'platforms'> & { readonly notes?: Document; readonly withdrawn?: ReadonlySet<string> },
): Rerendered {
  const platform = platforms.find(({ name }) => name === target?.channel.platform)
  // Messages that are not known yet will be made from the document as it is now.
  if (!target || !platform || parts.length === 0) return { changed: new Map(), more: [], notes: [] }
  const messages = platform.render(document, target.shape ?? 'whole')
  const [elsewhere = {}] = platform.render(standsElsewhere, 'whole')
  const own = parts.filter(({ isNote }) => !isNote)
  const changed = own.flatMap(({ part, rendered }, index) => {
    const { apart, below, name } = rendered ?? {}
    const message = messages[index] ?? { ...elsewhere, ...(rendered ? { apart: apart === true, below, name } : {}) }
    const isSame = isDeepStrictEqual(JSON.parse(JSON.stringify(message)), rendered)
    return isSame ? [] : [[part, message] as const]
  })
  const [silent = {}] = platform.render(noteWithdrawn, 'whole')
  const silenced = parts
    .filter(({ noteOf }) => noteOf !== null && withdrawn.has(noteOf))
    .map(({ part }) => [part, silent] as const)
  return {
    changed: new Map([...changed, ...silenced]),
    more: messages.slice(own.length),
    notes:
      notes.length === 0 ? [] : platform.render(notes, 'whole').map(({ opening: _opening, ...message }) => message),
  }
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
