import { Argument, Option as Flag, type Command as Program } from 'commander'
import type { CommandOption, FilledValue } from '../chat/commands/menu.ts'
import { menu, terminalVerbs } from '../commands/menu.ts'
import type { TerminalVerb } from '../commands/spec.ts'
import { uncapitalize } from '../domain/capitals.ts'
import { idIn, workspaceHelp } from './arguments.ts'
import type { AskOptions } from './ask.ts'

/** Adds the commands that exist everywhere as verbs of the command line, each with its description. */
export function addRegisteredVerbs(program: Program): void {
  const feeds = program.command('feeds').description(lowerFirst(menu.feeds.says))
  for (const { names, says, options, fill } of menu.feeds.ways)
    addVerb(feeds, { name: names[0] ?? '', says, options, fill })
  const desk = program.command('desk').description(lowerFirst(menu.desk.says))
  for (const { names, says, options, fill } of menu.desk.ways)
    addVerb(desk, { name: names[0] ?? '', says, options, fill }, { isDefault: names.includes('list') })
  for (const { says, options, fill } of menu.claims.ways) addVerb(program, { name: 'claims', says, options, fill })
  for (const verb of terminalVerbs) addVerb(program, verb)
}

/** Adds a verb. Required options become arguments, the others flags. */
function addVerb(program: Program, { name, says, options, fill }: TerminalVerb, { isDefault = false } = {}): void {
  const positional = options.filter(({ required }) => required)
  const verb = program.command(name, { isDefault }).description(lowerFirst(says))
  for (const option of positional) verb.addArgument(argumentOf(option))
  for (const option of options.filter(({ required }) => !required)) verb.addOption(flagOf(option))
  verb.option('--workspace <id>', workspaceHelp)
  verb.option('--json', 'print JSON, for programs')
  verb.action(async (...given: unknown[]) => {
    const flags = given[positional.length] as Readonly<Record<string, FilledValue>> & AskOptions
    const filled = new Map<string, FilledValue>()
    for (const [index, option] of positional.entries())
      filled.set(option.name, await valueOf(option, idIn(String(given[index]))))
    for (const { name: flag } of options) if (flags[flag] !== undefined) filled.set(flag, flags[flag])
    const meant = fill(filled)
    if (meant.kind !== 'command') {
      const { refuse } = await import('./streams.ts')
      return refuse(meant.kind === 'unclear' ? meant.reason : 'Something is missing. Add --help to see what.', flags)
    }
    await (await import('./ask.ts')).ask(meant.command, flags)
  })
}

function argumentOf(option: CommandOption): Argument {
  const says = lowerFirst(option.says)
  if (option.kind === 'file') return new Argument('<file>', `${says}, or - for standard input`)
  const argument = new Argument(`<${option.name}>`, says)
  return option.kind === 'text' && option.choices
    ? argument.choices(option.choices.map(({ value }) => value))
    : argument
}

function flagOf({ kind, name, says, mayBeBare }: CommandOption): Flag {
  const value = kind === 'flag' ? '' : mayBeBare ? ` [${name}]` : ` <${name}>`
  return new Flag(`--${name}${value}`, lowerFirst(says))
}

/** The value as given; for a file, its text. */
async function valueOf({ kind }: CommandOption, given: string): Promise<string> {
  if (kind !== 'file') return given
  return (await (await import('./streams.ts')).readInput(given)).toString('utf8')
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? uncapitalize(text) : text
}
