import type { ServerResponse } from 'node:http'
import { type Site, startSite } from './site.ts'

/** An article in the town's paper. */
export interface TownArticle {
  readonly slug: string
  readonly headline: string
  readonly paragraphs: readonly string[]
  /** Set once the page is missing: what the site answers for it. */
  readonly status?: 404 | 410
}

export const bridgeArticle: TownArticle = {
  slug: 'bridge',
  headline: 'Bridge over the Tarn closes',
  paragraphs: [
    'The bridge over the Tarn will close on Monday for twelve weeks while workers replace its bolts.',
    '“We had no choice,” said Ana Ruiz, the mayor of Tarn. She said that the steel may have cracked in March.',
    'Buses will run by way of the old ford until the work is done, and the ferry will carry bicycles free of charge.',
  ],
}

/** Serves a paper on loopback: a front page at "/" that announces its feed, and the current contents of `articles`. */
export async function startTown(
  articles: readonly TownArticle[] = [bridgeArticle],
  name = 'Tarn Weekly',
): Promise<Site> {
  return await startSite((request, response) => serve(request.url ?? '', { articles, name }, response))
}

interface Paper {
  readonly articles: readonly TownArticle[]
  readonly name: string
}

function serve(path: string, paper: Paper, response: ServerResponse): void {
  const { articles, name } = paper
  const html = (body: string, head = '') =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end(`<html lang="en"><head><title>${name}</title>${head}</head><body>${body}</body></html>`)
  if (path === '/feed.xml') return serveFeed(paper, response)
  const found = articles.find(({ slug }) => path === `/${slug}`)
  if (found?.status) return void response.writeHead(found.status).end()
  if (found) {
    const paragraphs = found.paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
    return void html(`<article><h1>${found.headline}</h1>${paragraphs}</article>`)
  }
  const link = path === '/' ? '<link rel="alternate" type="application/rss+xml" href="/feed.xml">' : ''
  html('<p>Nothing here.</p>', link)
}

function serveFeed({ articles, name }: Paper, response: ServerResponse): void {
  const items = articles.map(
    ({ slug, headline }) =>
      `<item><title>${headline}</title><link>/${slug}</link><guid>${slug}</guid><pubDate>${new Date().toUTCString()}</pubDate></item>`,
  )
  const home = `<title>${name}</title><link>http://${response.req.headers.host}/</link>`
  response
    .writeHead(200, { 'content-type': 'application/rss+xml', etag: `"${articles.length}"` })
    .end(`<rss version="2.0"><channel>${home}${items.join('')}</channel></rss>`)
}
