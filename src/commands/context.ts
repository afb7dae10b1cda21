import type { Menu } from '../chat/commands/menu.ts'
import type { ChannelLink } from '../chat/rich-text.ts'
import { type Channel, isAtComputer, localWorkspace, type Workspace } from '../domain/subscription.ts'
import type { Asker } from '../ports.ts'
import type { Services } from '../services.ts'

/** What every command has to go by. */
export interface CommandContext {
  readonly asker: Asker
  readonly services: Services
  /** All commands, for help. */
  readonly menu: Menu
  /** When it was asked, ISO 8601: the same however often it is answered. Now, where nothing is said. */
  readonly at?: string
}

/** How people at each kind of place write a command: for hints. */
export function hint(asker: Asker, command: string): string {
  return `${markOf(asker)}${command}`
}

/** What stands before the names of commands there. */
export function markOf({ workspace, prefix = '' }: Asker): string {
  return isAtComputer(workspace) ? 'onrecord ' : `/${prefix}`
}

/** A channel as people go to it. */
export function placeOf({ platform, id }: Channel): ChannelLink {
  return { channel: id, label: platform === 'terminal' ? 'the terminal' : `channel ${id}` }
}

/** Whose feeds and digests are set: at this computer nobody sets those of the demonstration. */
export function homeOf({ workspace }: Asker): Workspace {
  return workspace.kind === 'demonstration' ? localWorkspace : workspace
}
