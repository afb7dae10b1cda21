import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFetcher } from '../../../src/adapters/http/fetcher.ts'
import { HostPacer } from '../../../src/adapters/http/host-pacer.ts'
import { freshFor } from '../../../src/adapters/http/read-response.ts'
import { type Site, startSite } from '../../fakes/site.ts'

let site: Site
let robots: { readonly status: number; readonly text: string }
let answer: (request: IncomingMessage, response: ServerResponse) => void
beforeAll(async () => {
  site = await startSite((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(robots.status).end(robots.text)
    else answer(request, response)
  })
})
afterAll(async () => await site.stop())
beforeEach(() => {
  robots = { status: 404, text: '' }
  answer = (_, response) => response.end('page')
})

describe('robots.txt', () => {
  it('is asked once for a host, and what it forbids is not fetched, by name or for all', async () => {
    robots = {
      status: 200,
      text: 'User-agent: *\nDisallow: /private/\n\nUser-agent: Onrecord\nDisallow: /for-people/\n',
    }
    const fetcher = open()
    const kinds: string[] = []
    for (const path of ['/a', '/for-people/1', '/private/1', '/b']) kinds.push((await fetcher.get(site.url(path))).kind)
    expect(kinds).toEqual(['page', 'refused', 'page', 'page'])
    expect(asked('/robots.txt')).toBe(1)
    expect(asked('/for-people/1')).toBe(0)
  })

  it('is not asked for what a person asks for', async () => {
    robots = { status: 200, text: 'User-agent: *\nDisallow: /\n' }
    const before = asked('/robots.txt')
    expect((await open().get(site.url('/c'), { asked: true })).kind).toBe('page')
    expect(asked('/robots.txt')).toBe(before)
  })

  it.each([
    [404, 'page'],
    [403, 'page'],
    [500, 'failed'],
    [429, 'failed'],
  ])('that answers %i is taken for what RFC 9309 says', async (status, kind) => {
    robots = { status, text: '' }
    expect((await open().get(site.url('/d'))).kind).toBe(kind)
  })

  it('is asked of the host that a redirect leads to', async () => {
    const other = await startSite((request, response) =>
      response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /' : 'page'),
    )
    answer = (_, response) => response.writeHead(302, { location: other.url('/x') }).end()
    const fetched = await open([other.host]).get(site.url('/e'))
    expect(fetched).toMatchObject({ kind: 'refused', reason: expect.stringContaining('robots.txt') as string })
    expect(other.requests.map(({ url }) => url)).toEqual(['/robots.txt'])
    await other.stop()
  })
})

describe('requests to one host', () => {
  it('go one at a time', async () => {
    let running = 0
    let most = 0
    answer = (_, response) => {
      running += 1
      most = Math.max(most, running)
      setImmediate(() => {
        running -= 1
        response.end('page')
      })
    }
    const fetcher = open()
    await Promise.all(Array.from({ length: 6 }, async (_, at) => await fetcher.get(site.url(`/p${at}`))))
    expect(most).toBe(1)
  })

  it('begin no closer than they may, and than the host wants', async () => {
    let time = 0
    const starts: number[] = []
    const pacer = new HostPacer(1_000, {
      now: () => time,
      wait: async (ms) => {
        time += ms
      },
    })
    const turn = async (spacingMs?: number) =>
      await pacer.turn(
        'a',
        async () => {
          starts.push(time)
          time += 300
        },
        { spacingMs },
      )
    await Promise.all([turn(), turn(), turn(5_000), turn()])
    expect(starts).toEqual([0, 1_000, 2_000, 7_000])
  })

  it('do not wait for those to another host, nor for one that failed', async () => {
    const pacer = new HostPacer(10_000)
    await expect(pacer.turn('a', async () => await Promise.reject(new Error('cut')))).rejects.toThrow('cut')
    expect(await pacer.turn('b', async () => 'done')).toBe('done')
  })
})

describe('an answer', () => {
  it('tells where permanent redirects alone have led, and that to another address they have not', async () => {
    const steps: Record<string, [number, string]> = {
      '/1': [301, '/2'],
      '/2': [308, '/3'],
      '/4': [301, '/5'],
      '/5': [302, '/3'],
    }
    answer = (request, response) => {
      const step = steps[request.url ?? '']
      if (step) response.writeHead(step[0], { location: step[1] }).end()
      else response.end('page')
    }
    expect(await open().get(site.url('/1'))).toMatchObject({ movedTo: site.url('/3') })
    expect(await open().get(site.url('/4'))).toMatchObject({ url: site.url('/3'), movedTo: site.url('/5') })
    expect(await open().get(site.url('/3'))).toMatchObject({ movedTo: null })
  })

  it.each<[string, Record<string, string>, Buffer]>([
    ['an encoding that nobody knows', { 'content-encoding': 'x-own' }, Buffer.from('page')],
    ['a page packed twice', { 'content-encoding': 'gzip' }, gzipSync(gzipSync('page'))],
    ['a page packed twice, as it says', { 'content-encoding': 'gzip, gzip' }, gzipSync(gzipSync('page'))],
    ['a page that is shorter than it says', { 'content-length': '500' }, Buffer.from('page')],
    ['a page that unpacks without end', { 'content-encoding': 'br' }, brotliCompressSync(Buffer.alloc(30_000_000))],
  ])('with %s is none', async (_, headers, body) => {
    answer = (_request, response) => {
      response.writeHead(200, headers)
      response.write(body, () => response.destroy())
    }
    const { kind } = await open().get(site.url('/f'))
    expect(['failed', 'refused']).toContain(kind)
  })

  it('stays fresh as long as its server says', () => {
    const fresh = (headers: Record<string, string>) =>
      freshFor({ get: (name) => headers[name] ?? null }, Date.parse('2026-11-24T12:00:00Z'))
    expect(fresh({ 'cache-control': 'private, max-age=600', age: '60' })).toBe(540_000)
    expect(fresh({ 'cache-control': 'max-age=10', age: '60' })).toBe(0)
    expect(fresh({ expires: 'Tue, 24 Nov 2026 12:10:00 GMT' })).toBe(600_000)
    expect(fresh({ expires: 'Tue, 24 Nov 2026 12:10:00 GMT', date: 'Tue, 24 Nov 2026 12:05:00 GMT' })).toBe(300_000)
    expect(fresh({ expires: '0' })).not.toBeGreaterThan(0)
    expect(fresh({})).toBeNull()
  })
})

function open(more: readonly string[] = []) {
  return createFetcher({ allowHosts: new Set([site.host, ...more]), userAgent: 'Onrecord/test', spacingMs: 0 })
}

function asked(path: string): number {
  return site.requests.filter(({ url }) => url === path).length
}
