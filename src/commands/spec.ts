import type { Command, CommandKind, Commands } from '../chat/commands/command.ts'
import type { CommandSyntax } from '../chat/commands/menu.ts'
import type { Reply } from '../chat/commands/reply.ts'
import type { Scope } from '../ports.ts'
import type { CommandContext } from './context.ts'

/** One command: how people give it, who may, and what it does. Each has a file, and a line in `registry.ts`. */
export interface CommandSpec<Kind extends CommandKind> {
  readonly permission: Permission<Kind>
  /** True if it fetches pages or runs a writer; such commands are rate-limited. */
  readonly isCostly?: true
  /** True if it only reads or erases what is kept, so that it works while its platform cannot be reached. */
  readonly worksOffline?: true
  /** How people give it in words or options; absent if they press a button. */
  readonly ways?: readonly CommandSyntax[]
  /** A verb that exists only on the command line. */
  readonly terminal?: TerminalVerb
  /** Turns the data into what a terminal prints instead of the document. */
  print?(data: Commands[Kind]['data']): string
  handle(command: Command<Kind>, context: CommandContext): Promise<Reply<Kind>>
}

/** Who may give a command. Anyone who manages the workspace may give any. */
export type Permission<Kind extends CommandKind> =
  | 'everyone'
  /** Only those whom the digest names as its editors; its handler asks the platform, even about those who manage all. */
  | 'editors'
  /** Anyone who manages the channel in which it is given. */
  | 'channel'
  /** Only people who manage the workspace. */
  | 'workspace'
  /** The digest's owner, anyone who manages its channel, or anyone named as its manager. */
  | 'digest'
  /** As `digest`, but without the named managers. */
  | 'digest-owner'
  | ((given: Commands[Kind]['given'], scope: Scope, context: CommandContext) => Promise<boolean>)

/** A verb on the command line; its required options are arguments, the others flags. */
export interface TerminalVerb extends Pick<CommandSyntax, 'says' | 'options' | 'fill'> {
  readonly name: string
}
