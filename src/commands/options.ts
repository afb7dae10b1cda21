import type { CommandOption, Filled } from '../chat/commands/menu.ts'

/** Options that several commands share, and how to read them. */

export const digestName: CommandOption = { kind: 'text', name: 'name', says: 'Which digest, if there are several' }

/** The digest name given; null if there is none. */
export function digestIn(options: Filled): string | null {
  return textIn(options, 'name') ?? null
}

/** The trimmed value of a text option; undefined if it is empty. */
export function textIn(options: Filled, name: string): string | undefined {
  const value = options.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
