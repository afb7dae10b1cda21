import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Archive } from '../../chat/archive.ts'
import type { Document } from '../../chat/document.ts'
import type { Operator, Readiness } from '../../ports.ts'
import { addDesk } from './desk/desk-routes.ts'
import { addEditions } from './edition-routes.ts'
import { addForms } from './form-routes.ts'
import { type BotPage, botPage } from './pages/bot.ts'
import { evidencePage } from './pages/evidence.ts'
import { type Gallery, galleryPage } from './pages/gallery.ts'
import { frontPage, notFoundPage, storyPage, summaryPage } from './pages/pages.ts'
import type { Links } from './render/claims.ts'
import { styleSheet } from './render/style.css.ts'
import { localOnly, securityHeaders } from './safety.ts'

/** The longest text that can be pasted, in bytes. */
const maxPaste = 1_000_000

export interface LocalSite {
  readonly archive: Archive
  readonly links: Links
  /** What publishers are told about us. */
  readonly bot: BotPage
  /** Reports whether this process can do its work. */
  ready(): Promise<Readiness>
  /** Messages as chat platforms would show them, by platform name. */
  readonly galleries: Readonly<Record<string, () => Promise<Gallery>>>
  /** The metrics as Prometheus text. */
  metrics(): Promise<string>
  /** Carries out the commands of the person at this computer. */
  readonly operator: Operator
  /** Answers a request of an assistant, in the Model Context Protocol. */
  mcp(request: Request): Promise<Response>
}

/** The site for the person at this computer. GET requests change nothing. */
export function localSite({ archive, links, bot, ready, galleries, metrics, operator, mcp }: LocalSite): Hono {
  const site = new Hono()
  site.use(localOnly, securityHeaders)
  site.get('/', async (context) =>
    context.html(await frontPage(await archive.editions(), { links, at: now(), next: await comingDigests(operator) })),
  )
  addEditions(site, { archive, links, notFound })
  site.get('/stories/:story', async (context) => {
    const story = await archive.story(context.req.param('story'))
    return story ? context.html(await storyPage(story, { links, at: now() })) : await notFound(context)
  })
  site.get('/stories/:story/claims/:claim', async (context) => {
    const evidence = await archive.evidence(context.req.param('story'), context.req.param('claim'))
    return evidence ? context.html(await evidencePage(evidence, links, now())) : await notFound(context)
  })
  site.post('/summarize', bodyLimit({ maxSize: maxPaste }), async (context) => {
    const { material } = await context.req.parseBody()
    const summary = await archive.summarize(typeof material === 'string' ? material : '')
    return context.html(
      await summaryPage(summary, { links: { ...links, stories: false }, at: now() }),
      summary.kind === 'summary' ? 200 : 422,
    )
  })
  addForms(site, { operator, archive, links, now, notFound })
  addDesk(site, {
    path: '/desk',
    links: { ...links, stories: false },
    editor: () => ({ base: '/desk', answer: async (command) => await operator.answer(command) }),
    notFound,
  })
  site.all('/mcp', async (context) => await mcp(context.req.raw))
  site.get('/bot', async (context) => context.html(await botPage(bot, true)))
  site.get('/style.css', (context) => context.body(styleSheet, 200, { 'content-type': 'text/css; charset=utf-8' }))
  site.get('/health', (context) => context.json({ ok: true }))
  site.get('/ready', async (context) => {
    const readiness = await ready()
    return context.json(readiness, readiness.ready ? 200 : 503)
  })
  site.get('/metrics', async (context) => context.text(await metrics()))
  const galleryOf = async (platform: string) =>
    Object.hasOwn(galleries, platform) ? await galleries[platform]?.() : undefined
  site.get('/preview/:platform', async (context) => {
    const gallery = await galleryOf(context.req.param('platform'))
    if (!gallery) return await notFound(context)
    return context.html(await galleryPage(gallery, `/preview/${context.req.param('platform')}/style.css`))
  })
  site.get('/preview/:platform/style.css', async (context) => {
    const gallery = await galleryOf(context.req.param('platform'))
    if (!gallery) return await notFound(context)
    return context.body(gallery.style, 200, { 'content-type': 'text/css; charset=utf-8' })
  })
  site.notFound(notFound)
  return site
}

/** When the next digests come, in words. */
async function comingDigests(operator: Operator): Promise<Document> {
  return (await operator.answer({ kind: 'list-digests' })).document
}

function now(): string {
  return new Date().toISOString()
}

async function notFound(context: Context): Promise<Response> {
  return context.html(await notFoundPage(true), 404)
}
