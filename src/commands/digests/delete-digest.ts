import type { Answer } from '../../chat/commands/reply.ts'
import { rich } from '../../chat/rich-text.ts'
import type { StoredSubscription } from '../../store/publishing/subscription-rows.ts'
import { isOperator, placeOf } from '../context.ts'
import { findDigest } from '../find-digest.ts'
import { digestSyntax } from '../options.ts'
import { isRefusal, refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** Deletes a digest, unless it is being posted. */
export const deleteDigest: CommandSpec<'delete-digest'> = {
  permission: 'digest',
  ways: [
    digestSyntax('delete-digest', {
      names: ['delete', 'remove'],
      usage: 'delete',
      says: 'Delete a digest but keep its feeds',
    }),
  ],
  handle: async ({ digest, confirmed = false }, context) => {
    const { asker, services } = context
    const { store } = services
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    if (await store.posts.anyOpen(found.id))
      return refused('busy', `“${found.name}” is being posted right now. Try deleting it again in a minute.`)
    if (!confirmed && !isOperator(asker)) return question(found)
    await store.subscriptions.remove(found.id)
    return said(`“${found.name}” has been deleted. Its feeds are still followed.`, { deleted: found.name })
  },
}

/** Asks before a digest is deleted, as that cannot be undone. */
function question({ name, channel }: StoredSubscription): Answer<{ readonly deleted: null }> {
  const text = rich`Delete “${name}” in ${placeOf(channel)}? Its feeds and what it has posted stay.`
  const action = { kind: 'delete', digest: name } as const
  return {
    done: true,
    document: [
      { kind: 'text', text },
      { kind: 'action', label: 'Delete it', action },
    ],
    data: { deleted: null },
  }
}
