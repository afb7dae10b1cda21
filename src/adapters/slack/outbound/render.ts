import type { AnyBlock } from '@slack/web-api'
import { type Block, type Document, type StoryBlock, type TitleBlock } from '../../../chat/document.ts'
import { foldClaims, foldedUntil } from '../../../chat/fold-claims.ts'
import { type Layout, postsOf } from '../../../chat/posts.ts'
import type { RichText } from '../../../chat/rich-text.ts'
import { actionButton, choiceMenu, sideBySide } from './actions.ts'
import { context, date, header, ours, type Piece, richPieces, richText, size, textSection, words } from './elements.ts'
import { continued, fallback } from './fallback.ts'
import { slackLimits } from './limits.ts'
import { richTexts } from './sections.ts'
import { headlines, overview, storyBlocks } from './story.ts'

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

/** The fewest stories whose headlines are listed below the title. */
const fewestListed = 3
/** In a digest of this many stories or more, each shows only a few claims, so that it can be read at a glance. */
const manyStories = 4
const claimsAtAGlance = 4
/** How many claims each story shows in a digest that is too long for one message anyway. */
const fewestClaims = 3

/** Blocks that stay together: a long message is split between groups. */
type Group = readonly AnyBlock[]

/**
 * A document as messages: the first for the channel, the others for its thread. As a whole, all stories are in the
 * first, each with as many claims as there is room for. As a thread, it holds headlines and summaries, and each
 * story's claims follow in a message. As posts, each story is a message in the channel.
 */
export function renderSlack(document: Document, layout: Layout): SlackMessage[] {
  const stories = document.filter((block) => block.kind === 'story')
  if (stories.length < 2) return messagesOf(document, groupsOf(document), layout === 'answer' ? [] : goesOn)
  switch (layout) {
    case 'posts':
      return postsOf(document).flatMap(({ story, document: post }) => postMessages(story, post))
    case 'thread':
      return [
        ...messagesOf(document, groupsOf(document, { lists: false, drawStory: overview })),
        ...stories.flatMap((story) =>
          pack([storyBlocks(story)]).map((blocks) => ({ blocks, text: fallback([story]) })),
        ),
      ]
    case 'whole':
      return messagesOf(document, foldedGroups(document))
    case 'answer':
      return messagesOf(document, groupsOf(document, { lists: false }), [])
  }
}

/** The messages of one story. Their notification is its headline. */
function postMessages(story: StoryBlock, post: Document): SlackMessage[] {
  const text = fallback([{ ...story, number: null }])
  return messagesOf(post, groupsOf(post)).map((message, index) => ({
    ...message,
    ...(index === 0 ? { text, ...(message.opening ? { opening: { ...message.opening, text } } : {}) } : {}),
    apart: true,
  }))
}

/** Groups of blocks in as few messages as they need. */
function messagesOf(document: Document, groups: readonly Group[], note = goesOn): SlackMessage[] {
  const packed = pack(groups).map(sideBySide)
  const messages = packed.map((blocks, at) => (at === 0 && packed.length > 1 ? [...blocks, ...note] : blocks))
  return messages.map((blocks, index) =>
    index === 0 ? { blocks, text: fallback(document), ...opening(document) } : { blocks, text: continued(blocks) },
  )
}

interface Grouping {
  /** True if the headlines are listed below the title where there are several stories. */
  readonly lists: boolean
  readonly drawStory?: (story: StoryBlock) => Group
}

/** The blocks of a document; lines that follow one another are one block. */
function groupsOf(document: Document, { lists, drawStory = storyBlocks }: Grouping = { lists: true }): Group[] {
  const stories = document.filter((block) => block.kind === 'story')
  const groups: Group[] = []
  let lines: RichText[] = []
  const endLines = () => {
    if (lines.length > 0) groups.push(richTexts(lines.map((text) => ({ pieces: lineOf(text), bullet: null }))))
    lines = []
  }
  for (const block of document) {
    if (block.kind === 'text') {
      lines.push(block.text)
      continue
    }
    endLines()
    if (lists && block === stories[0] && stories.length >= fewestListed) groups.push([headlines(stories)])
    groups.push(block.kind === 'story' ? drawStory(block) : drawBlock(block))
  }
  endLines()
  return groups
}

/** The groups of a document in which each story has as many claims as one message has room for. */
function foldedGroups(document: Document): Group[] {
  const isOne = (each: Document) => pack(groupsOf(each)).length === 1
  const stories = document.filter((block) => block.kind === 'story').length
  const most = stories >= manyStories ? claimsAtAGlance : Number.POSITIVE_INFINITY
  return groupsOf(foldedUntil(document, isOne, most) ?? foldClaims(document, fewestClaims))
}

/** A message with stories opens with their headlines. Its notification covers the whole, since an edit sends none. */
function opening(document: Document): Pick<SlackMessage, 'opening'> {
  const stories = document.filter((block) => block.kind === 'story')
  const [first] = stories
  if (!first) return {}
  const before = document.slice(0, document.indexOf(first)).flatMap(drawBlock)
  const blocks = [...before, headlines(stories), ...context(['The rest will appear here.'])]
  return { opening: { blocks, text: fallback(document) } }
}

/** The last line of the first of several messages. */
const goesOn = context(['Continued in the thread.'])

/** Packs groups into as few messages as the limits allow; a group too large for one is split between its blocks. */
function pack(groups: readonly Group[]): AnyBlock[][] {
  const messages: AnyBlock[][] = [[]]
  const fits = (blocks: readonly AnyBlock[]) =>
    blocks.length < slackLimits.blocks &&
    size(blocks) <= slackLimits.characters &&
    size(blocks, 'addresses') <= slackLimits.addresses
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
      return richTexts([{ pieces: lineOf(block.text), bullet: null }])
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
