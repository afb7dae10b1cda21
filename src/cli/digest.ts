import { openTerminal, systemClock } from '../app/compose.ts'
import { readConfig, usesModel } from '../app/config.ts'
import { openTools } from '../app/intake.ts'
import { commandLineMark } from '../chat/commands/menu.ts'
import { parseCommand } from '../chat/commands/parse-command.ts'
import { menu } from '../commands/menu.ts'
import { type AskOptions, ask } from './ask.ts'
import { digestOfFeeds } from './digest-of-feeds.ts'
import { fail, printJson, refuse } from './streams.ts'

/**
 * Makes a digest now, or does what the words say, which are those of the slash command. With `feed`, makes a digest of
 * those feeds and stores nothing.
 */
export async function digest(
  words: readonly string[],
  { feed: urls, json = false, workspace }: { feed?: string[] } & AskOptions,
): Promise<void> {
  if (!urls) return await askInWords(words, { json, workspace })
  const config = readConfig()
  const tools = await openTools(config)
  const terminal = await openTerminal()
  try {
    const { done, document, problems } = await digestOfFeeds(urls, {
      ...tools,
      clock: systemClock,
      progress: terminal.progress,
      zone: config.ONRECORD_ZONE,
    })
    // How many tokens may still be spent is in the database, which is not opened for this.
    const note = {
      kind: 'note' as const,
      text: `--feed doesn’t use ${config.OPENAI_MODEL}, so this was written without AI.`,
    }
    const shown = done && usesModel(config) ? [...document, note] : document
    if (json) printJson({ document: shown, problems })
    else terminal.show(shown)
    for (const problem of problems) fail(problem)
    if (!done) process.exitCode = 1
  } finally {
    await tools.close()
  }
}

async function askInWords(words: readonly string[], options: AskOptions): Promise<void> {
  const text = words.length === 0 ? 'now' : asTyped(words)
  const parsed = parseCommand(menu, { name: 'digest', text, mark: commandLineMark })
  switch (parsed.kind) {
    case 'command':
      return await ask(parsed.command, options)
    case 'form':
      return refuse('Say when: onrecord digest schedule weekdays 8:00 London', options)
    case 'unclear':
      return refuse(parsed.reason, options)
  }
}

/** Words as they were typed: the shell has taken the quotation marks from a digest's name, which comes after the verb. */
function asTyped(words: readonly string[]): string {
  const [verb = '', name = '', ...rest] = words
  const isName = rest.length > 0 && /\s/.test(name) && !/[:;"“]/.test(name)
  return isName ? [verb, `"${name}"`, ...rest].join(' ') : words.join(' ')
}
