import type { Block } from '../chat/document.ts'
import { counted } from '../digest/times.ts'
import { areClosedToModels, isHeadlineOnly } from '../domain/article.ts'
import type { Brief } from '../domain/brief.ts'
import type { WorkspaceId } from '../domain/subscription.ts'
import { isWritable } from '../language/measured.ts'
import type { Services } from '../services.ts'

/** The approximate number of tokens that a brief of a short article costs. */
const fewestTokens = 2_500
/** Readers are notified once this share of a day's tokens is used. */
const nearlyUsedUp = 0.8

/** The notes on the model that a digest needs: that article texts went to it, and that its tokens are running out. */
export async function modelNotes(
  briefs: readonly Brief[],
  workspace: WorkspaceId,
  { modelServices, tokenCaps, store, clock }: Pick<Services, 'modelServices' | 'tokenCaps' | 'store' | 'clock'>,
): Promise<Block[]> {
  const settled = await store.workspaces.find(workspace)
  if (!modelServices || !settled?.usesModel) return []
  const notes: Block[] = []
  if (briefs.some(({ byline }) => byline.writer === 'llm'))
    notes.push({
      kind: 'note',
      text: `The text of these articles was sent to ${modelServices.model.name} at ${modelServices.provider}. To stop that: digest model off`,
    })
  const day = clock.now().slice(0, 10)
  const spend = await store.spend.on(day)
  const shares = [
    ['installation', tokenCaps.installation],
    [`workspace:${workspace}`, tokenCaps.workspace],
  ].map(([payer, cap]) => {
    const row = spend.find((each) => each.payer === payer)
    return row ? (row.used + row.reserved) / Number(cap) : 0
  })
  const share = Math.max(...shares)
  const areTooFew = Math.min(tokenCaps.installation, tokenCaps.workspace) < fewestTokens
  if (areTooFew)
    notes.push({
      kind: 'note',
      text: 'The daily token limit is too low for a single story, so stories are written without AI.',
    })
  if (share < nearlyUsedUp && !areTooFew) notes.push(...withoutModel(briefs, modelServices.model.name))
  if (share >= 1 || (share >= nearlyUsedUp && briefs.some(({ byline }) => byline.writer === 'rules')))
    notes.push({
      kind: 'note',
      text: 'Today’s tokens for the model are used up, so stories are written without AI until midnight UTC.',
    })
  else if (share >= nearlyUsedUp)
    notes.push({
      kind: 'note',
      text: `${Math.floor(100 * share)}% of today’s tokens for the model are used. After that, stories are written without AI.`,
    })
  return notes
}

/** Notes on the stories that the model did not write, by the reason. */
function withoutModel(briefs: readonly Brief[], model: string): Block[] {
  const byRules = briefs.filter(({ byline, articles }) => byline.writer === 'rules' && !articles.every(isHeadlineOnly))
  const closed = byRules.filter(({ articles }) => areClosedToModels(articles))
  const without = byRules.filter(
    ({ articles }) => !areClosedToModels(articles) && articles.some(({ language }) => isWritable(language)),
  )
  return [...keptBack(closed), ...notReached(without, model)]
}

/** A note that publishers keep their articles from models. */
function keptBack(briefs: readonly Brief[]): Block[] {
  if (briefs.length === 0) return []
  const stories = counted(briefs.length, 'story was', 'stories were')
  return [
    {
      kind: 'note',
      text: `${stories} written without AI: the publisher asks AI tools not to use the page.`,
    },
  ]
}

/** A note that the model could not be reached, or that the articles did not support what it wrote. */
function notReached(without: readonly Brief[], model: string): Block[] {
  if (without.length === 0) return []
  const stories = counted(without.length, 'story was', 'stories were')
  return [
    {
      kind: 'note',
      text: `${stories} written without AI: ${model} couldn’t be reached, or too little of what it wrote could be found in the articles.`,
    },
  ]
}
