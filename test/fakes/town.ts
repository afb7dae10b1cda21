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

export const millArticle: TownArticle = {
  slug: 'mill',
  headline: 'Paper mill at Ostrand to close in June',
  paragraphs: [
    'The paper mill at Ostrand, which has 320 workers, will close in June.',
    '“We fought for every job,” said Par Holm, the leader of the union.',
    'The mill opened in 1911 and made paper for newspapers until the last of them closed in the spring.',
  ],
}

export const ferryArticle: TownArticle = {
  slug: 'ferry',
  headline: 'Ferry to Sel sails again after repairs',
  paragraphs: [
    'The ferry Halcyon sailed to Sel on Tuesday for the first time since its hull was mended in the yard.',
    '“Nobody was hurt when she ran aground,” said Ida Rosen, the captain of the ferry.',
    'Tickets cost what they cost before, and bicycles travel free until the end of the season.',
  ],
}

/** An article after its outlet has put `to` in the place of `from`, wherever that first stands in each part of it. */
export function changed(article: TownArticle, from: string, to: string): TownArticle {
  return {
    ...article,
    headline: article.headline.replace(from, to),
    paragraphs: article.paragraphs.map((paragraph) => paragraph.replace(from, to)),
  }
}

/**
 * Serves a paper on loopback: a front page at "/" that announces its feed, and the current contents of `articles`. Each
 * article is dated by `today` whenever it is asked for.
 */
export async function startTown(
  articles: readonly TownArticle[] = [bridgeArticle],
  name = 'Tarn Weekly',
  today: () => Date = () => new Date(),
): Promise<Site> {
  return await startSite((request, response) => serve(request.url ?? '', { articles, name, today }, response))
}

interface Paper {
  readonly articles: readonly TownArticle[]
  readonly name: string
  readonly today: () => Date
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

function serveFeed({ articles, name, today }: Paper, response: ServerResponse): void {
  const items = articles.map(
    ({ slug, headline }) =>
      `<item><title>${headline}</title><link>/${slug}</link><guid>${slug}</guid><pubDate>${today().toUTCString()}</pubDate></item>`,
  )
  const home = `<title>${name}</title><link>http://${response.req.headers.host}/</link>`
  response
    .writeHead(200, { 'content-type': 'application/rss+xml', etag: `"${articles.length}"` })
    .end(`<rss version="2.0"><channel>${home}${items.join('')}</channel></rss>`)
}
