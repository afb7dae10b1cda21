import { parseHTML } from 'linkedom'

/** An element, comment or space that HTML puts in the head even without head tags. */
const headElement =
  /\s+|<!--[\s\S]*?-->|<(?:meta|link|base)\b[^>]*>|<(title|script|style|noscript|template)\b[^>]*>[\s\S]*?<\/\1\s*>/iy

/** Parses a page as a browser would even if its head or body tags are missing, and moves its title into the head. */
export function parsePage(html: string): Document {
  const { document } = parseHTML(withHeadAndBody(html))
  // A picture's title is not a headline, even if it comes first.
  for (const title of document.querySelectorAll('svg title')) title.remove()
  const title = document.querySelector('title')
  if (title && title.parentElement !== document.head) document.head.append(title)
  return document
}

/** A comment, an element whose contents are no markup, or a tag of the page's frame. */
const frameTag = /<!--|<(script|style|template|textarea|title|noscript)\b|<(\/?)(html|head|body)\b[^>]{0,4000}>/gi

/**
 * The page with one html, one head and one body, as a browser builds it from a page that lacks some of them, has them
 * twice, or has something before or behind them. The parser would make several pages of it.
 */
function withHeadAndBody(html: string): string {
  const first = new Map<string, string>()
  const head: string[] = []
  const content: string[] = []
  let at = 0
  /** Elements, by name, that are never closed: if one isn't, later ones aren't either. */
  const endless = new Set<string>()
  const keep = (end: number) => void (first.has('body') ? content : head).push(html.slice(at, end))
  frameTag.lastIndex = 0
  for (let tag = frameTag.exec(html); tag; tag = frameTag.exec(html)) {
    const [written, opaque, closing, name = ''] = tag
    if (name === '') {
      const kind = (opaque ?? '').toLowerCase()
      const end = endless.has(kind) ? undefined : endOf(kind, html, frameTag.lastIndex)
      if (end === undefined) endless.add(kind)
      else frameTag.lastIndex = end
      continue
    }
    if (isInTag(html, tag.index)) continue
    keep(tag.index)
    at = frameTag.lastIndex
    const kind = name.toLowerCase()
    if (closing === '' && !first.has(kind)) first.set(kind, written)
  }
  keep(html.length)
  const before = head.join('').replace(/^\s*<!doctype[^>]{0,2000}>/i, '')
  const split = first.has('body') ? before.length : endOfHead(before)
  const inside = [before.slice(split), ...content].join('')
  return `<!doctype html>${first.get('html') ?? '<html>'}<head>${before.slice(0, split)}</head>${first.get('body') ?? '<body>'}${inside}</body></html>`
}

/** True if a place in a page is within another tag, as in an attribute that speaks of tags. */
function isInTag(html: string, at: number): boolean {
  const before = html.slice(Math.max(0, at - 2_000), at)
  return /^<[a-z][^>]*$/i.test(before.slice(Math.max(0, before.lastIndexOf('<'))))
}

/** Where a comment or an element without markup ends; undefined if it does not. */
function endOf(name: string, html: string, from: number): number | undefined {
  if (name === '') {
    const end = html.indexOf('-->', from)
    return end < 0 ? undefined : end + 3
  }
  const closing = new RegExp(`</${name}\\s*>`, 'gi')
  closing.lastIndex = from
  return closing.exec(html) ? closing.lastIndex : undefined
}

/** Where the head of a page without a body tag ends: after its end tag, or before the first visible content. */
function endOfHead(content: string): number {
  let at = 0
  for (;;) {
    headElement.lastIndex = at
    const found = headElement.exec(content)
    if (!found) return at
    at += found[0].length
  }
}
