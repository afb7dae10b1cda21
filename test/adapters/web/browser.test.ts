import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
      .getByRole('link', { name: /^\[\d+\]$/ })
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
  })

  it('shows the desk, and says when no draft waits', async () => {
    await page.goto(`http://127.0.0.1:${listener.port}/`)
    await page.getByRole('link', { name: /^The desk/ }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Desk')
    expect(await page.locator('main').textContent()).toContain('No draft is waiting for you.')
  })

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`http://127.0.0.1:${listener.port}/`)
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await keep('phone')
  })

  it('tells plainly when the port is taken', async () => {
    const site = siteOf(newsroom)
    await expect(listen(site, { host: '127.0.0.1', port: listener.port, setting: 'ONRECORD_PORT' })).rejects.toThrow(
      `port ${listener.port} is taken by another program; stop that one, or set ONRECORD_PORT to another port`,
    )
  })

  /** Screenshots for whoever wants to look: SCREENSHOTS names a folder. */
  async function keep(name: string): Promise<void> {
    const target = process.env['SCREENSHOTS']
    if (target) await page.screenshot({ path: join(target, `${name}.png`), fullPage: true })
  }
})
