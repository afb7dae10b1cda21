import type { OwnTerms } from '../terms/own-terms.ts'
import { readLabels, readOwnTerms } from './lists-in-settings.ts'
/** All settings. Each is documented in `.env.example`. */
export interface Settings extends AddressSettings, NumberSettings, OtherSettings {}

export interface AddressSettings {
  readonly DATABASE_URL: string | null
  readonly OPENAI_BASE_URL: string
  readonly SLACK_API_URL: string
  readonly DISCORD_API_URL: string
  /** How others reach the public listener; null if nobody needs to. */
  readonly ONRECORD_PUBLIC_URL: string | null
  /** Called once a minute while all is well, so that a monitoring service notices when that ends. */
  readonly ONRECORD_HEARTBEAT_URL: string | null
  /** Asked whether a passage supports a model's sentence; null if there is no second reader. */
  readonly ONRECORD_SECOND_READER_URL: string | null
}

export interface NumberSettings {
  readonly ONRECORD_PORT: number
  /** Null if there is no public listener. */
  readonly ONRECORD_PUBLIC_PORT: number | null
  /** The time between the starts of two requests to one host, in milliseconds. */
  readonly ONRECORD_HOST_SPACING_MS: number
  readonly ONRECORD_DAILY_TOKENS: number
  readonly ONRECORD_MODEL_SECONDS: number
  readonly ONRECORD_MODEL_REQUESTS: number | null
  readonly ONRECORD_WORKSPACE_TOKENS: number
  /** The price of a million tokens; null if the operator gives none. */
  readonly ONRECORD_PRICE_READ: number | null
  readonly ONRECORD_PRICE_WRITTEN: number | null
  readonly ONRECORD_KEEP_ARTICLES_DAYS: number
  readonly ONRECORD_KEEP_EDITIONS_DAYS: number
  readonly ONRECORD_KEEP_STATEMENTS_DAYS: number
}

export interface OtherSettings {
  readonly OPENAI_API_KEY: string | null
  readonly OPENAI_MODEL: string | null
  readonly SLACK_BOT_TOKEN: string | null
  readonly SLACK_APP_TOKEN: string | null
  readonly SLACK_SIGNING_SECRET: string | null
  readonly SLACK_CLIENT_ID: string | null
  readonly SLACK_CLIENT_SECRET: string | null
  /** Put before slash command names, which all apps in a workspace share; usually empty. */
  readonly SLACK_COMMAND_PREFIX: string
  readonly DISCORD_TOKEN: string | null
  readonly DISCORD_APPLICATION_ID: string | null
  readonly DISCORD_PUBLIC_KEY: string | null
  /** The shards of this process and the total number; null for all shards. */
  readonly DISCORD_SHARDS: { readonly own: readonly number[]; readonly count: number } | null
  readonly ONRECORD_DATA: string
  readonly ONRECORD_SECRET: string | null
  readonly ONRECORD_ROLES: readonly Role[]
  readonly ONRECORD_ALLOW_HOSTS: ReadonlySet<string>
  /** What readers are told about outlets, by name or host in lower case. */
  readonly ONRECORD_OUTLET_LABELS: ReadonlyMap<string, string>
  /** What may be done with articles of some hosts, beside what their publishers say. */
  readonly ONRECORD_PUBLISHERS: OwnTerms
  readonly ONRECORD_ZONE: string
  /** The language of the invented outlets that a new installation begins with. */
  readonly ONRECORD_SAMPLES: SampleLanguage
  /** How publishers can reach the operator; null if they are not given this. */
  readonly ONRECORD_CONTACT: string | null
}

export type SampleLanguage = (typeof sampleLanguages)[number]
const sampleLanguages = ['en', 'de', 'es', 'fr', 'pt'] as const

export type Role = (typeof roles)[number]
const roles = ['gateway', 'worker'] as const

/** The settings whose values never appear in a log, an error or a post. */
export const secretSettings = [
  'OPENAI_API_KEY',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'DISCORD_TOKEN',
  'ONRECORD_SECRET',
] as const satisfies readonly (keyof Settings)[]

type Values = Readonly<Record<string, string | undefined>>
type Note = (problem: string) => void

export function addressSettings(values: Values, note: Note): AddressSettings {
  const address = (name: string, protocols: RegExp, expected: string): string | null => {
    const value = values[name]
    if (value === undefined) return null
    if (URL.canParse(value) && protocols.test(new URL(value).protocol)) return value.replace(/\/+$/, '')
    note(`${name} is not an address: expected something like ${expected}`)
    return null
  }
  return {
    DATABASE_URL: address('DATABASE_URL', /^postgres(?:ql)?:$/, 'postgres://user:password@host:5432/onrecord'),
    OPENAI_BASE_URL:
      address('OPENAI_BASE_URL', /^https?:$/, 'http://127.0.0.1:11434/v1') ?? 'https://api.openai.com/v1',
    SLACK_API_URL: address('SLACK_API_URL', /^https?:$/, 'https://slack.com/api') ?? 'https://slack.com/api',
    DISCORD_API_URL: address('DISCORD_API_URL', /^https?:$/, 'https://discord.com/api') ?? 'https://discord.com/api',
    ONRECORD_PUBLIC_URL: address('ONRECORD_PUBLIC_URL', /^https?:$/, 'https://news.example.org'),
    ONRECORD_HEARTBEAT_URL: address('ONRECORD_HEARTBEAT_URL', /^https?:$/, 'https://watch.example.org/onrecord'),
    ONRECORD_SECOND_READER_URL: address(
      'ONRECORD_SECOND_READER_URL',
      /^https?:$/,
      'http://127.0.0.1:8000/v1/lettucedetect/spans',
    ),
  }
}

export function numberSettings(values: Values, note: Note): NumberSettings {
  const whole = (name: string, { fallback, from, to }: { fallback: number; from: number; to: number }): number => {
    const value = values[name]
    if (value === undefined) return fallback
    const number = Number(value)
    if (Number.isInteger(number) && number >= from && number <= to) return number
    note(`${name} is “${value.slice(0, 40)}”: expected a whole number from ${from} to ${to}`)
    return fallback
  }
  const price = (name: string): number | null => {
    const value = values[name]
    if (value === undefined) return null
    if (/^\d+(?:\.\d+)?$/.test(value)) return Number(value)
    note(`${name} is “${value.slice(0, 40)}”: expected the price of a million tokens, such as 0.60`)
    return null
  }
  const port = { from: 0, to: 65_535 }
  return {
    ONRECORD_PORT: whole('ONRECORD_PORT', { fallback: 3030, ...port }),
    ONRECORD_PUBLIC_PORT:
      values['ONRECORD_PUBLIC_PORT'] === undefined ? null : whole('ONRECORD_PUBLIC_PORT', { fallback: 0, ...port }),
    ONRECORD_HOST_SPACING_MS: whole('ONRECORD_HOST_SPACING_MS', { fallback: 1_000, from: 0, to: 60_000 }),
    ONRECORD_DAILY_TOKENS: whole('ONRECORD_DAILY_TOKENS', { fallback: 1_000_000, from: 0, to: 1_000_000_000 }),
    ONRECORD_WORKSPACE_TOKENS: whole('ONRECORD_WORKSPACE_TOKENS', { fallback: 500_000, from: 0, to: 1_000_000_000 }),
    ONRECORD_MODEL_SECONDS: whole('ONRECORD_MODEL_SECONDS', { fallback: 50, from: 5, to: 3_600 }),
    ONRECORD_MODEL_REQUESTS:
      values['ONRECORD_MODEL_REQUESTS'] === undefined
        ? null
        : whole('ONRECORD_MODEL_REQUESTS', { fallback: 1, from: 1, to: 64 }),
    ONRECORD_PRICE_READ: price('ONRECORD_PRICE_READ'),
    ONRECORD_PRICE_WRITTEN: price('ONRECORD_PRICE_WRITTEN'),
    ONRECORD_KEEP_ARTICLES_DAYS: whole('ONRECORD_KEEP_ARTICLES_DAYS', { fallback: 30, from: 1, to: 3_650 }),
    ONRECORD_KEEP_STATEMENTS_DAYS: whole('ONRECORD_KEEP_STATEMENTS_DAYS', { fallback: 3_650, from: 1, to: 36_500 }),
    ONRECORD_KEEP_EDITIONS_DAYS: whole('ONRECORD_KEEP_EDITIONS_DAYS', { fallback: 365, from: 1, to: 3_650 }),
  }
}

export function otherSettings(values: Values, note: Note): OtherSettings {
  const matching = (name: string, pattern: RegExp, expected: string): string | null => {
    const value = values[name]
    if (value === undefined) return null
    if (pattern.test(value)) return value
    note(`${name} has the wrong format: expected ${expected}`)
    return null
  }
  return {
    OPENAI_API_KEY: values['OPENAI_API_KEY'] ?? null,
    OPENAI_MODEL: values['OPENAI_MODEL'] ?? null,
    SLACK_BOT_TOKEN: matching('SLACK_BOT_TOKEN', /^xoxb-/, 'a bot token, which begins with xoxb-'),
    SLACK_APP_TOKEN: matching('SLACK_APP_TOKEN', /^xapp-/, 'an app-level token, which begins with xapp-'),
    SLACK_SIGNING_SECRET: values['SLACK_SIGNING_SECRET'] ?? null,
    SLACK_CLIENT_ID: values['SLACK_CLIENT_ID'] ?? null,
    SLACK_CLIENT_SECRET: values['SLACK_CLIENT_SECRET'] ?? null,
    SLACK_COMMAND_PREFIX:
      matching('SLACK_COMMAND_PREFIX', /^[a-z0-9_-]{1,20}$/, 'up to 20 lower-case letters, digits and hyphens') ?? '',
    DISCORD_TOKEN: values['DISCORD_TOKEN'] ?? null,
    DISCORD_APPLICATION_ID: matching('DISCORD_APPLICATION_ID', /^\d{15,21}$/, 'the application’s ID, 15 to 21 digits'),
    DISCORD_PUBLIC_KEY: matching(
      'DISCORD_PUBLIC_KEY',
      /^[0-9a-f]{64}$/i,
      'the application’s public key, 64 hexadecimal digits',
    ),
    DISCORD_SHARDS: readShards(values['DISCORD_SHARDS'], note),
    ONRECORD_DATA: values['ONRECORD_DATA'] ?? './data',
    ONRECORD_SECRET: matching(
      'ONRECORD_SECRET',
      /^.{32,}$/,
      'at least 32 characters, for example from: openssl rand -hex 32',
    ),
    ONRECORD_ROLES: readRoles(values['ONRECORD_ROLES'], note),
    ONRECORD_ALLOW_HOSTS: readHosts(values['ONRECORD_ALLOW_HOSTS'], note),
    ONRECORD_OUTLET_LABELS: readLabels(values['ONRECORD_OUTLET_LABELS'], note),
    ONRECORD_PUBLISHERS: readOwnTerms(values['ONRECORD_PUBLISHERS'], note),
    ONRECORD_ZONE: readZone(values['ONRECORD_ZONE'], note),
    ONRECORD_SAMPLES: readSamples(values['ONRECORD_SAMPLES'], note),
    ONRECORD_CONTACT: matching(
      'ONRECORD_CONTACT',
      /^(?:https?:\/\/[\x21-\x7e]{4,200}|[\x21-\x3f\x41-\x7e]{1,64}@[\x21-\x7e]{3,200})$/,
      'a web or email address, such as https://news.example.org/about-our-bot',
    ),
  }
}

function readRoles(value: string | undefined, note: Note): readonly Role[] {
  if (value === undefined || value === 'all') return roles
  const named = value.split(',').map((role) => role.trim())
  const known = roles.filter((role) => named.includes(role))
  if (known.length === named.length && known.length > 0) return known
  note(`ONRECORD_ROLES is “${value.slice(0, 40)}”: expected all, or a list of ${roles.join(', ')}`)
  return roles
}

function readSamples(value: string | undefined, note: Note): SampleLanguage {
  if (value === undefined) return 'en'
  const known = sampleLanguages.find((language) => language === value)
  if (!known) note(`ONRECORD_SAMPLES is “${value.slice(0, 40)}”: expected ${sampleLanguages.join(', ')}`)
  return known ?? 'en'
}

function readShards(value: string | undefined, note: Note): OtherSettings['DISCORD_SHARDS'] {
  if (value === undefined) return null
  const [, list = '', total = ''] = /^(\d+(?:,\d+)*)\/(\d+)$/.exec(value) ?? []
  const own = list.split(',').map(Number)
  const count = Number(total)
  if (list !== '' && own.every((shard) => shard < count)) return { own, count }
  note(`DISCORD_SHARDS is “${value.slice(0, 40)}”: expected this process’s shards and the total, such as 0,1/4`)
  return null
}

function readHosts(value: string | undefined, note: Note): ReadonlySet<string> {
  const pairs = (value ?? '').split(/[\s,]+/).filter(Boolean)
  for (const pair of pairs) {
    if (!/^(?:\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i.test(pair))
      note(`ONRECORD_ALLOW_HOSTS has “${pair.slice(0, 60)}”: expected pairs of host and port, as in 192.168.1.5:8080`)
  }
  return new Set(pairs.map((pair) => pair.toLowerCase()))
}

function readZone(value: string | undefined, note: Note): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  if (value === undefined) return own
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    note(`ONRECORD_ZONE is “${value.slice(0, 40)}”: expected a time zone such as Europe/London`)
    return own
  }
}
