import type { App } from '@slack/bolt'
import { summarizing } from '../../../chat/commands/command.ts'
import { workspaceId } from '../../../domain/subscription.ts'
import { type Actor, linksIn, requestOf } from './asking.ts'
import { showHome } from './home.ts'
import type { SlackGatewayOptions } from './options.ts'

/** A mention with more text than this, in characters, is taken to contain an article. */
const shortestText = 200

/** Handles mentions, the App Home, and the end of an installation. */
export function listenToEvents(app: App, { inbox, installations, log, prefix }: SlackGatewayOptions): void {
  app.event('app_mention', async ({ event, body }) => {
    const actor: Actor = { team: body.team_id, name: null, person: event.user ?? '', channel: event.channel, prefix }
    const links = linksIn(event.text)
    // An answer for everybody goes below the mention; one for the asker alone goes into a thread only if one exists.
    const { ts, thread_ts: thread } = event
    const words = event.text.replace(/<@[A-Z0-9]+(?:\|[^>]*)?>/g, '').trim()
    const given = links.length > 0 ? links.join(' ') : words.length > shortestText ? words : null
    const request =
      given === null
        ? requestOf({ kind: 'help', topic: null }, actor, { thread })
        : requestOf(summarizing(given), actor, { everybody: true, thread: thread ?? ts, opensThread: !thread })
    await inbox.take(`slack:${body.event_id}`, request)
  })

  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab !== 'home') return
    await showHome({ team: body.team_id, name: null, person: event.user, channel: null, prefix }, { client, inbox })
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
