import { type REST, Routes } from 'discord.js'
import { commandNames } from '../../../chat/commands/command.ts'
import type { CommandOption, CommandSyntax, Menu } from '../../../chat/commands/menu.ts'
import { nameLocalizations } from './command-names.ts'

/** Manage Server: needed to use a command unless the server's settings say otherwise. Checked again when it runs. */
const manageServer = String(1 << 5)
const everywhere = { integration_types: [0, 1], contexts: [0, 1, 2] }
const inServers = { integration_types: [0], contexts: [0] }
/** Channel types that a digest can go to: text, announcements, forums. */
const channelTypes = [0, 5, 15]

/** The command for anything open to all members, who do not see the managers' commands. */
export const openCommand = 'onrecord'
/** The command on a message. */
export const linksCommand = 'Summarize links'

/** A command as registered with Discord. */
export interface DiscordCommand {
  readonly type: 1 | 3
  readonly name: string
  readonly description?: string
  readonly options?: readonly DiscordOption[]
}

export interface DiscordOption {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly required?: boolean
  readonly options?: readonly DiscordOption[]
}

/** The commands of a menu as registered with Discord. */
export function discordCommands(menu: Menu): readonly DiscordCommand[] {
  const [first, ...others] = commandNames.map((name): DiscordCommand => {
    const { says, isForManagers, isForAnywhere, ways } = menu[name]
    return {
      type: 1,
      ...named(name),
      description: says,
      ...(isForAnywhere ? everywhere : inServers),
      ...(isForManagers ? { default_member_permissions: manageServer } : {}),
      options: ways.flatMap((way) => (way.names.length === 0 ? way.options.map(optionOf) : [verb(way, way.names[0])])),
    }
  })
  const open = Object.values(menu).flatMap(({ ways }) =>
    ways.flatMap((way) => (way.openName === undefined ? [] : [verb(way, way.openName)])),
  )
  return [
    ...(first ? [first] : []),
    { type: 3, ...named(linksCommand), ...everywhere },
    {
      type: 1,
      name: openCommand,
      description: 'See this server’s digests and feeds',
      ...inServers,
      options: open,
    },
    ...others,
  ]
}

function named(name: string) {
  const localized = nameLocalizations(name)
  return { name, ...(localized ? { name_localizations: localized } : {}) }
}

function verb({ says, options }: CommandSyntax, name = ''): DiscordOption {
  return { type: 1, ...named(name), description: says, options: options.map(optionOf) }
}

function optionOf(option: CommandOption): DiscordOption {
  const { name, says, required } = option
  return { ...typeOf(option), name, description: says, ...(required ? { required } : {}) }
}

function typeOf(option: CommandOption) {
  switch (option.kind) {
    case 'text':
      return {
        type: 3,
        ...(option.suggest ? { autocomplete: true } : {}),
        ...(option.choices ? { choices: option.choices.map(({ says, value }) => ({ name: says, value })) } : {}),
      }
    case 'number':
      return { type: 4, min_value: option.least, max_value: option.most }
    case 'flag':
      return { type: 5 }
    case 'person':
      return { type: 6 }
    case 'role':
      return { type: 8 }
    case 'channel':
      return { type: 7, channel_types: channelTypes }
    case 'file':
      return { type: 11 }
  }
}

/** Registers the commands with Discord if its copy differs. Returns true if it had to. */
export async function registerCommands(
  rest: REST,
  { applicationId, menu }: { readonly applicationId: string; readonly menu: Menu },
): Promise<boolean> {
  const wanted = discordCommands(menu)
  const route = Routes.applicationCommands(applicationId)
  const query = new URLSearchParams({ with_localizations: 'true' })
  const known = (await rest.get(route, { query })) as object[]
  const same =
    known.length === wanted.length &&
    wanted.every((command) =>
      known.some((each) => nameOf(each) === command.name && canonical(pick(each, command)) === canonical(command)),
    )
  if (same) return false
  await rest.put(route, { body: wanted })
  return true
}

function nameOf(command: object): unknown {
  return 'name' in command ? command.name : undefined
}

/** The fields of Discord's copy that our command also states. */
function pick(known: object, own: object): object {
  return Object.fromEntries(Object.keys(own).map((key) => [key, (known as Record<string, unknown>)[key]]))
}

/** The same text for the same command: keys in order, and empty values left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    const entries = Object.entries(inner).filter(
      ([, each]) => each !== null && each !== false && !(Array.isArray(each) && each.length === 0),
    )
    return Object.fromEntries(entries.toSorted(([one], [other]) => one.localeCompare(other)))
  })
}
