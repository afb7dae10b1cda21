import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFetcher } from '../../../src/adapters/http/fetcher.ts'
import { type Site, startSite } from '../../fakes/site.ts'

/** What the site answers next. */
let answer: { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
let site: Site
beforeAll(async () => {
  site = await startSite((request, response) =>
    request.url === '/robots.txt'
      ? response.writeHead(404).end()
      : response.writeHead(answer.status, answer.headers).end('no'),
  )
})
afterAll(async () => await site.stop())

describe('a page that a site does not give is told as what the site said:', () => {
  it.each<[string, number, Record<string, string>, string]>([
    [
      'a sign-in',
      401,
      { 'www-authenticate': 'Basic' },
      'the site asks readers to sign in (401); if you may read it, paste the text instead',
    ],
    [
      'a price',
      402,
      { 'crawler-price': 'USD 0.01' },
      'the site charges programs for reading it (402, USD 0.01), and Onrecord buys nothing; ask the publisher for a licence',
    ],
    [
      'a price in the other order',
      402,
      { 'crawler-price': '0.005 EUR' },
      'the site charges programs for reading it (402, 0.005 EUR), and Onrecord buys nothing; ask the publisher for a licence',
    ],
    [
      'a price that is not stated',
      402,
      {},
      'the site charges programs for reading it (402), and Onrecord buys nothing; ask the publisher for a licence',
    ],
    [
      'words in place of a price, which are not repeated',
      402,
      { 'crawler-price': 'ask <https://evil.example>' },
      'the site charges programs for reading it (402), and Onrecord buys nothing; ask the publisher for a licence',
    ],
    [
      'a challenge',
      403,
      { 'cf-mitigated': 'challenge' },
      'the site checks that a person is reading (403); ask the site to let Onrecord in, as docs/publishers.md says',
    ],
    [
      'a refusal',
      403,
      {},
      'the site doesn’t let Onrecord in (403); ask the site, as docs/publishers.md says, or paste the text instead',
    ],
    ['nothing there', 404, {}, 'the site has no such page (404)'],
    ['too many requests', 429, {}, 'the site asks us to come back later (429), and Onrecord will'],
    ['the law', 451, {}, 'the site isn’t allowed by law to show the page here (451); leave it out'],
    ['a fault of its own', 503, {}, 'the site has a problem on its side (503)'],
    ['anything else', 418, {}, 'the site answered 418'],
  ])('%s', async (...[, status, headers, reason]) => {
    answer = { status, headers }
    const fetcher = createFetcher({ allowHosts: new Set([site.host]), userAgent: 'Onrecord/test', spacingMs: 0 })
    expect(await fetcher.get(site.url('/page'))).toMatchObject({ kind: 'failed', status, reason })
    await fetcher.close()
  })

  it('and nothing offers to pay, whatever the price is', async () => {
    answer = { status: 402, headers: { 'crawler-price': 'USD 0.01', 'payment-required': 'e30=' } }
    const fetcher = createFetcher({ allowHosts: new Set([site.host]), userAgent: 'Onrecord/test', spacingMs: 0 })
    const before = site.requests.length
    await fetcher.get(site.url('/page'), { asked: true })
    await fetcher.close()
    const sent = site.requests.slice(before)
    expect(sent).toHaveLength(1)
    expect(Object.keys(sent[0]?.headers ?? {}).filter((name) => /crawler|payment|authorization/.test(name))).toEqual([])
  })
})
