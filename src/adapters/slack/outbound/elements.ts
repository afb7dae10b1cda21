import type { AnyBlock, Button, RichTextElement, RichTextList, RichTextSection } from '@slack/web-api'
import { cutTo, inLine, piecesOf, plain, safeUrl } from '../../../chat/plain.ts'
import { type ChannelLink, type Moment, type PersonLink, type RichText, segmentsOf } from '../../../chat/rich-text.ts'
import { slackLimits } from './limits.ts'

/**
 * The pieces of a message. Words that are not ours go only into plain_text or rich_text text elements, which Slack
 * shows as they are: they cannot become a mention, a link or formatting.
 */

export type Piece = RichTextElement

/** Longer text, such as a claim or a summary, in as many pieces as it needs. */
export function words(text: string): Piece[] {
  return piecesOf(cutTo(plain(text), slackLimits.longest), slackLimits.text).map((piece) => ({
    type: 'text',
    text: piece,
  }))
}

/** A name or a headline, cut if it is too long. */
export function name(text: string, style?: 'bold'): Piece[] {
  const shown = cutTo(plain(text), slackLimits.name)
  if (shown === '') return []
  return [{ type: 'text', text: shown, ...(style ? { style: { [style]: true } } : {}) }]
}

/** Our own words and spaces, which `words` would trim. */
export function ours(text: string, style?: 'bold'): Piece[] {
  return [{ type: 'text', text, ...(style ? { style: { [style]: true } } : {}) }]
}

/** Our own words, with moments in the reader's time zone, and links to channels and people. */
export function richPieces(line: RichText): Piece[] {
  return segmentsOf(line).flatMap((piece) => {
    if (typeof piece === 'string') return ours(inLine(piece))
    if ('at' in piece) return date(piece)
    if ('url' in piece) return link(piece.label, piece.url)
    return 'person' in piece ? person(piece) : channel(piece)
  })
}

function person({ person: id, label: called }: PersonLink): Piece[] {
  return /^[UW][A-Z0-9]+$/.test(id) ? [{ type: 'user', user_id: id }] : ours(called)
}

function channel({ channel: id, label: called }: ChannelLink): Piece[] {
  return /^[CG][A-Z0-9]+$/.test(id) ? [{ type: 'channel', channel_id: id }] : ours(called)
}

/**
 * An instant in the reader's time zone; the pretty format may show "Today". Slack always capitalises that, so only the
 * beginning of a line may use it.
 */
export function date({ at, label: called }: Moment, day: 'date_short' | 'date_short_pretty' = 'date_short'): Piece[] {
  const timestamp = Math.floor(Date.parse(at) / 1_000)
  return [{ type: 'date', timestamp, format: `{${day}} {time}`, fallback: called }]
}

/** Words with a link; plain words if there is no safe address. */
export function link(text: string, url: string | null): Piece[] {
  const href = safeUrl(url)
  const shown = cutTo(plain(text), slackLimits.name)
  return href && shown !== '' ? [{ type: 'link', url: href, text: shown }] : name(text)
}

export function textSection(...pieces: readonly (readonly Piece[])[]): RichTextSection {
  return { type: 'rich_text_section', elements: pieces.flat() }
}

export function list(items: readonly RichTextSection[], indent = 0): RichTextList {
  return { type: 'rich_text_list', style: 'bullet', indent, elements: [...items] }
}

export function richText(...elements: readonly (RichTextSection | RichTextList)[]): AnyBlock {
  return { type: 'rich_text', elements: [...elements] }
}

export function header(text: string): AnyBlock {
  return {
    type: 'header',
    text: { type: 'plain_text', text: cutTo(plain(text) || '–', slackLimits.header), emoji: false },
  }
}

/** Small print, one element for each line. */
export function context(lines: readonly string[]): AnyBlock[] {
  const shown = lines.map((line) => cutTo(plain(line), slackLimits.name)).filter((line) => line !== '')
  const blocks: AnyBlock[] = []
  for (let at = 0; at < shown.length; at += slackLimits.contextElements) {
    const elements = shown
      .slice(at, at + slackLimits.contextElements)
      .map((text) => ({ type: 'plain_text' as const, text, emoji: false }))
    blocks.push({ type: 'context', elements })
  }
  return blocks
}

/** Our own words, shown as they are, where Slack takes only plain text. */
export function label(text: string) {
  return { type: 'plain_text' as const, text, emoji: false }
}

export function button(
  text: string,
  action: { readonly id: string; readonly value: string; readonly url?: string },
): Button {
  return {
    type: 'button',
    text: { type: 'plain_text', text: cutTo(plain(text), slackLimits.buttonText), emoji: false },
    action_id: action.id,
    value: action.value.slice(0, slackLimits.buttonValue),
    ...(action.url ? { url: action.url } : {}),
  }
}

/** The number of characters of text in blocks, or of addresses and values, which are not shown. */
export function size(value: unknown, of: 'text' | 'addresses' = 'text'): number {
  if (typeof value !== 'object' || value === null) return 0
  const counted = of === 'text' ? ['text'] : ['url', 'value']
  return Object.entries(value).reduce(
    (sum, [key, inner]) =>
      sum + (typeof inner === 'string' ? (counted.includes(key) ? inner.length : 0) : size(inner, of)),
    0,
  )
}
