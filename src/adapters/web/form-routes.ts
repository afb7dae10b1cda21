import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Archive } from '../../chat/archive.ts'
import { type MistakeReason, mistakeReasons } from '../../chat/commands/mistakes.ts'
import type { Block, Document } from '../../chat/document.ts'
import type { Operator } from '../../ports.ts'
import { answerPage, storyPage } from './pages/pages.ts'
import type { Links } from './render/claims.ts'

/** The longest name or topic that can be looked up, in characters. */
const longestQuestion = 200

const notAddress: Block = {
  kind: 'alert',
  text: 'That isn’t the address of a site or a feed. To write up a text, go back and press Summarize.',
}

export interface Forms {
  readonly operator: Operator
  readonly archive: Archive
  readonly links: Links
  now(): string
  notFound(context: Context): Promise<Response>
}

/** Adds the pages that ask for something, and answer as a command does: who said what, the feeds, a report. */
export function addForms(site: Hono, { operator, archive, links, now, notFound }: Forms): void {
  const showing = () => ({ links: { ...links, stories: false }, at: now() })

  site.get('/claims', async (context) => {
    const asked = (name: string) => (context.req.query(name) ?? '').trim().slice(0, longestQuestion)
    const [speaker, about] = [asked('who'), asked('about')]
    const form = html`<form class="hand-in" method="get" action="/claims" role="search">
      <label class="unseen" for="who">Whose statements</label>
      <input id="who" name="who" value="${speaker}" required maxlength="${longestQuestion}" placeholder="A name: Ana Ruiz">
      <label class="unseen" for="about">About what</label>
      <input id="about" name="about" value="${about}" maxlength="${longestQuestion}" placeholder="About what (may be empty)">
      <button type="submit">Look up</button></form>`
    const question = { kind: 'show-claims', speaker, ...(about === '' ? {} : { about }) } as const
    const reply = speaker === '' ? undefined : await operator.answer(question)
    const page = await answerPage('Who said what', '/claims', { form, document: reply?.document, showing: showing() })
    return context.html(page)
  })

  const feeds = async (said?: { readonly document: Document }) => {
    const form = html`<form class="hand-in" method="post" action="/feeds/add">
      <label class="unseen" for="feed">The address of a site or a feed</label>
      <input id="feed" name="material" required maxlength="2000" placeholder="The address of a site or a feed">
      <button type="submit">Follow</button></form>`
    const list = await operator.answer({ kind: 'list-feeds' })
    const document = [...(said?.document ?? []), ...list.document]
    return await answerPage('Feeds', '/feeds', { form, document, showing: showing() })
  }
  site.get('/feeds', async (context) => context.html(await feeds()))
  // The address of a form that was sent, when the page is loaded again.
  site.get('/feeds/add', (context) => context.redirect('/feeds'))
  site.post('/feeds/add', async (context) => {
    const { material } = await context.req.parseBody()
    const url = typeof material === 'string' ? material.trim() : ''
    if (/\s/.test(url)) return context.html(await feeds({ document: [notAddress] }), 422)
    const reply = await operator.answer({ kind: 'add-feed', url: /^[a-z]+:\/\//i.test(url) ? url : `https://${url}` })
    return context.html(await feeds(reply), reply.done ? 200 : 422)
  })

  site.get('/stories/:story/report', (context) => context.redirect(`/stories/${context.req.param('story')}`))
  site.post('/stories/:story/report', async (context) => {
    const id = context.req.param('story')
    const story = await archive.story(id)
    const form = await context.req.parseBody()
    const reason = Object.keys(mistakeReasons).find((each) => each === form['reason']) as MistakeReason | undefined
    if (!story || !reason) return await notFound(context)
    const words = typeof form['words'] === 'string' ? form['words'] : ''
    const reply = await operator.answer({ kind: 'report-mistake', story: id, claim: null, reason, words })
    const page = await storyPage(story, { links, at: now() }, reply.document)
    return context.html(page, reply.done ? 200 : 422)
  })
}
