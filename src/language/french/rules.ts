import type { NamedRule } from '../rule.ts'
import { denials } from './reports/denials.ts'
import { doubts } from './reports/doubts.ts'
import { silenceClauses } from './reports/silences.ts'

/** The rules that French has of its own, grouped by the question they answer; those by verbs are all Romance languages'. */
export const frenchRules: Readonly<Record<string, readonly NamedRule[]>> = {
  'That nothing was said': silenceClauses,
  'What denies though its verb is neutral': denials,
  'What may have been misread': doubts,
}
