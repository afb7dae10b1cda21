import { type Action, nameOf, subjectOf } from '../../../chat/actions.ts'
import type { Block, Document, StoryBlock } from '../../../chat/document.ts'
import { cutTo, plain } from '../../../chat/plain.ts'
import { postsOf } from '../../../chat/posts.ts'
import type { RichText } from '../../../chat/rich-text.ts'
import { countLines } from '../../../chat/story-lines.ts'
import type { Shape } from '../../../domain/subscription.ts'
import { discordLimits } from './limits.ts'
import { instant, name, richWords, words } from './markdown.ts'
import { type Embed, headline, size, storyEmbeds } from './story-embeds.ts'

/** One message as Discord takes it, without its destination. `{key}` is replaced by the message's key. */
export interface DiscordMessage {
  readonly content: string
  readonly embeds: readonly Embed[]
  readonly components: readonly object[]
  /** True if it belongs in a thread below the first message. */
  readonly below: boolean
  /** True if it is posted by itself; in a forum, as a separate post. */
  readonly apart: boolean
  /** The name of its thread or forum post. */
  readonly name: string
}

/** The most stories in one message: each has two options in its menu. */
const mostStories = Math.floor(discordLimits.options / 2)

/**
 * A document as messages, with as many stories in each as fit. As a thread, the headlines come first, then a message
 * for each story. As posts, each story is separate.
 */
export function renderDiscord(document: Document, shape: Shape): DiscordMessage[] {
  const stories = document.filter((block) => block.kind === 'story')
  const title = document.find((block) => block.kind === 'title')
  const called = threadName(title?.text ?? stories[0]?.headline ?? '')
  if (shape === 'whole' || stories.length < 2) return pack(document.map(drawBlock), { called })
  if (shape === 'posts')
    return postsOf(document).flatMap(({ story, document: post }) =>
      pack(post.map(drawBlock), { called: threadName(story.headline), apart: true }).map((message, index) => ({
        ...message,
        name: index === 0 ? message.name : cutTo(`${index + 1} · ${message.name}`, discordLimits.threadName),
      })),
    )
  const top = document.map((block) => (block.kind === 'story' ? { line: headline(block) } : drawBlock(block)))
  return [...pack(top, { called }), ...stories.flatMap((story) => pack([drawBlock(story)], { called, below: true }))]
}

function threadName(text: string): string {
  return cutTo(plain(text) || 'Onrecord', discordLimits.threadName)
}

/** The parts of a message that one block becomes. */
interface Drawing {
  readonly line?: string
  readonly embeds?: readonly Embed[]
  readonly story?: StoryBlock
  /** Buttons, to be shown side by side with those before and after them. */
  readonly action?: object
  /** A menu, which has a row to itself. */
  readonly choice?: object
}

/** Settings shared by messages that are packed together. */
interface Belonging {
  readonly called: string
  readonly below?: boolean
  readonly apart?: boolean
}

interface Page {
  readonly lines: string[]
  readonly embeds: Embed[]
  readonly stories: StoryBlock[]
  readonly actions: object[]
  readonly choices: object[]
}

function emptyPage(): Page {
  return { lines: [], embeds: [], stories: [], actions: [], choices: [] }
}

function pack(drawings: readonly Drawing[], { called, below = false, apart = false }: Belonging): DiscordMessage[] {
  const pages: Page[] = [emptyPage()]
  for (const drawing of drawings) {
    const embeds = drawing.embeds ?? []
    for (const embed of embeds.length > 0 ? embeds : [undefined])
      addTo(pages, drawing, { embed, isLast: embed !== undefined && embed === embeds.at(-1) })
  }
  return pages
    .filter(({ lines, embeds }, index) => index === 0 || lines.length > 0 || embeds.length > 0)
    .map(({ lines, embeds, stories, actions, choices }) => ({
      content: lines.join('\n') || (embeds.length === 0 ? 'Nothing to report.' : ''),
      embeds,
      components: [menu(stories), ...[...choices.map((choice) => [choice]), ...inRows(actions)].map(row)].slice(
        0,
        discordLimits.rows,
      ),
      below,
      apart,
      name: called,
    }))
}

function inRows(actions: readonly object[]): object[][] {
  return actions.flatMap((_, at) =>
    at % discordLimits.rowButtons === 0 ? [actions.slice(at, at + discordLimits.rowButtons)] : [],
  )
}

function row(components: readonly object[]): object {
  return { type: 1, components }
}

interface Piece {
  readonly embed: Embed | undefined
  /** True if it is the last embed of its story. */
  readonly isLast: boolean
}

/** Adds a piece of a drawing to the last page, or to a new one if it does not fit there. */
function addTo(pages: Page[], { line, story, action, choice }: Drawing, { embed, isLast }: Piece): void {
  const last = pages.at(-1)
  const page = last && fits(last, embed, line ?? '') ? last : emptyPage()
  if (page !== last) pages.push(page)
  if (embed) page.embeds.push(embed)
  if (line) page.lines.push(line)
  if (story && isLast) page.stories.push(story)
  if (action) page.actions.push(action)
  if (choice) page.choices.push(choice)
}

function fits(page: Page, embed: Embed | undefined, line: string): boolean {
  return (
    size([...page.embeds, ...(embed ? [embed] : [])]) <= discordLimits.characters &&
    page.embeds.length < discordLimits.embeds &&
    page.stories.length < mostStories &&
    [...page.lines, line].join('\n').length <= discordLimits.content
  )
}

function drawBlock(block: Block): Drawing {
  switch (block.kind) {
    case 'title':
      return {
        line: `**${name(block.text)}**\n${[block.time && instant(block.time), name(block.detail)].filter(Boolean).join(' · ')}`,
      }
    case 'story':
      return { embeds: storyEmbeds(block), story: block }
    case 'text':
      return { line: lineOf(block.text) }
    case 'note':
      return { line: `-# ${richWords(block.text)}` }
    case 'alert':
      return {
        line: `**Note:** ${lineOf(block.text)}`,
      }
    case 'action':
      return { action: { type: 2, style: block.isMain ? 1 : 2, label: block.label, custom_id: idOf(block.action) } }
    case 'choice':
      return {
        choice: {
          type: 3,
          custom_id: `choose:${block.label}`.slice(0, discordLimits.customId),
          placeholder: block.label,
          options: block.actions.slice(0, discordLimits.options).map(({ label, action }) => ({
            label: cutTo(plain(label), discordLimits.optionText),
            value: idOf(action),
          })),
        },
      }
  }
}

function lineOf(text: RichText): string {
  return typeof text === 'string' ? words(text, discordLimits.content / 2 - 50) : richWords(text)
}

/** An action as a button or an option carries it. */
function idOf(action: Action): string {
  return `${nameOf(action)}:${subjectOf(action)}`.slice(0, discordLimits.customId)
}

/** The menu of a message's stories, or a status button; its id carries the key by which the message is found. */
function menu(all: readonly StoryBlock[]): object {
  const stories = all.filter(({ takenBack, isDraft }) => !takenBack && !isDraft)
  if (stories.length === 0)
    return { type: 1, components: [{ type: 2, style: 2, label: 'Status', custom_id: 'status:{key}' }] }
  const text = (before: string, story: StoryBlock) =>
    cutTo(
      `${story.number === null ? '' : `${story.number} · `}${before}: ${plain(story.headline)}`,
      discordLimits.optionText,
    )
  const options = stories.flatMap((story) => [
    { label: text(`All ${countLines(story)} claims`, story), value: `story:${story.id}` },
    { label: text('Report a mistake', story), value: `report:${story.id}` },
  ])
  return {
    type: 1,
    components: [{ type: 3, custom_id: 'pick:{key}', placeholder: 'All claims, or report a mistake', options }],
  }
}
