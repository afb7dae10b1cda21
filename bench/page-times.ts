import { createTerminalPlatform } from '../src/adapters/terminal/platform.ts'
import { styleFor } from '../src/adapters/terminal/style.ts'
import { listen } from '../src/adapters/web/listen.ts'
import { runTick } from '../src/app/tick.ts'
import { localWorkspace } from '../src/domain/subscription.ts'
import type { Asker } from '../src/ports.ts'
import { siteOf } from '../test/fakes/local-site.ts'
import { openTestNewsroom } from '../test/fakes/newsroom.ts'
import { startTown, type TownArticle } from '../test/fakes/town.ts'

/**
 * How long the local page takes, on loopback and the embedded database, once an edition of 20 stories is out.
 *
 *   node bench/page-times.ts [requests of each page]
 */
const requests = Number(process.argv[2] ?? 40)
const storyCount = 20

/** A word that no other article has, so that each is a story of its own. */
function word(article: number, at: number): string {
  const syllables = [
    'bra',
    'cor',
    'del',
    'fin',
    'gor',
    'hal',
    'kem',
    'lor',
    'min',
    'nar',
    'pol',
    'quin',
    'ros',
    'sal',
    'tor',
    'vel',
  ]
  const number = article * 16 + at
  return [number % 16, Math.floor(number / 16) % 16, (number * 7) % 16].map((part) => syllables[part]).join('')
}

const articles: readonly TownArticle[] = Array.from({ length: storyCount }, (_, at) => {
  const [thing, place, fault, person, other, body] = Array.from({ length: 6 }, (__, each) => word(at, each))
  const name = (text = '') => `${text[0]?.toUpperCase()}${text.slice(1)}`
  return {
    slug: `article-${at}`,
    headline: `${name(place)} ${thing} closes after ${fault}`,
    paragraphs: [
      `The ${thing} of ${name(place)} closed on Monday after a ${fault} of ${at + 3} metres was found.`,
      `“It was never safe,” said Ana ${name(person)}, who runs the ${thing} union. She accused ${name(body)} Ltd of hiding the ${fault}.`,
      `${name(body)} Ltd denied the accusation. Its chairman Otto ${name(other)} said the ${thing} had passed each inspection since 2019.`,
      `Petra ${name(place)}, a ${fault} engineer, said the repairs would cost ${at + 4} million crowns. The owner of the ${thing} did not respond to requests for comment.`,
    ],
  }
})

// A feed that is new is not all news: two towns with half of the articles each.
const half = storyCount / 2
const towns = [
  await startTown(articles.slice(0, half), 'Example Times'),
  await startTown(articles.slice(half), 'Other Times'),
]
const terminal = createTerminalPlatform({ write: () => undefined }, styleFor({}, true))
const newsroom = await openTestNewsroom({ ONRECORD_ALLOW_HOSTS: towns.map(({ host }) => host).join(',') }, [terminal])
const asker: Asker = {
  workspace: localWorkspace,
  channel: { platform: 'terminal', id: 'screen' },
  person: null,
  mayManage: true,
}
for (const town of towns) await newsroom.ask(asker, 'feeds', `add ${town.url('/')}`)
await newsroom.ask(asker, 'digest', 'schedule daily 8:00')
const [digest] = await newsroom.services.store.subscriptions.list(localWorkspace.id)
if (digest) await newsroom.services.store.subscriptions.change(digest.id, () => ({ stories: storyCount }))
await runTick(newsroom.services)
await newsroom.settled()
await newsroom.ask(asker, 'digest', 'now')
const listener = await listen(siteOf(newsroom), { host: '127.0.0.1', port: 0, setting: 'ONRECORD_PORT' })
const base = `http://127.0.0.1:${listener.port}`
const front = await (await fetch(base)).text()
const stories = new Set(front.match(/\/stories\/[\w-]+/g))
const [evidence = '/'] = front.match(/\/stories\/[^"/]+\/[^"]+/) ?? []
console.log(`${stories.size} stories on the page, ${Math.round(front.length / 1_024)} kB`)
for (const path of ['/', [...stories][0] ?? '/', evidence, '/editions', '/editions.rss', '/feeds', '/claims?who=Ana']) {
  const times: number[] = []
  for (let request = 0; request < requests; request++) {
    const began = performance.now()
    const response = await fetch(`${base}${path}`)
    await response.text()
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
    times.push(performance.now() - began)
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(share * (times.length - 1))] ?? 0).toFixed(1)
  console.log(`${path.slice(0, 40).padEnd(42)} median ${at(0.5)} ms, 95 % within ${at(0.95)} ms`)
}
await listener.stop()
await newsroom.close()
await Promise.all(towns.map(async (town) => await town.stop()))
