import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Newsroom, openNewsroom } from '../../src/app/compose.ts'
import { readConfig } from '../../src/app/config.ts'
import { handleJob } from '../../src/app/tick.ts'
import type { CommandName } from '../../src/chat/commands/command.ts'
import { parseCommand } from '../../src/chat/commands/parse-command.ts'
import type { Reply } from '../../src/chat/commands/reply.ts'
import { menu } from '../../src/commands/menu.ts'
import { runCommand } from '../../src/commands/run-command.ts'
import { noAddresses } from '../../src/digest/addresses.ts'
import type { Asker, Platform } from '../../src/ports.ts'

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

/** A complete newsroom for tests, with a temporary data folder and a running queue, which asks hosts without a pause. */
export interface OpenedNewsroom extends Newsroom {
  /** Answers a command as typed. */
  ask(asker: Asker, name: CommandName, words: string): Promise<Reply>
  /** Resolves when no edition is unsettled, or after about 20 seconds. */
  settled(): Promise<void>
}

export async function openTestNewsroom(
  settings: Readonly<Record<string, string>>,
  platforms: readonly Platform[] = [],
): Promise<OpenedNewsroom> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-newsroom-'))
  const newsroom = await openNewsroom(
    readConfig({ ONRECORD_DATA: folder, ONRECORD_ZONE: 'Europe/London', ONRECORD_HOST_SPACING_MS: '0', ...settings }),
    {
      platforms,
      progress: { step: () => undefined, end: () => undefined },
      log: silent,
      addressesFor: () => noAddresses,
      chat: true,
    },
  )
  await newsroom.services.queue.work((job) => handleJob(job, newsroom.services))
  return {
    ...newsroom,
    ask: async (asker, name, words) => {
      const parsed = parseCommand(menu, { name, text: words })
      if (parsed.kind !== 'command') throw new Error(`“${name} ${words}” is no command: ${parsed.kind}`)
      return await runCommand(parsed.command, { asker, services: newsroom.services })
    },
    settled: async () => {
      const { editions } = newsroom.services.store
      for (let turn = 0; turn < 400 && (await editions.unsettled(null, 1)).length > 0; turn++)
        await new Promise((done) => setTimeout(done, 50))
    },
    close: async () => {
      await newsroom.close()
      rmSync(folder, { recursive: true })
    },
  }
}
