import { asks } from '../../chat/commands/typed-words.ts'
import type { Document } from '../../chat/document.ts'
import { counted, dayAndTime } from '../../digest/times.ts'
import { isAtComputer } from '../../domain/subscription.ts'
import type { Services } from '../../services.ts'
import { said, stateName } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'
import { visibleDigests } from '../visible-digests.ts'

const mostListed = 50

/** Lists the editions that went out; at a computer, all editions of all workspaces, with their outcomes. */
export const listEditions: CommandSpec<'list-editions'> = {
  permission: 'everyone',
  worksOffline: true,
  terminal: {
    name: 'editions',
    says: 'List the editions that went out',
    options: [
      {
        kind: 'text',
        name: 'why',
        says: 'Why each story is or isn’t in this edition; without an edition, why each digest’s last one didn’t go out',
        mayBeBare: true,
      },
    ],
    fill: (options) => {
      const why = options.get('why')
      if (why === undefined) return asks({ kind: 'list-editions' })
      return asks(typeof why === 'string' ? { kind: 'explain-edition', edition: why } : { kind: 'explain-digests' })
    },
  },
  handle: async (_, context) => {
    const { asker, services } = context
    if (isAtComputer(asker.workspace)) return await listAll(services)
    const visible = new Set((await visibleDigests(context)).map(({ id }) => id))
    const posted = await services.store.editions.posted(asker.workspace.id, mostListed)
    const editions = posted.filter(({ subscription }) => visible.has(subscription))
    const lines = editions.map(
      ({ id, slot, document }) =>
        `${dayAndTime(slot, services.defaults.schedule.zone)} · ${storiesIn(document)} · ${id}`,
    )
    return said(
      orNone(lines),
      editions.map(({ id, slot, state }) => ({ id, slot, state })),
    )
  },
}

async function listAll({ store, defaults }: Services) {
  const editions = await store.measures.editions(mostListed)
  const lines = editions.map(({ id, slot, state, reason, document, workspace, digest }) => {
    const became =
      state === 'posted' ? storiesIn(document ?? []) : `${stateName({ state })}${reason ? ` (${reason})` : ''}`
    return `${dayAndTime(slot, defaults.schedule.zone)} · ${workspace}, “${digest}” · ${became} · ${id}`
  })
  return said(
    orNone(lines),
    editions.map(({ id, slot, state, reason, workspace, digest }) => ({ id, slot, state, reason, workspace, digest })),
  )
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length > 0 ? lines : ['No edition has gone out yet.']
}

function storiesIn(document: Document): string {
  return counted(document.filter(({ kind }) => kind === 'story').length, 'story', 'stories')
}
