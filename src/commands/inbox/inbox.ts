import type { Command, CommandKind } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import { reasonOf } from '../../domain/reason.ts'
import { workspaceId } from '../../domain/subscription.ts'
import type { ChatRequest, Inbox } from '../../ports.ts'
import type { Services } from '../../services.ts'
import type { CommandContext } from '../context.ts'
import { menu } from '../menu.ts'
import { specOf } from '../registry.ts'
import { refused } from '../replies.ts'
import { runCommand } from '../run-command.ts'

/** Takes requests from chat. Each is stored in the database before it is acknowledged, and is answered from there. */
export function openInbox(services: Services): Inbox {
  const { waiting } = services
  const take = async (id: string, request: ChatRequest) => {
    const { workspace, person } = request.asker
    const at = services.clock.now()
    const seen = { id, workspace: workspace.id, person, costly: specOf(request.command).isCostly === true, at }
    return await services.store.requests.take(
      seen,
      async (within) => await services.queue.send({ kind: 'answer', id, request: { ...request, at } }, { within }),
    )
  }
  return {
    menu,
    take,
    ...(waiting
      ? {
          takeSoon: async (id, request, soon) => await waiting.wait(id, soon, async () => await take(id, request)),
        }
      : {}),
    firstSight: async (id) =>
      await services.store.requests.take(
        { id, workspace: workspaceId(''), person: null, costly: false, at: services.clock.now() },
        async () => undefined,
      ),
    answer: async (command, asker) => await runSafely(command, { asker, services }),
  }
}

/** Runs a command; an error on our side becomes a refusal, and its reason is logged. */
export async function runSafely<Kind extends CommandKind>(
  command: Command<Kind>,
  context: Omit<CommandContext, 'menu'>,
): Promise<Reply<Kind>> {
  try {
    return await runCommand(command, context)
  } catch (error) {
    context.services.log.error('command-failed', { command: command.kind, reason: reasonOf(error) })
    return refused('failed', 'Something went wrong on our side, and it’s in the log. Please try again.')
  }
}
