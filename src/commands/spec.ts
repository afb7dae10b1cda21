import type { Command, CommandKind, Commands, Reply } from '../chat/commands/command.ts'
import type { CommandOption, CommandSyntax, Filled } from '../chat/commands/menu.ts'
import type { Scope } from '../ports.ts'
import type { CommandContext } from './context.ts'

/** One command: how people ask for it, who may, and what it does. Each has a file, and a line in `registry.ts`. */
export interface CommandSpec<Kind extends CommandKind> {
  readonly permission: Permission<Kind>
  /** Whether it fetches pages or sets a writer going: how often somebody may ask for that is limited. */
  readonly isCostly?: true
  /** How people ask for it in words and by options; absent where they press something. */
  readonly ways?: readonly CommandSyntax[]
  /** A verb of the command line alone. */
  readonly terminal?: TerminalVerb
  /** What a terminal prints of the data in place of the document. */
  print?(data: Commands[Kind]['data']): string
  handle(command: Command<Kind>, context: CommandContext): Promise<Reply<Kind>>
}

/** Who may give a command. Who manages the workspace may give any. */
export type Permission<Kind extends CommandKind> =
  | 'everyone'
  /** Who manages the channel in which it is given. */
  | 'channel'
  /** Who manages the workspace, and nobody else. */
  | 'workspace'
  /** Who made the digest, manages its channel, or was named to manage it. */
  | 'digest'
  /** The same, but nobody who was only named. */
  | 'digest-owner'
  | ((given: Commands[Kind]['given'], scope: Scope, context: CommandContext) => Promise<boolean>)

/** A verb of the command line: its required options are arguments, the others flags. */
export interface TerminalVerb {
  readonly name: string
  readonly says: string
  readonly options: readonly CommandOption[]
  fill(options: Filled): Command
}
