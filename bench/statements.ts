import { Kysely, sql } from 'kysely'
import type { Connection } from '../src/adapters/postgres/connection.ts'
import { openInMemory } from '../src/adapters/postgres/embedded.ts'
import { openServer } from '../src/adapters/postgres/server.ts'
import { nameTokens } from '../src/digest/statements/name-tokens.ts'
import { askedStems, topicStems } from '../src/digest/statements/statement-words.ts'
import { editionId } from '../src/domain/digest.ts'
import { storyId } from '../src/domain/story.ts'
import { workspaceId } from '../src/domain/subscription.ts'
import type { Tables } from '../src/store/schema/tables.ts'
import { openStore } from '../src/store/store.ts'
import { freshDatabase } from '../test/fakes/fresh-database.ts'
import { randomFrom } from '../test/fakes/random.ts'
import { statement } from '../test/fakes/statements.ts'

/**
 * Asks for what people said among many posted statements: how long an answer takes, whether it needed a scan of the
 * table, and how many questions with a false premise were answered.
 *
 *   node bench/statements.ts [statements] [questions]
 *
 * With TEST_DATABASE_URL also on a server. 250,000 are about ten years of a daily digest.
 */

const count = Number(process.argv[2] ?? 250_000)
const questions = Number(process.argv[3] ?? 1_000)
const url = process.env['TEST_DATABASE_URL']
const workspace = workspaceId('slack:T1')
const batch = 2_000

const syllables = 'bra len dor vik sul mar tin ost hal gro fen kir nal pet rud sel tor ulm wes yar'.split(' ')
const subjects = 'bridge ferry school mill harbour library tunnel tram market theatre clinic airport'.split(' ')
const deeds = 'close open flood burn reopen shrink expand strike stall collapse'.split(' ')

console.log('| database | statements | half within | 95 % within | slowest | scans | false premises answered |')
console.log('| --- | --- | --- | --- | --- | --- | --- |')
await measure('embedded', await openInMemory())
if (url) await measure('server', await openServer(await freshDatabase(url, `onrecord_statements_${process.pid}`)))

async function measure(database: string, connection: Connection): Promise<void> {
  const kysely = new Kysely<Tables>({ dialect: connection.dialect })
  const store = await openStore(kysely)
  await store.workspaces.ensure({ id: workspace, kind: 'slack', name: 'Team' })
  const random = randomFrom(7)
  const pick = (items: readonly string[]) => items[Math.floor(random() * items.length)] ?? ''
  const name = () => {
    const made = () => `${pick(syllables)}${pick(syllables)}`
    const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
    return `${capital(made())} ${capital(made())}`
  }
  // Some people speak far more often than others.
  const people = Array.from({ length: 4_000 }, name)
  const someone = () => people[Math.floor(people.length * random() ** 3)] ?? ''
  const said = new Map<string, Set<string>>()
  for (let done = 0; done < count; done += batch) {
    const rows = Array.from({ length: Math.min(batch, count - done) }, (_, at) => {
      const [speaker, subject] = [someone(), pick(subjects)]
      const words = `“The ${subject} in ${pick(syllables)}${pick(syllables)} will ${pick(deeds)}, and ${done + at} people know it.”`
      said.set(speaker, (said.get(speaker) ?? new Set()).add(subject))
      return statement({
        edition: editionId(`edition-${Math.floor((done + at) / 70)}`),
        story: storyId(`story-${Math.floor((done + at) / 7)}`),
        claim: `c${(done + at) % 70}`,
        name: speaker,
        speaker,
        words,
        passage: words,
        postedAt: new Date(Date.UTC(2016, 0, 1) + ((done + at) / count) * 10 * 365 * 86_400_000).toISOString(),
        who: nameTokens(speaker),
        about: topicStems(words, 'en'),
      })
    })
    await store.statements.file(rows, workspace)
  }
  await sql`analyze statements`.execute(kysely)
  const before = await scans(kysely)
  const times: number[] = []
  for (let asked = 0; asked < questions; asked++) {
    const speaker = someone()
    const who = nameTokens(asked % 3 === 0 ? (speaker.split(' ')[1] ?? speaker) : speaker)
    const about = asked % 2 === 0 ? [] : askedStems(pick(subjects))
    const from = asked % 5 === 0 ? '2020-01-01T00:00:00.000Z' : null
    const start = performance.now()
    await store.statements.find({ workspace, who, about, outlet: null, from, to: null }, 300)
    times.push(performance.now() - start)
  }
  let answered = 0
  for (let asked = 0; asked < 200; asked++) {
    const speaker = someone()
    const unsaid = subjects.filter((subject) => !said.get(speaker)?.has(subject))
    const topic = `${unsaid[asked % Math.max(1, unsaid.length)] ?? 'volcano'} resigned`
    const query = { workspace, who: nameTokens(speaker), about: askedStems(topic), outlet: null, from: null, to: null }
    if ((await store.statements.find(query, 1)).length > 0) answered += 1
  }
  const scanned = (await scans(kysely)) - before
  times.sort((one, other) => one - other)
  const within = (share: number) => `${(times[Math.ceil(share * times.length) - 1] ?? 0).toFixed(1)} ms`
  console.log(
    `| ${database} | ${count} | ${within(0.5)} | ${within(0.95)} | ${within(1)} | ${scanned} | ${answered} of 200 |`,
  )
  await connection.close()
}

/** How often the table has been scanned from end to end. */
async function scans(kysely: Kysely<Tables>): Promise<number> {
  await sql`select pg_stat_clear_snapshot()`.execute(kysely)
  const { rows } = await sql<{ scans: string }>`
    select coalesce(seq_scan, 0)::text as scans from pg_stat_user_tables where relname = 'statements'`.execute(kysely)
  return Number(rows[0]?.scans ?? 0)
}
