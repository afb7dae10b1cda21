import { askService, type Newsroom, openLog, openNewsroom, openTerminal } from '../app/compose.ts'
import { type Config, readConfig } from '../app/config.ts'
import { pages } from '../app/listen.ts'
import type { Command, CommandKind } from '../chat/commands/command.ts'
import { jsonOf, type Reply } from '../chat/commands/reply.ts'
import type { Block } from '../chat/document.ts'
import { specOf } from '../commands/registry.ts'
import { noAddresses } from '../digest/addresses.ts'
import { demonstration, localWorkspace } from '../domain/subscription.ts'
import { printJson } from './streams.ts'

/** The most workspaces that are named where nothing was found. */
const mostNamed = 3

/** How a command is given at this computer. */
export interface AskOptions {
  readonly json?: boolean
  /** The id or name of the workspace it is about; this computer's own if absent. */
  readonly workspace?: string | undefined
}

/** Carries out a command, by the service if it holds the data folder, and prints the answer. */
export async function ask<Kind extends CommandKind>(
  command: Command<Kind>,
  { json = false, workspace }: AskOptions = {},
): Promise<void> {
  const config = readConfig()
  const terminal = await openTerminal()
  const reply = await answerFor(command, config, workspace)
  const { print } = specOf(command)
  if (!reply.done) process.exitCode = 1
  if (json) printJson(jsonOf(reply))
  else if (reply.done && print) process.stdout.write(`${print(reply.data)}\n`)
  else {
    const elsewhere = workspace === undefined && foundNothing(reply) ? await workspacesElsewhere(config) : []
    terminal.show([...reply.document, ...elsewhere.map(elsewhereNote)])
  }
}

/** True if what was asked for is not there, so that another workspace may be meant. */
function foundNothing(reply: Reply): boolean {
  if (!reply.done) return reply.code === 'not-found'
  return Array.isArray(reply.data) && reply.data.length === 0
}

/** The workspaces on Slack and Discord that have digests, by name. */
async function workspacesElsewhere(config: Config): Promise<string[]> {
  const reply = await answerFor({ kind: 'explain-digests' }, config)
  if (!reply.done) return []
  const names = new Set(reply.data.digests.map(({ workspace }) => workspace))
  const here = [localWorkspace.name, demonstration.name]
  return [...names].filter((name) => !here.includes(name)).slice(0, mostNamed)
}

function elsewhereNote(name: string): Block {
  return { kind: 'note', text: `This is about this computer alone. For ${name}, add --workspace "${name}".` }
}

/** The answer of the service if it holds the data folder, otherwise of a newsroom opened for the command. */
export async function answerFor<Kind extends CommandKind>(
  command: Command<Kind>,
  config: Config,
  workspace?: string,
): Promise<Reply<Kind>> {
  const answered = await askService(config, command, workspace)
  if (answered) return answered
  const chat = workspace !== undefined
  return await withNewsroom(config, async ({ operator }) => await operator.answer(command, workspace), { chat })
}

/** Opens a newsroom for a few commands, with `chat` also for posts in Slack and Discord; `database` says which database answers. */
export async function withNewsroom<Result>(
  config: Config,
  use: (newsroom: Pick<Newsroom, 'operator' | 'database'>) => Promise<Result>,
  { chat = false }: { readonly chat?: boolean } = {},
): Promise<Result> {
  const { platform, progress } = await openTerminal()
  const log = openLog(config, { quiet: true })
  const newsroom = await openNewsroom(config, {
    log,
    progress,
    platforms: [platform],
    addressesFor: chat ? await pages(config, true) : () => noAddresses,
    chat,
  })
  try {
    return await use(newsroom)
  } finally {
    await newsroom.close()
  }
}
