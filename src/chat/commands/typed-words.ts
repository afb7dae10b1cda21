import type { Command } from './command.ts'
import type { ParsedCommand } from './menu.ts'

/** Small readers of what people type behind a command. */

/** A digest's name, with or without quotation marks; null for none. */
export function nameIn(text: string): string | null {
  return unquoted(text) || null
}

/** Words without the quotation marks around all of them. */
export function unquoted(text: string): string {
  return text.trim().replace(/^["“](.*)["”]$/, '$1')
}

/** An address as people write one, "example.org"; null for none, or for more than one word. */
export function addressOf(text: string): string | null {
  const word = text.trim()
  if (word === '' || /\s/.test(word)) return null
  return withScheme(word)
}

/** An address with its scheme, which people leave out. */
export function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`
}

/** The words ask for this command. */
export function asks(command: Command): Extract<ParsedCommand, { kind: 'command' }> {
  return { kind: 'command', command }
}

/** The words were not understood. */
export function unclear(reason: string): Extract<ParsedCommand, { kind: 'unclear' }> {
  return { kind: 'unclear', reason }
}
