import { generateOpml, parseOpml } from 'feedsmith'

export interface FeedLink {
  readonly url: string
  readonly title: string
}

interface Outline {
  readonly xmlUrl?: string
  readonly title?: string
  readonly text?: string
  readonly outlines?: readonly Outline[]
}

/** The deepest nesting of folders that is read. */
const maxDepth = 10

/**
 * The feeds of an OPML list, with its folders flattened.
 *
 * @throws {Error} if the text is not OPML.
 */
export function readOpml(text: string): FeedLink[] {
  let outlines: readonly Outline[]
  try {
    outlines = parseOpml(text).body?.outlines ?? []
  } catch (cause) {
    throw new Error('This isn’t an OPML file. Export one from your feed reader and try again.', { cause })
  }
  return outlines.flatMap((outline) => links(outline, 0))
}

/** Writes feeds as an OPML list. */
export function writeOpml(feeds: readonly FeedLink[], title: string): string {
  const outlines = feeds.map(({ url, title: text }) => ({ type: 'rss', text, title: text, xmlUrl: url }))
  return generateOpml({ head: { title }, body: { outlines } })
}

function links(outline: Outline, depth: number): FeedLink[] {
  if (depth > maxDepth) return []
  const own = outline.xmlUrl ? [{ url: outline.xmlUrl, title: outline.title ?? outline.text ?? outline.xmlUrl }] : []
  return [...own, ...(outline.outlines ?? []).flatMap((inner) => links(inner, depth + 1))]
}
