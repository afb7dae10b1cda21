import type { AnyBlock, HomeView } from '@slack/web-api'
import type { CommandAnswer } from '../../chat/command.ts'
import { button, context, header } from './elements.ts'
import { drawSlack } from './render.ts'

/** What the App Home shows: digests, feeds and what the model has cost. */
export interface HomeAnswers {
  readonly digests: CommandAnswer
  readonly feeds: CommandAnswer
  readonly usage: CommandAnswer
}

/** Blocks of a view at most. */
const most = 100

export function homeView({ digests, feeds, usage }: HomeAnswers): HomeView {
  const part = (title: string, answer: CommandAnswer): AnyBlock[] => [
    header(title),
    ...drawSlack(answer.document, 'whole').flatMap(({ blocks }) => blocks),
  ]
  const blocks = [
    ...part('Digests', digests),
    {
      type: 'actions' as const,
      elements: [
        button('Set a digest', { id: 'open-schedule', value: 'home' }),
        button('Summarize an article', { id: 'open-summarize', value: 'home' }),
      ],
    },
    ...part('Feeds', feeds),
    { type: 'actions' as const, elements: [button('Add feeds', { id: 'open-feeds', value: 'home' })] },
    ...part('Model', usage),
  ]
  const shown =
    blocks.length > most ? [...blocks.slice(0, most - 1), ...context(['There is more; see the commands.'])] : blocks
  return { type: 'home', blocks: shown }
}
