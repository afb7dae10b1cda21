import { sourceTypeField, storiesOf } from '../../chat/export/source-type.ts'
import { isEditor } from '../desk/find-proof.ts'
import { findDigest } from '../find-digest.ts'
import { digestSyntax } from '../options.ts'
import { isRefusal, refused } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { nothingComposed } from './nothing-new.ts'

/** The most stories shown in a preview that includes those that did not fit. */
const mostOfRest = 50

/** Shows what an edition would contain now; nothing counts as posted. */
export const previewDigest: CommandSpec<'preview-digest'> = {
  permission: 'everyone',
  isCostly: true,
  ways: [
    digestSyntax('preview-digest', {
      names: ['preview'],
      usage: 'preview',
      says: 'See what would be posted now; only you see it',
      openName: 'preview',
      takes: (words) => words === '',
    }),
  ],
  handle: async ({ digest, rest = false }, context) => {
    const { services } = context
    const found = await findDigest(digest, context)
    if (isRefusal(found)) return found
    if (found.approval && !(await isEditor(found, found.approval, context)))
      return refused('not-allowed', `Only the editors of “${found.name}” see what it has before it’s posted.`)
    const wanted = { ...found, minimum: 1, ...(rest ? { stories: mostOfRest } : {}) }
    const { composeEdition } = await import('../../publishing/compose-edition.ts')
    const composed = await composeEdition(wanted, services.clock.now(), services)
    if (!composed) return await nothingComposed(found, services, (document) => ({ document }))
    const { document } = composed
    return { done: true, document, data: { ...sourceTypeField(storiesOf(document)), document } }
  },
}
