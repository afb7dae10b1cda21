import type { Act } from '../domain/claim.ts'
import type { Token } from '../text/tokens.ts'
import { contentEnd, type Report } from './contents.ts'
import { subjectBefore } from './subjects.ts'
import { auxiliaries, isAdverb, isWordIn } from './word-classes.ts'

/** A verb group by which nothing is said, the act that it makes, and how many of its words are the cue. */
const silences: readonly (readonly [RegExp, Act])[] = [
  [/^(?:could|can) not (?:immediately )?be reached\b/, 'could not be reached'],
  [
    /^(?:was|were|is) (?:not (?:immediately )?available|unavailable) for (?:comment|an interview)\b/,
    'could not be reached',
  ],
  [
    /^(?:did|do|does|has|have|had) not (?:immediately |yet |initially )?(?:respond|responded|reply|replied|return|returned|answer|answered)\b/,
    'did not respond',
  ],
  [
    /^(?:decline[ds]?|refuse[ds]?) (?:to )?(?:publicly |further )?(?:comment|discuss|answer|be interviewed|speak|elaborate|say|be named)\b/,
    'declines to comment',
  ],
  [/^(?:would|will) not (?:publicly )?(?:comment|discuss|say|elaborate)\b/, 'declines to comment'],
  [/^(?:had|has|have) no (?:immediate |further )?comment\b/, 'declines to comment'],
]

const longestPhrase = 7

/** "did not respond", "declined to comment": that nothing was said is what is reported. Begins at `at`. */
export function silenceAt(tokens: readonly Token[], at: number): Report | undefined {
  if (!isWordIn(tokens[at], auxiliaries) && !/^(?:declin|refus)/.test(tokens[at]?.lower ?? '')) return undefined
  const phrase = expanded(tokens.slice(at, at + longestPhrase))
  const found = silences.flatMap(([pattern, act]) => {
    const match = pattern.exec(phrase)?.[0]
    return match === undefined ? [] : [{ act, words: match.split(' ').length }]
  })[0]
  if (!found) return undefined
  let from = at
  while (from > 0 && (isWordIn(tokens[from - 1], auxiliaries) || isAdverb(tokens[from - 1]))) from -= 1
  const source = subjectBefore(tokens, from)
  if (!source) return undefined
  const cueTo = cueEnd(tokens, at)
  const to = contentEnd(tokens, cueTo)
  const cue = { from, to: cueTo }
  return { act: found.act, source, cue, content: [to > cueTo ? { from: cueTo, to } : cue], venue: null }
}

/** "didn't" counts as two words. */
function expanded(tokens: readonly Token[]): string {
  return tokens.map(({ lower }) => lower.replace(/n't$/, ' not')).join(' ')
}

/** The cue is the verb group; "declined" and "refused" are one word of it. */
function cueEnd(tokens: readonly Token[], at: number): number {
  if (!isWordIn(tokens[at], auxiliaries)) return at + 1
  let to = at + 1
  while (
    to < at + longestPhrase &&
    (isWordIn(tokens[to], auxiliaries) ||
      isAdverb(tokens[to]) ||
      /^(?:not|no|be|immediate)$/.test(tokens[to]?.lower ?? ''))
  )
    to += 1
  return Math.min(to + 1, tokens.length)
}
