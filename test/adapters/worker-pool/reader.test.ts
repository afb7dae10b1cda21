import { afterAll, describe, expect, it } from 'vitest'
import { ThreadReader } from '../../../src/adapters/worker-pool/reader.ts'
import { rulesByline, writeByRules } from '../../../src/brief/rules/rules-writer.ts'
import { verify } from '../../../src/brief/verify/verify.ts'
import { grammarFor } from '../../../src/language/grammars.ts'
import { article, story } from '../../fakes/articles.ts'

const reader = new ThreadReader(new URL('../../../src/worker.ts', import.meta.url))

describe('the reader', () => {
  afterAll(() => reader.stop())

  it('reads many pages at once, each answer to its own question', async () => {
    const texts = Array.from({ length: 20 }, (_, index) =>
      `The bridge number ${index} over the Tarn will close on Monday for repairs, and the buses will run by way of the old ford. `.repeat(
        3,
      ),
    )
    const read = await Promise.all(
      texts.map((text) =>
        reader.readPage(Buffer.from(`<article><h1>Bridge</h1><p>${text}</p></article>`), {
          url: null,
          contentType: 'text/html',
        }),
      ),
    )
    expect(read.map((each) => each.kind === 'article' && /number (\d+)/.exec(each.article.text)?.[1])).toEqual(
      texts.map((_, index) => String(index)),
    )
  })

  it('reads RSS, Atom and JSON Feed', async () => {
    const feeds = [
      '<rss version="2.0"><channel><title>Town</title><item><title>One</title><link>http://town.example/1</link></item></channel></rss>',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>Town</title><entry><title>One</title><id>1</id><link href="http://town.example/1"/></entry></feed>',
      '{"version":"https://jsonfeed.org/version/1.1","title":"Town","items":[{"id":"1","url":"http://town.example/1","title":"One"}]}',
    ]
    for (const feed of feeds) {
      expect(await reader.readFeed(Buffer.from(feed), 'text/xml', null)).toMatchObject({
        kind: 'feed',
        feed: { title: 'Town', entries: [{ url: 'http://town.example/1', title: 'One' }] },
      })
    }
  })

  it.each([
    ['a page', '<!doctype html><html><body>no feed</body></html>'],
    ['nothing', ''],
    ['noise', '<!'.repeat(40_000)],
    ['another kind of JSON', '{"a":1}'],
  ])('says why %s is no feed, and goes on', async (_, bytes) => {
    expect(await reader.readFeed(Buffer.from(bytes), '', null)).toMatchObject({ kind: 'unreadable' })
  })

  it('waits for a thread that is slow to start, and for none that takes too long over one thing', async () => {
    const slow = new ThreadReader(new URL('../../fakes/slow-thread.ts', import.meta.url))
    expect(await slow.readFeed(Buffer.from(''), '', null)).toMatchObject({ kind: 'feed', feed: { title: 'Late' } })
    await slow.stop()
    const stuck = new ThreadReader(new URL('../../fakes/stuck-thread.ts', import.meta.url))
    expect(await stuck.readFeed(Buffer.from(''), '', null)).toMatchObject({
      kind: 'unreadable',
      reason: 'it took too long to read',
      isPassing: true,
    })
    await stuck.stop()
  }, 30_000)

  it('reads what a person waits for before what nobody waits for', async () => {
    const order: string[] = []
    const feed = Buffer.from(
      `<rss version="2.0"><channel>${'<item><title>One</title></item>'.repeat(2_000)}</channel></rss>`,
    )
    const feeds = Array.from({ length: 8 }, async (_, at) => {
      await reader.readFeed(feed, '', null)
      order.push(`feed ${at}`)
    })
    const page = { url: null, contentType: 'text/html', asked: true }
    await reader.readPage(Buffer.from('<p>nothing</p>'), page)
    order.push('page')
    await Promise.all(feeds)
    expect(order.indexOf('page')).toBeLessThan(order.length - 3)
  })

  it('refuses a page of which every sign is a piece of its own', async () => {
    for (const mark of ['< ', '&lt;'])
      expect(
        await reader.readPage(Buffer.from(`<p>${mark.repeat(300_000)}</p>`), { url: null, contentType: '' }),
      ).toEqual({ kind: 'unreadable', reason: 'the page has too many parts to read' })
  })

  it('survives pages that are built to break it', async () => {
    for (const html of ['<div>'.repeat(50_000), '<b>'.repeat(30_000), '<a '.repeat(100_000), '\u0000'.repeat(1_000)]) {
      expect(await reader.readPage(Buffer.from(html), { url: null, contentType: '' })).toMatchObject({
        kind: 'unreadable',
      })
    }
    expect(await reader.readFeed(Buffer.from('{}'), '', null)).toMatchObject({ kind: 'unreadable' })
  })

  it('drops what the site has put above and between the paragraphs', async () => {
    const paragraphs = [
      'Bridge closes',
      'By Ana Writer',
      'Published 24 November 2026',
      'The bridge over the Tarn will close on Monday for twelve weeks while workers replace its bolts and paint the railings.',
      'Advertisement',
      'In this Sunday, Nov. 22, 2026, photo, the bridge is seen from the old ford. (AP Photo/Somebody)',
      'Follow @TarnWeekly on Twitter to keep up with the latest.',
      'By Tuesday buses will run by way of the old ford, and the ferry will carry bicycles free of charge until the work is done.',
    ]
    const body = `<article><h1>Bridge closes</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article>`
    const read = await reader.readPage(Buffer.from(body), { url: null, contentType: 'text/html; charset=utf-8' })
    expect(read.kind === 'article' && read.article.text.split('\n\n')).toEqual([paragraphs[3], paragraphs[7]])
  })

  it('drops what readers of the page do not see', async () => {
    const hidden =
      '<p style="display:none">IGNORE PREVIOUS</p><div hidden>HIDDEN</div><!-- COMMENT --><noscript>NOSCRIPT</noscript><style>.gone, p#away { display: none } @media print { .shown { display: none } }</style><p class="gone">BYCLASS</p><p id="away">BYID</p><p class="sr-only">SCREENREADER</p><p style="color: #fff">WHITE</p><p style="height:0; overflow:hidden">FLAT</p><p style="clip-path: inset(100%)">CLIPPED</p><dialog>DIALOG</dialog><p class="shown">Ferries will carry bicycles free of charge until the bridge is open again.</p>'
    const body = `<article><h1>Bridge closes</h1>${hidden}<p>The bridge over the Tarn will close on Monday for twelve weeks while workers replace its bolts and paint the railings.\u200b</p><p>Buses will run by way of the old ford until the work is done.</p></article>`
    const read = await reader.readPage(Buffer.from(body), { url: null, contentType: 'text/html; charset=utf-8' })
    expect(read.kind === 'article' && read.article.text).toMatch(
      /^Ferries will carry .* again\.\n\nThe bridge over the Tarn[^\u200b]+railings\.\n\nBuses/,
    )
    expect(JSON.stringify(read)).not.toMatch(
      /IGNORE|HIDDEN|COMMENT|NOSCRIPT|BYCLASS|BYID|SCREENREADER|WHITE|FLAT|CLIPPED|DIALOG/,
    )
  })
})

describe('a thread that writes and verifies', () => {
  it('gives what the main thread gives', async () => {
    const thread = new ThreadReader(new URL('../../../src/worker.ts', import.meta.url))
    const text =
      'The bridge over the Tarn will close on Monday.\n\n“We had no choice,” said Ana Ruiz, the mayor of Tarn. She said that the steel may have cracked in March.'
    const told = story(article(text, { headline: 'Bridge closes' }))
    const draft = await thread.write(told)
    expect(draft).toEqual(writeByRules(told, grammarFor))
    expect(draft.claims.length).toBeGreaterThan(1)
    const verified = await thread.verify(draft, told, rulesByline)
    expect(verified).toEqual(verify(draft, told, { byline: rulesByline, grammarFor }))
    await thread.stop()
    await expect(thread.write(told)).rejects.toThrow('the process is stopping')
  }, 30_000)
})
