import type { App } from '@slack/bolt'
import { summarizing } from '../../chat/command.ts'
import { workspaceId } from '../../domain/subscription.ts'
import { linksIn, mostLinks, requestOf } from './asking.ts'
import type { GatewayOptions } from './gateway.ts'
import { showHome } from './home.ts'

/** Mentions, the App Home, and the end of an installation. */
export function listenToEvents(app: App, { inbox, installations, log }: GatewayOptions): void {
  app.event('app_mention', async ({ event, body }) => {
    const actor = { team: body.team_id, name: null, person: event.user ?? '', channel: event.channel }
    const links = linksIn(event.text).slice(0, mostLinks)
    if (links.length === 0)
      await inbox.take(`slack:${body.event_id}`, requestOf({ kind: 'help', topic: 'summarize' }, actor, {}))
    for (const [index, url] of links.entries()) {
      await inbox.take(`slack:${body.event_id}:${index}`, requestOf(summarizing(url), actor, { everybody: true }))
    }
  })

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return
    await showHome({ team: body.team_id, name: null, person: event.user, channel: null }, { client, inbox })
  })

  const erase = async (team: string) => {
    await installations.erase(workspaceId(`slack:${team}`))
    log.info('slack-uninstalled', { team })
  }
  app.event('app_uninstalled', async ({ body }) => await erase(body.team_id))
  app.event('tokens_revoked', async ({ body, event }) => {
    if ((event.tokens.bot ?? []).length > 0) await erase(body.team_id)
  })
}
