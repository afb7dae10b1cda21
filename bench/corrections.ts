import { drillCorrections } from '../test/fakes/correction-drill.ts'

/**
 * Posts digests of invented articles, changes each article's page in one way (a number, a quotation, its speaker, a
 * negation, the headline, a place, a paragraph more or less, the whole page taken down), and counts the posts that still
 * say something wrong an hour later, and those that changed without a note.
 *
 *   node bench/corrections.ts [pages] [seed]
 */

const pages = Number(process.argv[2] ?? 1_000)
const seed = Number(process.argv[3] ?? 1)
/** The pages of one digest: as many as a feed's are read in one round. */
const perDigest = 45

const totals = { pages: 0, corrected: 0, withdrawn: 0, untouched: 0, notes: 0 }
const leftWrong: string[] = []
const silent: string[] = []
for (let round = 0; totals.pages < pages; round++) {
  const found = await drillCorrections(Math.min(perDigest, pages), seed * 1_000 + round)
  totals.pages += found.pages
  totals.corrected += found.corrected
  totals.withdrawn += found.withdrawn
  totals.untouched += found.untouched
  totals.notes += found.notes
  leftWrong.push(...found.leftWrong)
  silent.push(...found.silent)
}
console.log(
  '| pages changed | corrected | withdrawn | untouched | left wrong | changed silently | notes too many or few |',
)
console.log('| --- | --- | --- | --- | --- | --- | --- |')
console.log(
  `| ${totals.pages} | ${totals.corrected} | ${totals.withdrawn} | ${totals.untouched} | ${leftWrong.length} | ${silent.length} | ${totals.notes} |`,
)
for (const each of leftWrong) console.log(`left wrong: ${each}`)
for (const each of silent) console.log(`silent: ${each}`)
