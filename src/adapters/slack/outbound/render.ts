import type { AnyBlock } from '@slack/web-api'
import { type Block, type Document, type StoryBlock, type TitleBlock } from '../../../chat/document.ts'
import { safeUrl } from '../../../chat/plain.ts'
import { postsOf } from '../../../chat/posts.ts'
import type { RichText } from '../../../chat/rich-text.ts'
import { sectionsOf } from '../../../chat/sections.ts'
import { countLines, outletsOnce, remarksOf } from '../../../chat/story-lines.ts'
import type { Shape } from '../../../domain/subscription.ts'
import { actionButton, choiceMenu, sideBySide } from './actions.ts'
import {
  button,
  context,
  date,
  header,
  link,
  name,
  ours,
  type Piece,
  richPieces,
  richText,
  size,
  textSection,
  words,
} from './elements.ts'
import { continued, fallback } from './fallback.ts'
import { slackLimits } from './limits.ts'
import { sectionBlocks, sentencePieces } from './sections.ts'

/** One message as Slack takes it, without its destination. */
export interface SlackMessage {
  readonly blocks: readonly AnyBlock[]
  /** For notifications and screen readers. */
  readonly text: string
  /** True if it goes into the channel by itself, though it is not the first. */
  readonly apart?: boolean
  /** Sent first and later filled with the whole: the title and the headlines. */
  readonly opening?: Pick<SlackMessage, 'blocks' | 'text'>
}

/** The most headlines in an opening. */
const mostHeadlines = 20

/** Blocks that stay together: a long message is split between groups. */
type Group = readonly AnyBlock[]

/**
 * A document as messages: the first for the channel, the others for its thread. As a whole, the first holds as many
 * stories as fit. As a thread, it holds headlines and summaries, and each story's claims follow in a message. As posts,
 * each story is a message in the channel.
 */
export function renderSlack(document: Document, shape: Shape): SlackMessage[] {
  const stories = document.filter((block) => block.kind === 'story')
  if (shape === 'posts' && stories.length > 1)
    return postsOf(document).flatMap(({ document: post }) => renderSlack(post, 'whole').map(apart))
  const thread = shape === 'thread' && stories.length > 1
  const groups = document.map((block): Group => (block.kind === 'story' && thread ? overview(block) : drawBlock(block)))
  const packed = pack(groups).map(sideBySide)
  const messages = packed.map((blocks, at) => (at === 0 && packed.length > 1 ? [...blocks, ...goesOn] : blocks))
  const first = messages.map((blocks, index) =>
    index === 0 ? { blocks, text: fallback(document), ...opening(document) } : { blocks, text: continued(blocks) },
  )
  const replies = thread
    ? stories.flatMap((story) => pack([drawBlock(story)]).map((blocks) => ({ blocks, text: fallback([story]) })))
    : []
  return [...first, ...replies]
}

/** A message with stories opens with their headlines. Its notification covers the whole, since an edit sends none. */
function opening(document: Document): Pick<SlackMessage, 'opening'> {
  const stories = document.filter((block) => block.kind === 'story')
  const [first] = stories
  if (!first) return {}
  const before = document.slice(0, document.indexOf(first)).flatMap(drawBlock)
  const lines = stories
    .slice(0, mostHeadlines)
    .map((story, index) => [...(index > 0 ? ours('\n') : []), ...numbered(story)])
  const blocks = [...before, richText(textSection(...lines)), ...context(['The rest will appear here.'])]
  return { opening: { blocks, text: fallback(document) } }
}

/** The last line of the first of several messages. */
const goesOn = context(['Continued below.'])

function apart(message: SlackMessage): SlackMessage {
  return { ...message, apart: true }
}

/** Packs groups into as few messages as the limits allow; a group too large for one is split between its blocks. */
function pack(groups: readonly Group[]): AnyBlock[][] {
  const messages: AnyBlock[][] = [[]]
  const fits = (blocks: readonly AnyBlock[]) =>
    blocks.length < slackLimits.blocks && size(blocks) <= slackLimits.characters
  for (const group of groups) {
    const pieces = fits(group) ? [group] : group.map((block) => [block])
    for (const piece of pieces) {
      const last = messages.at(-1) ?? []
      if (last.length > 0 && !fits([...last, ...piece])) messages.push([...piece])
      else last.push(...piece)
    }
  }
  return messages[0]?.length === 0 ? [context(['Nothing to report.'])] : messages
}

function drawBlock(block: Block): Group {
  switch (block.kind) {
    case 'title':
      return [header(block.text), ...underTitle(block)]
    case 'story':
      return storyBlocks(block)
    case 'text':
      return [richText(textSection(lineOf(block.text)))]
    case 'note':
      return typeof block.text === 'string' ? context([block.text]) : [richText(textSection(richPieces(block.text)))]
    case 'alert':
      return [richText(textSection(ours('Note: ', 'bold'), lineOf(block.text)))]
    case 'action':
      return [{ type: 'actions', elements: [actionButton(block)] }]
    case 'choice':
      return [{ type: 'actions', elements: [choiceMenu(block)] }]
  }
}

function lineOf(text: RichText): Piece[] {
  return typeof text === 'string' ? words(text) : richPieces(text)
}

/** The line below a title; its instant is shown in the reader's time zone. */
function underTitle({ time, detail }: TitleBlock): Group {
  if (!time) return context([detail])
  return [richText(textSection(date(time, 'date_short_pretty'), detail ? ours(` · ${detail}`) : []))]
}

/** A story's headline and summary, for a message whose thread has the claims. */
function overview(story: StoryBlock): Group {
  const notes = story.notes.length > 0 ? context([story.notes.join(' · ')]) : []
  return [{ type: 'divider' }, richText(textSection(heading(story), summaryOf(story))), ...notes]
}

function summaryOf({ summary, summaryEvidence }: StoryBlock): Piece[] {
  if (summary.length === 0) return []
  if (!summaryEvidence) return [...ours('\n'), ...words(summary.join(' '))]
  return summary.flatMap((sentence, index) => [
    ...ours(index === 0 ? '\n' : ' '),
    ...sentencePieces({ id: null, words: sentence, ...(summaryEvidence[index] ?? { mark: '', evidence: null }) }),
  ])
}

function storyBlocks(story: StoryBlock): Group {
  return [
    { type: 'divider' },
    richText(textSection(heading(story), summaryOf(story))),
    ...sectionsOf(story).flatMap(sectionBlocks),
    ...context([[...story.notes, ...story.withheld, story.byline].join(' · ')]),
    ...(story.takenBack || story.isDraft ? [] : [{ type: 'actions' as const, elements: buttons(story) }]),
  ]
}

/** A headline, after its number in the digest. */
function numbered({ number, headline }: StoryBlock): Piece[] {
  return [...(number === null ? [] : ours(`${number}  `, 'bold')), ...name(headline, 'bold')]
}

function heading(story: StoryBlock): Piece[] {
  const { headline, outlets } = story
  const links = outletsOnce({ outlets }).flatMap(({ outlet, url }, index) => [
    ...(index > 0 ? ours(', ') : []),
    ...link(outlet, url),
  ])
  return [
    ...numbered(story),
    ...(links.length > 0 ? [...(headline ? ours('\n') : []), ...links] : []),
    ...remarksOf(story).flatMap((remark) => [...ours(' · '), ...richPieces(remark)]),
  ]
}

function buttons(story: StoryBlock) {
  const { id, moreClaims, links } = story
  const evidence = links.flatMap(({ label: called, url }, index) =>
    safeUrl(url) && url.length <= slackLimits.url ? [button(called, { id: `evidence-${index}`, value: id, url })] : [],
  )
  return [
    ...evidence,
    ...(moreClaims > 0 ? [button(`All ${countLines(story)} claims`, { id: 'story', value: id })] : []),
    button('Report a mistake', { id: 'report', value: id }),
  ]
}
