import { type Action, nameOf, subjectOf } from '../../../chat/actions.ts'
import type { Block, Document, StoryBlock, TitleBlock } from '../../../chat/document.ts'
import { atAGlance, foldedUntil } from '../../../chat/fold-claims.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { type Layout, postsOf } from '../../../chat/posts.ts'
import { plainWords, type RichText } from '../../../chat/rich-text.ts'
import {
  button,
  type Component,
  everyComponent,
  fits,
  isRow,
  isShort,
  menu,
  row,
  text,
  withoutRepeats,
} from './components.ts'
import { discordLimits } from './limits.ts'
import { instant, name, richWords, words } from './markdown.ts'
import { headline, storyBoxes } from './story.ts'

/** One message as Discord takes it, without its destination. `{key}` is replaced by the message's key. */
export interface DiscordMessage {
  readonly components: readonly Component[]
  /** True if it belongs in a thread below the first message. */
  readonly below: boolean
  /** True if it is posted by itself; in a forum, as a separate post. */
  readonly apart: boolean
  /** The name of its thread or forum post. */
  readonly name: string
}

/** What one and a half screens of a phone of 390 by 844 points show: lines, and characters of a line or of small print. */
const phone = { lines: 57, characters: 38, small: 50 }
/** The longest line of an answer, in characters. */
const longestAnswer = 1_800

/**
 * A document as messages, with as many stories in each as fit. As a whole, its stories show as many claims as a phone
 * shows at a glance; the others are behind each story's button. As a thread, the headlines come first, then a message
 * for each story. As posts, each story is separate.
 */
export function renderDiscord(document: Document, layout: Layout): DiscordMessage[] {
  const stories = document.filter((block) => block.kind === 'story')
  const title = document.find((block) => block.kind === 'title')
  const called = threadName(title?.text ?? stories[0]?.headline ?? '', title)
  if (layout === 'answer') return pack(piecesOf(document), { called, free: discordLimits.turning })
  if (stories.length < 2) return pack(piecesOf(document), { called })
  switch (layout) {
    case 'whole':
      return pack(piecesOf(folded(document)), { called })
    case 'posts':
      return postsOf(document).flatMap(({ story, document: post }) =>
        postMessages(post, threadName(story.headline, title)),
      )
    case 'thread':
      return [
        ...pack(piecesOf(document, headline), { called }),
        ...stories.flatMap((story) => pack(piecesOf([story]), { called, below: true })),
      ]
  }
}

/** The messages of one story. In a forum, each becomes a post. */
function postMessages(post: Document, called: string): DiscordMessage[] {
  return pack(piecesOf(post), { called, apart: true }).map((message, index) => ({
    ...message,
    name: index === 0 ? message.name : cutTo(`${index + 1} · ${message.name}`, discordLimits.threadName),
  }))
}

/** "Morning digest · 24 Nov": every day's thread or post has a name of its own. */
function threadName(about: string, title: TitleBlock | undefined): string {
  const [, day, month] = /^\p{L}+ (\d{1,2}) (\p{L}+)/u.exec(title?.time?.label ?? '') ?? []
  const date = day ? ` · ${day} ${month}` : ''
  return `${cutTo(plain(about) || 'Onrecord', discordLimits.threadName - date.length)}${date}`
}

/** A document whose stories have as many claims as fit into one message that a phone shows at a glance. */
function folded(document: Document): Document {
  const passes = (each: Document) => {
    const [components = [], ...more] = together(piecesOf(each))
    return more.length === 0 && linesOnPhone(components) <= phone.lines
  }
  return foldedUntil(document, passes) ?? atAGlance(document)
}

/** About how many lines a phone needs for a message: a row of buttons takes two, the edges of a box one. */
function linesOnPhone(components: readonly Component[]): number {
  return everyComponent(components).reduce((sum, { content, ...each }) => {
    if (content === undefined) return sum + (isRow(each) ? 2 : each.components ? 1 : 0)
    return content.split('\n').reduce((lines, line) => lines + heightOf(line), sum)
  }, 0)
}

/** The height of a line of text, in lines; small print is three quarters as high. */
function heightOf(line: string): number {
  const shown = line.replace(/\]\([^)]*\)/g, ']').length
  return line.startsWith('-# ')
    ? 0.75 * Math.ceil(shown / phone.small)
    : Math.max(1, Math.ceil(shown / phone.characters))
}

/** Components that stay in one message. */
type Piece = readonly Component[]

/** The pieces of a document, whose stories are boxes, or single lines if it says which. */
function piecesOf(document: Document, lineOfStory?: (story: StoryBlock) => string): Piece[] {
  const pieces: Piece[] = []
  const waiting = { lines: [] as string[], buttons: [] as Component[] }
  const end = () => {
    if (waiting.lines.length > 0) pieces.push([text(waiting.lines.splice(0).join('\n'))])
    if (waiting.buttons.length > 0) pieces.push([row(waiting.buttons.splice(0))])
  }
  for (const block of document) {
    const line = block.kind === 'story' ? lineOfStory?.(block) : lineOf(block)
    if (line !== undefined) {
      if (waiting.buttons.length > 0 || !isShort([...waiting.lines, line].join('\n'))) end()
      waiting.lines.push(line)
    } else if (block.kind === 'action') {
      if (waiting.lines.length > 0 || waiting.buttons.length === discordLimits.rowButtons) end()
      waiting.buttons.push(button(block.label, idOf(block.action), block.isMain))
    } else {
      end()
      if (block.kind === 'story') pieces.push(...storyBoxes(block).map((box) => [box]))
      if (block.kind === 'choice') pieces.push([row([choiceOf(block)])])
    }
  }
  end()
  return pieces
}

/** A block that is a line of text; undefined for any other. */
function lineOf(block: Block): string | undefined {
  switch (block.kind) {
    case 'title':
      return `## ${name(block.text)}\n${[block.time && instant(block.time), name(block.detail)].filter(Boolean).join(' · ')}`
    case 'text':
      return wordsOf(block.text)
    case 'note':
      return `-# ${wordsOf(block.text)}`
    case 'alert':
      return `**Note:** ${wordsOf(block.text)}`
    case 'story':
    case 'action':
    case 'choice':
      return undefined
  }
}

function wordsOf(given: RichText): string {
  const shown = typeof given === 'string' ? words(given, longestAnswer) : richWords(given)
  return isShort(shown) ? shown : words(plainWords(given), longestAnswer)
}

function choiceOf({ label, actions }: Extract<Block, { kind: 'choice' }>): Component {
  const options = actions.slice(0, discordLimits.options).map((each) => ({
    label: cutTo(plain(each.label), discordLimits.optionText),
    value: idOf(each.action),
  }))
  return menu(label, `choose:${label}`, options)
}

/** An action as a button or an option carries it. */
function idOf(action: Action): string {
  return `${nameOf(action)}:${subjectOf(action)}`.slice(0, discordLimits.customId)
}

/** Settings shared by messages that are packed together. */
interface Belonging {
  readonly called: string
  readonly below?: boolean
  readonly apart?: boolean
  /** How many components each message must have room for besides. */
  readonly free?: number
}

function pack(pieces: readonly Piece[], { called, below = false, apart = false, free }: Belonging): DiscordMessage[] {
  return together(pieces, free).map((components) => ({
    components: withKey(withoutRepeats(components)),
    below,
    apart,
    name: called,
  }))
}

/** Puts pieces into as few messages as the limits allow. */
function together(pieces: readonly Piece[], free = 0): Component[][] {
  const messages: Component[][] = []
  for (const piece of pieces) {
    const last = messages.at(-1)
    if (last && fits(withKey([...last, ...piece]), free)) last.push(...piece)
    else messages.push([...piece])
  }
  return messages.length > 0 ? messages : [[text('Nothing to report.')]]
}

/** Adds a button that carries the key by which the message is found, unless one of its buttons does. */
function withKey(components: readonly Component[]): readonly Component[] {
  const hasKey = everyComponent(components).some(({ custom_id: id }) => id?.includes('{key}'))
  return hasKey ? components : [...components, row([button('Status', 'status:{key}')])]
}
