import { html } from 'hono/html'
import type { ArchivedEdition } from '../../chat/archive.ts'
import type { Html } from './page.ts'
import { titleOf } from './pages.ts'
import { type Links, renderDocument } from './render.ts'

/** The editions as an RSS 2.0 feed, newest first, so that any reader can follow them. `home` is our address. */
export async function editionsFeed(
  editions: readonly ArchivedEdition[],
  { home, links }: { readonly home: string; readonly links: Links },
): Promise<string> {
  const items: Html[] = []
  for (const { id, document } of editions) {
    const content = String(await renderDocument(document, links))
    const title = document.find((block) => block.kind === 'title')
    const time = title?.kind === 'title' && title.time ? new Date(title.time.at).toUTCString() : ''
    items.push(
      html`<item><title>${titleOf(document)}</title><link>${home}/editions/${id}</link><guid isPermaLink="false">${id}</guid>${time ? html`<pubDate>${time}</pubDate>` : ''}<description>${content}</description></item>`,
    )
  }
  const feed =
    await html`<rss version="2.0"><channel><title>Onrecord</title><link>${home}/</link><description>Digests that keep what happened apart from who says what</description>${items}</channel></rss>`
  return `<?xml version="1.0" encoding="utf-8"?>\n${String(feed)}`
}
