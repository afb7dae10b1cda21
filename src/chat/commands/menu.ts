import type { Command, CommandName } from './command.ts'

/**
 * The commands as people write them: their names, their arguments, and how those are read. Slack's and Discord's
 * commands, the command line's verbs and every help text are made from this.
 */
export type Menu = Readonly<Record<CommandName, MenuEntry>>

/** One slash command and everything that can follow it. */
export interface MenuEntry {
  readonly says: string
  /** True if only managers see the command, on platforms that can tell. */
  readonly isForManagers: boolean
  /** True if the command needs no workspace, so that people can use it anywhere. */
  readonly isForAnywhere: boolean
  /** The last line of the command's help, with the prefix of command names. */
  tip?(mark: string): string
  readonly ways: readonly CommandSyntax[]
}

/** One way to give a command: a verb after its name, or the name alone. */
export interface CommandSyntax {
  readonly under: CommandName
  /** The verb, then its aliases; empty for a command without verbs. */
  readonly names: readonly string[]
  /** The text after the command's name: "remove <address>". */
  readonly usage: string
  /** The usage on a command line, if the shell needs another form: quotation marks around a semicolon. */
  readonly commandLineUsage?: string
  readonly says: string
  /** The fields on Discord and arguments on the command line. */
  readonly options: readonly CommandOption[]
  /** The name among the commands that every member sees; absent if only managers see it. */
  readonly openName?: string
  /** Reads the words after the verb; absent if the command cannot be typed in chat. */
  read?(rest: string, typed: Typed): ParsedCommand
  /** Reads the options that have a value. */
  fill(options: Filled): ParsedCommand
  /** Returns true if these words, without a verb, mean this command. */
  takes?(words: string): boolean
}

/** The part of a typed command before the words that are read. */
export interface Typed {
  /** The prefix of command names on this platform: "/", "/news-", "onrecord ". */
  readonly mark: string
}

export type CommandOption = {
  readonly name: string
  readonly says: string
  readonly required?: true
  /** True if the option may be given without a value, like a flag on the command line; its value is then true. */
  readonly mayBeBare?: true
} & OptionKind

type OptionKind =
  | { readonly kind: 'text'; readonly suggest?: Suggestion; readonly choices?: readonly Choice[] }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'person' }
  /** A group of people: a role on Discord. */
  | { readonly kind: 'role' }
  | { readonly kind: 'channel' }
  /** The value is the text of the file. */
  | { readonly kind: 'file' }

/** The kinds of suggestions offered while people type. */
export type Suggestion = 'zones' | 'feeds' | 'digests' | 'speakers'

export interface Choice {
  readonly says: string
  readonly value: string
}

/** The options that have a value, by name. */
export type Filled = ReadonlyMap<string, FilledValue>
export type FilledValue = string | number | boolean

/** The meaning of words or options. */
export type ParsedCommand =
  | { readonly kind: 'command'; readonly command: Command; readonly isForEverybody?: boolean }
  /** A form asks for the rest; `digest` is the name of the digest it is for, if one was given. */
  | { readonly kind: 'form'; readonly form: 'schedule' | 'feeds'; readonly digest?: string }
  /** The words were not understood; the reason says what would be. */
  | { readonly kind: 'unclear'; readonly reason: string }

/** The prefix of command names on the command line. */
export const commandLineMark = 'onrecord '

/** How to use a command, one line for each way; `mark` is the prefix of command names on this platform. */
export function usageOf(menu: Menu, name: CommandName, mark: string): readonly string[] {
  const { ways, tip } = menu[name]
  return [
    ...ways.flatMap(({ read, usage, commandLineUsage = usage, says }) => {
      const shown = mark === commandLineMark ? commandLineUsage : usage
      return read ? [`${[mark + name, shown].join(' ').trim()} – ${says}`] : []
    }),
    ...(tip ? [tip(mark)] : []),
  ]
}
