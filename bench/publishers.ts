import { articleId } from '../src/domain/article.ts'
import { localWorkspace } from '../src/domain/subscription.ts'
import { pollFeeds } from '../src/intake/poll-feeds.ts'
import { readArticles } from '../src/intake/read-articles.ts'
import type { Asker } from '../src/ports.ts'
import { openTestNewsroom } from '../test/fakes/newsroom.ts'
import { type Site, startSite } from '../test/fakes/site.ts'

/**
 * What is made of what publishers say: each case is a site of its own, followed for a simulated day, whose article is
 * then looked at, and whose requests are counted.
 *
 *   node bench/publishers.ts
 */

/** Patterns that the article's address does not match. */
const beside = ['/*?', '/*/']
const isBeside = (path: string) => beside.includes(path)

/** What a site says, and where. */
interface Case {
  readonly name: string
  readonly robots?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly head?: string
  readonly licence?: string
  readonly status?: number
  /** What is to follow. */
  readonly model: boolean
  readonly shown: 'all' | 'feed' | 'nothing' | number
}

const sentence = 'The ferry Halcyon sailed to Sel on Tuesday for the first time since its hull was mended in the yard.'
const rsl = (inner: string) => `<rsl xmlns="https://rslstandard.org/rsl"><content url="/">${inner}</content></rsl>`

/** Words about use by machines, with what follows from each. */
const signals: readonly (readonly [words: string, model: boolean])[] = [
  ['ai-input=no', false],
  ['search=yes, ai-input=no', false],
  ['search=yes,ai-train=no,ai-input=no', false],
  ['ai-input=yes', true],
  ['ai-train=no', true],
  ['search=no', true],
  ['search=yes, ai-train=no', true],
  ['use=reference', true],
  ['AI-INPUT=NO', false],
]
const usages: readonly (readonly [words: string, model: boolean])[] = [
  ['ai-use=n', false],
  ['train-ai=n, ai-use=n', false],
  ['train-ai=n', true],
  ['search=n', true],
  ['ai-use=y', true],
  ['ai-use=n;exp=1', false],
]
const directives: readonly (readonly [words: string, model: boolean, shown: Case['shown']])[] = [
  ['noai', false, 'all'],
  ['noindex, noai', false, 'all'],
  ['noai, noimageai', false, 'all'],
  ['noimageai', true, 'all'],
  ['noindex, nofollow, noarchive', true, 'all'],
  ['nosnippet', false, 0],
  ['max-snippet:0', false, 0],
  ['max-snippet:50', false, 50],
  ['max-snippet: 160', false, 160],
  ['max-snippet:-1, max-image-preview:large', true, 'all'],
  ['index, max-snippet:20', false, 20],
]
const licences: readonly (readonly [xml: string | undefined, model: boolean])[] = [
  [rsl('<license><prohibits type="usage">ai-input</prohibits></license>'), false],
  [rsl('<license><prohibits type="usage">ai-all</prohibits></license>'), false],
  [rsl('<license><prohibits type="usage">ai-train</prohibits></license>'), true],
  [rsl('<license><permits type="usage">search</permits></license>'), false],
  [rsl('<license><permits type="usage">ai-input</permits></license>'), true],
  [rsl('<license><permits type="usage">all</permits><payment type="crawl"/></license>'), false],
  [rsl('<license><payment type="attribution"/></license>'), true],
  [rsl('<license><permits type="user">education</permits></license>'), false],
  [undefined, false],
  ['<rsl><content url="/"><license><perm', false],
]
const denials = [401, 402, 403, 451] as const

function cases(): Case[] {
  const group = (line: string, agent = '*') => `User-agent: ${agent}\nAllow: /\n${line}\n`
  return [
    { name: 'silence', model: true, shown: 'all' },
    ...signals.flatMap(([words, model]): Case[] => [
      { name: `robots.txt, all: ${words}`, robots: group(`Content-Signal: ${words}`), model, shown: 'all' },
      { name: `robots.txt, us: ${words}`, robots: group(`Content-Signal: ${words}`, 'Onrecord'), model, shown: 'all' },
      {
        name: `robots.txt, other: ${words}`,
        robots: group(`Content-Signal: ${words}`, 'Otherbot'),
        model: true,
        shown: 'all',
      },
      {
        name: `robots.txt, first: ${words}`,
        robots: `Content-Signal: ${words}\n${group('Crawl-delay: 0')}`,
        model,
        shown: 'all',
      },
      { name: `header: ${words}`, headers: { 'content-signal': words }, model, shown: 'all' },
    ]),
    ...usages.flatMap(([words, model]): Case[] => [
      { name: `robots.txt: ${words}`, robots: group(`Content-Usage: ${words}`), model, shown: 'all' },
      { name: `robots.txt, path: ${words}`, robots: group(`Content-Usage: /ferry ${words}`), model, shown: 'all' },
      {
        name: `robots.txt, other path: ${words}`,
        robots: group(`Content-Usage: /mill ${words}`),
        model: true,
        shown: 'all',
      },
      { name: `header: ${words}`, headers: { 'content-usage': words }, model, shown: 'all' },
      { name: `robots.txt, us: ${words}`, robots: group(`Content-Usage: ${words}`, 'Onrecord'), model, shown: 'all' },
    ]),
    ...directives.flatMap(([words, model, shown]): Case[] => [
      { name: `element: ${words}`, head: `<meta name="robots" content="${words}">`, model, shown },
      { name: `element, us: ${words}`, head: `<meta name="Onrecord" content="${words}">`, model, shown },
      {
        name: `element, other: ${words}`,
        head: `<meta name="otherbot" content="${words}">`,
        model: true,
        shown: 'all',
      },
      { name: `header, us: ${words}`, headers: { 'x-robots-tag': `onrecord: ${words}` }, model, shown },
      { name: `header: ${words}`, headers: { 'x-robots-tag': words }, model, shown },
    ]),
    ...licences.flatMap(([licence, model]): Case[] => {
      const named = licence === undefined ? {} : { licence }
      const link = '<link rel="license" type="application/rsl+xml" href="/license.xml">'
      const header = { link: '</license.xml>; rel="license"; type="application/rsl+xml"' }
      const name = licence?.slice(44, 130) ?? 'none there'
      return [
        {
          name: `licence, robots.txt: ${name}`,
          robots: 'License: /license.xml\nUser-agent: *\nAllow: /\n',
          ...named,
          model,
          shown: 'all',
        },
        { name: `licence, element: ${name}`, head: link, ...named, model, shown: 'all' },
        { name: `licence, header: ${name}`, headers: header, ...named, model, shown: 'all' },
      ]
    }),
    ...denials.flatMap((status): Case[] => [
      { name: `${status}`, status, model: false, shown: 'feed' },
      { name: `${status}, a price`, status, headers: { 'crawler-price': 'USD 0.01' }, model: false, shown: 'feed' },
      { name: `${status}, a challenge`, status, headers: { 'cf-mitigated': 'challenge' }, model: false, shown: 'feed' },
      { name: `${status}, come back at once`, status, headers: { 'retry-after': '1' }, model: false, shown: 'feed' },
    ]),
    ...['/', '/ferry', '/fer', '/*', '/f*y$', '/*rr*', '/*?', '/f*r*r*y', '/*/'].flatMap((path): Case[] => [
      {
        name: `Disallow, all: ${path}`,
        robots: `User-agent: *\nDisallow: ${path}\nAllow: /feed\n`,
        model: isBeside(path),
        shown: isBeside(path) ? 'all' : 'feed',
      },
      {
        name: `Disallow, other: ${path}`,
        robots: `User-agent: Otherbot\nDisallow: ${path}\n`,
        model: true,
        shown: 'all',
      },
    ]),
    ...[404, 410, 429, 500, 503].map((status): Case => ({ name: `${status}`, status, model: false, shown: 'nothing' })),
  ]
}

const begin = Date.now()
const all = cases()
const asked = new Map<Case, string[]>()
const sites: Site[] = []
for (const each of all) {
  const requests: string[] = []
  asked.set(each, requests)
  sites.push(
    await startSite((request, response) => {
      const path = request.url ?? ''
      requests.push(path)
      if (path === '/robots.txt') response.writeHead(each.robots === undefined ? 404 : 200).end(each.robots ?? '')
      else if (path === '/feed') response.end(feedOf(request.headers.host ?? ''))
      else if (path === '/license.xml')
        response.writeHead(each.licence === undefined ? 404 : 200).end(each.licence ?? '')
      else response.writeHead(each.status ?? 200, { 'content-type': 'text/html', ...each.headers }).end(pageOf(each))
    }),
  )
}
const newsroom = await openTestNewsroom({ ONRECORD_ALLOW_HOSTS: sites.map(({ host }) => host).join(',') })
const asker: Asker = {
  workspace: localWorkspace,
  channel: { platform: 'terminal', id: 'screen' },
  person: null,
  mayManage: true,
}
for (const site of sites) await newsroom.ask(asker, 'feeds', `add ${site.url('/feed')}`)
let hour = 0
const services = { ...newsroom.services, clock: { now: () => new Date(begin + hour * 3_600_000).toISOString() } }
for (; hour < 24; hour += 1) {
  await pollFeeds(services)
  await readArticles(services)
}

const wrong: string[] = []
for (const [index, each] of all.entries()) {
  const article = await newsroom.services.store.articles.find(articleId(`${sites[index]?.host}/ferry`))
  const shown =
    article === undefined ? 'nothing' : article.fromFeed !== undefined ? 'feed' : (article.shown?.most ?? 'all')
  const model = article !== undefined && article.fromFeed === undefined && article.closedToModels === undefined
  if (shown !== each.shown || model !== each.model)
    wrong.push(`${each.name}: ${shown}, ${model ? 'a model' : 'no model'}`)
}
const counts = { feed: 0, robots: 0, licence: 0, page: 0, other: 0 }
const repeated: string[] = []
for (const [each, requests] of asked) {
  const of = (path: string) => requests.filter((request) => request === path).length
  counts.feed += of('/feed')
  counts.robots += of('/robots.txt')
  counts.licence += of('/license.xml')
  counts.page += of('/ferry')
  counts.other += requests.filter((path) => !['/feed', '/robots.txt', '/license.xml', '/ferry'].includes(path)).length
  const isRetried = each.status !== undefined && [404, 429, 500, 503].includes(each.status)
  if (of('/robots.txt') > 1 || of('/license.xml') > 1 || (of('/ferry') > 1 && !isRetried)) repeated.push(each.name)
}
console.log(`${all.length} sites, each followed for a simulated day`)
console.log(`made of what they say: ${wrong.length} wrong`)
for (const line of wrong) console.log(`  ${line}`)
console.log(
  `requests: ${JSON.stringify(counts)}; ${repeated.length} sites whose robots.txt, licence or page was asked for again`,
)
for (const line of repeated) console.log(`  ${line}`)
await newsroom.close()
await Promise.all(sites.map((site) => site.stop()))
if (wrong.length > 0 || counts.other > 0 || repeated.length > 0) process.exitCode = 1

function feedOf(host: string): string {
  return `<rss version="2.0"><channel><title>${host}</title><item><guid>ferry</guid><title>Ferry to Sel sails again after repairs</title>
    <link>http://${host}/ferry</link><description>${sentence}</description><pubDate>${new Date(begin - 60_000).toUTCString()}</pubDate></item></channel></rss>`
}

function pageOf({ head = '' }: Case): string {
  return `<html lang="en"><head><title>Ferry to Sel sails again after repairs</title>${head}</head><body><article>
    <h1>Ferry to Sel sails again after repairs</h1><p>${sentence}</p>
    <p>“Nobody was hurt when she ran aground,” said Ida Rosen, the captain of the ferry.</p>
    <p>Tickets cost what they cost before, and bicycles travel free until the end of the season.</p></article></body></html>`
}
