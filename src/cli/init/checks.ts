import type { Config } from '../../app/config.ts'
import { probeModel } from '../../app/model.ts'

/** Whether what is set up outside of this computer answers: the model, Slack, Discord. */

/** The result of one check. */
export interface Diagnosis {
  readonly name: string
  readonly state: 'works' | 'off' | 'fails'
  readonly detail: string
}

/** Asks the model one short question, if one is set. */
export async function checkModel(config: Config): Promise<Diagnosis> {
  const name = 'Model'
  if (config.OPENAI_MODEL === null)
    return {
      name,
      state: config.OPENAI_API_KEY === null ? 'off' : 'fails',
      detail:
        config.OPENAI_API_KEY === null
          ? 'OPENAI_MODEL is not set; stories are written without AI'
          : 'OPENAI_API_KEY is set but OPENAI_MODEL isn’t; set it to the model’s name',
    }
  const probed = await probeModel(config)
  if (!probed)
    return {
      name,
      state: 'fails',
      detail: 'OPENAI_MODEL is set but OPENAI_API_KEY isn’t; stories are written without AI',
    }
  if (probed.fault !== null)
    return { name, state: 'fails', detail: `${probed.fault}; meanwhile, stories are written without AI` }
  return {
    name,
    state: 'works',
    detail: `${config.OPENAI_MODEL} at ${config.OPENAI_BASE_URL}; article texts are sent there`,
  }
}

/** Asks Slack who we are. */
export async function checkSlack(config: Config): Promise<Diagnosis> {
  const name = 'Slack'
  const { SLACK_BOT_TOKEN: token, SLACK_CLIENT_ID: client, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = config
  if (token === null && client === null) return { name, state: 'off', detail: 'SLACK_BOT_TOKEN is not set' }
  const takes =
    app === null && secret === null
      ? 'it can post digests; for commands, set SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)'
      : `commands arrive ${app === null ? 'over HTTP' : 'by Socket Mode'}`
  if (token === null) return { name, state: 'works', detail: `workspaces install it with OAuth; ${takes}` }
  const { slackClient } = await import('../../adapters/slack/platform.ts')
  const { sentOf } = await import('../../adapters/slack/outbound/answers.ts')
  try {
    const slack = slackClient(token, config.SLACK_API_URL)
    const { team, user } = await slack.auth.test()
    const [fault] = await (await import('../../adapters/slack/validate.ts')).faultsOfMessages(slack)
    if (fault)
      return { name, state: 'fails', detail: `@${user} in ${team}; Slack would refuse a message of ours: ${fault}` }
    return { name, state: 'works', detail: `@${user} in ${team}; ${takes}` }
  } catch (error) {
    return { name, state: 'fails', detail: sentOf(error).reason }
  }
}

/** Asks Discord which application the token belongs to. */
export async function checkDiscord(config: Config): Promise<Diagnosis> {
  const name = 'Discord'
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: application, DISCORD_PUBLIC_KEY: key } = config
  if (token === null) return { name, state: 'off', detail: 'DISCORD_TOKEN is not set' }
  if (application === null)
    return { name, state: 'fails', detail: 'DISCORD_TOKEN is set but DISCORD_APPLICATION_ID isn’t; set it too' }
  const { createRest } = await import('../../adapters/discord/inbound/gateway.ts')
  const { sentOf } = await import('../../adapters/discord/outbound/answers.ts')
  try {
    const own = (await createRest(token, config.DISCORD_API_URL).get('/applications/@me')) as {
      id: string
      name: string
    }
    if (own.id !== application)
      return {
        name,
        state: 'fails',
        detail: `DISCORD_TOKEN belongs to application ${own.id}, not to the one in DISCORD_APPLICATION_ID`,
      }
    return {
      name,
      state: 'works',
      detail: `${own.name}; commands arrive ${key === null ? 'over the gateway' : 'over HTTP'}`,
    }
  } catch (error) {
    return { name, state: 'fails', detail: sentOf(error).reason }
  }
}
