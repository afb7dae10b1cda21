import { type Command, commandNames, mostLinks, summarizing } from './commands/command.ts'
import type { Menu } from './commands/menu.ts'
import { parseCommand } from './commands/parse-command.ts'

/** What somebody asks for, or why that is not clear. */
export type PlainRequest =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'unclear'; readonly reason: string }

/** A text that is longer than this, in characters, is taken to be an article. */
const shortestArticle = 200
const end = String.raw`(?: (?:about|on) (.+?))?(?: (?:today|yesterday|lately|recently|so far|(?:this|last) (?:week|month|year)))?[\s?!.]*$`
/** "what did Ana Ruiz say about the bridge this week?" The days are not read: everything on record is shown, with dates. */
const asksWhatWasSaid = new RegExp(
  String.raw`^what (?:did|does|has|have) (.+?) (?:say|said|claim|claimed|tell|told)\b${end}`,
  'i',
)
const asksForClaims = new RegExp(
  String.raw`^(?:claims?|statements?|quotes?|quotations?) (?:by|of|from) (.+?)${end}`,
  'i',
)
/** Commands whose words are all theirs, so that a text may begin with their names by chance. */
const takesAnything: ReadonlySet<string> = new Set(['claims', 'summarize'])

/**
 * Reads what somebody asks for in plain words, in a message to the app: what a person said, links, an article's text, or
 * a command, whose mark ("/", "/news-") may be left out. Anything else is a question for help.
 */
export function plainRequest(
  menu: Menu,
  text: string,
  { links, mark }: { readonly links: readonly string[]; readonly mark: string },
): PlainRequest {
  const given = text.trim()
  const marks = [mark, mark.replace(/^\//, ''), '/'].filter((each) => each !== '')
  const used = marks.find((each) => given.toLowerCase().startsWith(each)) ?? ''
  const words = given.slice(used.length)
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(words) ?? []
  const name = commandNames.find((each) => each === first.toLowerCase())
  const isSure = used !== '' || (name !== undefined && !takesAnything.has(name))
  const command = isSure ? undefined : withoutCommand(words, links)
  if (command) return { kind: 'command', command }
  if (!name) return { kind: 'command', command: { kind: 'help', topic: null } }
  const parsed = parseCommand(menu, { name, text: rest, mark })
  if (parsed.kind === 'form')
    return { kind: 'unclear', reason: `That opens a form, so type it as a command: ${mark}${name} ${rest}`.trim() }
  return parsed
}

/** What a text that names no command asks for; undefined if nothing is clear. */
function withoutCommand(words: string, links: readonly string[]): Command | undefined {
  const [, speaker, about] = asksWhatWasSaid.exec(words) ?? asksForClaims.exec(words) ?? []
  if (speaker) return { kind: 'show-claims', speaker, ...(about ? { about } : {}) }
  if (links.length > 0) return summarizing(links.slice(0, mostLinks).join(' '))
  return words.length > shortestArticle ? summarizing(words) : undefined
}
