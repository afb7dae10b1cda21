import { askService, openLog, openNewsroom, openTerminal } from '../app/compose.ts'
import { type Config, readConfig } from '../app/config.ts'
import type { Command, CommandAnswer } from '../chat/command.ts'
import { noAddresses } from '../digest/addresses.ts'
import { printJson, textOf } from './streams.ts'

/** Does what needs the database: by the service where one holds the data folder, here otherwise. Prints the answer; with `raw` only the text of that name in it. */
export async function ask(command: Command, { json = false, raw }: { json?: boolean; raw?: string }): Promise<void> {
  const config = readConfig()
  const terminal = await openTerminal()
  const answer = await answerFor(command, config)
  if (!answer.done) process.exitCode = 1
  if (raw !== undefined && answer.done) process.stdout.write(`${textOf(answer.json, raw)}\n`)
  else if (json) printJson(answer.json)
  else terminal.show(answer.document)
}

/** The answer of the service where one holds the data folder, of a newsroom opened for it otherwise. */
export async function answerFor(command: Command, config: Config): Promise<CommandAnswer> {
  return (await askService(config, command)) ?? (await answerHere(command, config)).answer
}

/** Opens the newsroom for one command, and another where several belong together; tells also which database answered. */
export async function answerHere(
  command: Command,
  config: Config,
  ...others: readonly Command[]
): Promise<{ readonly answer: CommandAnswer; readonly others: readonly CommandAnswer[]; readonly database: string }> {
  const { platform, progress } = await openTerminal()
  const log = openLog(config, { quiet: true })
  const newsroom = await openNewsroom(config, {
    log,
    progress,
    platforms: [platform],
    addressesFor: () => noAddresses,
    chat: false,
  })
  try {
    const answer = await newsroom.desk.answer(command)
    const further: CommandAnswer[] = []
    for (const other of others) further.push(await newsroom.desk.answer(other))
    return { answer, others: further, database: newsroom.database }
  } finally {
    await newsroom.close()
  }
}
