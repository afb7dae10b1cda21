import type { App } from '@slack/bolt'
import { type PlainRequest, plainRequest } from '../../../chat/plain-request.ts'
import { workspaceId } from '../../../domain/subscription.ts'
import { type Actor, addressOf, linksIn, type ReplyPath, requestOf, unescape } from './asking.ts'
import { showHome } from './home.ts'
import type { SlackGatewayOptions } from './options.ts'

/** Handles mentions, messages to the app, the App Home, and the end of an installation. */
export function listenToEvents(app: App, { inbox, installations, log, platform, prefix }: SlackGatewayOptions): void {
  const readWords = (text: string) =>
    plainRequest(inbox.menu, unescape(text), { links: linksIn(text), mark: `/${prefix}` })
  const answer = async (
    read: PlainRequest,
    actor: Actor,
    { id, way }: { readonly id: string; readonly way: ReplyPath },
  ) => {
    if (read.kind === 'command') return void (await inbox.take(`slack:${id}`, requestOf(read.command, actor, way)))
    if (!(await inbox.firstSight(`slack:${id}`))) return
    await platform.say(addressOf(actor, way), [{ kind: 'alert', text: read.reason }])
  }
  app.event('app_mention', async ({ event, body }) => {
    const actor: Actor = { team: body.team_id, name: null, person: event.user ?? '', channel: event.channel, prefix }
    // The first mention is of the app itself.
    const words = event.text.replace(/<@[A-Z0-9]+(?:\|[^>]*)?>/, '')
    const read = readWords(words)
    // An answer for everybody goes below the mention; one for the asker alone goes into a thread only if one exists.
    const { ts, thread_ts: thread } = event
    const isForAll = read.kind === 'command' && read.command.kind === 'summarize'
    const way = isForAll ? { everybody: true, thread: thread ?? ts, opensThread: !thread } : { thread }
    await answer(read, actor, { id: body.event_id, way })
  })

  app.event('message', async ({ event, body }) => {
    // Only what a person writes to the app itself; edits, joins and messages of apps have a subtype or a bot.
    if (event.channel_type !== 'im' || event.subtype !== undefined || 'bot_id' in event) return
    const { user, channel, text = '', thread_ts: thread } = event
    const actor: Actor = { team: body.team_id, name: null, person: user, channel, prefix }
    const way = { everybody: true, ...(thread ? { thread } : {}) }
    await answer(readWords(text), actor, { id: body.event_id, way })
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
