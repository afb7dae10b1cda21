import { addressKey } from '../../src/domain/address.ts'
import { type Article, articleId } from '../../src/domain/article.ts'
import type { Fetched } from '../../src/domain/fetched.ts'
import { article } from './articles.ts'

/** How many of its latest articles a feed shows. */
const shown = 40

/** An in-memory site with several feeds. */
export class SimulatedSite {
  readonly #published: { readonly feed: number; readonly number: number; readonly at: number }[] = []

  publish(feed: number, at: number): void {
    this.#published.push({ feed, number: this.#published.length, at })
  }

  /** The addresses of all articles. */
  pages(): string[] {
    return this.#published.map(({ number }) => pageOf(number))
  }

  get(url: string): Fetched {
    const feed = /\/feed\/(\d+)$/.exec(url)?.[1]
    return {
      kind: 'page',
      url,
      body: Buffer.from(feed === undefined ? '' : this.#feed(Number(feed))),
      contentType: feed === undefined ? 'text/html' : 'application/rss+xml',
      validators: { etag: null, lastModified: null },
      freshForMs: null,
      movedTo: null,
    }
  }

  #feed(feed: number): string {
    const items = this.#published
      .filter((each) => each.feed === feed)
      .slice(-shown)
      .map(
        ({ number, at }) =>
          `<item><title>Bridge number ${number} closes</title><link>${pageOf(number)}</link><guid>${number}</guid><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
      )
    return `<rss version="2.0"><channel><title>Outlet ${feed}</title><link>http://town.example/</link>${items.join('')}</channel></rss>`
  }
}

/** The article at a page of the site. */
export function articleAt(url: string): Article {
  const number = url.split('/').at(-1) ?? ''
  const text = `Bridge number ${number} over the Tarn will close on Monday for twelve weeks.`
  return {
    ...article(text, { url, headline: `Bridge number ${number} closes` }),
    id: articleId(addressKey(url) ?? url),
  }
}

function pageOf(number: number): string {
  return `http://town.example/page/${number}`
}
