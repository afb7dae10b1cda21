import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A web of its own for bench/polls.ts: each address 127.x.y.z is a host with one feed of thirty entries and a validator. After
 * each /turn one feed in ten has a new entry.
 */
const entries = 30
let turn = 0

createServer((request, response) => {
  if (request.url === '/turn') {
    turn += 1
    return void response.end()
  }
  if (request.url === '/robots.txt') return void response.writeHead(404).end()
  const host = request.headers.host ?? ''
  const number = Number(
    host
      .split(':')[0]
      ?.split('.')
      .slice(1)
      .reduce((sum, part) => sum * 256 + Number(part), 0),
  )
  const version = number % 10 === 0 ? turn : 0
  const etag = `"${version}"`
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml' }).end(feed(host, version))
}).listen(0, '0.0.0.0', function (this: { address(): AddressInfo | string | null }) {
  process.stdout.write(`${(this.address() as AddressInfo).port}\n`)
})

function feed(host: string, version: number): string {
  const items = Array.from({ length: entries + version }, (_, at) => {
    const date = new Date(Date.parse('2026-11-24T06:00:00Z') + (at - entries) * 3_600_000).toUTCString()
    return `<item><title>Bridge number ${at} of ${host} closes for repairs</title><link>http://${host}/news/${at}</link><guid>http://${host}/?p=${at}</guid><pubDate>${date}</pubDate><category>News</category><description>The bridge over the Tarn will close on Monday for twelve weeks, and buses go by way of the old ford until the work is done, the council said.</description></item>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${host}</title><link>http://${host}/</link>${items.toReversed().join('')}</channel></rss>`
}
