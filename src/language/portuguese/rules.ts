import { accordingTo } from '../romance/according-to.ts'
import { places } from '../romance/places.ts'
import type { NamedRule } from '../rule.ts'

/** All the Portuguese rules, grouped by the question they answer. The rules in a list run in order. */
export const portugueseRules: Readonly<Record<string, readonly NamedRule[]>> = {
  'By “segundo” and “como disse”': accordingTo,
  'By a verb of saying': places,
}
