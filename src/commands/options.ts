import type { CommandOption, Filled } from '../chat/commands/menu.ts'

/** Options that several commands have, and how they are read. */

export const digestName: CommandOption = { kind: 'text', name: 'name', says: 'Which digest, if there are several' }

/** The name of a digest that was given; null for none. */
export function digestIn(options: Filled): string | null {
  return textIn(options, 'name') ?? null
}

/** What was written in an option of text; undefined where that is nothing. */
export function textIn(options: Filled, name: string): string | undefined {
  const value = options.get(name)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
