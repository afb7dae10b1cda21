import { asks, unclear } from '../../chat/commands/typed-words.ts'
import { settleIn } from '../feeds/settle-in.ts'
import { said } from '../replies.ts'
import type { CommandSpec } from '../spec.ts'

/** Allows or forbids sending a workspace's articles to the model. */
export const allowModel: CommandSpec<'allow-model'> = {
  permission: 'workspace',
  ways: [
    {
      under: 'digest',
      names: ['model'],
      usage: 'model on, or model off',
      says: 'Choose whether articles can be sent to the language model',
      options: [{ kind: 'flag', name: 'allowed', says: 'Allow it', required: true }],
      read: (rest, { mark }) =>
        /^(?:on|off)$/i.test(rest)
          ? asks({ kind: 'allow-model', allowed: rest.toLowerCase() === 'on' })
          : unclear(`Say on or off: ${mark}digest model on, or ${mark}digest model off`),
      fill: (options) => asks({ kind: 'allow-model', allowed: options.get('allowed') === true }),
    },
  ],
  handle: async ({ allowed }, context) => {
    const { modelServices, store } = context.services
    const home = await settleIn(context)
    await store.workspaces.allowModel(home, allowed)
    const where = modelServices ? `${modelServices.model.name} at ${modelServices.provider}` : 'the model'
    return said(
      allowed
        ? `Articles from this workspace can be sent to ${where}${modelServices ? '' : ' as soon as one is set up'}.`
        : `Articles from this workspace aren’t sent to ${where}. Summaries are written without AI.`,
      { allowed },
    )
  },
}
