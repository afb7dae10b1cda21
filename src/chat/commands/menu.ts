import type { Command, CommandName } from './command.ts'

/**
 * The commands as people can write them: what each is called, what belongs behind it, and how that is read. Slack's and
 * Discord's commands, the verbs of the command line and every help text are made from this.
 */
export type Menu = Readonly<Record<CommandName, MenuEntry>>

/** One slash command with all that stands behind it. */
export interface MenuEntry {
  readonly says: string
  /** Whether only people who manage something are shown it, where a platform can tell. */
  readonly isForManagers: boolean
  /** Whether it needs no workspace, so that people can take it anywhere. */
  readonly isForAnywhere: boolean
  /** The last line of its help. */
  readonly tip?: string
  readonly ways: readonly CommandSyntax[]
}

/** One way to ask for something: a verb behind a command, or the command itself. */
export interface CommandSyntax {
  readonly under: CommandName
  /** The verb, then other names for it as people type them; empty for a command without verbs. */
  readonly names: readonly string[]
  /** What stands behind the name of the command: "remove <address>". */
  readonly usage: string
  readonly says: string
  /** As fields on Discord and arguments of the command line. */
  readonly options: readonly CommandOption[]
  /** What it is called among the commands that every member is shown; absent where managers alone see it. */
  readonly openName?: string
  /** Reads the words behind the verb; absent where it cannot be typed in chat. */
  read?(rest: string, typed: Typed): ParsedCommand
  /** Reads its options, where they have values. */
  fill(options: Filled): ParsedCommand
  /** Whether words without a verb mean this: the whole of them. */
  takes?(words: string): boolean
}

/** What people typed before the words that are read. */
export interface Typed {
  /** What stands before the names of commands there: "/", "/news-", "onrecord ". */
  readonly mark: string
}

export type CommandOption = {
  readonly name: string
  readonly says: string
  readonly required?: true
  /** Whether it may stand without a value, as a flag of the command line; its value is true then. */
  readonly mayBeBare?: true
} & OptionKind

type OptionKind =
  | { readonly kind: 'text'; readonly suggest?: Suggestion; readonly choices?: readonly Choice[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'person' }
  | { readonly kind: 'channel' }
  /** Its value is the text of the file. */
  | { readonly kind: 'file' }

/** What can be offered while somebody types. */
export type Suggestion = 'zones' | 'feeds' | 'speakers'

export interface Choice {
  readonly says: string
  readonly value: string
}

/** The values of options that have one, by name. */
export type Filled = ReadonlyMap<string, FilledValue>
export type FilledValue = string | number | boolean

/** What words or options mean. */
export type ParsedCommand =
  | { readonly kind: 'command'; readonly command: Command; readonly isForEverybody?: boolean }
  /** The rest is for a form to ask; of the digest of a name, where one is given. */
  | { readonly kind: 'form'; readonly form: 'schedule' | 'feeds'; readonly digest?: string }
  /** What was not understood, and what would be. */
  | { readonly kind: 'unclear'; readonly reason: string }

/** How to use a command, a line for each way; `mark` is what stands before the names of commands there. */
export function usageOf(menu: Menu, name: CommandName, mark: string): readonly string[] {
  const { ways, tip } = menu[name]
  return [
    ...ways.flatMap(({ read, usage, says }) => (read ? [`${[mark + name, usage].join(' ').trim()} – ${says}`] : [])),
    ...(tip ? [tip.replaceAll('{mark}', mark)] : []),
  ]
}
