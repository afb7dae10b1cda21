import type { Refusal } from '../chat/commands/reply.ts'
import { isForSharing } from '../domain/subscription.ts'
import type { StoredSubscription } from '../store/publishing/subscription-rows.ts'
import { type CommandContext, hint, howToName } from './context.ts'
import { refused } from './replies.ts'
import { isHere, visibleTo } from './visible-digests.ts'

/**
 * Finds the digest that the asker means: by name, or else the channel's digest, or else the only one. Returns a refusal
 * if there is none, or more than one. Considers only digests that the asker may see.
 */
export async function findDigest(
  name: string | null,
  context: Pick<CommandContext, 'asker' | 'services'>,
): Promise<StoredSubscription | Refusal> {
  const { asker, services } = context
  const listed = await services.store.subscriptions.list(asker.workspace.id)
  // Nobody means a digest that only holds what was shared, unless they name it.
  const all = name === null ? listed.filter((digest) => !isForSharing(digest)) : listed
  const here = all.filter((digest) => isHere(digest, asker))
  const wanted = name?.toLowerCase()
  const meant = wanted === undefined ? (here.length > 0 ? here : all) : all.filter((each) => isNamed(each, wanted))
  const named = await visibleTo(meant, context)
  const [found, ...others] = named
  if (found && others.length === 0) return found
  const known = named.length > 0 ? named : await visibleTo(all, context)
  if (known.length === 0)
    return refused(
      'not-found',
      `There’s no digest yet. Set one up: ${hint(asker, 'digest schedule weekdays 8:00 London')}`,
    )
  const names = known.map((each) => `“${each.name}”`).join(', ')
  return wanted === undefined
    ? refused('unclear', `Which digest do you mean: ${names}? ${howToName(asker)}`)
    : refused('not-found', `There’s no digest called “${name}”. You can choose from ${names}.`)
}

function isNamed(digest: StoredSubscription, wanted: string): boolean {
  return digest.name.toLowerCase() === wanted
}

/** The refusal for a change to a digest that someone else has deleted in the meantime. */
export function deletedJustNow({ name }: StoredSubscription): Refusal {
  return refused('not-found', `“${name}” has just been deleted.`)
}
