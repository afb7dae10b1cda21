import type { App, BlockAction } from '@slack/bolt'
import type { ModalView } from '@slack/web-api'
import { readDeskAction } from '../../../chat/actions.ts'
import type { Command } from '../../../chat/commands/command.ts'
import { pressedCommand } from '../../../chat/commands/pressed.ts'
import type { Reply } from '../../../chat/commands/reply.ts'
import { sharedBefore } from '../../../chat/confirmations.ts'
import type { ClaimLine, Document } from '../../../chat/document.ts'
import { editView } from '../forms/desk-form.ts'
import { doneView, feedsView, linesOf, reportView, shareView, summarizeView } from '../forms/forms.ts'
import { openForm } from '../forms/open-form.ts'
import { scheduleViewFor } from '../forms/schedule-form.ts'
import { readOption } from '../outbound/actions.ts'
import { type Actor, addressOf, askerOf, type ReplyPath, requestOf } from './asking.ts'
import { showHome } from './home.ts'
import type { SlackGatewayOptions } from './options.ts'

/** Handles the buttons under messages and in the App Home. */
export function listenToButtons(app: App, options: SlackGatewayOptions): void {
  const { inbox, platform, prefix } = options
  app.action({ type: 'block_actions' }, async ({ body, ack, client }) => {
    const [action] = body.actions
    const pressed = pressedIn(action)
    const actor = actorOf(body, prefix)
    const way = { responseUrl: body.response_url }
    const command = pressedCommand(pressed.id, pressed.value)
    const answer = command && homeButtons.has(pressed.id) ? await inbox.answer(command, askerOf(actor)) : undefined
    const view = answer ? viewOfRefusal(answer) : await viewFor(pressed, actor, options)
    // A button with an address has already opened it in the reader's browser.
    let problem: string | undefined
    if (view) problem = await openForm(client, body.trigger_id, view)
    else if (command && !answer) problem = await takePressed(command, actor, { way, body, inbox })
    await ack()
    if (problem) await platform.say(addressOf(actor, way), alerts(problem, answer))
    if (answer?.done) await showHome(actor, { client, inbox })
  })
}

/** The name and the value of what was pressed or chosen from a menu. */
function pressedIn(action: BlockAction['actions'][number] | undefined): Pressed {
  if (action?.type === 'static_select' || action?.type === 'overflow') return readOption(action.selected_option.value)
  return { id: action?.action_id ?? '', value: action && 'value' in action ? (action.value ?? '') : '' }
}

function actorOf(body: BlockAction, prefix: Actor['prefix']): Actor {
  return {
    team: body.team?.id ?? '',
    name: body.team?.domain ?? null,
    person: body.user.id,
    channel: body.channel?.id ?? null,
    prefix,
  }
}

/** Alerts for a problem, in the words of the refusal if there is one. */
function alerts(problem: string, answer: Reply | undefined): Document {
  const lines = answer && !answer.done ? linesOf(answer) : [problem]
  return lines.map((text) => ({ kind: 'alert', text }))
}

function viewOfRefusal(answer: Reply): ModalView | undefined {
  return answer.done ? undefined : doneView('Digest', linesOf(answer))
}

interface Pressing {
  readonly way: ReplyPath
  readonly body: { readonly trigger_id: string }
  readonly inbox: SlackGatewayOptions['inbox']
}

/** Stores the request that a button makes; returns a message to show at once, if there is one. */
async function takePressed(
  command: Command,
  actor: Actor,
  { way, body, inbox }: Pressing,
): Promise<string | undefined> {
  if (command.kind !== 'show-answer') {
    await inbox.take(`slack:${body.trigger_id}`, requestOf(command, actor, way))
    return undefined
  }
  const isNew = await inbox.take(
    `slack:share:${command.answer}:${actor.channel ?? ''}`,
    requestOf(command, actor, { everybody: true }),
  )
  return isNew ? undefined : sharedBefore
}

interface Pressed {
  readonly id: string
  readonly value: string
}

/** App Home buttons, whose effect is shown there at once. */
const homeButtons = new Set(['pause', 'resume'])

/** All claims of a story, to choose from; none if the story is no longer kept. */
async function claimsOf(story: string, actor: Actor, { inbox }: SlackGatewayOptions): Promise<readonly ClaimLine[]> {
  const { document } = await inbox.answer({ kind: 'show-story', story }, askerOf(actor))
  return document.flatMap((block) => (block.kind === 'story' ? block.claims : []))
}

/** The form that a button opens. */
async function viewFor(
  { id, value }: Pressed,
  actor: Actor,
  options: SlackGatewayOptions,
): Promise<ModalView | undefined> {
  switch (id) {
    case 'report':
      return reportView(value, await claimsOf(value, actor, options))
    case 'share-story':
      return shareView(value)
    case 'open-feeds':
      return feedsView(actor.channel)
    case 'open-schedule':
      return await scheduleViewFor(actor, options)
    case 'open-summarize':
      return summarizeView(actor.channel)
    case 'desk-edit':
      return await editViewFor(value, actor, options)
    default:
      return undefined
  }
}

/** The form to rewrite a story of a draft, or why it cannot be opened. */
async function editViewFor(
  value: string,
  actor: Actor,
  { inbox }: SlackGatewayOptions,
): Promise<ModalView | undefined> {
  const { edition, story } = readDeskAction('desk-edit', value) ?? {}
  if (edition === undefined || story === undefined) return undefined
  const reply = await inbox.answer({ kind: 'show-draft', edition, story }, askerOf(actor))
  if (!reply.done) return doneView('Edit', linesOf(reply))
  return 'story' in reply.data ? editView(reply.data.story, edition) : undefined
}
