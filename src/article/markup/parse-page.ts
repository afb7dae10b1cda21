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

/** Adds head and body tags: HTML lets a page omit them, but the parser needs them. */
function withHeadAndBody(html: string): string {
  const bodyAt = html.search(/<body[\s>]/i)
  const headAt = html.search(/<head[\s>]/i)
  const headEnd = html.search(/<\/head\s*>/i)
  if (bodyAt >= 0 && headAt >= 0 && (headEnd >= 0 || headAt > bodyAt)) return html
  const root = /<html\b[^>]{0,2000}>/i.exec(html.slice(0, bodyAt < 0 ? html.length : bodyAt))
  const start = root ? root.index + root[0].length : (/^\s*<!doctype[^>]{0,2000}>/i.exec(html)?.[0].length ?? 0)
  const content = html.slice(start)
  const split = bodyAt >= 0 ? bodyAt - start : endOfHead(content)
  const [head, body] = [content.slice(0, split), content.slice(split)]
  const inner = head.replace(/<\/?head\b[^>]{0,2000}>/gi, '')
  const opened = bodyAt >= 0 ? body : `<body>${body.replace(/<\/html\s*>\s*$/i, '')}</body></html>`
  return `<!doctype html>${root?.[0] ?? '<html>'}<head>${inner}</head>${opened}`
}

/** Where the head of a page without a body tag ends: after its end tag, or before the first visible content. */
function endOfHead(content: string): number {
  const closing = /<\/head\s*>/i.exec(content)
  if (closing) return closing.index + closing[0].length
  let at = /^\s*<head\b[^>]{0,2000}>/i.exec(content)?.[0].length ?? 0
  for (;;) {
    headElement.lastIndex = at
    const found = headElement.exec(content)
    if (!found) return at
    at += found[0].length
  }
}
