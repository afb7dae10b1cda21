import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { createTerminalPlatform } from '../src/adapters/terminal/platform.ts'
import { styleFor } from '../src/adapters/terminal/style.ts'
import { listen } from '../src/adapters/web/listen.ts'
import { runTick } from '../src/app/tick.ts'
import { localWorkspace } from '../src/domain/subscription.ts'
import type { Asker } from '../src/ports.ts'
import { siteOf } from '../test/fakes/local-site.ts'
import { type OpenedNewsroom, openTestNewsroom } from '../test/fakes/newsroom.ts'
import { bridgeArticle, startTown, type TownArticle } from '../test/fakes/town.ts'

/**
 * Takes the pictures of README.md and docs/desk.md anew, from invented news.
 *
 *   node bench/pictures.ts [folder]
 *
 * Needs Chromium, whose path may be in CHROMIUM.
 */

const folder = process.argv[2] ?? 'docs/pictures'
const articles: readonly TownArticle[] = [
  {
    slug: 'dam',
    headline: 'Ministry orders review after dam spill',
    paragraphs: [
      'Water poured over the Kettle Gorge dam for eleven hours on Monday. The ministry has ordered a review of 31 dams.',
      'A person briefed on the inquiry said the gate had failed its last inspection. Arrow Water denied this in a statement: “Every gate passed inspection in May.”',
      'Petra Lind, mayor of Lower Weir, said: “We were warned forty minutes too late.” She said the sirens had stayed silent all night.',
      'Gatemaker Ltd did not respond to requests for comment. He added that nothing had been done.',
    ],
  },
  bridgeArticle,
]

const town = await startTown(articles, 'Example Times')
const terminal = createTerminalPlatform({ write: () => undefined }, styleFor({}, true))
const newsroom = await openTestNewsroom({ ONRECORD_ALLOW_HOSTS: town.host }, [terminal])
const asker: Asker = {
  workspace: localWorkspace,
  channel: { platform: 'terminal', id: 'screen' },
  person: null,
  mayManage: true,
}
await newsroom.ask(asker, 'feeds', `add ${town.url('/')}`)
await newsroom.ask(asker, 'digest', 'schedule daily 8:00 approve by me')
await newsroom.ask(asker, 'digest', 'now')
const demonstration = await openTestNewsroom({}, [terminal])
await runTick(demonstration.services)
await demonstration.settled()

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
mkdirSync(folder, { recursive: true })
await takePictures(newsroom, [
  { name: 'desk', path: '/desk', width: 880, height: 'whole' },
  { name: 'desk-phone', path: '/desk', width: 360, height: 900 },
])
await takePictures(demonstration, [
  { name: 'edition', path: '/', width: 1120, height: 760 },
  { name: 'edition-phone', path: '/', width: 390, height: 844 },
  { name: 'evidence', path: '/', opens: '.answers .ev', width: 1120, height: 560 },
])
await browser.close()
await newsroom.close()
await demonstration.close()
await town.stop()

interface Picture {
  readonly name: string
  readonly path: string
  /** What is pressed on the page before the picture is taken. */
  readonly opens?: string
  /** In CSS pixels; or the whole page. */
  readonly width: number
  readonly height: number | 'whole'
}

async function takePictures(of: OpenedNewsroom, pictures: readonly Picture[]): Promise<void> {
  const listener = await listen(siteOf(of), { host: '127.0.0.1', port: 0, setting: 'ONRECORD_PORT' })
  for (const { name, path, opens, width, height } of pictures) {
    const page = await browser.newPage({ viewport: { width, height: height === 'whole' ? 900 : height } })
    await page.goto(`http://127.0.0.1:${listener.port}${path}`)
    if (opens) await page.locator(opens).first().click()
    await page.screenshot({ path: `${folder}/${name}.png`, fullPage: height === 'whole' })
    await page.close()
  }
  await listener.stop()
}
