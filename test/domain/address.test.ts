import { describe, expect, it } from 'vitest'
import { isSameSite, siteOf } from '../../src/domain/address.ts'

describe('the site of an address', () => {
  it.each([
    ['https://feeds.bbci.co.uk/news/rss.xml', 'bbci.co.uk'],
    ['https://www1.folha.uol.com.br/rss', 'uol.com.br'],
    ['https://www.city.kyoto.jp/', 'city.kyoto.jp'],
    ['https://news.gov.uk/a', 'news.gov.uk'],
    ['https://tarn.example/feed', 'tarn.example'],
    ['http://127.0.0.1:8080/feed', '127.0.0.1:8080'],
    ['http://localhost:3000/', 'localhost:3000'],
    ['https://ana.github.io/feed.xml', 'ana.github.io'],
    ['https://ana.substack.com/feed', 'ana.substack.com'],
    ['https://ana.wordpress.com/feed', 'ana.wordpress.com'],
    ['no address', ''],
  ])('%s: %s', (address, site) => {
    expect(siteOf(address)).toBe(site)
  })

  it('is one of hosts that one owner has, and two of those whose users publish for themselves', () => {
    expect(isSameSite('https://www.elpais.com/a', 'https://cincodias.elpais.com/b')).toBe(true)
    expect(isSameSite('https://ana.substack.com/a', 'https://bo.substack.com/b')).toBe(false)
    expect(isSameSite('https://one.co.uk/', 'https://other.co.uk/')).toBe(false)
    expect(isSameSite('', '')).toBe(false)
  })
})
