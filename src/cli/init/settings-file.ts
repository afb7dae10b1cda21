import { appendFileSync, chmodSync, existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

/** The file that is written, in the folder where the command is given. */
export const file = '.env'

/** Settings by name, as the file has them. */
export type FileSettings = Readonly<Record<string, string>>

/** The settings that this asks for. */
const asked = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'DISCORD_TOKEN',
  'DISCORD_APPLICATION_ID',
  'OPENAI_MODEL',
  'OPENAI_BASE_URL',
  'OPENAI_API_KEY',
]

/** @throws {Error} if the file in this folder has any of the settings that are to be asked for. */
export function refuseIfSet(): void {
  if (!existsSync(file)) return
  const known = parseEnv(readFileSync(file, 'utf8'))
  const taken = asked.filter((name) => known[name])
  if (taken.length > 0)
    throw new Error(`the ${file} in this folder has ${taken.join(', ')} already; edit it, or move it away first`)
}

/** Writes settings into the file, which only its owner can read then. Whatever else is in it stays. */
export function addSettings(settings: FileSettings): void {
  const stands = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const gap = stands === '' || stands.endsWith('\n') ? '' : '\n'
  appendFileSync(file, `${gap}${written(settings)}`, { mode: 0o600 })
  chmodSync(file, 0o600)
}

/** The settings as a file that dotenv readers take; values are quoted where they need it. */
function written(settings: FileSettings): string {
  const lines = Object.entries(settings).map(
    ([name, value]) => `${name}=${/^[\w.:/@+-]*$/.test(value) ? value : JSON.stringify(value)}`,
  )
  return ['# Written by “onrecord init”. All settings are explained in the project’s .env.example.', ...lines, ''].join(
    '\n',
  )
}
