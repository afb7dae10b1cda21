import { asks } from '../../chat/commands/typed-words.ts'
import { counted } from '../../digest/times.ts'
import { textIn } from '../options.ts'
import { refused, said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** Erases what is kept of one person's posted statements. */
export const forgetSpeaker: CommandSpec<'forget-speaker'> = {
  permission: 'workspace',
  worksOffline: true,
  terminal: {
    name: 'forget',
    says: 'Erase what /claims keeps of one person; posts stay as they are',
    options: [{ kind: 'text', name: 'speaker', says: 'The whole name, as claims shows it', required: true }],
    fill: (options) => asks({ kind: 'forget-speaker', speaker: textIn(options, 'speaker') ?? '' }),
  },
  handle: async ({ speaker }, { asker, services }) => {
    const erased = await services.store.statements.erase(speaker, asker.workspace.id)
    if (erased === 0) return refused('not-found', `Nothing is kept of anybody called exactly “${speaker}”.`)
    services.log.info('speaker-forgotten', { erased })
    return said(`Erased ${counted(erased, 'statement')}.`, { erased })
  },
}
