import type { Document } from '../../chat/document.ts'
import { correctionLines } from '../../digest/corrections/correction-lines.ts'
import { bareSyntax } from '../options.ts'
import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** The most corrections listed. */
const most = 50

/** Lists what was corrected in this workspace's posts. */
export const listCorrections: CommandSpec<'list-corrections'> = {
  permission: 'everyone',
  worksOffline: true,
  ways: [
    bareSyntax(
      { kind: 'list-corrections' },
      {
        under: 'digest',
        names: ['corrections'],
        usage: 'corrections',
        says: 'See what was corrected in what was posted, and why',
      },
    ),
  ],
  handle: async (_command, { asker, services }) => {
    const corrections = await services.store.corrections.of(asker.workspace.id, most)
    if (corrections.length === 0) return said('Nothing has been corrected.', { corrections })
    const { zone } = services.defaults.schedule
    const document: Document = corrections.map((correction) => ({
      kind: 'text',
      text: [
        correction.headline ? `“${correction.headline}”: ` : 'A story: ',
        ...correctionLines(correction, zone),
      ].join(' '),
    }))
    return { done: true, document, data: { corrections } }
  },
}
