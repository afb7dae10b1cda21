import type { Command } from './command.ts'
import type { ParsedCommand } from './menu.ts'

/** Small parsers for the words that people type after a command. */

/** A digest's name, with or without quotation marks; null if there is none. */
export function nameIn(text: string): string | null {
  return unquoted(text) || null
}

/** The name in quotation marks anywhere in a text, and the text without it; the name is null if there is none. */
export function takeName(text: string, pattern = /["“]([^"”]+)["”]/): NameAndRest {
  const [quoted = '', name = null] = pattern.exec(text) ?? []
  return { name, rest: text.replace(quoted, ' ').trim() }
}

/** The same for a name at the beginning of a text, whose other quotation marks are left as they are. */
export function takeFirstName(text: string): NameAndRest {
  return takeName(text, /^\s*["“]([^"”]+)["”]/)
}

interface NameAndRest {
  readonly name: string | null
  readonly rest: string
}

/** A text without the quotation marks around it. */
export function unquoted(text: string): string {
  return text.trim().replace(/^["“](.*)["”]$/, '$1')
}

/** An address as people write it, "example.org"; null if there is none, or more than one word. */
export function addressOf(text: string): string | null {
  const word = text.trim()
  if (word === '' || /\s/.test(word)) return null
  return withScheme(word)
}

/** An address with its scheme, which people often leave out. */
export function withScheme(address: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(address) ? address : `https://${address}`
}

/** The result for words that ask for this command. */
export function asks(command: Command): Extract<ParsedCommand, { kind: 'command' }> {
  return { kind: 'command', command }
}

/** The result for words that were not understood. */
export function unclear(reason: string): Extract<ParsedCommand, { kind: 'unclear' }> {
  return { kind: 'unclear', reason }
}

/** Returns true if a word has a sign that only addresses have: "example.org", "localhost/feed". */
export function looksLikeAddress(word: string): boolean {
  return /[./]/.test(word)
}
