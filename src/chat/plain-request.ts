import { type Command, commandNames, mostLinks, summarizing } from './commands/command.ts'
import type { Menu } from './commands/menu.ts'
import { parseCommand } from './commands/parse-command.ts'

/** A text that is longer than this, in characters, is taken to be an article. */
const shortestArticle = 200
/** "what did Ana Ruiz say about the bridge this week?" */
const asksWhatWasSaid =
  /^what (?:did|does|has|have) (.+?) (?:say|said|claim|claimed|tell|told)\b(?: (?:about|on) (.+?))?[\s?!.]*$/i
const asksForClaims =
  /^(?:claims?|statements?|quotes?|quotations?) (?:by|of|from) (.+?)(?: (?:about|on) (.+?))?[\s?!.]*$/i

/**
 * What somebody asks for in plain words, in a message to the app: a command without its mark, links, an article's text,
 * or what a person said. Help for anything else.
 */
export function plainRequest(
  menu: Menu,
  text: string,
  { links, mark }: { links: readonly string[]; mark: string },
): Command {
  const words = text.trim().replace(/^\//, '')
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(words) ?? []
  const name = commandNames.find((each) => each === first.toLowerCase())
  const parsed = name && parseCommand(menu, { name, text: rest, mark })
  if (parsed?.kind === 'command') return parsed.command
  if (links.length > 0) return summarizing(links.slice(0, mostLinks).join(' '))
  const [, speaker, about] = asksWhatWasSaid.exec(words) ?? asksForClaims.exec(words) ?? []
  if (speaker) return { kind: 'show-claims', speaker, ...(about ? { about } : {}) }
  if (words.length > shortestArticle) return summarizing(words)
  return { kind: 'help', topic: name ?? null }
}
