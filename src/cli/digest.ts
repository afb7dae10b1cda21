import { openTerminal, openTools, systemClock } from '../app.ts'
import { readConfig } from '../config.ts'
import { digestOfFeeds } from '../jobs/digest-of-feeds.ts'
import { ask } from './desk.ts'
import { fail, printJson } from './streams.ts'

/** Makes a digest now: of the feeds that are followed, or of some others without keeping anything. */
export async function digest({ feed: urls, json = false }: { feed?: string[]; json?: boolean }): Promise<void> {
  if (!urls) return await ask({ kind: 'digest-now' }, { json })
  const config = readConfig()
  const tools = await openTools(config)
  const terminal = await openTerminal()
  try {
    const { document, problems } = await digestOfFeeds(urls, {
      ...tools,
      clock: systemClock,
      progress: terminal.progress,
      zone: config.ONRECORD_ZONE,
    })
    if (json) printJson({ document, problems })
    else terminal.show(document)
    for (const problem of problems) fail(problem)
  } finally {
    await tools.close()
  }
}
