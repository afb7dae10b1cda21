import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { whyNotFollowed } from '../../../src/adapters/http/address-guard.ts'
import { createFetcher } from '../../../src/adapters/http/fetcher.ts'
import { isPublicAddress } from '../../../src/adapters/http/public-addresses.ts'
import { withSamples } from '../../../src/adapters/samples/fetcher.ts'
import { serveSamples } from '../../../src/adapters/samples/outlets.ts'
import { type Site, startSite } from '../../fakes/site.ts'

describe('the fetcher', () => {
  let site: Site
  let sinkhole: Site
  beforeAll(async () => {
    sinkhole = await startSite((_, response) => response.end('secret'))
    site = await startSite((request, response) => {
      const path = request.url ?? ''
      if (path === '/to-private') response.writeHead(302, { location: sinkhole.url('/') }).end()
      else if (path === '/round') response.writeHead(302, { location: '/round' }).end()
      else if (path === '/busy') response.writeHead(429, { 'retry-after': '7' }).end()
      else if (path === '/bomb')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)))
      else if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"v1"', 'content-type': 'text/html' }).end('page')
    })
  })
  afterAll(async () => {
    await Promise.all([site.stop(), sinkhole.stop()])
  })

  it('sends back validators byte for byte, and knows an unchanged page', async () => {
    const first = await fetcher().get(site.url('/'))
    expect(first).toMatchObject({ kind: 'page', validators: { etag: '"v1"' } })
    expect(await fetcher().get(site.url('/'), { validators: { etag: '"v1"', lastModified: null } })).toMatchObject({
      kind: 'unchanged',
    })
  })

  it('does not follow a redirect to a private address', async () => {
    expect(await fetcher().get(site.url('/to-private'))).toMatchObject({ kind: 'refused' })
    expect(sinkhole.requests).toHaveLength(0)
  })

  it('gives up on redirects without end, and counts bytes as unpacked', async () => {
    expect(await fetcher().get(site.url('/round'))).toMatchObject({ kind: 'failed' })
    expect(await fetcher().get(site.url('/bomb'))).toMatchObject({ kind: 'refused' })
  })

  it('passes on how long a site asks us to wait', async () => {
    expect(await fetcher().get(site.url('/busy'))).toMatchObject({ kind: 'failed', retryAfterMs: 7_000 })
  })

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:10.0.0.1]/',
    'http://169.254.169.254/latest',
    'http://localhost/',
    'file:///etc/passwd',
    'http://user:pw@example.com/',
    'http://example.com:22/',
  ])('refuses %s before anything is sent', async (url) => {
    expect(await fetcher().get(url)).toMatchObject({ kind: 'refused' })
  })

  it('tells public addresses from special ones', () => {
    expect(['8.8.8.8', '2606:4700::1111', '1.1.1.1'].map(isPublicAddress)).toEqual([true, true, true])
    expect(
      ['10.0.0.1', '100.64.1.1', '192.0.2.1', 'fc00::1', '2001:db8::1', '64:ff9b::a00:1', '::'].map(isPublicAddress),
    ).toEqual(Array.from({ length: 7 }, () => false))
  })

  it('trusts the sample server for sample addresses alone', async () => {
    const samples = await serveSamples('samples', () => new Date('2026-01-02T12:00:00Z'))
    const trusting = createFetcher({ allowHosts: new Set([samples.host]), userAgent: 'test', spacingMs: 0 })
    const both = withSamples(samples, { trusting, ordinary: fetcher() })
    const feed = await both.get('http://harbour-gazette.example/feed.xml')
    expect(feed.kind === 'page' && Buffer.from(feed.body).toString()).toContain('Fri, 02 Jan 2026 09:00:00 GMT')
    expect(await both.get(`http://${samples.host}/harbour-gazette.example/feed.xml`)).toMatchObject({ kind: 'refused' })
    expect(await both.get('http://harbour-gazette.example/../outlets.json')).toMatchObject({ kind: 'failed' })
    await samples.stop()
  })

  function fetcher() {
    return createFetcher({ allowHosts: new Set([site.host]), userAgent: 'test', spacingMs: 0 })
  }
})

describe('a redirect', () => {
  it.each([
    ['https://tarn.example/a', 'https://valley.example/b', undefined],
    ['http://tarn.example/a', 'https://tarn.example/a', undefined],
    ['https://tarn.example/a', '/b', undefined],
    ['https://tarn.example/a', 'http://tarn.example/a', /from https to http/],
    ['https://tarn.example/a', 'http://[', /isn’t an address/],
    ['https://tarn.example/a', `/${'x'.repeat(3_000)}`, /too long/],
  ])('from %s to %s is followed or not', (from, to, reason) => {
    const refusal = whyNotFollowed(new URL(from), to)
    if (reason) expect(refusal).toMatch(reason)
    else expect(refusal).toBeUndefined()
  })
})
