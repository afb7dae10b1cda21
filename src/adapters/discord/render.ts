import type { Block, ClaimLine, Document, StoryBlock } from '../../chat/document.ts'
import { cutTo, piecesOf, plain, safeUrl } from '../../chat/plain.ts'
import { postsOf } from '../../chat/posts.ts'
import { outletsOnce, remarksOf, responsesOf } from '../../chat/story-lines.ts'
import type { Shape } from '../../domain/subscription.ts'
import { discordLimits } from './limits.ts'
import { link, name, words } from './markdown.ts'

/** An embed as Discord takes it. */
export interface Embed {
  readonly title?: string
  readonly url?: string
  readonly description?: string
  readonly footer?: { readonly text: string }
}

/** One message as Discord takes it, without where it goes. `{key}` stands where the key of the message will. */
export interface DiscordMessage {
  readonly content: string
  readonly embeds: readonly Embed[]
  readonly components: readonly object[]
  /** Whether it belongs in a thread below the first. */
  readonly below: boolean
  /** Whether it stands on its own: in a forum, a post of its own. */
  readonly apart: boolean
  /** What its thread or forum post is called. */
  readonly name: string
}

/** Stories of one message at most: each has two choices in its menu. */
const mostStories = Math.floor(discordLimits.options / 2)

/**
 * A document as messages, as many stories in each as the limits let; as a thread, the headlines first and a message a story;
 * as posts, each story on its own.
 */
export function drawDiscord(document: Document, shape: Shape): DiscordMessage[] {
  const stories = document.filter((block) => block.kind === 'story')
  const title = document.find((block) => block.kind === 'title')
  const called = threadName(title?.text ?? stories[0]?.headline ?? '')
  if (shape === 'whole' || stories.length < 2) return pack(document.map(drawBlock), { called })
  if (shape === 'posts')
    return postsOf(document).flatMap(({ story, document: post }) =>
      pack(post.map(drawBlock), { called: threadName(story.headline), apart: true }),
    )
  const top = document.map((block) => (block.kind === 'story' ? headline(block) : drawBlock(block)))
  return [...pack(top, { called }), ...stories.flatMap((story) => pack([drawBlock(story)], { called, below: true }))]
}

function threadName(text: string): string {
  return cutTo(plain(text) || 'Onrecord', discordLimits.threadName)
}

/** What one block becomes. */
interface Drawing {
  readonly line?: string
  readonly embeds?: readonly Embed[]
  readonly story?: StoryBlock
  readonly action?: object
}

/** What the messages of one piece have in common. */
interface Belonging {
  readonly called: string
  readonly below?: boolean
  readonly apart?: boolean
}

function pack(drawings: readonly Drawing[], { called, below = false, apart = false }: Belonging): DiscordMessage[] {
  const pages: { lines: string[]; embeds: Embed[]; stories: StoryBlock[]; actions: object[] }[] = [
    { lines: [], embeds: [], stories: [], actions: [] },
  ]
  for (const { line, embeds = [], story, action } of drawings) {
    for (const [index, embed] of [...embeds, undefined].entries()) {
      if (embed === undefined && embeds.length > 0) break
      let page = pages.at(-1)
      const fits =
        page &&
        size([...page.embeds, ...(embed ? [embed] : [])]) <= discordLimits.characters &&
        page.embeds.length < discordLimits.embeds &&
        page.stories.length < mostStories &&
        [...page.lines, line ?? ''].join('\n').length <= discordLimits.content
      if (!page || !fits) {
        page = { lines: [], embeds: [], stories: [], actions: [] }
        pages.push(page)
      }
      if (embed) page.embeds.push(embed)
      if (line) page.lines.push(line)
      if (story && index === embeds.length - 1) page.stories.push(story)
      if (action) page.actions.push(action)
    }
  }
  return pages
    .filter(({ lines, embeds }, index) => index === 0 || lines.length > 0 || embeds.length > 0)
    .map(({ lines, embeds, stories, actions }) => ({
      content: lines.join('\n') || (embeds.length === 0 ? 'Nothing to tell.' : ''),
      embeds,
      components: [menu(stories), ...actions.map((action) => ({ type: 1, components: [action] }))],
      below,
      apart,
      name: called,
    }))
}

function drawBlock(block: Block): Drawing {
  switch (block.kind) {
    case 'title':
      return { line: `**${name(block.text)}**\n${name(block.detail)}` }
    case 'story':
      return { embeds: drawStory(block), story: block }
    case 'note':
      return { line: `-# ${name(block.text)}` }
    case 'alert':
      return { line: `**Note:** ${words(block.text, discordLimits.content / 2 - 50)}` }
    case 'action':
      return {
        action: {
          type: 2,
          style: 2,
          label: block.label,
          custom_id: `${block.action.kind}:${block.action.answer}`.slice(0, discordLimits.customId),
        },
      }
  }
}

/** Of a story among headlines, in characters. */
const longestLine = 900

/** A story's headline and summary, where its claims are in a thread. */
function headline(story: StoryBlock): Drawing {
  const head = `**${story.number ?? '•'}. ${name(story.headline)}**`
  const linked = outletsOf(story)
  // Addresses can be long; the links are in the thread, too.
  const outlets = head.length + linked.length > longestLine ? name(namesOf(story).join(', ')) : linked
  return { line: outlets ? `${head} · ${outlets}` : head }
}

/** A story as an embed; claims that do not fit go into further ones, each claim whole. */
function drawStory(story: StoryBlock): Embed[] {
  const first = safeUrl(story.outlets[0]?.url ?? null)
  const url = first !== null && first.length <= discordLimits.url ? first : null
  const head = [outletsOf(story), words(story.summary.join(' '))].filter(Boolean)
  const parts = [
    ...head,
    ...section(
      'They differ',
      story.differences.map(
        ({ versions }) =>
          `• ${versions
            .slice(0, 6)
            .map(({ outlet, words: version }) => `**${name(outlet)}:** ${name(version)}`)
            .join(' / ')}`,
      ),
    ),
    ...section('Who says what', story.claims.flatMap(drawClaim)),
    ...section('No comment', [
      ...story.silences.map((line) => `• ${name(line)}`),
      ...story.unanswered.map((who) => `• ${name(who)} is accused, and the articles record no response.`),
    ]),
  ]
  const pages = fill(parts)
  const footer = cutTo([...story.withheld, story.byline].map(plain).join(' · '), 500)
  return pages.map((description, index) => ({
    ...(index === 0
      ? {
          title: cutTo(
            `${story.number === null ? '' : `${story.number}  `}${words(story.headline, discordLimits.title / 2)}` ||
              '–',
            discordLimits.title,
          ),
          ...(url ? { url } : {}),
        }
      : {}),
    ...(description ? { description } : {}),
    ...(index === pages.length - 1 && footer ? { footer: { text: footer } } : {}),
  }))
}

/** Parts joined into texts that an embed can hold, with room for title and footer beside them. */
function fill(parts: readonly string[]): string[] {
  const most = discordLimits.description - 100
  const pages = ['']
  for (const part of parts) {
    const last = pages.at(-1) ?? ''
    const joined = last === '' ? part : `${last}\n${part}`
    if (joined.length <= most) pages[pages.length - 1] = joined
    else pages.push(part.length <= most ? part : cutTo(part, most))
  }
  return pages
}

/** The title stands with the first of its items. */
function section(title: string, items: readonly string[]): string[] {
  const [first, ...rest] = items
  return first === undefined ? [] : [`\n**${title}**\n${first}`, ...rest]
}

/** A claim and its answers, a part each; long ones in several, so that nothing of them is cut. */
function drawClaim(claim: ClaimLine): string[] {
  return [...claimParts('• ', claim), ...responsesOf(claim).flatMap((response) => claimParts('  ↳ ', response))]
}

function claimParts(mark: string, { speaker, act, manner, words: said, evidence }: ClaimLine): string[] {
  const how = [...(act ? [act] : []), ...manner].join('; ')
  const proof = safeUrl(evidence)
  // An address of a passage can be longer than its claim; what is too long for a message leads nowhere.
  const shown = proof && proof.length <= 400 ? ` ${link('evidence', proof)}` : ''
  const [first = '', ...rest] = piecesOf(cutTo(plain(said), discordLimits.longest), discordLimits.text).map((piece) =>
    words(piece),
  )
  const parts = [`${mark}**${name(speaker)}**${how ? ` (${name(how)})` : ''}: ${first}`, ...rest]
  return parts.map((part, index) => (index === parts.length - 1 ? `${part}${shown}` : part))
}

function namesOf(story: StoryBlock): string[] {
  return outletsOnce(story)
    .slice(0, 8)
    .map(({ outlet }) => outlet)
}

function outletsOf(story: StoryBlock): string {
  const links = outletsOnce(story)
    .slice(0, 8)
    .map(({ outlet, url }) => link(outlet, (url ?? '').length <= 400 ? url : null))
  return [links.join(', '), ...remarksOf(story).map((remark) => `*${name(remark)}*`)].filter(Boolean).join(' · ')
}

/** What readers can ask of a message's stories; its id carries the key by which the message is found again. */
function menu(stories: readonly StoryBlock[]): object {
  if (stories.length === 0)
    return { type: 1, components: [{ type: 2, style: 2, label: 'Status', custom_id: 'status:{key}' }] }
  const text = (before: string, story: StoryBlock) =>
    cutTo(
      `${story.number === null ? '' : `${story.number} · `}${before}: ${plain(story.headline)}`,
      discordLimits.optionText,
    )
  const options = stories.flatMap((story) => [
    { label: text(`All ${story.claims.length + story.moreClaims} claims`, story), value: `story:${story.id}` },
    { label: text('Report a mistake', story), value: `report:${story.id}` },
  ])
  return {
    type: 1,
    components: [{ type: 3, custom_id: 'pick:{key}', placeholder: 'All claims, or report a mistake', options }],
  }
}

/** Characters of embeds, as Discord counts them. */
export function size(embeds: readonly Embed[]): number {
  return embeds.reduce(
    (sum, { title, description, footer }) =>
      sum + (title?.length ?? 0) + (description?.length ?? 0) + (footer?.text.length ?? 0),
    0,
  )
}
