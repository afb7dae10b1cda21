import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Archive } from '../../chat/archive.ts'
import type { Command, CommandKind } from '../../chat/commands/command.ts'
import type { Reply } from '../../chat/commands/reply.ts'
import { nearMarks } from '../../chat/evidence.ts'
import type { PublicRoute, Readiness } from '../../ports.ts'
import { addDesk } from './desk/desk-routes.ts'
import { type BotPage, botPage } from './pages/bot.ts'
import { evidencePage } from './pages/evidence.ts'
import { notFoundPage } from './pages/pages.ts'
import type { Links } from './render/claims.ts'
import { styleSheet } from './render/style.css.ts'
import { sameOrigin, securityHeaders } from './safety.ts'
import { type SignedEditor, unsign, unsignEditor } from './signature.ts'

export interface PublicSite {
  /** The archive as one workspace sees it. */
  archiveOf(workspace: string): Archive
  readonly secret: string
  /** What publishers are told about us. */
  readonly bot: BotPage
  /** Reports whether this process can do its work. */
  ready(): Promise<Readiness>
  /** Carries out a command of an editor who opened their own address of the desk. */
  answer<Kind extends CommandKind>(command: Command<Kind>, editor: SignedEditor): Promise<Reply<Kind>>
  /** Paths that chat platforms and hubs call. */
  readonly routes?: readonly PublicRoute[]
}

/** The largest body accepted, in bytes: a hub may send the whole feed. */
const largestBody = 5_000_000

/** The site for a channel's readers: health, and signed evidence pages with only the relevant part of an article. */
export function publicSite({ archiveOf, secret, bot, ready, answer: answerFor, routes = [] }: PublicSite): Hono {
  const links: Links = { publisher: (url) => url, stories: false }
  const site = new Hono()
  site.use(securityHeaders)
  site.get('/health', (context) => context.json({ ok: true }))
  site.get('/ready', async (context) => {
    const readiness = await ready()
    return context.json(readiness, readiness.ready ? 200 : 503)
  })
  site.get('/bot', async (context) => context.html(await botPage(bot, false)))
  site.get('/style.css', (context) => context.body(styleSheet, 200, { 'content-type': 'text/css; charset=utf-8' }))
  site.get('/evidence/:token', async (context) => {
    const signed = unsign(context.req.param('token'), secret)
    const evidence = signed && (await archiveOf(signed.workspace).evidence(signed.story, signed.claim))
    if (!evidence) return context.html(await notFoundPage(false), 404)
    const shown = { ...evidence, text: nearMarks(evidence.text) }
    return context.html(await evidencePage(shown, links, new Date().toISOString()))
  })
  site.use('/desk/*', sameOrigin)
  addDesk(site, {
    path: '/desk/:token',
    links,
    editor: (context) => {
      const token = context.req.param('token') ?? ''
      const editor = unsignEditor(token, secret)
      return editor && { base: `/desk/${token}`, answer: async (command) => await answerFor(command, editor) }
    },
    notFound: async (context) => context.html(await notFoundPage(false), 404),
  })
  for (const { path, largest = largestBody, answer } of routes) {
    site.use(path, bodyLimit({ maxSize: largest, onError: (context) => context.text('too large', 413) }))
    site.all(path, async ({ req }) => await answer(req.raw))
  }
  site.notFound(async (context) => context.html(await notFoundPage(false), 404))
  return site
}
