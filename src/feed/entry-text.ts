import { decode } from 'html-entities'
import { shorten } from '../text/shorten.ts'
import { withoutElements } from '../text/unseen-markup.ts'
import { visible } from '../text/visible.ts'

/** The longest title and summary kept, in characters. */
export const maxTitle = 500
export const maxSummary = 1_000

/** Elements that are not shown, nor their contents. */
const notShown = ['script', 'style', 'template', 'applet', 'object']
/** Elements that begin and end a line, with the words around them apart. */
const blocks =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|t[dhr]|table|ul)\b[^<>]{0,1000}>?/gi
const tags = /<\/?[a-z!?][^<>]{0,1000}>?/gi
/** A pair of formatting tags, which feeds leave in what they call plain text. */
const formatting = /<(b|i|em|strong|u|span|cite|q|a)\b[^<>]{0,500}>([^<>]*)<\/\1>/gi
/** CDATA marks that were escaped together with the text in them. */
const escapedMarks = /<!\[CDATA\[([\s\S]*?)\]\]>/g

/** The words of HTML as readers see them, on one line: markup away, blocks apart, entities decoded once. */
export function htmlText(html: string, longest = maxSummary): string {
  const unmarked = html.slice(0, 20 * longest).replace(escapedMarks, '$1')
  const shown = withoutElements(unmarked, notShown).replace(blocks, ' ').replace(tags, '')
  return plainText(decode(shown, { scope: 'strict' }), longest)
}

/** Tags of running text; other text in angle brackets is something that a title names: “Why <table> lost”. */
const titleTags =
  /<\/?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|mark|p|q|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,1000}>/gi

/** A title as feeds of RSS write it: HTML, but with tags that it only names. */
export function titleText(html: string): string {
  const unmarked = html.slice(0, 20 * maxTitle).replace(escapedMarks, '$1')
  const shown = withoutElements(unmarked, notShown).replace(/<\/?(?:br|div|h[1-6]|p)\b[^<>]{0,1000}>/gi, ' ')
  return plainText(decode(shown.replace(titleTags, ''), { scope: 'strict' }), maxTitle)
}

/** A text that is no markup, on one line: what looks like a tag is part of it, but pairs of formatting tags are not. */
export function wordsOf(text: string, longest = maxSummary): string {
  return plainText(text.slice(0, 20 * longest).replace(formatting, '$2'), longest)
}

/** A text without invisible characters, on one line and cut short. */
function plainText(text: string, longest: number): string {
  return shorten(visible(text).replace(/\s+/g, ' ').trim().toWellFormed(), longest)
}
