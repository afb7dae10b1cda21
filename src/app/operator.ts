import type { Command, CommandKind } from '../chat/commands/command.ts'
import type { Refusal } from '../chat/commands/reply.ts'
import { specOf } from '../commands/registry.ts'
import { refused } from '../commands/replies.ts'
import { runCommand } from '../commands/run-command.ts'
import { type Channel, chatName, isAtComputer, type Workspace } from '../domain/subscription.ts'
import type { Asker, Operator } from '../ports.ts'
import type { Services } from '../services.ts'

/** The most workspaces named where the one that is meant cannot be found. */
const mostNamed = 20

/** What the operator has at this computer. */
interface Home {
  readonly channel: Channel
  /** The workspace of this computer: the demonstration until there is a real feed. */
  workspace(): Promise<Workspace>
}

/** The person at this computer, who may do everything in every workspace. */
export function openOperator({ channel, workspace: homeWorkspace }: Home, services: Services): Operator {
  return {
    answer: async (command, named) => {
      const workspace = named === undefined ? await homeWorkspace() : await findWorkspace(named, services)
      if ('code' in workspace) return workspace
      const unreachable = isAtComputer(workspace) ? undefined : refusedWithout(workspace, command, services)
      if (unreachable) return unreachable
      const asker: Asker = {
        workspace,
        channel: isAtComputer(workspace) ? channel : null,
        person: null,
        mayManage: true,
      }
      return await runCommand(command, { asker, services })
    },
  }
}

/** The workspace that is meant, by its id or its name. */
async function findWorkspace(named: string, { store }: Services): Promise<Workspace | Refusal> {
  const all = await store.workspaces.list()
  const meant = all.filter(({ id, name }) => id === named || name.toLowerCase() === named.toLowerCase())
  const [workspace] = meant
  if (workspace && meant.length === 1) return workspace
  const shown = (meant.length > 0 ? meant : all).slice(0, mostNamed).map(({ id, name }) => `${id} (${name})`)
  const reason = meant.length > 0 ? `Several workspaces are called “${named}”` : `There is no workspace “${named}”`
  return refused('not-found', `${reason}. Give one of these: ${shown.join(', ')}.`)
}

/** Refuses what a workspace's platform must be asked or told while this process is not connected to it. */
function refusedWithout<Kind extends CommandKind>(
  { kind }: Workspace,
  command: Command<Kind>,
  { platforms }: Services,
): Refusal | undefined {
  if (specOf(command).worksOffline || platforms.some(({ name }) => name === kind)) return undefined
  return refused('failed', `This needs ${chatName(kind)}, which isn’t set up here.`)
}
