import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { NoArticle, readPage } from '../src/article/page/read-page.ts'
import { decodeText } from '../src/text/decode.ts'

/**
 * What is read from news pages, held to what other projects expect of them, with other readers beside in the same run. A manifest has a
 * line a page: {"id", "url", "file", "exp": {"title"?, "authors"?, "date"?, "text"?, "with"?, "without"?}}; files are relative to the folder.
 *
 * title: the same letters and digits. author: all names, and no more than two words besides. date: the same day, in UTC or as written.
 * F1: over runs of four words, the mean of pages. with, without: the share of segments that are there, or not there.
 *
 * node bench/pages.ts <folder> <manifest.jsonl>
 * Peers: npm ci --prefix bench/peers. @postlight/parser is not among them: two of its dependencies come from git.
 */
interface Expected {
  readonly title?: string
  readonly authors?: readonly string[]
  readonly date?: string
  readonly text?: string
  readonly with?: readonly string[]
  readonly without?: readonly string[]
}

interface Seen {
  readonly title?: string | null | undefined
  readonly author?: string | null | undefined
  readonly date?: string | null | undefined
  readonly text?: string | null | undefined
}

const [folder = '', manifest = ''] = process.argv.slice(2)
const pages = readFileSync(manifest, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as { url: string; file: string; exp: Expected })
  // Some suites name no address, but a title.
  .map((page) => ({
    ...page,
    url: URL.canParse(page.url) && /^https?:/.test(page.url) ? page.url : 'https://news.example/article',
  }))

const readers: Readonly<Record<string, (body: Buffer, url: string) => Seen | Promise<Seen>>> = {
  onrecord: readByUs,
  'Readability + linkedom': readByReadability,
  defuddle: readByDefuddle,
  'extractus/article-extractor': readByExtractus,
}
for (const [name, read] of Object.entries(readers)) {
  const scores = new Map<string, number[]>()
  const start = process.cpuUsage()
  for (const { url, file, exp } of pages) {
    const seen = await withinTime(async () => await read(readFileSync(join(folder, file)), url))
    for (const [field, score] of Object.entries(scoresOf(exp, seen)))
      scores.set(field, [...(scores.get(field) ?? []), ...score])
  }
  const { user, system } = process.cpuUsage(start)
  const shown = [...scores].map(([field, all]) => `${field} ${mean(all).toFixed(3)} (${all.length})`)
  console.log(`${name}: ${shown.join(' · ')} · ${((user + system) / 1_000 / pages.length).toFixed(0)} ms of CPU a page`)
}

function readByUs(body: Buffer, url: string): Seen {
  try {
    const { headline, byline, published, text } = readPage(body, { url, contentType: 'text/html' })
    return { title: headline, author: byline, date: published, text }
  } catch (error) {
    return error instanceof NoArticle ? { text: error.text } : {}
  }
}

function readByReadability(body: Buffer): Seen {
  const { document } = parseHTML(decodeText(body, 'text/html'))
  const read = new Readability(document).parse()
  return { title: read?.title, author: read?.byline, date: read?.publishedTime, text: textIn(read?.content) }
}

async function readByDefuddle(body: Buffer, url: string): Promise<Seen> {
  const { Defuddle } = await import(new URL('./peers/node_modules/defuddle/dist/node.js', import.meta.url).href)
  const { title, author, published, content } = await Defuddle(decodeText(body, 'text/html'), url)
  return { title, author, date: published, text: textIn(content) }
}

async function readByExtractus(body: Buffer, url: string): Promise<Seen> {
  const name = './peers/node_modules/@extractus/article-extractor/esm/mod.js'
  const { extractFromHtml } = await import(new URL(name, import.meta.url).href)
  const read = await extractFromHtml(decodeText(body, 'text/html'), url)
  return { title: read?.title, author: read?.author, date: read?.published, text: textIn(read?.content) }
}

/** The words of markup, with a gap where a block ends. */
function textIn(markup: string | null | undefined): string {
  const { document } = parseHTML('<!doctype html><html><head></head><body></body></html>')
  document.body.innerHTML = (markup ?? '').replace(
    /<\/(?:p|div|li|h[1-6]|blockquote|td|tr|section)>|<br\b[^>]*>/gi,
    '$& ',
  )
  return document.body.textContent ?? ''
}

/** Nothing where a reader fails, or takes longer than a person waits. */
async function withinTime(read: () => Promise<Seen>): Promise<Seen> {
  const late = new Promise<Seen>((done) => setTimeout(() => done({}), 30_000).unref())
  return await Promise.race([read().catch(() => ({})), late])
}

function scoresOf(exp: Expected, seen: Seen): Record<string, number[]> {
  const text = oneLine(seen.text)
  return {
    ...(exp.title === undefined ? {} : { title: [Number(letters(exp.title) === letters(seen.title))] }),
    ...(exp.authors?.length ? { author: [Number(isAuthors(exp.authors, seen.author ?? ''))] } : {}),
    ...(exp.date === undefined ? {} : { date: [Number(isDay(exp.date, seen.date ?? ''))] }),
    ...(exp.text === undefined ? {} : { F1: [f1Of(exp.text, seen.text ?? '')] }),
    with: (exp.with ?? []).map((segment) => Number(text.includes(oneLine(segment)))),
    without: (exp.without ?? []).map((segment) => Number(!text.includes(oneLine(segment)))),
  }
}

function isAuthors(expected: readonly string[], seen: string): boolean {
  const isNamed = expected.every((name) => letters(seen).includes(letters(name)))
  return isNamed && words(seen).length <= expected.flatMap(words).length + 2
}

function isDay(expected: string, seen: string): boolean {
  const [day] = expected.split(/[T ]/, 1)
  if (seen.startsWith(day ?? '')) return true
  const [one, other] = [Date.parse(expected), Date.parse(seen)]
  return (
    !Number.isNaN(one) &&
    !Number.isNaN(other) &&
    new Date(one).toISOString().slice(0, 10) === new Date(other).toISOString().slice(0, 10)
  )
}

function f1Of(expected: string, seen: string): number {
  const [gold, found] = [runs(expected), runs(seen)]
  const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0)
  const common = [...gold].reduce((sum, [run, count]) => sum + Math.min(count, found.get(run) ?? 0), 0)
  return common === 0 ? 0 : (2 * common) / (total(gold) + total(found))
}

/** How often each run of four words is in a text; of letters, where a script has no gaps. */
function runs(text: string): Map<string, number> {
  const tokens =
    text
      .toLowerCase()
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu,
      ) ?? []
  const counts = new Map<string, number>()
  for (let at = 0; at + 4 <= Math.max(tokens.length, 4); at++) {
    const run = tokens.slice(at, at + 4).join(' ')
    if (run) counts.set(run, (counts.get(run) ?? 0) + 1)
  }
  return counts
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function letters(text: string | null | undefined): string {
  return words((text ?? '').normalize('NFKC')).join('')
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}
