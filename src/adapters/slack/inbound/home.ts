import type { AnyBlock, HomeView, WebClient } from '@slack/web-api'
import type { Reply } from '../../../chat/commands/reply.ts'
import type { Document } from '../../../chat/document.ts'
import type { Inbox } from '../../../ports.ts'
import { button, context, header } from '../outbound/elements.ts'
import { renderSlack } from '../outbound/render.ts'
import { type Actor, askerOf } from './asking.ts'

/** Shows a person the App Home in its current state. */
export async function showHome(
  actor: Actor,
  { client, inbox }: { readonly client: WebClient; readonly inbox: Inbox },
): Promise<void> {
  const asker = askerOf(actor)
  const [digests, feeds, usage] = await Promise.all([
    inbox.answer({ kind: 'list-digests' }, asker),
    inbox.answer({ kind: 'list-feeds' }, asker),
    inbox.answer({ kind: 'show-usage' }, asker),
  ])
  await client.views.publish({ user_id: actor.person, view: homeView({ digests, feeds, usage }) })
}

/** The answers shown in the App Home: digests, feeds and what the model has cost. */
export interface HomeAnswers {
  readonly digests: Reply<'list-digests'>
  readonly feeds: Reply<'list-feeds'>
  readonly usage: Reply<'show-usage'>
}

/** The most digests shown with a button, and the most lines in each part. */
const mostDigests = 20
const mostLines = 25

function pauseRow(label: string, id: 'pause' | 'resume', digest: string): AnyBlock[] {
  return [{ type: 'actions', elements: [button(label, { id, value: digest })] }]
}

/** The beginning of a long list, including its alerts, and how many lines were left out. */
function some(document: Document): Document {
  if (document.length <= mostLines) return document
  const alerts = document.filter(({ kind }) => kind === 'alert').slice(0, mostLines - 5)
  const others = document.filter(({ kind }) => kind !== 'alert').slice(0, mostLines - alerts.length)
  const left = document.length - alerts.length - others.length
  return [...alerts, ...others, { kind: 'note', text: `And ${left} more lines. Use the commands to see them all.` }]
}

/** The most blocks in a view. */
const most = 100

function homeView({ digests, feeds, usage }: HomeAnswers): HomeView {
  const part = (title: string, answer: Reply): AnyBlock[] => [
    header(title),
    ...renderSlack(some(answer.document), 'answer').flatMap(({ blocks }) => blocks),
  ]
  const listed = digests.done ? digests.data.slice(0, mostDigests) : []
  const blocks = [
    ...part('Digests', digests),
    ...listed.flatMap(({ name, pause }) =>
      pause ? pauseRow(`Resume “${name}”`, 'resume', name) : pauseRow(`Pause “${name}”`, 'pause', name),
    ),
    {
      type: 'actions' as const,
      elements: [
        button('Set up a digest', { id: 'open-schedule', value: 'home' }),
        button('Summarize an article', { id: 'open-summarize', value: 'home' }),
      ],
    },
    ...part('Feeds', feeds),
    { type: 'actions' as const, elements: [button('Add feeds', { id: 'open-feeds', value: 'home' })] },
    ...part('Model', usage),
  ]
  const shown =
    blocks.length > most
      ? [...blocks.slice(0, most - 1), ...context(['There’s more. Use the commands to see it all.'])]
      : blocks
  return { type: 'home', blocks: shown }
}
