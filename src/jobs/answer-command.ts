import { type Command, type CommandAnswer, changesSettings } from '../chat/command.ts'
import { type CommandContext, refused } from './command-context.ts'
import { answerDigestCommand } from './digest-commands.ts'
import { answerFeedCommand } from './feed-commands.ts'
import { mayChange } from './may-change.ts'
import { answerReadingCommand } from './reading-commands.ts'

/** Does what somebody of a workspace asked for, if they may. */
export async function answerCommand(command: Command, context: CommandContext): Promise<CommandAnswer> {
  if (changesSettings(command) && !(await mayChange(command, context)))
    return refused(
      'You may not change that here. Who manages the workspace or the channel may, and whoever made the digest; ask one of them.',
    )
  switch (command.kind) {
    case 'add-feed':
    case 'remove-feed':
    case 'list-feeds':
    case 'test-feed':
    case 'import-feeds':
    case 'start-feeds':
    case 'export-feeds':
      return await answerFeedCommand(command, context)
    case 'digest-now':
    case 'preview-digest':
    case 'schedule-digest':
    case 'filter-digest':
    case 'pause-digest':
    case 'resume-digest':
    case 'delete-digest':
    case 'name-manager':
    case 'list-digests':
    case 'digest-status':
    case 'list-editions':
    case 'explain-edition':
    case 'allow-model':
    case 'show-usage':
      return await answerDigestCommand(command, context)
    case 'summarize':
    case 'show-story':
    case 'explain-story':
    case 'show-answer':
    case 'show-claims':
    case 'report-mistake':
    case 'withdraw-story':
    case 'help':
      return await answerReadingCommand(command, context)
  }
}
