import type { App } from '@slack/bolt'
import { type Command, summarizing } from '../../../chat/commands/command.ts'
import { suggestFeeds } from '../../../chat/commands/suggest-feeds.ts'
import { suggestZones } from '../../../chat/commands/zones.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { type Actor, askerOf, requestOf } from '../inbound/asking.ts'
import type { SlackGatewayOptions } from '../inbound/options.ts'
import { slackLimits } from '../outbound/limits.ts'
import { editForm, readEdit } from './desk-form.ts'
import { doneView, feedsForm, linesOf, option, reportForm, scheduleForm, shareForm, summarizeForm } from './forms.ts'
import { blockOf, readFeeds, readMaterial, readReport, readSchedule, readShare, type Unseen } from './read-forms.ts'

/** How long fetching a file may take, in milliseconds; a form must be answered within three seconds. */
const fileMs = 2_000
const largestFile = 1_000_000

/** Answers forms at once: errors appear next to their fields, and what was set is confirmed in words. */
export function listenToForms(app: App, options: SlackGatewayOptions): void {
  const { inbox, fileHost, prefix } = options
  listenToSuggestions(app, options)
  listenToSharing(app, options)
  app.view(scheduleForm, async ({ body, view, ack }) => {
    const command = readSchedule(view.state.values, metadata(view.private_metadata))
    const asker = { ...askerOf(actorOf(body, { channel: command.order.channel, prefix })), isPicked: true } as const
    const answer = await inbox.answer(command, asker)
    const lines = linesOf(answer)
    if (answer.done) return await ack({ response_action: 'update', view: doneView('Digest', lines) })
    const reason = cutTo(plain(answer.text), 2_000)
    await ack({ response_action: 'errors', errors: { [blockOf(answer.field, view.state.values)]: reason } })
  })

  app.view(editForm, async ({ body, view, ack }) => {
    const command = readEdit(view.state.values, metadata(view.private_metadata))
    const answer = await inbox.answer(command, askerOf(actorOf(body, { channel: null, prefix })))
    if (answer.done || (answer.field !== 'headline' && answer.field !== 'summary'))
      return await ack({ response_action: 'update', view: doneView('Edit', linesOf(answer)) })
    const reason = cutTo(plain(answer.text), 2_000)
    await ack({ response_action: 'errors', errors: { [answer.field]: reason } })
  })

  app.view(reportForm, async ({ body, view, ack }) => {
    const { story = '' } = metadata(view.private_metadata)
    const command = readReport(view.state.values, story)
    const answer = await inbox.answer(command, askerOf(actorOf(body, { channel: null, prefix })))
    const lines = linesOf(answer)
    await ack({ response_action: 'update', view: doneView('Report', lines) })
  })

  app.view(summarizeForm, async ({ body, view, ack, client }) => {
    const { channel } = metadata(view.private_metadata)
    const { text, file } = readMaterial(view.state.values)
    const uploaded = file === null ? null : await fetchFile(file, { token: client.token ?? '', host: fileHost })
    if (uploaded === undefined)
      return await ack({ response_action: 'errors', errors: { file: 'The file couldn’t be read. Try again.' } })
    if (uploaded === null && text.trim() === '')
      return await ack({ response_action: 'errors', errors: { material: 'Give a link, some text or a file.' } })
    const command = uploaded === null ? summarizing(text) : summarizingFile(uploaded)
    await inbox.take(
      `slack:${view.id}:${view.hash}`,
      requestOf(command, actorOf(body, { channel: channel ?? null, prefix }), {}),
    )
    await ack({
      response_action: 'update',
      view: doneView('Summarize', ['Working on it …', 'The summary will arrive in a message only you can see.']),
    })
  })

  app.view(feedsForm, async ({ body, view, ack, client }) => {
    const { channel } = metadata(view.private_metadata)
    const { topics, list, file } = readFeeds(view.state.values)
    if (topics.length === 0 && list.trim() === '' && file === null)
      return await ack({ response_action: 'errors', errors: { list: 'Choose a topic, or paste addresses.' } })
    const uploaded = file === null ? '' : await fetchFile(file, { token: client.token ?? '', host: fileHost })
    if (uploaded === undefined || !/^\s*(?:<|$)/.test(uploaded))
      return await ack({
        response_action: 'errors',
        errors: { opml: 'The list couldn’t be read. Try again, or paste addresses.' },
      })
    const command = { kind: 'start-feeds' as const, topics, list: uploaded || list }
    await inbox.take(
      `slack:${view.id}:${view.hash}`,
      requestOf(command, actorOf(body, { channel: channel ?? null, prefix }), {}),
    )
    const lines = ['Checking the feeds … The result will arrive in a message only you can see.']
    await ack({ response_action: 'update', view: doneView('Feeds', lines) })
  })
}

/** Posts a story in the channel that was picked, or says beside it why not. */
function listenToSharing(app: App, { inbox, prefix }: SlackGatewayOptions): void {
  app.view(shareForm, async ({ body, view, ack }) => {
    const { story = '' } = metadata(view.private_metadata)
    const command = readShare(view.state.values, story)
    const asker = { ...askerOf(actorOf(body, { channel: command.channel, prefix })), isPicked: true } as const
    const answer = await inbox.answer(command, asker)
    if (answer.done) return await ack({ response_action: 'update', view: doneView('Share', linesOf(answer)) })
    await ack({ response_action: 'errors', errors: { channel: cutTo(plain(answer.text), 2_000) } })
  })
}

/** Offers choices while someone types in a form. */
function listenToSuggestions(app: App, { inbox, prefix }: SlackGatewayOptions): void {
  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: 'zone' },
    async ({ options: { value }, ack }) => {
      await ack({ options: suggestZones(value, slackLimits.options).map((zone) => option(zone, zone)) })
    },
  )

  app.options<'block_suggestion'>(
    { type: 'block_suggestion', action_id: 'feeds' },
    async ({ options: { value }, body, ack }) => {
      const asker = askerOf(actorOf(body, { channel: null, prefix }))
      const reply = await inbox.answer({ kind: 'list-feeds' }, asker)
      const feeds = reply.done ? suggestFeeds(reply.data, value) : []
      const fitting = feeds.filter(({ url }) => url.length <= slackLimits.optionValue).slice(0, slackLimits.options)
      await ack({ options: fitting.map(({ url, outlet }) => option(plain(outlet) || url, url)) })
    },
  )
}

/** Reads a file as a page if it looks like one, and as plain text otherwise. */
function summarizingFile(text: string): Command {
  const kind = /^\s*<(?:!doctype|html|article|body|div|p)\b/i.test(text) ? ('html' as const) : ('file' as const)
  return { kind: 'summarize', material: { kind, base64: Buffer.from(text).toString('base64') }, all: false }
}

/** The text of an uploaded file; undefined if it is too large or cannot be fetched in time. */
async function fetchFile(
  url: string,
  { token, host }: { readonly token: string; readonly host: string },
): Promise<string | undefined> {
  if (!URL.canParse(url) || new URL(url).hostname !== host) return undefined
  try {
    const response = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      redirect: 'error',
      signal: AbortSignal.timeout(fileMs),
    })
    if (!response.ok || Number(response.headers.get('content-length') ?? 0) > largestFile) return undefined
    const text = await response.text()
    return text.length <= largestFile ? text.trimStart() : undefined
  } catch {
    return undefined
  }
}

function actorOf(
  { team, user }: { team: { id: string; domain?: string | undefined } | null; user: { id: string } },
  { channel, prefix }: Pick<Actor, 'channel' | 'prefix'>,
): Actor {
  return { team: team?.id ?? '', name: team?.domain ?? null, person: user.id, channel, prefix }
}

/** The values a form was opened with. We wrote them, but they have been in other hands, so only strings are kept. */
function metadata(text: string): Unseen & Readonly<Record<string, string>> {
  try {
    const value = JSON.parse(text) as Record<string, unknown>
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, each]) => (typeof each === 'string' ? [[name, each]] : [])),
    )
  } catch {
    return {}
  }
}
