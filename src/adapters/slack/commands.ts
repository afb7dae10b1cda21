import type { App } from '@slack/bolt'
import { commandNames, summarizing } from '../../chat/command.ts'
import { readWithdrawal } from '../../chat/document.ts'
import { parseCommand } from '../../chat/parse-command.ts'
import { usageOf } from '../../chat/usage.ts'
import { type Actor, askerOf, linksIn, mostLinks, requestOf } from './asking.ts'
import { escape } from './fallback.ts'
import { doneView, feedsView, linesOf, reportView, summarizeView } from './forms.ts'
import type { GatewayOptions } from './gateway.ts'
import { showHome } from './home.ts'
import { type CurrentDigest, scheduleView } from './schedule-form.ts'

const working = 'Working on it …'

/** Slash commands, shortcuts and buttons. */
export function listenToCommands(app: App, options: GatewayOptions): void {
  const { inbox, prefix } = options
  for (const name of commandNames) {
    app.command(`/${prefix}${name}`, async ({ command, ack, client }) => {
      const actor = { ...actorOf(command), prefix }
      const parsed = parseCommand(name, unescape(command.text ?? ''), `/${prefix}`)
      if (parsed.kind === 'form') {
        await client.views.open({
          trigger_id: command.trigger_id,
          view: parsed.form === 'feeds' ? feedsView(command.channel_id) : await scheduleViewFor(actor, options),
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

function listenToShortcuts(app: App, { inbox }: GatewayOptions): void {
  app.shortcut({ callback_id: 'summarize-links', type: 'message_action' }, async ({ shortcut, ack, respond }) => {
    const actor = {
      team: shortcut.team?.id ?? '',
      name: shortcut.team?.domain ?? null,
      person: shortcut.user.id,
      channel: shortcut.channel.id,
    }
    const links = linksIn(shortcut.message.text ?? '').slice(0, mostLinks)
    for (const [index, url] of links.entries()) {
      const way = { responseUrl: shortcut.response_url, beside: true }
      await inbox.take(`slack:${shortcut.trigger_id}:${index}`, requestOf(summarizing(url), actor, way))
    }
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

function listenToButtons(app: App, options: GatewayOptions): void {
  const { inbox } = options
  app.action({ type: 'block_actions' }, async ({ body, ack, client }) => {
    const [action] = body.actions
    const value = action && 'value' in action ? (action.value ?? '') : ''
    const channel = body.channel?.id ?? null
    const actor: Actor = { team: body.team?.id ?? '', name: body.team?.domain ?? null, person: body.user.id, channel }
    const open = async (view: Parameters<typeof client.views.open>[0]['view']) =>
      void (await client.views.open({ trigger_id: body.trigger_id, view }))
    switch (action?.action_id ?? '') {
      case 'story':
        await inbox.take(
          `slack:${body.trigger_id}`,
          requestOf({ kind: 'show-story', story: value }, actor, { responseUrl: body.response_url, beside: true }),
        )
        break
      case 'more':
        await inbox.take(
          `slack:${body.trigger_id}`,
          requestOf({ kind: 'preview-digest', digest: value }, actor, { responseUrl: body.response_url, beside: true }),
        )
        break
      case 'withdraw':
        await inbox.take(
          `slack:${body.trigger_id}`,
          requestOf({ kind: 'withdraw-story', story: readWithdrawal(value).story }, actor, {
            responseUrl: body.response_url,
            beside: true,
          }),
        )
        break
      case 'share':
        // Pressed again it has been posted already.
        await inbox.take(
          `slack:share:${value}:${channel ?? ''}`,
          requestOf({ kind: 'show-answer', answer: value }, actor, { everybody: true }),
        )
        break
      case 'report':
        await open(reportView(value))
        break
      case 'pause':
      case 'resume': {
        const command =
          action?.action_id === 'pause'
            ? { kind: 'pause-digest' as const, digest: value, until: null }
            : { kind: 'resume-digest' as const, digest: value }
        const answer = await inbox.answer(command, askerOf(actor))
        if (answer.done) await showHome(actor, { client, inbox })
        else await open(doneView('Digest', linesOf(answer)))
        break
      }
      case 'open-feeds':
        await open(feedsView(channel))
        break
      case 'open-schedule':
        await open(await scheduleViewFor(actor, options))
        break
      case 'open-summarize':
        await open(summarizeView(channel))
        break
      default:
        // A button with an address has done its work in the reader's own browser.
        break
    }
    await ack()
  })
}

/** The form, filled in with the digest of the channel where it has one. */
async function scheduleViewFor(actor: Actor, { inbox, zone, prefix }: GatewayOptions) {
  const { channel } = actor
  const { json } = await inbox.answer({ kind: 'list-digests' }, askerOf(actor))
  const digests = (Array.isArray(json) ? json : []) as readonly CurrentDigest[]
  const here = digests.filter((each) => each.channel.id === channel)
  const current = here.find(({ schedule }) => schedule.monthDays.length === 0) ?? null
  const [monthly] = here
  // A monthly one has days that the form does not know.
  if (!current && monthly)
    return doneView('Digest', [
      {
        text: `“${monthly.name}” comes monthly, which this form cannot show. Change it in words: /${prefix}digest schedule monthly on the 1st at 8:00, or /${prefix}digest filter words: dam`,
      },
    ])
  return scheduleView({ zone, channel, current })
}

function actorOf(command: { team_id: string; team_domain: string; user_id: string; channel_id: string }): Actor {
  return { team: command.team_id, name: command.team_domain, person: command.user_id, channel: command.channel_id }
}

function only(text: string) {
  return { response_type: 'ephemeral' as const, text: escape(text) }
}

/** Slack sends these three as entities in what people type, and puts marks around addresses where it does around people. */
function unescape(text: string): string {
  const plain = text.replace(/<(?:https?|mailto):[^|>]*\|([^>]*)>/g, '$1').replace(/<(https?:[^|>]*)>/g, '$1')
  return plain.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')
}
