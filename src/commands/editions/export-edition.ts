import { asks } from '../../chat/commands/typed-words.ts'
import { markdownOf } from '../../chat/export/markdown.ts'
import { sourceTypeField, storiesOf } from '../../chat/export/source-type.ts'
import { editionId } from '../../domain/digest.ts'
import { withoutWithdrawn } from '../../publishing/withdrawn.ts'
import { textIn } from '../options.ts'
import { refused } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { visibleDigests } from '../visible-digests.ts'

/** The most editions searched for the latest, newest first. */
const mostSearched = 500

/** Prints an edition that went out, as Markdown; as JSON with --json. */
export const exportEdition: CommandSpec<'export-edition'> = {
  permission: 'everyone',
  worksOffline: true,
  terminal: {
    name: 'export',
    says: 'Print an edition as Markdown, or as JSON',
    options: [{ kind: 'text', name: 'edition', says: 'Its id, as editions lists it; leave out for the latest' }],
    fill: (options) => asks({ kind: 'export-edition', edition: textIn(options, 'edition') ?? null }),
  },
  print: ({ document }) => markdownOf(document).trimEnd(),
  handle: async ({ edition: id }, context) => {
    const { asker, services } = context
    const { editions } = services.store
    const visible = new Set((await visibleDigests(context)).map((digest) => digest.id))
    const found =
      id === null
        ? (await editions.posted(asker.workspace.id, mostSearched)).find((each) => visible.has(each.subscription))
        : await editions.find(editionId(id))
    if (!found?.document || found.state !== 'posted' || !visible.has(found.subscription))
      return refused('not-found', id === null ? 'No edition has gone out yet.' : `There’s no edition ${id} here.`)
    const document = await withoutWithdrawn(found.document, asker.workspace.id, services)
    const source = sourceTypeField(storiesOf(document))
    return { done: true, document, data: { edition: found.id, slot: found.slot, ...source, document } }
  },
}
