import type { CommandKind } from '../../src/chat/commands/command.ts'
import type { CommandOption, CommandSyntax } from '../../src/chat/commands/menu.ts'
import { registry } from '../../src/commands/registry.ts'
import type { TerminalVerb } from '../../src/commands/spec.ts'

/** The documentation page that lists all commands, in Markdown. */
export function commandReference(): string {
  const kinds = Object.keys(registry) as CommandKind[]
  const rows = kinds.flatMap((kind) => rowsOf(registry[kind]))
  return [
    '# Commands',
    '',
    'What people can ask for, and where. On Discord, what follows a command goes into fields; `onrecord` is the command line.',
    'Buttons on each story do the rest: show all its claims, report a mistake, withdraw the story.',
    '',
    '| Slack | Discord | Command line | What it does | Who can use it |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function rowsOf({
  ways = [],
  terminal,
  permission,
}: Pick<(typeof registry)[CommandKind], 'ways' | 'terminal' | 'permission'>): string[] {
  const who = whoMay[typeof permission === 'function' ? 'special' : permission]
  const words = ways.map((way) => row([typed(way), onDiscord(way), onCommandLine(way), way.says, who]))
  return terminal && ways.length === 0 ? [row(['', '', verbWords(terminal), terminal.says, who])] : words
}

const whoMay = {
  everyone: 'everyone',
  editors: 'the digest’s editors',
  channel: 'anyone who manages the channel or the workspace',
  workspace: 'anyone who manages the workspace',
  digest: 'the digest’s owner, anyone who manages its channel, or anyone allowed to change it',
  'digest-owner': 'the digest’s owner, or anyone who manages its channel',
  special: 'anyone who can change the digests it affects',
} as const

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function typed({ under, usage, names, read }: CommandSyntax): string {
  if (!read) return ''
  const others = names.slice(1)
  return code(`/${under} ${usage}`) + (others.length > 0 ? ` (or ${others.map(code).join(', ')})` : '')
}

function onDiscord({ under, names, openName }: CommandSyntax): string {
  const [name] = names
  const own = code(name === undefined ? `/${under}` : `/${under} ${name}`)
  return openName === undefined ? own : `${own}, ${code(`/onrecord ${openName}`)}`
}

function onCommandLine({ under, usage, commandLineUsage = usage, names, options }: CommandSyntax): string {
  if (options.some(({ kind }) => kind === 'person')) return ''
  if (under !== 'feeds') return code(`onrecord ${under} ${commandLineUsage}`)
  return code(`onrecord feeds ${[names[0], ...options.filter(({ required }) => required).map(argument)].join(' ')}`)
}

function verbWords({ name, options }: TerminalVerb): string {
  return code(
    `onrecord ${[name, ...options.map((option) => (option.required ? argument(option) : flag(option)))].join(' ')}`,
  )
}

function argument({ name, kind }: CommandOption): string {
  return kind === 'file' ? '<file>' : `<${name}>`
}

function flag({ name, kind, mayBeBare }: CommandOption): string {
  return kind === 'flag' ? `[--${name}]` : mayBeBare ? `[--${name} [${name}]]` : `[--${name} <${name}>]`
}

function code(text: string): string {
  return `\`${text}\``
}
