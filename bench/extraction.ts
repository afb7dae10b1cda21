import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { NoArticle, readPage } from '../src/article/page/read-page.ts'
import { decodeText } from '../src/text/decode.ts'

/**
 * How well and how fast the text of an article is read from its page, beside other ways: the agreement of rows of four words
 * with what people marked, as the article extraction benchmark reckons it (https://github.com/scrapinghub/article-extraction-benchmark).
 *
 * node bench/extraction.ts <folder with html/*.html.gz and ground-truth.json>
 * Peers: npm ci --prefix bench/peers
 */
const [folder = ''] = process.argv.slice(2)
const require = createRequire(new URL('./peers/package.json', import.meta.url))
const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
  string,
  { articleBody?: string }
>
const pages = globSync(join(folder, 'html/*.html.gz')).map((file) => ({
  id: basename(file, '.html.gz'),
  body: gunzipSync(readFileSync(file)),
}))
const url = 'https://news.example/article'

const readers: Readonly<Record<string, (body: Uint8Array) => string | Promise<string>>> = {
  onrecord: readByUs,
  'Readability + linkedom': (body) => readable(parseHTML(decodeText(body, '')).document),
  'Readability + jsdom': readWithJsdom,
  defuddle: readWithDefuddle,
}
for (const [name, read] of Object.entries(readers)) {
  const texts = new Map<string, string>()
  const start = performance.now()
  for (const { id, body } of pages) texts.set(id, await tryReading(read, body))
  const seconds = (performance.now() - start) / 1_000
  const { precision, recall } = score(texts)
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `${name}: F1 ${f1.toFixed(3)} (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}), ${(pages.length / seconds).toFixed(1)} pages a second`,
  )
}

function readByUs(body: Uint8Array): string {
  try {
    return readPage(body, { url, contentType: 'text/html' }).text
  } catch (error) {
    // What is there of an article behind a wall counts as well.
    return error instanceof NoArticle ? error.text : ''
  }
}

function readable(document: Document): string {
  return new Readability(document).parse()?.textContent ?? ''
}

function readWithJsdom(body: Uint8Array): string {
  const { JSDOM, VirtualConsole } = require('jsdom')
  const page = new JSDOM(decodeText(body, ''), { url, virtualConsole: new VirtualConsole() })
  const text = readable(page.window.document)
  page.window.close()
  return text
}

async function readWithDefuddle(body: Uint8Array): Promise<string> {
  const { Defuddle } = await import(new URL('./peers/node_modules/defuddle/dist/node.js', import.meta.url).href)
  const { content } = await Defuddle(decodeText(body, ''), url)
  return parseHTML(`<html><body>${content}</body></html>`).document.body.textContent ?? ''
}

async function tryReading(read: (body: Uint8Array) => string | Promise<string>, body: Uint8Array): Promise<string> {
  try {
    return await read(body)
  } catch {
    return ''
  }
}

function score(texts: ReadonlyMap<string, string>): { readonly precision: number; readonly recall: number } {
  const precisions: number[] = []
  const recalls: number[] = []
  for (const [id, { articleBody = '' }] of Object.entries(truth)) {
    const gold = rows(articleBody)
    const found = rows(texts.get(id) ?? '')
    const common = [...gold].reduce((sum, [row, count]) => sum + Math.min(count, found.get(row) ?? 0), 0)
    const sizes = [gold, found].map((each) => [...each.values()].reduce((sum, count) => sum + count, 0))
    if (sizes[1]) precisions.push(common / sizes[1])
    if (sizes[0]) recalls.push(common / sizes[0])
  }
  return { precision: mean(precisions), recall: mean(recalls) }
}

function rows(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at + 4 <= Math.max(words.length, 4); at++) {
    const row = words.slice(at, at + 4).join(' ')
    if (row) counts.set(row, (counts.get(row) ?? 0) + 1)
  }
  return counts
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
