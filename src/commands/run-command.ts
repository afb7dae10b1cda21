import type { Command, CommandKind } from '../chat/commands/command.ts'
import type { Reply } from '../chat/commands/reply.ts'
import type { CommandContext } from './context.ts'
import { menu } from './menu.ts'
import { notAllowed } from './not-allowed.ts'
import { mayGive } from './permissions.ts'
import { specOf } from './registry.ts'
import { refused } from './replies.ts'

/** Runs a command if the asker has permission. */
export async function runCommand<Kind extends CommandKind>(
  command: Command<Kind>,
  given: Omit<CommandContext, 'menu'>,
): Promise<Reply<Kind>> {
  const context = { ...given, menu }
  const spec = specOf(command) as ReturnType<typeof specOf<Kind>> | undefined
  // A command line that is newer than the service that it asks.
  if (!spec)
    return refused('failed', 'The running Onrecord is an older version that doesn’t know this command. Restart it.')
  if (!(await mayGive(command, spec, context))) return await notAllowed(command, spec, context)
  return await spec.handle(command, context)
}
