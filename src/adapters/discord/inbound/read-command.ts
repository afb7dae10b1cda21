import { type Command, commandNames, mostLinks, summarizing } from '../../../chat/commands/command.ts'
import type {
  CommandSyntax,
  Filled,
  FilledValue,
  Menu,
  CommandOption as MenuOption,
} from '../../../chat/commands/menu.ts'
import { linksCommand, openCommand } from './commands.ts'
import { type Interaction, type InteractionOption, optionsOf } from './interaction.ts'

/** The commands that an interaction asks for, or why it is unclear. */
export type ReadInteraction =
  | {
      readonly kind: 'commands'
      readonly commands: readonly Command[]
      readonly everybody: boolean
      /** Which page of a ledger to show in place of the current one, from 0; absent for a new answer. */
      readonly page?: number
    }
  | { readonly kind: 'unclear'; readonly reason: string }

/** The largest file that is read, in bytes. */
const largestFile = 1_000_000

/** Reads a command and its options into the same commands that people type elsewhere. */
export async function readCommand(
  interaction: Interaction,
  menu: Menu,
  fetchFile: (url: string) => Promise<string>,
): Promise<ReadInteraction> {
  if (interaction.data?.name === linksCommand) return readLinks(interaction)
  const way = wayOf(interaction, menu)
  if (!way) return { kind: 'unclear', reason: 'Onrecord doesn’t know that command.' }
  const { options } = optionsOf(interaction)
  const filled = new Map<string, FilledValue>()
  for (const option of way.options) {
    const value = await valueOf(option, options.get(option.name), { interaction, fetchFile })
    if (typeof value === 'object') return value
    if (value !== undefined) filled.set(option.name, value)
  }
  return readFilled(way, filled)
}

/** The menu's syntax for a Discord command; undefined if there is none. */
export function wayOf(interaction: Interaction, menu: Menu): CommandSyntax | undefined {
  const { verb } = optionsOf(interaction)
  const name = interaction.data?.name
  if (name === openCommand)
    return Object.values(menu)
      .flatMap(({ ways }) => ways)
      .find(({ openName }) => openName === verb)
  const known = commandNames.find((each) => each === name)
  return known && menu[known].ways.find(({ names }) => (verb === '' ? names.length === 0 : names.includes(verb)))
}

function readFilled(way: CommandSyntax, filled: Filled): ReadInteraction {
  const meant = way.fill(filled)
  switch (meant.kind) {
    case 'command':
      return { ...asked(meant.command), everybody: meant.isForEverybody === true }
    case 'form':
      return { kind: 'unclear', reason: 'Something is missing. Fill in the options and try again.' }
    case 'unclear':
      return meant
  }
}

interface ValueContext {
  readonly interaction: Interaction
  readonly fetchFile: (url: string) => Promise<string>
}

/** The value of an option, which for a file is its text; undefined if not given; or why it cannot be read. */
async function valueOf(
  { kind }: MenuOption,
  given: InteractionOption | undefined,
  { interaction, fetchFile }: ValueContext,
): Promise<FilledValue | Extract<ReadInteraction, { kind: 'unclear' }> | undefined> {
  if (kind !== 'file' || given?.value === undefined) return given?.value
  const file = interaction.data?.resolved?.attachments?.[String(given.value)]
  if (!file || file.size > largestFile)
    return { kind: 'unclear', reason: 'The file is larger than 1 MB. Choose a smaller one.' }
  try {
    return await fetchFile(file.url)
  } catch {
    return { kind: 'unclear', reason: 'The file couldn’t be read. Try again.' }
  }
}

function readLinks({ data }: Interaction): ReadInteraction {
  const message = data?.resolved?.messages?.[data.target_id ?? '']
  const found = [
    ...[...(message?.content ?? '').matchAll(/https?:\/\/[^\s<>()[\]]+/g)].map(([url]) => url),
    ...(message?.embeds ?? []).flatMap(({ url }) => url ?? []),
  ]
  const links = [...new Set(found)].slice(0, mostLinks)
  if (links.length === 0) return { kind: 'unclear', reason: 'There is no link in that message.' }
  return { kind: 'commands', commands: links.map(summarizing), everybody: false }
}

/** One command, answered to the asker alone. */
export function asked(command: Command): Extract<ReadInteraction, { kind: 'commands' }> {
  return { kind: 'commands', commands: [command], everybody: false }
}
