import type { CommandName } from './command.ts'
import type { CommandSyntax, Menu, ParsedCommand } from './menu.ts'
import { asks, unclear } from './typed-words.ts'

/** A command as it was typed. */
export interface TypedCommand {
  readonly name: CommandName
  /** The text after the command's name; addresses may be in angle brackets, as Slack sends them. */
  readonly text: string
  /** The prefix of command names on this platform: "/", "/news-", "onrecord ". */
  readonly mark?: string
}

/** Reads the words that people type after a command. */
export function parseCommand(menu: Menu, { name, text, mark = '/' }: TypedCommand): ParsedCommand {
  const words = text.replace(/<(https?:[^>|\s]+)(?:\|[^>]*)?>/g, '$1').trim()
  if (/^(?:help|\?|-h|--help)$/i.test(words)) return asks({ kind: 'help', topic: name })
  const { ways } = menu[name]
  const [, verb = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(words) ?? []
  const named = ways.find(({ names, read }) => read && names.includes(verb.toLowerCase()))
  if (named?.read) return named.read(rest, { mark })
  const taking = ways.find((way) => way.takes?.(words))
  if (taking?.read) return taking.read(words, { mark })
  if (words === '') return asks({ kind: 'help', topic: name })
  return unknownWord(ways, verb, mark + name)
}

function unknownWord(ways: readonly CommandSyntax[], word: string, command: string): ParsedCommand {
  const near = nearestVerb(ways, word)
  const meant = near ? ` Did you mean ${command} ${near}?` : ''
  return unclear(
    `“${word.slice(0, 40)}” isn’t something ${command} can do.${meant} To see what it can do: ${command} help`,
  )
}

/** The verb that an unknown word probably stands for; undefined if it resembles no verb. */
function nearestVerb(ways: readonly CommandSyntax[], word: string): string | undefined {
  const near = ways
    .flatMap(({ read, names }) => (read ? names.map((name) => ({ name, verb: names[0] ?? name })) : []))
    .map(({ name, verb }) => ({ name, verb, apart: distance(word.toLowerCase(), name) }))
    .filter(({ name, apart }) => apart <= (name.length > 4 ? 2 : 1) || isTurned(word.toLowerCase(), name))
  return near.toSorted((one, other) => one.apart - other.apart)[0]?.verb
}

/** Returns true for the same letters in another order: "hlep", "lsit". */
function isTurned(word: string, verb: string): boolean {
  return [...word].toSorted().join('') === [...verb].toSorted().join('')
}

/** How many letters must be changed, added or left out to turn one word into another (Levenshtein). */
function distance(one: string, other: string): number {
  if (one.length > 20) return one.length
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (const [at, against] of [...other].entries())
      next.push(Math.min((next[at] ?? 0) + 1, (row[at + 1] ?? 0) + 1, (row[at] ?? 0) + (letter === against ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
