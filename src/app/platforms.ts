import { reasonOf } from '../domain/reason.ts'
import { localWorkspace, type WorkspaceId, workspaceId } from '../domain/subscription.ts'
import type { Inbox, Installations, Log, Platform, PublicRoute } from '../ports.ts'
import type { Store } from '../store/store.ts'
import type { Config } from './config.ts'

/** The part of `compose.ts` that concerns Slack and Discord. */

/** Takes requests from a platform; `routes` are the paths of our public site that it answers. */
export interface ChatGateway {
  readonly name: string
  readonly routes: readonly PublicRoute[]
  start(): Promise<void>
  stop(): Promise<void>
}

export interface ChatPlatforms {
  readonly platforms: readonly Platform[]
  openGateways(inbox: Inbox): Promise<ChatGateway[]>
}

interface Opened {
  readonly platform: Platform
  open(inbox: Inbox): Promise<ChatGateway[]>
}

interface Opening {
  readonly store: Store
  readonly log: Log
}

/** Opens the platforms that are set up; the others are not loaded. */
export async function openPlatforms(config: Config, opening: Opening): Promise<ChatPlatforms> {
  const opened: Opened[] = []
  if (config.SLACK_BOT_TOKEN !== null || config.SLACK_CLIENT_ID !== null) opened.push(await openSlack(config, opening))
  if (config.DISCORD_TOKEN !== null && config.DISCORD_APPLICATION_ID !== null)
    opened.push(await openDiscord(config, opening))
  return {
    platforms: opened.map(({ platform }) => platform),
    openGateways: async (inbox) => (await Promise.all(opened.map(async ({ open }) => await open(inbox)))).flat(),
  }
}

async function openSlack(config: Config, { store, log }: Opening): Promise<Opened> {
  const { createSlackPlatform } = await import('../adapters/slack/platform.ts')
  const installations = await slackInstallations(config, { store, log })
  const apiUrl = config.SLACK_API_URL
  const responseHost = new URL(apiUrl).hostname.endsWith('slack.com') ? 'hooks.slack.com' : new URL(apiUrl).hostname
  const installed = async (workspace: WorkspaceId) => (await store.installations.find(workspace)) !== undefined
  const platform = createSlackPlatform({ apiUrl, installations, installed, log, responseHost })
  const open = async (inbox: Inbox): Promise<ChatGateway[]> => {
    if (config.SLACK_APP_TOKEN === null && config.SLACK_SIGNING_SECRET === null) return []
    const { createSlackGateway } = await import('../adapters/slack/inbound/gateway.ts')
    const { eventsRoute, oauthRoutes } = await import('../adapters/slack/inbound/routes.ts')
    const gateway = createSlackGateway({
      inbox,
      installations,
      platform,
      log,
      apiUrl,
      appToken: config.SLACK_APP_TOKEN,
      signingSecret: config.SLACK_SIGNING_SECRET,
      prefix: config.SLACK_COMMAND_PREFIX,
      fileHost: responseHost === 'hooks.slack.com' ? 'files.slack.com' : responseHost,
      zone: config.ONRECORD_ZONE,
      now: Date.now,
    })
    const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret } = config
    const { ONRECORD_PUBLIC_URL: publicUrl, ONRECORD_SECRET: secret } = config
    const oauth = { apiUrl, authorizeUrl: 'https://slack.com/oauth/v2/authorize', installations, log }
    const routes = [
      ...(gateway.http ? [eventsRoute(gateway.http)] : []),
      ...(clientId && clientSecret && publicUrl && secret
        ? oauthRoutes({ ...oauth, clientId, clientSecret, publicUrl, secret })
        : []),
    ]
    return [{ name: 'slack', routes, start: () => gateway.start(), stop: () => gateway.stop() }]
  }
  return { platform, open }
}

async function openDiscord(config: Config, { store, log }: Opening): Promise<Opened> {
  const { createRest, DiscordGateway, interactionOptions } = await import('../adapters/discord/inbound/gateway.ts')
  const { createDiscordPlatform } = await import('../adapters/discord/platform.ts')
  const { DISCORD_API_URL: apiUrl, DISCORD_PUBLIC_KEY: publicKey } = config
  const token = config.DISCORD_TOKEN ?? ''
  const applicationId = config.DISCORD_APPLICATION_ID ?? ''
  const platform = createDiscordPlatform({ rest: createRest(token, apiUrl), applicationId, log })
  const installations: Installations = {
    token: async () => token,
    save: async (workspace) => await store.workspaces.ensure(workspace),
    erase: async (workspace) => await store.workspaces.erase(workspace),
  }
  const open = async (inbox: Inbox): Promise<ChatGateway[]> => {
    if (publicKey !== null) {
      const { interactionsRoute } = await import('../adapters/discord/inbound/routes.ts')
      const { registerCommands } = await import('../adapters/discord/inbound/commands.ts')
      const route = interactionsRoute({ ...interactionOptions(inbox), publicKey, now: () => Date.now() / 1_000 })
      const start = async () =>
        void (await registerCommands(createRest(token, apiUrl), { applicationId, menu: inbox.menu }))
      return [{ name: 'discord', routes: [route], start, stop: async () => undefined }]
    }
    const gateway = new DiscordGateway({
      token,
      apiUrl,
      applicationId,
      inbox,
      installations,
      log,
      shards: config.DISCORD_SHARDS,
    })
    return [{ name: 'discord', routes: [], start: () => gateway.start(), stop: () => gateway.stop() }]
  }
  return { platform, open }
}

/**
 * Slack's tokens: the one in the settings, whose workspace Slack gives, and one per workspace that installed the app.
 */
async function slackInstallations(config: Config, { store, log }: Opening): Promise<Installations> {
  const { slackClient } = await import('../adapters/slack/platform.ts')
  const { createVault } = await import('../adapters/vault/vault.ts')
  const vault = config.ONRECORD_SECRET === null ? undefined : createVault(config.ONRECORD_SECRET)
  const token = config.SLACK_BOT_TOKEN
  let home: string | undefined
  const findHome = async () => {
    if (token === null || home !== undefined) return home
    try {
      const { team_id: team, team: name } = await slackClient(token, config.SLACK_API_URL).auth.test()
      if (!team) return undefined
      await store.workspaces.ensure({ id: workspaceId(`slack:${team}`), kind: 'slack', name: name ?? team })
      home = `slack:${team}`
    } catch (error) {
      log.warn('slack-token', { reason: reasonOf(error) })
    }
    return home
  }
  await findHome()
  return {
    token: async (workspace) => {
      const own = await findHome()
      if (token !== null && workspace === own) return token
      const installed = await store.installations.find(workspace)
      // Until Slack says whose the token in the settings is, it may be this workspace's.
      if (!installed && token !== null && own === undefined)
        throw new Error('Slack doesn’t say which workspace the token belongs to')
      return installed && vault?.open(installed.token)
    },
    save: async (workspace, { token: granted, installer }) => {
      if (!vault) throw new Error('ONRECORD_SECRET is not set; set it, because stored tokens are encrypted with it')
      await store.workspaces.ensure(workspace)
      await store.installations.save(
        { workspace: workspace.id, token: vault.seal(granted), installer },
        new Date().toISOString(),
      )
    },
    erase: async (workspace) => {
      if (workspace !== localWorkspace.id) await store.workspaces.erase(workspace)
    },
  }
}
