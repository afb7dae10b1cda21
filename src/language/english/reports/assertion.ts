import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { auxiliaries, isMark, isWordIn } from '../words/word-classes.ts'
import type { Cue } from './contents.ts'

const denying = new Set('no none nobody neither nor not few hardly scarcely barely rarely seldom'.split(' '))
const supposing = new Set('should could might may must will shall ought'.split(' '))
const approaching = new Set('almost nearly ever seemed appeared hastened rather'.split(' '))
/** Nouns whose “that” clause is told and not vouched for. */
const toldNouns =
  /^(?:reports?|rumou?rs?|suggestions?|evidence|speculation|idea|theory|true|untrue|false|sign|indication|proof)$/

/**
 * Whether a sentence says that something was said: not that nobody said it, that it may have been, that it should be,
 * nor whether it was. “No minister has said so”, “If Price confirms it”, “It is not true that Cole said it”.
 */
export function isAsserted(tokens: readonly Token[], cue: Cue, source: Range | null): boolean {
  if (cue.negated) return false
  const group = tokens.slice(cue.from, cue.at).map(({ lower }) => lower)
  if (group.some((word) => supposing.has(word) || approaching.has(word) || denying.has(word))) return false
  const start = Math.min(source?.from ?? cue.from, cue.from)
  return !isDenied(tokens, source, start) && !isSupposed(tokens, start) && !isAsked(tokens)
}

function isDenied(tokens: readonly Token[], source: Range | null, start: number): boolean {
  const before = tokens.slice(Math.max(0, start - 2), start).map(({ lower }) => lower)
  if (before.some((word) => denying.has(word))) return true
  const first = tokens[source?.from ?? -1]?.lower ?? ''
  if (denying.has(first)) return true
  // “Cole no longer says”: the words between a subject and its verb.
  const last = tokens.slice(start, source?.to ?? start).map(({ lower }) => lower)
  return last.join(' ').endsWith('no longer')
}

function isSupposed(tokens: readonly Token[], start: number): boolean {
  const [before, earlier] = [tokens[start - 1]?.lower ?? '', tokens[start - 2]?.lower ?? '']
  if (/^(?:if|unless|lest|whether)$/.test(before)) return true
  if (before === 'that' && toldNouns.test(earlier)) return true
  if (before === 'which' && earlier === 'in') return true
  return tokens[0]?.lower === 'had' && start <= 1 && !isMark(tokens.at(-1), '?')
}

/** “When did Price say that …?” */
function isAsked(tokens: readonly Token[]): boolean {
  if (!isMark(tokens.at(-1), '?')) return false
  return isWordIn(tokens[0], auxiliaries) || /^(?:who|what|when|where|why|how|which)$/.test(tokens[0]?.lower ?? '')
}
