import type { Command, CommandKind, Commands } from '../chat/commands/command.ts'
import type { CommandOption, CommandSyntax, Filled } from '../chat/commands/menu.ts'
import { asks, nameIn } from '../chat/commands/typed-words.ts'

/** Options that several commands share, and how to read them. */

export const digestName: CommandOption = {
  kind: 'text',
  name: 'name',
  says: 'Which digest, if there are several',
  suggest: 'digests',
}

/** The digest name given; null if there is none. */
export function digestIn(options: Filled): string | null {
  return textIn(options, 'name') ?? null
}

/** The trimmed value of a text option; undefined if it is empty. */
export function textIn(options: Filled, name: string): string | undefined {
  const value = options.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

type SyntaxHead = Pick<CommandSyntax, 'under' | 'names' | 'usage' | 'says'> & Partial<CommandSyntax>

/** Commands that are given nothing but the name of a digest. */
type DigestKind = {
  [Kind in CommandKind]: { readonly digest: string | null } extends Commands[Kind]['given'] ? Kind : never
}[CommandKind]

/** The syntax of a command that takes a digest's name, if anything. */
export function digestSyntax(kind: DigestKind, head: Omit<SyntaxHead, 'under'>): CommandSyntax {
  const asksFor = (digest: string | null) => asks({ kind, digest })
  return {
    ...head,
    under: 'digest',
    options: [digestName],
    read: (rest) => asksFor(nameIn(rest)),
    fill: (options) => asksFor(digestIn(options)),
  }
}

/** The syntax of a command that takes nothing. */
export function bareSyntax(command: Command, head: SyntaxHead): CommandSyntax {
  return { ...head, options: [], read: () => asks(command), fill: () => asks(command) }
}
