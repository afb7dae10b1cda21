import { commandNames } from '../chat/commands/command.ts'
import { usageOf } from '../chat/commands/menu.ts'
import { markOf } from './context.ts'
import { said } from './replies.ts'
import type { CommandSpec } from './spec.ts'

/** Shows how to use one command, or all of them. */
export const help: CommandSpec<'help'> = {
  permission: 'everyone',
  handle: async ({ topic }, { asker, menu }) => {
    const topics = commandNames.filter((name) => topic === null || topic === name)
    const lines = topics.flatMap((name) => usageOf(menu, name, markOf(asker)))
    return said(lines, { usage: lines })
  },
}
