import type { App } from '@slack/bolt'
import type { ModalView } from '@slack/web-api'
import type { Command } from '../../chat/command.ts'
import { type ClaimLine, readWithdrawal } from '../../chat/document.ts'
import { type Actor, askerOf, requestOf } from './asking.ts'
import { doneView, feedsView, linesOf, reportView, summarizeView } from './forms.ts'
import type { GatewayOptions } from './gateway.ts'
import { showHome } from './home.ts'
import { scheduleViewFor } from './schedule-form.ts'

/** What is pressed under messages and in the App Home. */
export function listenToButtons(app: App, options: GatewayOptions): void {
  const { inbox, prefix } = options
  app.action({ type: 'block_actions' }, async ({ body, ack, client }) => {
    const [action] = body.actions
    const pressed = { id: action?.action_id ?? '', value: action && 'value' in action ? (action.value ?? '') : '' }
    const channel = body.channel?.id ?? null
    const actor: Actor = {
      team: body.team?.id ?? '',
      name: body.team?.domain ?? null,
      person: body.user.id,
      channel,
      prefix,
    }
    const open = async (view: ModalView) => void (await client.views.open({ trigger_id: body.trigger_id, view }))
    const asked = askedBy(pressed)
    const setting = settingOf(pressed)
    if (asked) {
      const way = { responseUrl: body.response_url, beside: true }
      await inbox.take(`slack:${body.trigger_id}`, requestOf(asked, actor, way))
    } else if (pressed.id === 'share') {
      // Pressed again it has been posted already.
      await inbox.take(
        `slack:share:${pressed.value}:${channel ?? ''}`,
        requestOf({ kind: 'show-answer', answer: pressed.value }, actor, { everybody: true }),
      )
    } else if (setting) {
      const answer = await inbox.answer(setting, askerOf(actor))
      if (!answer.done) await open(doneView('Digest', linesOf(answer)))
      await ack()
      if (answer.done) await showHome(actor, { client, inbox })
      return
    } else {
      // A button with an address has done its work in the reader's own browser.
      const view = await viewFor(pressed, actor, options)
      if (view) await open(view)
    }
    await ack()
  })
}

interface Pressed {
  readonly id: string
  readonly value: string
}

/** What is answered beside the message when there is time. */
function askedBy({ id, value }: Pressed): Command | undefined {
  switch (id) {
    case 'story':
      return { kind: 'show-story', story: value }
    case 'more':
      return { kind: 'preview-digest', digest: value, rest: true }
    case 'withdraw':
      return { kind: 'withdraw-story', story: readWithdrawal(value).story }
    default:
      return undefined
  }
}

/** What the App Home shows at once. */
function settingOf({ id, value }: Pressed): Command | undefined {
  switch (id) {
    case 'pause':
      return { kind: 'pause-digest', digest: value, until: null }
    case 'resume':
      return { kind: 'resume-digest', digest: value }
    default:
      return undefined
  }
}

/** All claims of a story, to choose from; none where it is kept no more. */
async function claimsOf(story: string, actor: Actor, { inbox }: GatewayOptions): Promise<readonly ClaimLine[]> {
  const { document } = await inbox.answer({ kind: 'show-story', story }, askerOf(actor))
  return document.flatMap((block) => (block.kind === 'story' ? block.claims : []))
}

/** The form that a button opens. */
async function viewFor({ id, value }: Pressed, actor: Actor, options: GatewayOptions): Promise<ModalView | undefined> {
  switch (id) {
    case 'report':
      return reportView(value, await claimsOf(value, actor, options))
    case 'open-feeds':
      return feedsView(actor.channel)
    case 'open-schedule':
      return await scheduleViewFor(actor, options)
    case 'open-summarize':
      return summarizeView(actor.channel)
    default:
      return undefined
  }
}
