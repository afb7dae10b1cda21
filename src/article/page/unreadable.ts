import { pageWords } from '../../language/lists/page-words.ts'
import type { PageWords } from '../../language/lists/pages.ts'
import type { Metadata } from '../about/metadata.ts'

/** A text shorter than this, in characters, may be a notice instead of an article. */
const stubLength = 1_200
/** A text shorter than this, in characters, is not an article. */
const shortest = 140

/** The reason, worded for people, why a page's text is not the article; undefined if it is. */
export function whyUnreadable(text: string, metadata: Pick<Metadata, 'free'>): string | undefined {
  if (text.length < shortest)
    return whyClosed(text, metadata) ?? 'no article text was found on the page; paste the text instead'
  return whyClosed(text, metadata)
}

/** The reason why a page keeps its article from us; undefined if it does not. */
export function whyClosed(text: string, { free }: Pick<Metadata, 'free'>): string | undefined {
  if (text.length < stubLength) {
    const words = text.split(/\s+/).length
    const share = (wall: Wall) => countOf(wall, text) / words
    if (share('robots') > 0.01)
      return 'the site checks that a person is reading, so the article isn’t there; paste the text instead'
    if (share('cookies') > 0.03) return 'the site shows a cookie notice in place of the article; paste the text instead'
    if (share('payment') > 0.02) return 'the article is behind a paywall; paste the text if you have access'
  }
  if (!free && text.length < stubLength) return 'the article is for subscribers; paste the text if you have access'
  return undefined
}

type Wall = keyof NonNullable<PageWords['walls']>

/** How many words typical of a wall a text has, in the language with the most of them. */
function countOf(wall: Wall, text: string): number {
  return Math.max(...pageWords.map(({ walls }) => (walls ? (text.match(walls[wall])?.length ?? 0) : 0)))
}
