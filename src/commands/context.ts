import type { CommandAnswer } from '../chat/command.ts'
import type { Block, Document } from '../chat/document.ts'
import type { Place, Told } from '../chat/told.ts'
import type { Channel } from '../domain/subscription.ts'
import { isAtComputer } from '../domain/subscription.ts'
import type { Asker } from '../ports.ts'
import type { Doors } from '../services.ts'
import type { StoredSubscription } from '../store/subscriptions.ts'
import { isHere, visibleTo } from './visible-digests.ts'

/** What every command has to go by. */
export interface CommandContext {
  readonly asker: Asker
  readonly doors: Doors
  /** When it was asked, ISO 8601: the same however often it is answered. Now, where nothing is said. */
  readonly at?: string
}

/** What is said to whoever asks for a story that was taken back. */
export const storyWithdrawn = 'Whoever set up this digest has taken this story back, so it is no longer shown.'

/** How people at each kind of place write a command: for hints. */
export function hint(asker: Asker, command: string): string {
  return `${markOf(asker)}${command}`
}

/** What stands before the names of commands there. */
export function markOf({ workspace, prefix = '' }: Asker): string {
  return isAtComputer(workspace) ? 'onrecord ' : `/${prefix}`
}

/** The digest that is meant: by its name, or the one of the channel, or the only one; or why none is. It must be one that the asker may see. */
export async function findDigest(
  name: string | null,
  context: CommandContext,
): Promise<StoredSubscription | CommandAnswer> {
  const { asker, doors } = context
  const all = await doors.store.subscriptions.list(asker.workspace.id)
  const here = all.filter((digest) => isHere(digest, asker))
  const wanted = name?.toLowerCase()
  const meant = wanted === undefined ? (here.length > 0 ? here : all) : all.filter((each) => isNamed(each, wanted))
  const named = await visibleTo(meant, context)
  const [found, ...others] = named
  if (found && others.length === 0) return found
  const known = named.length > 0 ? named : await visibleTo(all, context)
  if (known.length === 0)
    return refused(`There is no digest yet. Set one: ${hint(asker, 'digest schedule weekdays 8:00 London')}`)
  const names = known.map((each) => `“${each.name}”`).join(', ')
  return refused(
    wanted === undefined
      ? `Which digest? There are ${names}. Name one in quotation marks.`
      : `There is no digest “${name}”; there are ${names}.`,
  )
}

function isNamed(digest: StoredSubscription, wanted: string): boolean {
  return digest.name.toLowerCase() === wanted
}

/** A channel as people go to it. */
export function placeOf({ platform, id }: Channel): Place {
  return { channel: id, label: platform === 'terminal' ? 'the terminal' : `channel ${id}` }
}

export function isAnswer(found: StoredSubscription | CommandAnswer): found is CommandAnswer {
  return 'done' in found
}

export function said(text: string | Told | readonly (string | Told)[], json: unknown): CommandAnswer {
  return { done: true, document: notes([text].flat()), json }
}

export function refused(reason: string): CommandAnswer {
  return { done: false, document: [{ kind: 'alert', text: reason }], json: { error: reason } }
}

export function notes(lines: readonly (string | Told)[]): Document {
  return lines.map((line): Block => ({ kind: 'note', ...(typeof line === 'string' ? { text: line } : line) }))
}
