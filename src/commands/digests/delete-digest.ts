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
  handle: async ({ digest }, context) => {
    const { store } = context.services
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    if (await store.posts.anyOpen(found.id))
      return refused('busy', `“${found.name}” is being posted right now. Try deleting it again in a minute.`)
    await store.subscriptions.remove(found.id)
    return said(`“${found.name}” has been deleted. Its feeds are still followed.`, { deleted: found.name })
  },
}
