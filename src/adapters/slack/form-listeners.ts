import type { App } from '@slack/bolt'
import { type CommandAnswer, summarizing } from '../../chat/command.ts'
import { cutTo, plain } from '../../chat/plain.ts'
import { suggestFeeds } from '../../chat/suggest-feeds.ts'
import { suggestZones } from '../../chat/zones.ts'
import { askerOf, requestOf } from './asking.ts'
import { doneView, feedsForm, option, reportForm, scheduleForm, summarizeForm } from './forms.ts'
import type { GatewayOptions } from './gateway.ts'
import { slackLimits } from './limits.ts'
import { fieldOf, readFeeds, readMaterial, readReport, readSchedule, type Unseen } from './read-forms.ts'

/** Options that Slack shows at most. */
const mostOptions = 100
/** A form is to be answered within three seconds. */
const listMs = 2_000
const largestList = 1_000_000

/** Forms, answered at once: what is wrong stands beside its field, what was set is said in words. */
export function listenToForms(app: App, { inbox, fileHost }: GatewayOptions): void {
  app.view(scheduleForm, async ({ body, view, ack }) => {
    const command = readSchedule(view.state.values, metadata(view.private_metadata))
    const answer = await inbox.answer(command, askerOf(actorOf(body, command.order.channel)))
    const lines = linesOf(answer)
    if (answer.done) return await ack({ response_action: 'update', view: doneView('Digest', lines) })
    const reason = cutTo(plain(lines.join(' ')), 2_000)
    await ack({ response_action: 'errors', errors: { [fieldOf(reason)]: reason } })
  })

  app.view(reportForm, async ({ body, view, ack }) => {
    const { story = '' } = metadata(view.private_metadata)
    const command = readReport(view.state.values, story)
    const answer = await inbox.answer(command, askerOf(actorOf(body, null)))
    const lines = linesOf(answer)
    await ack({ response_action: 'update', view: doneView('Report', lines) })
  })

  app.view(summarizeForm, async ({ body, view, ack }) => {
    const { channel } = metadata(view.private_metadata)
    const material = readMaterial(view.state.values)
    await inbox.take(
      `slack:${view.id}:${view.hash}`,
      requestOf(summarizing(material), actorOf(body, channel ?? null), {}),
    )
    await ack({
      response_action: 'update',
      view: doneView('Summarize', ['Working on it …', 'The summary comes in a message that you alone see.']),
    })
  })

  app.view(feedsForm, async ({ body, view, ack, client }) => {
    const { channel } = metadata(view.private_metadata)
    const { topics, list, file } = readFeeds(view.state.values)
    if (topics.length === 0 && list.trim() === '' && file === null)
      return await ack({ response_action: 'errors', errors: { list: 'Choose a topic, or paste addresses.' } })
    const uploaded = file === null ? '' : await fetchList(file, { token: client.token ?? '', host: fileHost })
    if (uploaded === undefined)
      return await ack({
        response_action: 'errors',
        errors: { opml: 'The list could not be read; try again, or paste addresses.' },
      })
    const command = { kind: 'start-feeds' as const, topics, list: uploaded || list }
    await inbox.take(`slack:${view.id}:${view.hash}`, requestOf(command, actorOf(body, channel ?? null), {}))
    const told = 'Looking at them … What came of it comes in a message that you alone see.'
    await ack({ response_action: 'update', view: doneView('Feeds', [told]) })
  })

  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: 'zone' }, async ({ options, ack }) => {
    await ack({ options: suggestZones(options.value, mostOptions).map((zone) => option(zone, zone)) })
  })

  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: 'feeds' }, async ({ options, body, ack }) => {
    const team = body.team?.id ?? ''
    const asker = askerOf({ team, name: null, person: body.user.id, channel: null })
    const feeds = suggestFeeds(await inbox.answer({ kind: 'list-feeds' }, asker), options.value)
    const fitting = feeds.filter(({ url }) => url.length <= slackLimits.optionValue).slice(0, mostOptions)
    await ack({ options: fitting.map(({ url, outlet }) => option(plain(outlet) || url, url)) })
  })
}

function linesOf({ document }: CommandAnswer): string[] {
  return document.flatMap((block) => (block.kind === 'note' || block.kind === 'alert' ? [block.text] : []))
}

/** A list that somebody uploaded; undefined where it cannot be had in time, or is larger than a list is. */
async function fetchList(
  url: string,
  { token, host }: { readonly token: string; readonly host: string },
): Promise<string | undefined> {
  if (!URL.canParse(url) || new URL(url).hostname !== host) return undefined
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(listMs),
    })
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > largestList) return undefined
    const text = await response.text()
    return text.length <= largestList && text.trimStart().startsWith('<') ? text.trimStart() : undefined
  } catch {
    return undefined
  }
}

function actorOf(
  { team, user }: { team: { id: string; domain?: string | undefined } | null; user: { id: string } },
  channel: string | null,
) {
  return { team: team?.id ?? '', name: team?.domain ?? null, person: user.id, channel }
}

/** What a form was opened with; ours, but it has been in other hands. */
function metadata(text: string): Unseen & { readonly story?: string; readonly channel?: string } {
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string'))
  } catch {
    return {}
  }
}
