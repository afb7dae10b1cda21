import type { CommandAnswer } from '../../chat/command.ts'
import { type CommandContext, said } from '../context.ts'
import { settleIn } from '../feeds/feed-commands.ts'

/** Lets articles of a workspace go to the model, or keeps them from it. */
export async function allowModel(allowed: boolean, context: CommandContext): Promise<CommandAnswer> {
  const { modelDoors, store } = context.doors
  const home = await settleIn(context)
  await store.workspaces.allowModel(home, allowed)
  const where = modelDoors ? `${modelDoors.model.name} at ${modelDoors.provider}` : 'the model'
  return said(
    allowed
      ? `Articles of this workspace may go to ${where}${modelDoors ? '' : ' as soon as one is set up'}.`
      : `No article of this workspace goes to ${where}; the rules write.`,
    { allowed },
  )
}
