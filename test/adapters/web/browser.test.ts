import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTerminalPlatform } from '../../../src/adapters/terminal/platform.ts'
import { styleFor } from '../../../src/adapters/terminal/style.ts'
import { type Listener, listen } from '../../../src/adapters/web/listen.ts'
import { type Newsroom, openNewsroom } from '../../../src/app/compose.ts'
import { readConfig } from '../../../src/app/config.ts'
import { handleJob, runTick } from '../../../src/app/tick.ts'
import { noAddresses } from '../../../src/digest/addresses.ts'
import { readFeed } from '../../../src/feed/read-feed.ts'
import { siteOf } from '../../fakes/local-site.ts'

const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

describe.skipIf(!existsSync(executablePath))('the page in a browser (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-browser-'))
  let newsroom: Newsroom
  let listener: Listener
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    const platforms = [createTerminalPlatform({ write: () => undefined }, styleFor({}, true))]
    newsroom = await openNewsroom(readConfig({ ONRECORD_DATA: folder }), {
      platforms,
      progress: { step: () => undefined, end: () => undefined },
      log: silent,
      addressesFor: () => noAddresses,
      chat: false,
    })
    await newsroom.services.queue.work((job) => handleJob(job, newsroom.services))
    await runTick(newsroom.services)
    while ((await newsroom.services.store.editions.unsettled(null, 1)).length > 0)
      await new Promise((done) => setTimeout(done, 50))
    const site = siteOf(newsroom)
    listener = await listen(site, { host: '127.0.0.1', port: 0, setting: 'ONRECORD_PORT' })
    browser = await chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${listener.port}/`)
  })

  afterAll(async () => {
    await browser?.close()
    await listener?.stop()
    await newsroom?.close()
    rmSync(folder, { recursive: true })
  })

  it('shows the digest under headings, and loads nothing from elsewhere', async () => {
    const foreign: string[] = []
    page.on('request', (request) => {
      if (!request.url().startsWith(`http://127.0.0.1:${listener.port}/`)) foreign.push(request.url())
    })
    await page.reload()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Demonstration digest')
    expect(await page.getByRole('article').count()).toBeGreaterThanOrEqual(5)
    expect(foreign).toEqual([])
    await keep('front')
  })

  it('leads from a claim to the passage that bears it out', async () => {
    const claim = page.locator('ul.claims > li').first()
    const words = (await claim.textContent()) ?? ''
    await claim
      .getByRole('link', { name: /^Evidence \d+$/ })
      .first()
      .click()
    const marked = (await page.locator('mark').first().textContent()) ?? ''
    expect(marked.length).toBeGreaterThan(20)
    expect(words).toContain(marked.slice(-20))
    await keep('evidence')
    await page.goBack()
  })

  it('writes up what is pasted, by keyboard alone', async () => {
    await page.getByLabel(/A link, or the text/).focus()
    await page.keyboard.type(
      'The bridge will close on Monday for twelve weeks. “We had no choice,” said Ana Ruiz, the mayor of Tarn.',
    )
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/summarize')
    expect(await page.locator('ul.claims').textContent()).toContain('Ana Ruiz, mayor of Tarn')
    await keep('summary')
  })

  it('gives an edition to other programs as Markdown and JSON, and all of them as a feed', async () => {
    const [edition] = await newsroom.archive().editions()
    const get = async (path: string) => await fetch(`http://127.0.0.1:${listener.port}${path}`)
    const markdown = await (await get(`/editions/${edition?.id}.md`)).text()
    expect(markdown).toMatch(/^# Demonstration digest\n/)
    expect(markdown).toContain('### Who says what')
    const term = 'http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia'
    expect(await (await get(`/editions/${edition?.id}.json`)).json()).toEqual({
      ...JSON.parse(JSON.stringify(edition)),
      digitalSourceType: term,
    })
    expect(await (await get(`/editions/${edition?.id}`)).text()).toContain(
      `itemprop="digitalSourceType" href="${term}"`,
    )
    expect((await get('/editions/none.md')).status).toBe(404)
    const feed = await get('/editions.rss')
    expect(feed.headers.get('content-type')).toContain('application/rss+xml')
    const read = readFeed(Buffer.from(await feed.arrayBuffer()), 'application/rss+xml')
    expect(JSON.stringify(read)).toContain(`/editions/${edition?.id}`)
    const json = await get('/editions.json')
    expect(json.headers.get('content-type')).toContain('application/feed+json')
    const bytes = Buffer.from(await json.arrayBuffer())
    expect(JSON.parse(bytes.toString()).items[0]).toMatchObject({ _iptc: { digitalSourceType: term } })
    const asJson = readFeed(bytes, 'application/feed+json')
    expect(asJson.entries[0]).toMatchObject({ guid: edition?.id, title: read.entries[0]?.title })
  })

  it('shows the desk, and says when no draft waits', async () => {
    await page.goto(`http://127.0.0.1:${listener.port}/`)
    await page.getByRole('link', { name: 'Desk', exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Desk')
    expect(await page.locator('main').textContent()).toContain('No draft is waiting for you.')
  })

  it('has the claims after the first in a fold on a phone, one key away', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(home())
    const story = page.locator('article.story').first()
    const lines = story.locator('ul.claims > li')
    expect(await lines.evaluateAll((all) => all.map((line) => line.checkVisibility()))).toEqual([
      true,
      ...Array.from({ length: (await lines.count()) - 1 }, () => false),
    ])
    await story.locator('details.more > summary').focus()
    await page.keyboard.press('Enter')
    expect(await lines.evaluateAll((all) => all.every((line) => line.checkVisibility()))).toBe(true)
    await keep('phone')
  })

  it('shows headlines alone to whoever chooses them', async () => {
    await page.goto(home())
    await page.getByLabel('Headlines').check()
    expect(await page.locator('.summary').evaluateAll((all) => all.some((each) => each.checkVisibility()))).toBe(false)
    expect(await page.locator('article h2').evaluateAll((all) => all.every((each) => each.checkVisibility()))).toBe(
      true,
    )
  })

  it('leads from a claim to the next, and back to its story', async () => {
    await page.goto(home())
    const headline = await page.locator('article h2 a').first().textContent()
    await page.locator('.ev').first().click()
    const first = page.url()
    await page.getByRole('link', { name: 'The next claim →' }).click()
    expect(page.url()).not.toBe(first)
    await page.getByRole('link', { name: '← The claim before' }).click()
    expect(page.url()).toBe(first)
    await page.locator('.trail a').click()
    expect(await page.locator('h1').textContent()).toBe(headline)
  })

  it('finds who said what, and says why a site cannot be followed', async () => {
    await page.goto(home('/claims'))
    await page.getByLabel('Whose statements').fill('Arrow Water')
    await page.getByRole('button', { name: 'Look up' }).click()
    expect(await page.locator('main').textContent()).toContain('denied that the gate had failed an inspection')
    await page.goto(home('/feeds'))
    await page.getByLabel('The address of a site or a feed').fill('127.0.0.1:9')
    await page.getByRole('button', { name: 'Follow' }).click()
    expect(await page.locator('main').textContent()).toContain('127.0.0.1')
    expect(await page.locator('main').textContent()).toContain('Weirside Post')
  })

  it('says when the next digest comes, and takes a report of a mistake', async () => {
    await page.goto(home())
    expect(await page.getByRole('region', { name: 'What comes next' }).textContent()).toContain('08:00')
    await page.locator('article h2 a').first().click()
    await page.getByText('Report a mistake').click()
    await page.getByLabel('What is wrong').selectOption('number')
    await page.getByLabel('Where, and what would be right').fill('It was 85 schools.')
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    expect(await page.getByRole('status').textContent()).toMatch(/^\s*Thank/)
  })

  it.each(['light', 'dark'] as const)('has no fault that axe finds, and fits every width (%s)', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    const faults: string[] = []
    for (const path of await paths()) {
      await page.goto(home(path))
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        if (await page.evaluate('document.documentElement.scrollWidth > window.innerWidth'))
          faults.push(`${path} ${width}`)
      }
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        await page.evaluate(axe.source)
        const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
        faults.push(...violations.map(({ id, nodes }) => `${path} ${width} ${id}: ${nodes[0]?.html}`))
      }
    }
    expect(faults).toEqual([])
  })

  it('prints every claim', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(home())
    await page.emulateMedia({ media: 'print' })
    const shown = await page
      .locator('ul.claims > li')
      .evaluateAll((all) => all.map((line) => line.getClientRects().length > 0))
    expect(shown).not.toContain(false)
    await page.emulateMedia({ media: null })
  })

  it('tells plainly when the port is taken', async () => {
    const site = siteOf(newsroom)
    await expect(listen(site, { host: '127.0.0.1', port: listener.port, setting: 'ONRECORD_PORT' })).rejects.toThrow(
      `port ${listener.port} is taken by another program; stop that one, or set ONRECORD_PORT to another port`,
    )
  })

  function home(path = '/'): string {
    return `http://127.0.0.1:${listener.port}${path}`
  }

  /** One page of each kind. */
  async function paths(): Promise<string[]> {
    await page.goto(home())
    const hrefs = async (selector: string) =>
      await page.locator(selector).evaluateAll((all) => all.slice(0, 1).map((each) => each.getAttribute('href') ?? ''))
    const [edition] = await newsroom.archive().editions()
    const found = [...(await hrefs('article h2 a')), ...(await hrefs('.answers .ev'))]
    const fixed = ['/', '/claims', '/claims?who=Arrow', '/feeds', '/desk', '/bot', '/editions', '/corrections', '/none']
    return [...fixed, `/editions/${edition?.id}`, ...found]
  }

  /** Screenshots for whoever wants to look: SCREENSHOTS names a folder. */
  async function keep(name: string): Promise<void> {
    const target = process.env['SCREENSHOTS']
    if (target) await page.screenshot({ path: join(target, `${name}.png`), fullPage: true })
  }
})
