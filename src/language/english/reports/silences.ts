import type { Act } from '../../../domain/claim.ts'
import type { Token } from '../../../text/tokens.ts'
import type { Range, Report } from '../../report.ts'
import { subjectBefore, subjectOfClause } from '../syntax/subjects.ts'
import { auxiliaries, isAdverb, isWordIn, looksFinite } from '../words/word-classes.ts'
import { contentEnd } from './contents.ts'

/** A verb group by which nothing is said, and the act that it makes. */
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
    /^(?:(?:has|have|had) (?:repeatedly |so far )?)?(?:decline[ds]?|refuse[ds]?) (?:to )?(?:publicly |further )?(?:comment|discuss|answer|be interviewed|speak|elaborate|say|be drawn)\b/,
    'declines to comment',
  ],
  [/^(?:would|will) not (?:publicly )?(?:comment|discuss|say|elaborate)\b/, 'declines to comment'],
  [/^(?:had|has|have) no (?:immediate |further )?comment\b/, 'declines to comment'],
]

const longestPhrase = 7
const contracted: ReadonlyMap<string, string> = new Map([
  ["won't", 'will not'],
  ["can't", 'can not'],
  ['cannot', 'can not'],
])

/**
 * "did not respond", "declined to comment": that nothing was said is what is reported. Begins at `at`.
 * “Neither the mayor nor the police would comment” reports it of each.
 */
export function silencesAt(tokens: readonly Token[], at: number): Report[] {
  if (!mayBeSilence(tokens[at])) return []
  const { from, subjects } = deniedSubjects(tokens, at)
  const silence = silenceAt(tokens, at, subjects.length > 0)
  if (!silence) return []
  // What denies the verb stands in front of its subject, and belongs to what makes it a silence.
  const cue = { from, to: silence.cue.to }
  return subjects.length > 0 ? subjects.map((source) => ({ ...silence, source, cue })) : [silence]
}

function mayBeSilence(token: Token | undefined): boolean {
  return isWordIn(token, auxiliaries) || /^(?:declin|refus|respond|repl|return|answer)/.test(token?.lower ?? '')
}

function silenceAt(tokens: readonly Token[], at: number, denied: boolean): Report | undefined {
  const said = expanded(tokens.slice(at, at + longestPhrase))
  const phrase = denied ? withNegation(said) : said
  const act = silences.find(([pattern]) => pattern.test(phrase))?.[1]
  if (!act || isRelative(tokens, at)) return undefined
  if (isWordIn(tokens[at - 1], auxiliaries)) return undefined
  let from = at
  while (from > 0 && (isWordIn(tokens[from - 1], auxiliaries) || isAdverb(tokens[from - 1]))) from -= 1
  const shares = /^(?:and|but)$/.test(tokens[from - 1]?.lower ?? '')
  const source = shares ? subjectOfClause(tokens, from) : subjectBefore(tokens, from)
  if (!source) return undefined
  const cueTo = cueEnd(tokens, at)
  const to = contentEnd(tokens, cueTo)
  const cue = { from, to: cueTo }
  return { act, source, cue, content: [to > cueTo ? { from: cueTo, to } : cue], venue: null }
}

/** “A worker who declined to speak”: tells who it is, and of whom nothing was asked. */
function isRelative(tokens: readonly Token[], at: number): boolean {
  return /^(?:who|which|that)$/.test(tokens[at - 1]?.lower ?? '')
}

/** "would comment" as "would not comment", "responded" as "did not respond". */
function withNegation(phrase: string): string {
  const [first = '', ...rest] = phrase.split(' ')
  return auxiliaries.has(first) ? [first, 'not', ...rest].join(' ') : `did not ${phrase}`
}

/** The subjects of "Neither A nor B" and “No one at A” before the verb group that begins at `at`. */
function deniedSubjects(tokens: readonly Token[], at: number): { from: number; subjects: Range[] } {
  const neither = tokens.slice(0, at).findLastIndex(({ lower }) => lower === 'neither')
  const nor = tokens.slice(0, at).findLastIndex(({ lower }) => lower === 'nor')
  if (
    neither >= 0 &&
    nor > neither + 1 &&
    at > nor + 1 &&
    !tokens.slice(neither, at).some((_, index) => looksFinite(tokens, neither + index))
  )
    return {
      from: neither,
      subjects: [
        { from: neither + 1, to: nor },
        { from: nor + 1, to: at },
      ],
    }
  const subject = tokens[0]?.lower === 'nobody' ? 0 : tokens[0]?.lower === 'no' && tokens[1]?.lower === 'one' ? 1 : -1
  const preposition = tokens[subject + 1]
  return subject >= 0 && /^(?:at|from|in)$/.test(preposition?.lower ?? '') && at > subject + 2
    ? { from: 0, subjects: [{ from: subject + 2, to: at }] }
    : { from: at, subjects: [] }
}

/** "didn't" and "cannot" count as two words. */
function expanded(tokens: readonly Token[]): string {
  return tokens.map(({ lower }) => contracted.get(lower) ?? lower.replace(/n't$/, ' not')).join(' ')
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
