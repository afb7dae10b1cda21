import { accordingTo } from '../romance/reports/according-to.ts'
import { places } from '../romance/reports/places.ts'
import type { NamedRule } from '../rule.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { silenceClauses } from './reports/silences.ts'

/** All the Portuguese rules, grouped by the question they answer. The rules in a list run in order. */
export const portugueseRules: Readonly<Record<string, readonly NamedRule[]>> = {
  'By “segundo” and “como disse”': accordingTo,
  'By a verb of saying': places,
  'That nothing was said': silenceClauses,
  'What denies though its verb is neutral': denials,
  'What may have been misread': doubts,
}
