import { html } from 'hono/html'
import type { ArchivedCorrection, ArchivedEdition } from '../../chat/archive.ts'
import { sourceTypeField, sourceTypeOf, sourceTypes, storiesOf } from '../../chat/export/source-type.ts'
import { timeOf, titleOf } from './pages/edition.ts'
import type { Html } from './pages/frame.ts'
import type { Links } from './render/claims.ts'
import { renderDocument } from './render/document.ts'

interface Address {
  /** Our address, without a slash at its end. */
  readonly home: string
  readonly links: Links
}

/** The editions as an RSS 2.0 feed, newest first, so that any reader can follow them. */
export async function editionsFeed(editions: readonly ArchivedEdition[], address: Address): Promise<string> {
  const items = await Promise.all(
    editions.map(async (edition) => {
      const { url, title, content, at } = await itemOf(edition, address)
      const time = at === undefined ? '' : html`<pubDate>${new Date(at).toUTCString()}</pubDate>`
      const source = sourceTypeOf(storiesOf(edition.document))
      return html`<item><title>${title}</title><link>${url}</link><guid isPermaLink="false">${edition.id}</guid>${time}${source ? html`<category domain="${sourceTypes}">${source}</category>` : ''}<description>${content}</description></item>`
    }),
  )
  return await feedOf(items, {
    title: 'Onrecord',
    home: `${address.home}/`,
    says: 'Digests that keep what happened apart from who says what',
  })
}

/** The editions as a JSON Feed 1.1 (jsonfeed.org), newest first; `_iptc`, an extension, tells what a machine wrote. */
export async function editionsJsonFeed(editions: readonly ArchivedEdition[], address: Address): Promise<object> {
  const items = await Promise.all(
    editions.map(async (edition) => {
      const { url, title, content, at } = await itemOf(edition, address)
      const source = sourceTypeField(storiesOf(edition.document))
      return {
        id: edition.id,
        url,
        title,
        content_html: content,
        ...(at === undefined ? {} : { date_published: at }),
        ...(source.digitalSourceType === undefined ? {} : { _iptc: { about: sourceTypes, ...source } }),
      }
    }),
  )
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Onrecord',
    home_page_url: `${address.home}/`,
    feed_url: `${address.home}/editions.json`,
    items,
  }
}

/** What an edition is in any feed; `at` is undefined if it does not say when it was made. */
async function itemOf({ id, document }: ArchivedEdition, { home, links }: Address) {
  const at = timeOf(document)
  const content = String(await renderDocument(document, { links, at: at ?? new Date().toISOString() }))
  return { url: `${home}/editions/${id}`, title: titleOf(document), content, at }
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
