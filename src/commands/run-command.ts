import { type Command, type CommandAnswer, changesSettings, isDigestCommand, isFeedCommand } from '../chat/command.ts'
import { type CommandContext, refused } from './context.ts'
import { answerDigestCommand } from './digests/digest-commands.ts'
import { answerFeedCommand } from './feeds/feed-commands.ts'
import { mayChange } from './permissions.ts'
import { answerReadingCommand } from './stories/reading-commands.ts'

/** Does what somebody of a workspace asked for, if they may. */
export async function answerCommand(command: Command, context: CommandContext): Promise<CommandAnswer> {
  if (changesSettings(command) && !(await mayChange(command, context)))
    return refused(
      'You may not change that here. Who manages the workspace or the channel may, and whoever made the digest; ask one of them.',
    )
  if (isFeedCommand(command)) return await answerFeedCommand(command, context)
  if (isDigestCommand(command)) return await answerDigestCommand(command, context)
  return await answerReadingCommand(command, context)
}
