import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { renderTerminal } from '../../src/adapters/terminal/render.ts'
import { styleFor } from '../../src/adapters/terminal/style.ts'
import { jsonOf } from '../../src/chat/commands/reply.ts'
import { markdownOf } from '../../src/chat/export/markdown.ts'
import { localWorkspace } from '../../src/domain/subscription.ts'
import type { Asker } from '../../src/ports.ts'
import { type ModelServer, startModelServer } from '../fakes/model.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../fakes/newsroom.ts'
import { type Site, startSite } from '../fakes/site.ts'

/** What the publisher says of machines, and where. */
interface Wishes {
  readonly robots?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly meta?: string
  readonly keptBack?: string
  readonly reservations?: string
  /** The status with which pages are answered, and the feed's summary of the article. */
  readonly status?: number
  readonly summary?: string
  /** What the feed says of its entry. */
  readonly inFeed?: string
  /** The licence that others name. */
  readonly licence?: string
}

const asker: Asker = {
  workspace: localWorkspace,
  channel: { platform: 'terminal', id: 'screen' },
  person: null,
  mayManage: true,
}
const closing =
  '<rsl xmlns="https://rslstandard.org/rsl"><content url="/"><license><prohibits type="usage">ai-input</prohibits></license></content></rsl>'
let wishes: Wishes = {}
let licencesRead = 0
let turn = 0
/** More sites than tests: what a host's robots.txt said holds for a day, so that each test has a host of its own. */
const sites: Site[] = []
const mostTests = 60
let site: Site
let model: ModelServer
let newsroom: OpenedNewsroom
beforeAll(async () => {
  for (let host = 0; host < mostTests; host++)
    sites.push(
      await startSite((request, response) => {
        if (request.url === '/robots.txt') response.writeHead(200).end(wishes.robots ?? '')
        else if (request.url === '/feed') response.end(feed())
        else if (request.url === '/.well-known/tdmrep.json') response.end(wishes.reservations ?? '')
        else if (request.url === '/license.xml') {
          licencesRead += 1
          if (wishes.licence === undefined) response.writeHead(404).end()
          else response.end(wishes.licence)
        } else response.writeHead(wishes.status ?? 200, { 'content-type': 'text/html', ...wishes.headers }).end(page())
      }),
    )
  model = await startModelServer(() => ({ kind: 'say', content: '{}' }))
  newsroom = await openTestNewsroom({
    ONRECORD_ALLOW_HOSTS: sites.map(({ host }) => host).join(','),
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: 'a-model',
  })
})
beforeEach(() => {
  const next = sites[turn]
  if (!next) throw new Error('there are more tests than sites')
  site = next
  turn += 1
})
afterEach(async () => {
  for (const { url } of await newsroom.services.store.feeds.list(localWorkspace.id))
    await newsroom.services.store.feeds.unfollow(localWorkspace.id, url)
})
afterAll(async () => {
  await newsroom.close()
  await Promise.all([...sites.map((each) => each.stop()), model.stop()])
})

describe('an article of a digest', () => {
  it.each<[string, Wishes, number]>([
    ['that a page closes', { meta: '<meta name="robots" content="index, noai">' }, 0],
    ['that a header closes', { headers: { 'content-signal': 'search=yes, ai-input=no' } }, 0],
    ['that robots.txt closes', { robots: 'User-agent: *\nContent-Signal: ai-input=no\nAllow: /\n' }, 0],
    ['that robots.txt closes for a purpose', { robots: 'User-agent: ai-input\nDisallow: /ferry\n' }, 0],
    ['that robots.txt closes for training', { robots: 'User-agent: train-ai\nDisallow: /\n' }, 1],
    ['under a path that robots.txt closes', { robots: 'User-agent: *\nContent-Usage: /ferry ai-use=n\nAllow: /\n' }, 0],
    ['that is closed to training alone', { robots: 'User-agent: *\nContent-Signal: ai-train=no, search=yes\n' }, 1],
    ['beside a path that robots.txt closes', { robots: 'User-agent: *\nContent-Usage: /mill ai-use=n\n' }, 1],
    ['that is closed to another robot', { robots: 'User-agent: Otherbot\nContent-Signal: ai-input=no\n' }, 1],
  ])('%s goes to a model as the publisher wishes', async (...[, said, stories]) => {
    const { text, asked } = await digestOf(said)
    expect(text).toContain('The ferry Halcyon sailed to Sel')
    expect(Math.min(1, asked)).toBe(stories)
    expect(text.includes('written without AI: the publisher asks AI tools not to use the page')).toBe(stories === 0)
  })

  it.each<[string, Wishes, number]>([
    ['robots.txt names and closes', { robots: 'License: /license.xml\nUser-agent: *\nAllow: /\n' }, 0],
    ['robots.txt names at its end', { robots: 'User-agent: Otherbot\nDisallow: /\n\nLicense: /license.xml\n' }, 0],
    ['a header names', { headers: { link: '</license.xml>; rel="license"; type="application/rsl+xml"' } }, 0],
    ['the page names', { meta: '<link rel="license" type="application/rsl+xml" href="/license.xml">' }, 0],
    ['the page names in another format', { meta: '<link rel="license" href="/license.xml">' }, 1],
  ])('under a licence that %s goes to a model as the licence says', async (...[, said, stories]) => {
    const before = licencesRead
    const { asked } = await digestOf({ ...said, licence: closing })
    expect(Math.min(1, asked)).toBe(stories)
    expect(licencesRead - before).toBe(1 - stories)
  })

  it('under a licence within its page goes to a model as the licence says', async () => {
    const { asked } = await digestOf({ meta: `<script type="application/rsl+xml">${closing}</script>` })
    expect(asked).toBe(0)
  })

  it('under a licence in its feed that is too long goes to no model, and the feed is read', async () => {
    const one = '<rsl:content url="/" xmlns:rsl="https://rslstandard.org/rsl"/>'
    const { asked, text } = await digestOf({ inFeed: one.repeat(1_001) })
    expect(text).toContain('Ferry to Sel sails again after repairs')
    expect(asked).toBe(0)
  })

  it('under a licence in its feed goes to a model as the licence says', async () => {
    const inFeed =
      '<rsl:content url="/" xmlns:rsl="https://rslstandard.org/rsl"><rsl:license><rsl:permits type="usage">search</rsl:permits></rsl:license></rsl:content>'
    const { asked } = await digestOf({ inFeed })
    expect(asked).toBe(0)
  })

  it('under a licence that cannot be read goes to no model', async () => {
    const { asked } = await digestOf({ robots: 'License: /license.xml\n' })
    expect(asked).toBe(0)
  })

  it('tells in the list of feeds what its publisher says, and what follows', async () => {
    const listed = async () => await newsroom.operator.answer({ kind: 'list-feeds' })
    await digestOf({ meta: '<meta name="robots" content="noai">' })
    const reply = await listed()
    expect(markdownOf(reply.document)).toContain(
      'The site says: robots: noai. So no model reads its articles: they’re written without AI.',
    )
    expect(jsonOf(reply)).toMatchObject([
      {
        terms: { closedToModels: 'robots: noai' },
        wishes: 'The site says: robots: noai. So no model reads its articles: they’re written without AI.',
      },
    ])
  })

  it('is given to a model again once its publisher no longer minds', async () => {
    await digestOf({ meta: '<meta name="robots" content="noai">' })
    const { articles, rereads } = newsroom.services.store
    const id = `${site.host}/ferry` as never
    expect((await articles.find(id))?.closedToModels).toBe('robots: noai')
    await rereads.noteTerms(id, {})
    expect(await articles.find(id)).not.toHaveProperty('closedToModels')
  })
})

describe('what may be shown of an article', () => {
  it('is its headline and link if its publisher lets no more be shown', async () => {
    const { text, asked } = await digestOf({ meta: '<meta name="robots" content="nosnippet">' })
    expect(text).toContain('Ferry to Sel sails again after repairs')
    expect(text).toContain('Tarn Weekly lets only its headline be shown.')
    expect(text).not.toContain('left out')
    expect(text).not.toContain('The ferry Halcyon')
    expect(asked).toBe(0)
  })

  it('is no more than its publisher lets be shown', async () => {
    const { text, asked } = await digestOf({ headers: { 'x-robots-tag': 'max-snippet:120' } })
    expect(text).toContain('The ferry Halcyon sailed to Sel')
    expect(text).toContain('left out: its publisher lets less of the page be shown')
    expect(asked).toBe(0)
  })

  it('leaves out the parts that its publisher keeps back', async () => {
    const { text } = await digestOf({
      keptBack: '<div data-nosnippet><p>The harbour office counted 412 cars.</p></div>',
    })
    expect(text).toContain('The ferry Halcyon sailed to Sel')
    expect(text).not.toContain('412 cars')
  })
})

describe('a feed whose pages are closed', () => {
  const summary =
    'The ferry Halcyon sailed to Sel on Tuesday for the first time since May. Tickets cost what they did bef…'
  const closed: readonly (readonly [string, Wishes])[] = [
    ...[401, 402, 403, 451].map((status) => [`with ${status}`, { status }] as const),
    ['by robots.txt', { robots: 'User-agent: *\nDisallow: /ferry\n' }],
  ]
  it.each(closed)('%s still gives a digest, marked as from the feed', async (_, said) => {
    const { text, asked } = await digestOf({ ...said, summary })
    expect(text).toContain('Ferry to Sel sails again after repairs')
    expect(text).toContain('The ferry Halcyon sailed to Sel on Tuesday for the first time since May.')
    expect(text).not.toContain('Tickets cost')
    expect(text).toContain('From Tarn Weekly’s feed: its page isn’t open to us.')
    expect(asked).toBe(0)
    const list = await newsroom.ask(asker, 'feeds', 'list')
    expect(shown(list.document)).toContain('1 page of the last 7 days couldn’t be read because')
  })

  it('gives the page’s words, and no longer the feed’s, once its pages open', async () => {
    await digestOf({ status: 402, summary })
    const { articles } = newsroom.services.store
    const id = `${site.host}/ferry` as never
    expect(await articles.find(id)).toHaveProperty('fromFeed')
    wishes = { summary }
    const feeds = await newsroom.services.store.feeds.list(localWorkspace.id)
    const before = await articles.find(id)
    const after = { ...before, text: 'The ferry sailed.', fromFeed: undefined } as never
    const entry = { feed: feeds[0]?.id, guid: 'ferry' } as never
    await articles.revise(
      entry,
      { before: id, after: { article: after, sketch: [] }, changes: [] },
      new Date().toISOString(),
    )
    expect(await articles.find(id)).not.toHaveProperty('fromFeed')
  })

  it('and that says no more than headlines gives headlines and links', async () => {
    const { text } = await digestOf({ status: 402, summary: 'Ferry to Sel sails again after repairs' })
    expect(text).toContain('Ferry to Sel sails again after repairs')
    expect(text).toContain('From Tarn Weekly’s feed: its page isn’t open to us.')
  })

  it('gives no digest where its pages are only broken', async () => {
    const { text } = await digestOf({ status: 500, summary })
    expect(text).not.toContain('The ferry Halcyon')
  })
})

describe('a feed that somebody looks at', () => {
  it.each<[string, Wishes, readonly string[]]>([
    ['nothing', {}, ['The site says nothing about AI tools.']],
    [
      'that training is not wanted',
      {
        robots: 'User-agent: *\nContent-Signal: ai-train=no\n',
        reservations: '[{"location":"/","tdm-reservation":1}]',
      },
      [
        'The site says about machines: Content-Signal: ai-train=no · TDM-Reservation: 1',
        'Its articles may be summarized all the same: that isn’t about summaries.',
      ],
    ],
    [
      'that no model is to read it',
      { headers: { 'x-robots-tag': 'noai' } },
      [
        'The site says about machines: X-Robots-Tag: noai',
        'So no model reads its articles: they’re written without AI.',
      ],
    ],
    [
      'it in a licence',
      { robots: 'License: /license.xml\n', licence: closing },
      ['RSL: ai-input is prohibited', 'So no model reads its articles: they’re written without AI.'],
    ],
    [
      'that little is to be shown',
      { meta: '<meta name="robots" content="max-snippet:90">' },
      ['So no model reads its articles, and at most 90 characters of each are shown.'],
    ],
    [
      'that nothing is to be shown',
      { meta: '<meta name="robots" content="nosnippet">' },
      ['So only headlines and links of its articles are shown.'],
    ],
    [
      'that programs are not to read it',
      { robots: 'User-agent: *\nDisallow: /ferry\n' },
      ['asks programs not to read this (robots.txt); ask the site to allow Onrecord there.'],
    ],
  ])('whose site says %s', async (...[, said, sentences]) => {
    wishes = said
    const { document } = await newsroom.ask(asker, 'feeds', `test ${site.url('/feed')}`)
    for (const sentence of sentences) expect(shown(document)).toContain(sentence)
  })
})

describe('a link that somebody hands in', () => {
  it('does not go to a model against the page’s own word, and the reader is told', async () => {
    wishes = { headers: { 'x-robots-tag': 'noai' } }
    const before = model.requests.length
    const { document } = await newsroom.ask(asker, 'summarize', site.url('/ferry'))
    expect(shown(document)).toContain(
      'The publisher asks AI tools not to use this page, so this was written without AI.',
    )
    expect(briefsAsked(before)).toBe(0)
  })
})

async function digestOf(said: Wishes): Promise<{ readonly text: string; readonly asked: number }> {
  wishes = said
  await newsroom.ask(asker, 'feeds', `add ${site.url('/feed')}`)
  const before = model.requests.length
  const { document } = await newsroom.ask(asker, 'digest', 'now')
  return { text: shown(document), asked: briefsAsked(before) }
}

/** How often the model was given an article since then. */
function briefsAsked(before: number): number {
  return model.requests
    .slice(before)
    .filter(({ messages }) => messages.some(({ content }) => content.includes('BEGIN '))).length
}

function shown(document: Parameters<typeof renderTerminal>[0]): string {
  return renderTerminal(document, styleFor({}, true)).replace(/\s+/g, ' ').trim()
}

function feed(): string {
  return `<rss version="2.0"><channel><title>Tarn Weekly</title><item><guid>ferry</guid><title>Ferry to Sel sails again after repairs</title>
    <link>${site.url('/ferry')}</link>${wishes.inFeed ?? ''}<description>${wishes.summary ?? ''}</description><pubDate>${new Date().toUTCString()}</pubDate></item></channel></rss>`
}

function page(): string {
  return `<html lang="en"><head><title>Ferry to Sel sails again after repairs</title>${wishes.meta ?? ''}</head><body><article>
    <h1>Ferry to Sel sails again after repairs</h1>
    <p>The ferry Halcyon sailed to Sel on Tuesday for the first time since its hull was mended in the yard.</p>
    <p>“Nobody was hurt when she ran aground,” said Ida Rosen, the captain of the ferry.</p>
    <p>Tickets cost what they cost before, and bicycles travel free until the end of the season.</p>${wishes.keptBack ?? ''}</article></body></html>`
}
