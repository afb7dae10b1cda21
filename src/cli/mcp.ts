import { serveStdio } from '../adapters/mcp/stdio.ts'
import { readConfig } from '../app/config.ts'
import { version } from '../app/version.ts'
import { answerFor } from './ask.ts'

/** Serves an assistant on this computer over standard input and output; each question is answered by itself. */
export async function serveMcp({ workspace }: { readonly workspace?: string }): Promise<void> {
  const config = readConfig()
  await serveStdio({ answer: async (command) => await answerFor(command, config, workspace) }, version)
}
