import { openLog, openTerminal } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { runService } from '../app/service.ts'
import { checkRoom } from './before-start.ts'

/** Runs the service until it is told to stop, or once. */
export async function start({ once = false }: { once?: boolean }): Promise<void> {
  const config = readConfig()
  checkRoom(config)
  const log = openLog(config, { quiet: once || process.stderr.isTTY })
  await runService(config, { ...(await openTerminal()), once, log, stopped: once ? Promise.resolve() : stopSignal() })
}

function stopSignal(): Promise<void> {
  return new Promise((stop) => {
    process.once('SIGINT', () => stop())
    process.once('SIGTERM', () => stop())
  })
}
