import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { createTerminalPlatform } from '../src/adapters/terminal/platform.ts'
import { styleFor } from '../src/adapters/terminal/style.ts'
import { listen } from '../src/adapters/web/listen.ts'
import { localWorkspace } from '../src/domain/subscription.ts'
import type { Asker } from '../src/ports.ts'
import { siteOf } from '../test/fakes/local-site.ts'
import { openTestNewsroom } from '../test/fakes/newsroom.ts'
import { bridgeArticle, startTown, type TownArticle } from '../test/fakes/town.ts'

/**
 * Takes the pictures of docs/desk.md anew, from invented news.
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
const site = siteOf(newsroom)
const listener = await listen(site, { host: '127.0.0.1', port: 0, setting: 'ONRECORD_PORT' })
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
mkdirSync(folder, { recursive: true })
for (const [name, width] of [
  ['desk', 880],
  ['desk-phone', 360],
] as const) {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.goto(`http://127.0.0.1:${listener.port}/desk`)
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: name === 'desk' })
}
await browser.close()
await listener.stop()
await newsroom.close()
await town.stop()
