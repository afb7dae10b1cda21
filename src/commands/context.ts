import { commandLineMark, type Menu } from '../chat/commands/menu.ts'
import type { ChannelLink } from '../chat/rich-text.ts'
import { type Channel, isAtComputer, localWorkspace, type Workspace } from '../domain/subscription.ts'
import type { Asker } from '../ports.ts'
import type { Services } from '../services.ts'

/** The context that every command is given. */
export interface CommandContext {
  readonly asker: Asker
  readonly services: Services
  /** All commands, for help. */
  readonly menu: Menu
  /** When the command was given, ISO 8601; the same on every retry. Defaults to now. */
  readonly at?: string
}

/**
 * A command as the asker would give it, for hints: "/digest pause until friday" on Slack, "onrecord digest pause until
 * friday" in a terminal, "/digest pause" on Discord, which asks for the rest.
 */
export function hint(asker: Asker, command: string): string {
  const given = asker.workspace.kind === 'discord' ? (/^\S+(?: [a-z-]+)?/.exec(command)?.[0] ?? command) : command
  return `${markOf(asker)}${given}`
}

/** How the asker can say which digest they mean. */
export function howToName({ workspace }: Asker): string {
  return workspace.kind === 'discord' ? 'Choose it as the option “name”.' : 'Put its name in quotation marks.'
}

/** The prefix of command names for this asker: "onrecord " at a computer, "/" in chat. */
export function markOf({ workspace, prefix = '' }: Asker): string {
  return isAtComputer(workspace) ? commandLineMark : `/${prefix}`
}

/** True for the person at the computer that Onrecord runs on, whose workspace or another. */
export function isOperator({ person, mayManage }: Asker): boolean {
  return person === null && mayManage === true
}

/** A link to a channel. */
export function placeOf({ platform, id }: Channel): ChannelLink {
  return { channel: id, label: platform === 'terminal' ? 'the terminal' : `channel ${id}` }
}

/** The workspace whose feeds and digests are changed: the local one if the asker is in the demonstration. */
export function homeOf({ workspace }: Asker): Workspace {
  return workspace.kind === 'demonstration' ? localWorkspace : workspace
}
