import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { readConfig } from '../src/app/config.ts'
import { openTools } from '../src/app/intake.ts'

/**
 * How long a hostile feed, page or answer takes, what it comes to, and how long the main thread is kept by it: the files of
 * some folders, and bombs made here.
 *
 * node bench/hostile.ts [folder …]
 */
const folders = process.argv.slice(2)
const deep = (tag: string, depth: number) => `<${tag}>`.repeat(depth)
const entities = `<!DOCTYPE x [<!ENTITY a "haha">${Array.from({ length: 12 }, (_, at) => `<!ENTITY ${letter(at + 1)} "${`&${letter(at)};`.repeat(10)}">`).join('')}]>`
const bombs: Readonly<Record<string, string>> = {
  'noise.xml': '<!'.repeat(40_000),
  'deep.xml': `<rss><channel>${deep('item', 50_000)}`,
  'attributes.xml': `<rss ${Array.from({ length: 100_000 }, (_, at) => `a${at}="x"`).join(' ')}><channel></channel></rss>`,
  'entities.xml': `${entities}<rss><channel><title>&${letter(12)};</title></channel></rss>`,
  'many.xml': `<rss><channel>${'<item><title>x</title><link>http://a.example/</link></item>'.repeat(60_000)}</channel></rss>`,
  'long.xml': `<rss><channel><item><title>${'x'.repeat(4_000_000)}</title></item></channel></rss>`,
  'comments.xml': `<rss>${'<!--'.repeat(200_000)}`,
  'cdata.xml': `<rss><channel><item><title>${'<![CDATA['.repeat(200_000)}`,
  'deep.html': `<html><body>${deep('div', 57_000)}`,
  'bold.html': `<html><body>${deep('b', 30_000)}`,
  'tables.html': `<html><body>${deep('table><tr><td', 5_000)}`,
  'attributes.html': `<html><body><p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=x`).join(' ')}>text</p>`,
  'links.html': `<html><body>${'<a href=x>'.repeat(100_000)}`,
  'paragraphs.html': `<html><body><article>${'<p>The bridge closes on Monday, the mayor said.</p>'.repeat(40_000)}</article>`,
  'open.html': '<a '.repeat(500_000),
  'script.html': `<html><body><script>${'<script>'.repeat(100_000)}`,
  'json.html': `<html><body><script type="application/ld+json">${'['.repeat(500_000)}</script><p>text</p>`,
}

// Packed before, since that takes the thread that is watched.
const packed = { br: brotliCompressSync(Buffer.alloc(200_000_000)), gzip: gzipSync(Buffer.alloc(200_000_000)) }
const server = createServer((request, response) => {
  const path = request.url ?? ''
  if (path === '/robots.txt') return void response.writeHead(404).end()
  if (path === '/brotli') return void response.writeHead(200, { 'content-encoding': 'br' }).end(packed.br)
  if (path === '/gzip') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed.gzip)
  if (path === '/round') return void response.writeHead(302, { location: '/round' }).end()
  if (path === '/headers')
    return void response
      .writeHead(200, Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`x-${at}`, 'y'.repeat(50)])))
      .end('x')
  response.writeHead(200, { 'content-type': 'text/html' })
  const every = path === '/slow' ? 1_000 : 0
  const more = () => {
    if (response.destroyed) return
    response.write(every ? 'x' : 'x'.repeat(100_000))
    if (every) setTimeout(more, every)
    else setImmediate(more)
  }
  more()
}).listen(0, '127.0.0.1')
await new Promise((done) => server.once('listening', done))
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
const { reader, fetcher, close } = await openTools(
  readConfig({ ONRECORD_ALLOW_HOSTS: host, ONRECORD_HOST_SPACING_MS: '0' }),
)
// The first answer waits for a thread to start.
await reader.readPage(Buffer.from('<p>x</p>'), { url: null, contentType: '' })
const lag = monitorEventLoopDelay({ resolution: 5 })
const all = monitorEventLoopDelay({ resolution: 5 })
all.enable()
let slowest = 0

for (const file of folders.flatMap((folder) => globSync(`${folder}/*`))) await read(basename(file), readFileSync(file))
for (const [name, text] of Object.entries(bombs)) await read(name, Buffer.from(text))
for (const path of ['brotli', 'gzip', 'round', 'headers', 'endless', 'slow'])
  await timed(`http ${path}`, async () => {
    const fetched = await fetcher.get(`http://${host}/${path}`)
    return 'reason' in fetched ? fetched.reason : fetched.kind
  })
all.disable()
console.log(
  `main thread over all: 99.9 % of turns within ${(all.percentile(99.9) / 1e6).toFixed(1)} ms; slowest ${Math.round(slowest)} ms`,
)
await close()
server.closeAllConnections()
process.exit(0)

async function read(name: string, body: Uint8Array): Promise<void> {
  await timed(name, async () => {
    if (!/\.html?$/.test(name) || name.includes('feed')) {
      const feed = await reader.readFeed(body, '', null)
      if (feed.kind === 'feed') return `a feed of ${feed.feed.entries.length}`
      if (name.endsWith('.xml')) return feed.reason
    }
    const page = await reader.readPage(body, { url: 'http://a.example/x', contentType: 'text/html' })
    return page.kind === 'article' ? `an article of ${page.article.text.length} characters` : page.reason
  })
}

async function timed(name: string, work: () => Promise<string>): Promise<void> {
  lag.reset()
  lag.enable()
  const start = performance.now()
  const outcome = await work()
  const ms = performance.now() - start
  lag.disable()
  slowest = Math.max(slowest, ms)
  console.log(`${name}: ${Math.round(ms)} ms, lag ${(lag.max / 1e6).toFixed(0)} ms: ${outcome.slice(0, 90)}`)
}

function letter(at: number): string {
  return `e${String.fromCharCode(97 + at)}`
}
