/** How many words mark each end of the passage: fewer would match too much, more would break at markup. */
const edgeWords = 5

/**
 * The address of a page at the passage with these words.
 * Text fragments: https://wicg.github.io/scroll-to-text-fragment/
 */
export function linkToPassage(url: string, passage: string): string {
  const [piece = ''] = passage.split(' … ', 1)
  const words = piece
    .replace(/^["“‘«]+|["”’»]+$/g, '')
    .split(/\s+/)
    .filter(Boolean)
  if (words.length === 0) return url
  const start = words.slice(0, edgeWords).join(' ')
  const end = words.length > 2 * edgeWords ? words.slice(-edgeWords).join(' ') : words.slice(edgeWords).join(' ')
  const range = end ? `${encode(start)},${encode(end)}` : encode(start)
  return `${url.split('#', 1)[0]}#:~:text=${range}`
}

/** Encodes hyphens too: commas and hyphens separate the parts of a fragment. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/-/g, '%2D')
}
