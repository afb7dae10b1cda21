import type { NamedRule } from '../rule.ts'
import { accordingTo } from './reports/according-to.ts'
import { asides } from './reports/asides.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { places } from './reports/places.ts'
import { silenceClauses } from './reports/silences.ts'
import { nominalReports, openReports } from './reports/without-verb.ts'

/** All the German rules, grouped by the question they answer. The rules in a list run in order. */
export const germanRules: Readonly<Record<string, readonly NamedRule[]>> = {
  'By silence': silenceClauses,
  'By “laut” and “nach Angaben”': accordingTo,
  'In an aside': asides,
  'By a verb of saying': places,
  'By a noun of saying': nominalReports,
  'Without the words': openReports,
  'What denies something by what it says': denials,
  'Why a report is doubted': doubts,
}
