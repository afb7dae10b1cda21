import type { AckFn, App, RespondArguments } from '@slack/bolt'
import { commandNames, summarizing } from '../../../chat/commands/command.ts'
import { usageOf } from '../../../chat/commands/menu.ts'
import { parseCommand } from '../../../chat/commands/parse-command.ts'
import type { Document } from '../../../chat/document.ts'
import type { ChatRequest } from '../../../ports.ts'
import { feedsView, summarizeView } from '../forms/forms.ts'
import { openForm } from '../forms/open-form.ts'
import { scheduleViewFor } from '../forms/schedule-form.ts'
import { size } from '../outbound/elements.ts'
import { escape } from '../outbound/fallback.ts'
import { slackLimits } from '../outbound/limits.ts'
import { renderSlack } from '../outbound/render.ts'
import { type Actor, addressOf, linksOf, requestOf, unescape } from './asking.ts'
import { listenToButtons } from './buttons.ts'
import type { SlackGatewayOptions } from './options.ts'

/** How long an acknowledgement may wait for its answer, in milliseconds; Slack waits three seconds. */
const soonMs = 2_000

/** Handles slash commands, shortcuts and buttons. */
export function listenToCommands(app: App, options: SlackGatewayOptions): void {
  const { prefix, inbox } = options
  for (const name of commandNames) {
    app.command(`/${prefix}${name}`, async ({ command, ack, client }) => {
      const actor = actorOf(command, prefix)
      const parsed = parseCommand(inbox.menu, { name, text: unescape(command.text ?? ''), mark: `/${prefix}` })
      if (parsed.kind === 'unclear') return await ack(only(parsed.reason))
      if (parsed.kind === 'form') {
        const view =
          parsed.form === 'feeds' ? feedsView(command.channel_id) : await scheduleViewFor(actor, options, parsed.digest)
        const problem = await openForm(client, command.trigger_id, view)
        return await (problem ? ack(only(problem)) : ack())
      }
      if (parsed.command.kind === 'help') return await ack(only(usageOf(inbox.menu, name, `/${prefix}`).join('\n')))
      const request = requestOf(parsed.command, actor, { responseUrl: command.response_url })
      await acknowledge(ack, { id: `slack:${command.trigger_id}`, request }, options)
    })
  }
  listenToShortcuts(app, options)
  listenToButtons(app, options)
}

/**
 * Acknowledges a command with its answer if that is ready soon and fits into one message, and without one otherwise:
 * Slack can neither replace nor remove an acknowledgement.
 */
async function acknowledge(
  ack: AckFn<string | RespondArguments>,
  { id, request }: { readonly id: string; readonly request: ChatRequest },
  { inbox, platform }: SlackGatewayOptions,
): Promise<void> {
  const document = (await inbox.takeSoon?.(id, request, { withinMs: soonMs, fits: isShort })) ?? null
  // Without takeSoon, another process answers, in a message below the command.
  if (!inbox.takeSoon) await inbox.take(id, request)
  const [message] = document === null ? [] : renderSlack(document, 'answer')
  if (document === null || !message) return await ack()
  try {
    await ack({ response_type: 'ephemeral', text: message.text, blocks: [...message.blocks] })
  } catch {
    // Too late, or the connection is gone: the answer goes where other answers go.
    await platform.say(request.replyTo, document)
  }
}

/** True if an answer is well within Slack's limits: Slack does not report a faulty acknowledgement to anyone. */
function isShort(document: Document): boolean {
  const [message, ...more] = renderSlack(document, 'answer')
  return message !== undefined && more.length === 0 && size(message.blocks) <= slackLimits.characters / 2
}

function listenToShortcuts(app: App, { inbox, prefix, platform }: SlackGatewayOptions): void {
  app.shortcut({ callback_id: 'summarize-links', type: 'message_action' }, async ({ shortcut, ack }) => {
    const actor = {
      team: shortcut.team?.id ?? '',
      name: shortcut.team?.domain ?? null,
      person: shortcut.user.id,
      channel: shortcut.channel.id,
      prefix,
    }
    const links = linksOf(shortcut.message)
    // Answer at the response_url, which works even if the app is not in the channel.
    const way = { responseUrl: shortcut.response_url }
    if (links.length > 0)
      await inbox.take(`slack:${shortcut.trigger_id}`, requestOf(summarizing(links.join(' ')), actor, way))
    await ack()
    if (links.length === 0)
      await platform.say(addressOf(actor, way), [{ kind: 'alert', text: 'There is no link in that message.' }])
  })
  app.shortcut('summarize-any', async ({ shortcut, ack, client }) => {
    const problem = await openForm(client, shortcut.trigger_id, summarizeView(null))
    await ack()
    if (!problem) return
    const { team, user } = shortcut
    const actor = { team: team?.id ?? '', name: team?.domain ?? null, person: user.id, channel: null, prefix }
    await platform.say(addressOf(actor, {}), [{ kind: 'alert', text: problem }])
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
