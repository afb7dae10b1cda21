import { askService, openLog, openNewsroom, openTerminal } from '../app.ts'
import type { Command } from '../chat/command.ts'
import { readConfig } from '../config.ts'
import { noAddresses } from '../digest/layout-brief.ts'
import { printJson, textOf } from './streams.ts'

/** Does what needs the database: by the service where one holds the data folder, here otherwise. Prints the answer; with `raw` only the text of that name in it. */
export async function ask(command: Command, { json = false, raw }: { json?: boolean; raw?: string }): Promise<void> {
  const config = readConfig()
  const terminal = await openTerminal()
  const answer = (await askService(config, command)) ?? (await answerHere())
  if (!answer.done) process.exitCode = 1
  if (raw !== undefined && answer.done) process.stdout.write(`${textOf(answer.json, raw)}\n`)
  else if (json) printJson(answer.json)
  else terminal.show(answer.document)

  async function answerHere() {
    const log = openLog(config, { quiet: true })
    const newsroom = await openNewsroom(config, {
      log,
      progress: terminal.progress,
      platforms: [terminal.platform],
      addresses: noAddresses,
    })
    try {
      return await newsroom.desk.answer(command)
    } finally {
      await newsroom.close()
    }
  }
}
