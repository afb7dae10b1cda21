import type { App } from '@slack/bolt'
import { cutTo, plain } from '../../chat/plain.ts'
import { suggestZones } from '../../chat/zones.ts'
import { askerOf, requestOf } from './asking.ts'
import {
  doneView,
  fieldOf,
  readMaterial,
  readReport,
  readSchedule,
  reportForm,
  scheduleForm,
  summarizeForm,
} from './forms.ts'
import type { GatewayOptions } from './gateway.ts'

/** Options that Slack shows at most. */
const mostOptions = 100

/** Forms, answered at once: what is wrong stands beside its field, what was set is said in words. */
export function listenToForms(app: App, { inbox }: GatewayOptions): void {
  app.view(scheduleForm, async ({ body, view, ack }) => {
    const command = readSchedule(view.state.values)
    const answer = await inbox.answer(command, askerOf(actorOf(body, command.order.channel)))
    const lines = answer.document.flatMap((block) =>
      block.kind === 'note' || block.kind === 'alert' ? [block.text] : [],
    )
    if (answer.done) return await ack({ response_action: 'update', view: doneView('Digest', lines) })
    const reason = cutTo(plain(lines.join(' ')), 2_000)
    await ack({ response_action: 'errors', errors: { [fieldOf(reason)]: reason } })
  })

  app.view(reportForm, async ({ body, view, ack }) => {
    const { story = '' } = metadata(view.private_metadata)
    const command = readReport(view.state.values, story)
    const answer = await inbox.answer(command, askerOf(actorOf(body, null)))
    const lines = answer.document.flatMap((block) =>
      block.kind === 'note' || block.kind === 'alert' ? [block.text] : [],
    )
    await ack({ response_action: 'update', view: doneView('Report', lines) })
  })

  app.view(summarizeForm, async ({ body, view, ack }) => {
    const { channel } = metadata(view.private_metadata)
    const material = readMaterial(view.state.values)
    const command = { kind: 'summarize' as const, material: { kind: 'given' as const, text: material }, all: false }
    await inbox.take(`slack:${view.id}:${view.hash}`, requestOf(command, actorOf(body, channel ?? null), {}))
    await ack({
      response_action: 'update',
      view: doneView('Summarize', ['Working on it …', 'The summary comes in a message that you alone see.']),
    })
  })

  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: 'zone' }, async ({ options, ack }) => {
    await ack({ options: suggestZones(options.value, mostOptions).map((zone) => optionOf(zone, zone)) })
  })

  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: 'feeds' }, async ({ options, body, ack }) => {
    const team = body.team?.id ?? ''
    const asker = askerOf({ team, name: null, person: body.user.id, channel: null })
    const feeds = (await inbox.answer({ kind: 'list-feeds' }, asker)).json as readonly { url: string; outlet: string }[]
    const wanted = options.value.toLowerCase()
    const fitting = feeds.filter(
      ({ url, outlet }) => `${outlet} ${url}`.toLowerCase().includes(wanted) && url.length <= 150,
    )
    await ack({ options: fitting.slice(0, mostOptions).map(({ url, outlet }) => optionOf(outlet, url)) })
  })
}

function optionOf(text: string, value: string) {
  return { text: { type: 'plain_text' as const, text: cutTo(plain(text) || value, 75) }, value }
}

function actorOf(
  { team, user }: { team: { id: string; domain?: string | undefined } | null; user: { id: string } },
  channel: string | null,
) {
  return { team: team?.id ?? '', name: team?.domain ?? null, person: user.id, channel }
}

/** What a form was opened with; ours, but it has been in other hands. */
function metadata(text: string): { readonly story?: string; readonly channel?: string } {
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string'))
  } catch {
    return {}
  }
}
