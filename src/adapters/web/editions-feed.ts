import { html } from 'hono/html'
import type { ArchivedCorrection, ArchivedEdition } from '../../chat/archive.ts'
import { sourceTypeOf, sourceTypes, storiesOf } from '../../chat/export/source-type.ts'
import { timeOf, titleOf } from './pages/edition.ts'
import type { Html } from './pages/frame.ts'
import type { Links } from './render/claims.ts'
import { renderDocument } from './render/document.ts'

/** The editions as an RSS 2.0 feed, newest first, so that any reader can follow them. `home` is our address. */
export async function editionsFeed(
  editions: readonly ArchivedEdition[],
  { home, links }: { readonly home: string; readonly links: Links },
): Promise<string> {
  const items: Html[] = []
  for (const { id, document } of editions) {
    const at = timeOf(document)
    const content = String(await renderDocument(document, { links, at: at ?? new Date().toISOString() }))
    const time = at === undefined ? '' : new Date(at).toUTCString()
    const source = sourceTypeOf(storiesOf(document))
    items.push(
      html`<item><title>${titleOf(document)}</title><link>${home}/editions/${id}</link><guid isPermaLink="false">${id}</guid>${time ? html`<pubDate>${time}</pubDate>` : ''}${source ? html`<category domain="${sourceTypes}">${source}</category>` : ''}<description>${content}</description></item>`,
    )
  }
  return await feedOf(items, {
    title: 'Onrecord',
    home: `${home}/`,
    says: 'Digests that keep what happened apart from who says what',
  })
}

/** The editions as a JSON Feed 1.1 (jsonfeed.org), newest first. */
export async function editionsJsonFeed(
  editions: readonly ArchivedEdition[],
  { home, links }: { readonly home: string; readonly links: Links },
): Promise<object> {
  const items: object[] = []
  for (const { id, document } of editions) {
    const at = timeOf(document)
    items.push({
      id,
      url: `${home}/editions/${id}`,
      title: titleOf(document),
      content_html: String(await renderDocument(document, { links, at: at ?? new Date().toISOString() })),
      ...(at === undefined ? {} : { date_published: at }),
    })
  }
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Onrecord',
    home_page_url: `${home}/`,
    feed_url: `${home}/editions.json`,
    items,
  }
}

/** The corrections as an RSS 2.0 feed, newest first. */
export async function correctionsFeed(
  corrections: readonly ArchivedCorrection[],
  { home }: { readonly home: string },
): Promise<string> {
  const items = corrections.map(
    ({ edition, at, headline, lines }) =>
      html`<item><title>${headline || 'A story was withdrawn'}</title><link>${home}/corrections</link><guid isPermaLink="false">${edition} ${at} ${headline}</guid><pubDate>${new Date(at).toUTCString()}</pubDate><description>${lines.join(' ')}</description></item>`,
  )
  return await feedOf(items, {
    title: 'Onrecord: corrections',
    home: `${home}/corrections`,
    says: 'What was wrong, and what is right',
  })
}

async function feedOf(
  items: readonly Html[],
  { title, home, says }: { readonly title: string; readonly home: string; readonly says: string },
): Promise<string> {
  const feed =
    await html`<rss version="2.0"><channel><title>${title}</title><link>${home}</link><description>${says}</description>${items}</channel></rss>`
  return `<?xml version="1.0" encoding="utf-8"?>\n${String(feed)}`
}
