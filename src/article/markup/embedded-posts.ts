import { oneLine } from './lines.ts'

/** Posts of social networks, as their own embedding code writes them. */
const posts = [
  'twitter-tweet',
  'twitter-video',
  'instagram-media',
  'bluesky-embed',
  'tiktok-embed',
  'fb-post',
  'mastodon-embed',
]
  .map((name) => `blockquote.${name}`)
  .join(', ')
/** Who posted it: behind a dash at the end, a name with a handle in brackets. */
const poster = /[—–]\s*([^—–]{2,80}?)\s*\((@[\w.@-]{1,80})\)[^()]{0,60}$/
const longestPost = 2_000
const longestSignature = 300

/**
 * Writes embedded posts out as quotations of whoever posted them, who stands behind a dash: “…” — Petr Lund (@petrlund).
 * A post of nobody that can be named is removed, as it would be read as the outlet's own words.
 */
export function quotePosts(document: Document): void {
  const outermost = [...document.querySelectorAll(posts)].filter((post) => !post.parentElement?.closest(posts))
  for (const post of outermost) {
    const said = [...post.querySelectorAll('p')]
      .map((paragraph) => oneLine(paragraph.textContent))
      .filter((text) => text !== '')
    const [, name = '', handle = ''] = poster.exec(oneLine(post.textContent).slice(-longestSignature)) ?? []
    const words = said.filter((text) => !text.includes(handle) || handle === '').join(' ')
    if (name === '' || words === '' || words.length > longestPost) {
      post.remove()
      continue
    }
    const paragraph = document.createElement('p')
    paragraph.textContent = `“${words.replace(/^[“"]|[”"]$/g, '')}” — ${name} (${handle})`
    post.replaceWith(paragraph)
  }
}
