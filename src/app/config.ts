import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { addressSettings, numberSettings, otherSettings, type Settings } from './settings.ts'

/** Every setting, read once and checked. */
export interface Config extends Settings {
  /** Where the settings came from, for people: "the environment and .env". */
  readonly origin: string
}

/** Reports all wrong settings at once. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'A setting is' : `${problems.length} settings are`} wrong:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    )
    this.problems = problems
  }
}

/** The file in the working folder that may also hold settings. */
const file = '.env'

/**
 * Reads each setting from the environment or, if it is not set there, from `.env`.
 *
 * @throws {ConfigError} that names every wrong setting and says what is expected.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const stored = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const values = { ...stored, ...withoutEmpty(environment) }
  const problems: string[] = []
  const note = (problem: string) => {
    problems.push(problem)
  }
  const settings: Settings = {
    ...addressSettings(values, note),
    ...numberSettings(values, note),
    ...otherSettings(values, note),
  }
  problems.push(...misspelled(values, settings))
  if (problems.length > 0) throw new ConfigError(problems)
  return { ...settings, origin: existsSync(file) ? `the environment and ${file}` : 'the environment' }
}

/**
 * Like `readConfig`, with these settings in place of those in the environment.
 *
 * @throws {ConfigError} as `readConfig` does.
 */
export function configWith(settings: Readonly<Record<string, string>>): Config {
  return readConfig({ ...process.env, ...settings })
}

/** True if a language model writes. A server other than OpenAI's may need no key. */
export function usesModel({ OPENAI_MODEL: model, OPENAI_API_KEY: key, OPENAI_BASE_URL: url }: Settings): boolean {
  return model !== null && (key !== null || !/^https:\/\/api\.openai\.com\b/.test(url))
}

/** True if the person wants no colour: https://no-color.org */
export function wantsNoColor(): boolean {
  return (process.env['NO_COLOR'] ?? '') !== ''
}

function withoutEmpty(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  )
}

/** Reports unknown ONRECORD_ settings, since a misspelt name would otherwise go unnoticed. */
function misspelled(values: Readonly<Record<string, string | undefined>>, settings: Settings): string[] {
  const known = new Set(Object.keys(settings))
  return Object.keys(values)
    .filter((name) => name.startsWith('ONRECORD_') && !known.has(name))
    .map((name) => `${name} isn’t a setting; they’re listed in .env.example`)
}
