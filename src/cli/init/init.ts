import { type Config, ConfigError, configWith, readConfig } from '../../app/config.ts'
import { openTools } from '../../app/intake.ts'
import { parseCommand } from '../../chat/commands/parse-command.ts'
import { addressOf } from '../../chat/commands/typed-words.ts'
import { findFeed } from '../../commands/feeds/find-feed.ts'
import { menu } from '../../commands/menu.ts'
import { isRefusal } from '../../commands/replies.ts'
import { readSchedule } from '../../digest/schedule/schedule-words.ts'
import { chatName } from '../../domain/subscription.ts'
import { answerFor } from '../ask.ts'
import { checkDiscord, checkModel, checkSlack, type Diagnosis } from './checks.ts'
import { askInTerminal, type Questions, takeDefaults } from './questions.ts'
import { addSettings, type FileSettings, file, refuseIfSet } from './settings-file.ts'

/** Answers given as flags; with `yes`, nothing is asked. */
export interface InitOptions {
  readonly platform?: string
  readonly slackBotToken?: string
  readonly slackAppToken?: string
  readonly discordToken?: string
  readonly discordApplicationId?: string
  readonly model?: string
  readonly modelUrl?: string
  readonly modelKey?: string
  readonly feeds?: readonly string[]
  readonly when?: string
  readonly yes?: boolean
}

/** An answer that does not hold; its message says why and what to do. */
class WrongAnswer extends Error {}

/**
 * Sets Onrecord up in this folder with a few questions, each answer checked at once.
 *
 * @throws {Error} with a reason for people if there is a file already, or a flag's value does not hold.
 */
export async function init(options: InitOptions): Promise<void> {
  refuseIfSet()
  const questions = options.yes ? takeDefaults() : askInTerminal()
  try {
    const platform = await untilRight(questions, options, async (ask) => await askPlatform(ask, options))
    const channel = await untilRight(questions, options, async (ask) => await askTokens(platform, ask, options))
    const model = await untilRight(questions, options, async (ask) => await askModel(ask, options))
    const settings = { ...channel, ...model }
    const feeds = await untilRight(questions, options, async (ask) => await askFeeds(ask, options))
    const when = await untilRight(questions, options, async (ask) => await askWhen(ask, options))
    addSettings(settings)
    say(`\n${file} is written${platform === 'terminal' ? '' : '; only you can read it'}.`)
    if (platform === 'terminal') await setUpHere(readConfig(), { feeds, when })
    say(nextStep(platform, { feeds, when }))
  } finally {
    questions.close()
  }
}

type Ask = Questions['ask']

/** Asks until the answer holds; an answer from a flag is not asked for twice. */
async function untilRight<T>(
  { ask }: Questions,
  { yes = false }: InitOptions,
  question: (ask: Ask) => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await question(ask)
    } catch (error) {
      if (!(error instanceof WrongAnswer) || yes) throw error
      say(`  ${error.message}`)
    }
  }
}

const platforms = ['terminal', 'slack', 'discord'] as const
type ChosenPlatform = (typeof platforms)[number]

async function askPlatform(ask: Ask, options: InitOptions): Promise<ChosenPlatform> {
  const usual = options.platform ?? platformOf(options)
  const given = (await ask('Where do digests go: terminal, slack or discord?', usual)).toLowerCase()
  const platform = platforms.find((each) => each === given)
  if (!platform) throw new WrongAnswer(`“${given}” is none of terminal, slack, discord.`)
  return platform
}

/** The platform that the tokens among the flags are for. */
function platformOf({ slackBotToken, slackAppToken, discordToken }: InitOptions): ChosenPlatform {
  if (slackBotToken ?? slackAppToken) return 'slack'
  return discordToken ? 'discord' : 'terminal'
}

async function askTokens(platform: ChosenPlatform, ask: Ask, options: InitOptions): Promise<FileSettings> {
  if (platform === 'terminal') return {}
  if (platform === 'slack') {
    const settings = {
      SLACK_BOT_TOKEN: await ask(
        'Slack’s bot token (xoxb-…; docs/slack.md says where it is)',
        options.slackBotToken,
        '--slack-bot-token',
      ),
      SLACK_APP_TOKEN: await ask('  and its app token (xapp-…)', options.slackAppToken, '--slack-app-token'),
    }
    await mustWork(settings, checkSlack)
    return settings
  }
  const settings = {
    DISCORD_TOKEN: await ask(
      'Discord’s bot token (docs/discord.md says where it is)',
      options.discordToken,
      '--discord-token',
    ),
    DISCORD_APPLICATION_ID: await ask(
      '  and the application’s id',
      options.discordApplicationId,
      '--discord-application-id',
    ),
  }
  await mustWork(settings, checkDiscord)
  return settings
}

async function askModel(ask: Ask, options: InitOptions): Promise<FileSettings> {
  const name = await ask('A language model that writes: its name, or none', options.model ?? 'none')
  if (/^(?:none|no|n|-)$/i.test(name)) return {}
  const url = await ask('  its address', options.modelUrl ?? 'https://api.openai.com/v1')
  const key = await ask('  its key (empty for a server of your own)', options.modelKey ?? '')
  const settings = { OPENAI_MODEL: name, OPENAI_BASE_URL: url, ...(key === '' ? {} : { OPENAI_API_KEY: key }) }
  await mustWork(settings, checkModel)
  return settings
}

async function askFeeds(ask: Ask, { feeds = [] }: InitOptions): Promise<string[]> {
  const given = await ask('Sites or feeds to follow, with spaces between (may be empty)', feeds.join(' '))
  const addresses = given.split(/[\s,]+/).flatMap((each) => addressOf(each) ?? [])
  if (addresses.length === 0) return []
  const tools = await openTools(readConfig())
  try {
    for (const address of addresses) {
      const found = await findFeed(address, tools)
      if (isRefusal(found)) throw new WrongAnswer(`${address}: ${found.text}`)
      say(`  ${found.outlet} has a feed: ${found.url}`)
    }
  } finally {
    await tools.close()
  }
  return addresses
}

async function askWhen(ask: Ask, { when = 'weekdays 8:00' }: InitOptions): Promise<string> {
  const given = await ask('When digests come: “weekdays 8:00”, “daily 7:30 and 17:00 London”', when)
  const read = readSchedule(given, 'UTC')
  if (read.kind !== 'schedule') throw new WrongAnswer(read.reason)
  return given
}

/** Asks whoever the settings are for. */
async function mustWork(settings: FileSettings, check: (config: Config) => Promise<Diagnosis>): Promise<void> {
  const { name, state, detail } = await check(configOf(settings))
  if (state !== 'works') throw new WrongAnswer(`${name}: ${detail.split('; meanwhile', 1)[0]}.`)
  say(`  ${name} works: ${detail}.`)
}

function configOf(settings: FileSettings): Config {
  try {
    return configWith(settings)
  } catch (error) {
    if (error instanceof ConfigError) throw new WrongAnswer(error.problems.join('; '))
    throw error
  }
}

interface Chosen {
  readonly feeds: readonly string[]
  readonly when: string
}

/** Follows the feeds and sets the digest of this computer. */
async function setUpHere(config: Config, { feeds, when }: Chosen): Promise<void> {
  for (const url of feeds) {
    const reply = await answerFor({ kind: 'add-feed', url }, config)
    say(reply.done ? `Following ${reply.data.outlet ?? url}.` : `${url}: ${reply.text}`)
  }
  if (feeds.length === 0) return
  const parsed = parseCommand(menu, { name: 'digest', text: `schedule ${when}` })
  if (parsed.kind !== 'command') return
  const reply = await answerFor(parsed.command, config)
  if (!reply.done) say(reply.text)
}

function nextStep(platform: ChosenPlatform, { feeds, when }: Chosen): string {
  const start = 'Next: npx onrecord start'
  if (platform === 'terminal')
    return feeds.length > 0
      ? `${start}   (digests come ${when}; npx onrecord digest shows what’s new now)`
      : `${start}   (it shows the demonstration; npx onrecord feeds add <address> begins with real news)`
  const app = chatName(platform)
  const words = [
    ...(platform === 'slack' ? ['/invite @Onrecord'] : []),
    `/feeds add ${feeds.length > 0 ? feeds.join(' ') : '<addresses of sites or feeds>'}`,
    `/digest schedule ${when}`,
  ]
  return [
    start,
    `Then, in the channel on ${app}, one line after the other:`,
    ...words.map((line) => `  ${line}`),
    `Feeds and digests on ${app} are apart from those of this computer: npx onrecord digest list --workspace <id> shows them here.`,
  ].join('\n')
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
