import { describe, expect, it } from 'vitest'
import { parseRobots } from '../../../src/adapters/http/robots-rules.ts'
import { termsOf } from '../../../src/terms/wishes.ts'

const allowed = (text: string, path: string) => parseRobots(text, 'Onrecord').isAllowed(`https://tarn.example${path}`)

describe('the rules of a robots.txt', () => {
  it('are those of our name where there are some, and of all where there are none', () => {
    const both = 'User-agent: *\nDisallow: /all\n\nUser-agent: other\nUser-agent: ONRECORD\nDisallow: /ours\n'
    expect([allowed(both, '/all'), allowed(both, '/ours')]).toEqual([true, false])
    const others = 'User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /all'
    expect([allowed(others, '/all'), allowed(others, '/free')]).toEqual([false, true])
    expect(allowed('User-agent: onrecord-imitation\nDisallow: /', '/')).toBe(true)
  })

  it('are of one group where our name stands above several', () => {
    const text =
      'User-agent: onrecord\nDisallow: /a\n\nUser-agent: x\nDisallow: /b\n\nUser-agent: onrecord\nDisallow: /c'
    expect(['/a', '/b', '/c'].map((path) => allowed(text, path))).toEqual([false, true, false])
  })

  it.each([
    ['a mark of its bytes', '\ufeffUser-agent: *\nDisallow: /', false],
    [
      'lines of something else between',
      'User-agent: *\nSitemap: https://t.example/x\nUser-agent: other\nDisallow: /',
      false,
    ],
    ['a version behind our name', 'User-agent: Onrecord/1.0\nDisallow: /', false],
    ['many stars at once', 'User-agent: *\nDisallow: /**********x/', false],
  ])('are read through %s', (_, text, isAllowed) => expect(allowed(text, '/x/')).toBe(isAllowed))

  it.each(['Content-Usage: / train-ai=n', 'Content-Signal: ai-train=no, search=yes'])(
    'end the names of a group that says only how it may be used: %s',
    (usage) => {
      const text = `User-agent: *\n${usage}\n\nUser-agent: other\nDisallow: /`
      expect(allowed(text, '/news')).toBe(true)
      expect(parseRobots(text, 'other').isAllowed('https://tarn.example/news')).toBe(false)
    },
  )

  it('of a purpose say what no model may read, and leave the page open', () => {
    const text =
      'User-agent: *\nDisallow: /shop\n\nUser-agent: train-ai\nUser-agent: ai-input\nDisallow: /\nAllow: /press\n'
    const rules = parseRobots(text, 'Onrecord')
    const said = (path: string) => rules.wishesFor(`https://tarn.example${path}`)
    expect(rules.isAllowed('https://tarn.example/news/1')).toBe(true)
    expect(said('/news/1')).toEqual(['User-agent: ai-input; Disallow'])
    expect(termsOf(said('/news/1'))).toEqual({ closedToModels: 'User-agent: ai-input; Disallow' })
    expect(said('/press/1')).toEqual([])
    expect(parseRobots('User-agent: train-ai\nDisallow: /', 'Onrecord').wishesFor('https://tarn.example/')).toEqual([])
  })

  it('decide by the longest pattern, and of two as long allow', () => {
    const text = 'User-agent: *\nDisallow: /news\nAllow: /news/open\nDisallow: /same\nAllow: /same'
    expect(['/news', '/news/open/1', '/same'].map((path) => allowed(text, path))).toEqual([false, true, true])
    expect(allowed('User-agent: *\nDisallow:', '/x')).toBe(true)
  })

  it.each([
    ['/*.pdf$', '/a/b.pdf', false],
    ['/*.pdf$', '/a/b.pdf?x', true],
    ['/a*b*c', '/a-b-b-c-d', false],
    ['/a*b*c', '/a-c-b', true],
    ['/*a*a$', '/a', true],
    ['/fish*', '/fish.html', false],
    ['/x$', '/x/y', true],
    ['/%7euser', '/~user/1', false],
    ['/caf%C3%A9', '/café', false],
    ['/search?q=', '/search?q=dam', false],
  ])('match %s against %s', (pattern, path, isAllowed) =>
    expect(allowed(`User-agent: *\nDisallow: ${pattern} # why`, path)).toBe(isAllowed),
  )

  it('say how far apart requests should be, within reason', () => {
    expect(parseRobots('User-agent: *\nCrawl-delay: 2.5', 'Onrecord').delayMs).toBe(2_500)
    expect(parseRobots('User-agent: *\nCrawl-delay: 86400', 'Onrecord').delayMs).toBe(30_000)
    expect(parseRobots('User-agent: *\nCrawl-delay: -1\nCrawl-delay: x', 'Onrecord').delayMs).toBe(0)
  })

  it('are bounded, whatever a file makes of them', () => {
    const agents = `${'User-agent: a\n'.repeat(16_000)}${'Allow: /\n'.repeat(30_000)}User-agent: *\nDisallow: /late`
    expect(allowed(agents, '/late')).toBe(false)
    const stars = `User-agent: *\n${`Disallow: /${'*a'.repeat(200)}b\n`.repeat(100)}Disallow: /private`
    expect([allowed(stars, '/news'), allowed(stars, '/private')]).toEqual([true, false])
  })
})

describe('what a robots.txt says before its first group', () => {
  it.each(['*', 'Onrecord'])('counts for use, and not for fetching or its pace (%s)', (name) => {
    const text = `Disallow: /\nCrawl-delay: 9\nContent-Signal: ai-input=no\n\nUser-agent: ${name}\nDisallow: /private/\n`
    const rules = parseRobots(text, 'Onrecord')
    expect(rules.isAllowed('https://river.example/news/1')).toBe(true)
    expect(rules.delayMs).toBe(0)
    expect(rules.wishesFor('https://river.example/news/1')).toEqual(['Content-Signal: ai-input=no'])
  })
})

describe('what a robots.txt says of use', () => {
  const said = (text: string, path = '/news/1') =>
    parseRobots(text, 'Onrecord').wishesFor(`https://river.example${path}`)

  it.each<[string, string, string[]]>([
    ['nothing', 'User-agent: *\nDisallow: /x\n', []],
    ['in the group for all', 'User-agent: *\nContent-Signal: ai-input=no\n', ['Content-Signal: ai-input=no']],
    ['to another robot', 'User-agent: Otherbot\nContent-Signal: ai-input=no\n', []],
    [
      'to us, in place of what it says to all',
      'User-agent: *\nContent-Signal: ai-input=no\n\nUser-agent: Onrecord\nContent-Signal: ai-input=yes\n',
      ['Content-Signal: ai-input=yes'],
    ],
    [
      'before any group',
      'Content-Signal: ai-input=no\n\nUser-agent: Onrecord\nAllow: /\n',
      ['Content-Signal: ai-input=no'],
    ],
    ['with a comment', 'User-agent: *\nContent-Usage: ai-use=n # no\n', ['Content-Usage: ai-use=n']],
    [
      'for the longest path that matches',
      'User-agent: *\nContent-Usage: ai-use=n\nContent-Usage: /news/ ai-use=y\nContent-Usage: /sport/ train-ai=n\n',
      ['Content-Usage: ai-use=y'],
    ],
    [
      'twice at one path',
      'User-agent: *\nContent-Usage: /news ai-use=y\nContent-Usage: /news ai-use=n\n',
      ['Content-Usage: ai-use=y', 'Content-Usage: ai-use=n'],
    ],
    ['with a licence for all', 'License: /a.xml\nUser-agent: *\nAllow: /\n', ['License: /a.xml']],
    [
      'with a licence for all, at the end of its file',
      'User-agent: Otherbot\nDisallow: /\n\nLicense: https://tarn.example/a.xml\n',
      ['License: https://tarn.example/a.xml'],
    ],
    [
      'with a licence for all, below a comment and a sitemap',
      'User-agent: Otherbot\nDisallow: /\n\n# RSL\nSitemap: https://tarn.example/map.xml\nLicense: /a.xml\n',
      ['License: /a.xml'],
    ],
    [
      'behind a thousand rules',
      `User-agent: *\n${'Disallow: /x\n'.repeat(1_000)}Content-Signal: ai-input=no\n`,
      ['Content-Signal: ai-input=no'],
    ],
    ['with a licence for another robot', 'User-agent: Otherbot\nLicense: /a.xml\n', []],
    [
      'with a licence for us, in place of the one for all',
      'License: /a.xml\nUser-agent: Onrecord\nLicense: /b.xml\nAllow: /\n',
      ['License: /b.xml'],
    ],
    ['with a star', 'User-agent: *\nContent-Usage: /*/1$ ai-use=n\n', ['Content-Usage: ai-use=n']],
  ])('%s', (_, text, wishes) => {
    expect(said(text)).toEqual(wishes)
  })
})
