import type { Context, Hono } from 'hono'
import type { Archive } from '../../chat/archive.ts'
import { markdownOf } from '../../chat/export/markdown.ts'
import { sourceTypeField, storiesOf } from '../../chat/export/source-type.ts'
import { correctionsFeed, editionsFeed, editionsJsonFeed } from './editions-feed.ts'
import { editionPage, editionsPage, timeOf } from './pages/edition.ts'
import { correctionsPage } from './pages/pages.ts'
import type { Links } from './render/claims.ts'

/** Adds what went out: editions as pages, files and a feed, and what was corrected in them. */
export function addEditions(
  site: Hono,
  {
    archive,
    links,
    notFound,
  }: {
    readonly archive: Archive
    readonly links: Links
    readonly notFound: (context: Context) => Promise<Response>
  },
): void {
  const editionNamed = async (id: string) => (await archive.editions()).find((each) => each.id === id)
  site.get('/editions', async (context) => context.html(await editionsPage(await archive.editions())))
  site.get('/editions.rss', async (context) => {
    const home = new URL(context.req.url).origin
    const feed = await editionsFeed(await archive.editions(), { home, links: { ...links, stories: false } })
    return context.body(feed, 200, { 'content-type': 'application/rss+xml; charset=utf-8' })
  })
  site.get('/editions.json', async (context) => {
    const home = new URL(context.req.url).origin
    const feed = await editionsJsonFeed(await archive.editions(), { home, links: { ...links, stories: false } })
    return context.body(JSON.stringify(feed), 200, { 'content-type': 'application/feed+json; charset=utf-8' })
  })
  site.get('/corrections', async (context) => context.html(await correctionsPage(await archive.corrections())))
  site.get('/corrections.rss', async (context) => {
    const feed = await correctionsFeed(await archive.corrections(), { home: new URL(context.req.url).origin })
    return context.body(feed, 200, { 'content-type': 'application/rss+xml; charset=utf-8' })
  })
  site.get('/editions/:id{[^/]+\\.md}', async (context) => {
    const edition = await editionNamed(context.req.param('id').replace(/\.md$/, ''))
    if (!edition) return await notFound(context)
    return context.body(markdownOf(edition.document), 200, { 'content-type': 'text/markdown; charset=utf-8' })
  })
  site.get('/editions/:id{[^/]+\\.json}', async (context) => {
    const edition = await editionNamed(context.req.param('id').replace(/\.json$/, ''))
    if (!edition) return await notFound(context)
    return context.json({ ...edition, ...sourceTypeField(storiesOf(edition.document)) })
  })
  site.get('/editions/:id', async (context) => {
    const editions = await archive.editions()
    const edition = editions.find(({ id }) => id === context.req.param('id'))
    if (!edition) return await notFound(context)
    const at = timeOf(edition.document) ?? new Date().toISOString()
    return context.html(await editionPage({ edition, editions, links, at }))
  })
}
