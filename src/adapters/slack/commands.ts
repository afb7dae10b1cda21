import type { App } from '@slack/bolt'
import { commandNames, summarizing } from '../../chat/command.ts'
import { parseCommand } from '../../chat/parse-command.ts'
import { usageOf } from '../../chat/usage.ts'
import { type Actor, linksOf, requestOf } from './asking.ts'
import { listenToButtons } from './buttons.ts'
import { escape } from './fallback.ts'
import { feedsView, summarizeView } from './forms.ts'
import type { GatewayOptions } from './gateway.ts'
import { scheduleViewFor } from './schedule-form.ts'

const working = 'Working on it …'

/** Slash commands, shortcuts and buttons. */
export function listenToCommands(app: App, options: GatewayOptions): void {
  const { inbox, prefix } = options
  for (const name of commandNames) {
    app.command(`/${prefix}${name}`, async ({ command, ack, client }) => {
      const actor = actorOf(command, prefix)
      const parsed = parseCommand(name, unescape(command.text ?? ''), `/${prefix}`)
      if (parsed.kind === 'form') {
        await client.views.open({
          trigger_id: command.trigger_id,
          view:
            parsed.form === 'feeds'
              ? feedsView(command.channel_id)
              : await scheduleViewFor(actor, options, parsed.digest),
        })
        return await ack()
      }
      if (parsed.kind === 'unclear') return await ack(only(parsed.reason))
      if (parsed.command.kind === 'help') return await ack(only(usageOf(name, `/${prefix}`).join('\n')))
      await inbox.take(
        `slack:${command.trigger_id}`,
        requestOf(parsed.command, actor, { responseUrl: command.response_url }),
      )
      await ack(only(working))
    })
  }
  listenToShortcuts(app, options)
  listenToButtons(app, options)
}

function listenToShortcuts(app: App, { inbox, prefix }: GatewayOptions): void {
  app.shortcut({ callback_id: 'summarize-links', type: 'message_action' }, async ({ shortcut, ack, respond }) => {
    const actor = {
      team: shortcut.team?.id ?? '',
      name: shortcut.team?.domain ?? null,
      person: shortcut.user.id,
      channel: shortcut.channel.id,
      prefix,
    }
    const links = linksOf(shortcut.message)
    const way = { responseUrl: shortcut.response_url, beside: true }
    if (links.length > 0)
      await inbox.take(`slack:${shortcut.trigger_id}`, requestOf(summarizing(links.join(' ')), actor, way))
    await ack()
    const text = links.length > 0 ? working : 'There is no link in that message.'
    // By the address that came along, which needs no place in the channel.
    await respond({ response_type: 'ephemeral', replace_original: false, text })
  })
  app.shortcut('summarize-any', async ({ shortcut, ack, client }) => {
    await client.views.open({ trigger_id: shortcut.trigger_id, view: summarizeView(null) })
    await ack()
  })
}

function actorOf(
  command: { team_id: string; team_domain: string; user_id: string; channel_id: string },
  prefix: string,
): Actor {
  const { team_id: team, team_domain: name, user_id: person, channel_id: channel } = command
  return { team, name, person, channel, prefix }
}

function only(text: string) {
  return { response_type: 'ephemeral' as const, text: escape(text) }
}

/** Slack sends these three as entities in what people type, and puts marks around addresses where it does around people. */
function unescape(text: string): string {
  const plain = text
    // What was typed as “example.org” has that for its label; a label of other words is not what is meant.
    .replace(/<((?:https?|mailto):[^|>]*)\|([^>]*)>/g, (_, url: string, typed: string) =>
      url.replace(/^(?:https?:\/\/|mailto:)/, '').startsWith(typed) ? typed : url,
    )
    .replace(/<(https?:[^|>]*)>/g, '$1')
  return plain.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
