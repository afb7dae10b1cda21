/**
 * Text that nobody sees, in 10,000 generated articles: how many true quotations are accepted, how many invisible
 * characters would be posted, and how many texts of scripts and emoji that need joiners come out changed.
 * `node bench/unseen.ts [articles] [seed]`
 */

import { readText } from '../src/article/read-text.ts'
import { readEvidence } from '../src/brief/evidence.ts'
import { claimsOf } from '../src/brief/rules/claims.ts'
import { verifyWords } from '../src/brief/verify/verify-words.ts'
import { plain } from '../src/chat/plain.ts'
import { grammarFor } from '../src/language/grammars.ts'

const articles = Number(process.argv[2] ?? 10_000)
let state = Number(process.argv[3] ?? 7)
/** A linear congruential generator (Numerical Recipes), so that a run can be repeated. */
const next = (below: number) => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return state % below
}
const pick = <Each>(list: readonly Each[]): Each => list[next(list.length)] as Each

const words =
  'the gate had failed twice before and nobody told us that water would reach every house by the quay'.split(' ')
const intact = [
  'می\u{200C}خواهم',
  'क्\u{200D}षेत्र',
  'شکایت\u{200C}ها',
  '\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}',
  '1\u{FE0F}\u{20E3}',
  '\u{1F1EB}\u{1F1F7}',
]
const runs = [
  () => `\u{FEFF}${Array.from({ length: 4 + next(60) }, () => String.fromCodePoint(0xe_01_00 + next(240))).join('')}`,
  () => Array.from({ length: 1 + next(20) }, () => String.fromCodePoint(0xfe_00 + next(16))).join(''),
  () => Array.from({ length: 1 + next(40) }, () => String.fromCodePoint(0xe_00_20 + next(95))).join(''),
  () => pick(['\u{AD}', '\u{200B}', '\u{200C}', '\u{200D}', '\u{2060}', '\u{202E}', '\u{2069}', '\u{FEFF}', '\u{34F}']),
]

const unseen = /[\p{Default_Ignorable_Code_Point}]/u
let accepted = 0
let posted = 0
let changed = 0
for (let at = 0; at < articles; at++) {
  const quote = Array.from({ length: 6 + next(9) }, () => pick(words)).join(' ')
  const kept = pick(intact)
  let marked = quote
  for (let times = 0; times < 1 + next(4); times++) {
    const characters = [...marked]
    marked = characters.toSpliced(next(characters.length + 1), 0, pick(runs)()).join('')
  }
  const article = readText(
    `Gate inquiry opens\n\nThe inquiry opened on Monday. ${kept}\n\n“${marked},” said Petra Lind, the mayor.`,
  )
  const evidence = readEvidence(article.text, grammarFor('en'))
  const { faults } = verifyWords({ speaker: 'Petra Lind', content: quote, cue: 'said', quotes: [quote] }, evidence)
  if (faults.length === 0) accepted += 1
  const shown = claimsOf(article, evidence, '1')
    .map((claim) => plain(claim.words))
    .join(' ')
  if (unseen.test(shown) || unseen.test(plain(marked))) posted += 1
  if (!article.text.includes(kept)) changed += 1
}
process.stdout.write(
  `${articles} articles: true quotations accepted ${accepted}; with invisible characters posted ${posted}; Persian, Hindi, emoji changed ${changed}\n`,
)
