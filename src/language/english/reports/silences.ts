import type { Act } from '../../../domain/claim.ts'
import type { PlacedReport, Range } from '../../report.ts'
import { type At, firstOf, type Rule } from '../../rule.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { auxiliaries } from '../words/word-classes.ts'
import { contentEnd } from './content-ends.ts'

const longestPhrase = 7
const contracted: ReadonlyMap<string, string> = new Map([
  ["won't", 'will not'],
  ["can't", 'can not'],
  ['cannot', 'can not'],
])

interface VerbGroup extends At<EnglishSentence> {
  /** The verb group with its contractions written out, and with the “not” of “Neither … nor”. */
  readonly phrase: string
}

/** Verb groups that report a silence, and the act of each. */
export const silenceVerbs: readonly Rule<VerbGroup, Act>[] = [
  {
    name: 'silence: could not be reached',
    example: 'Ruiz could not be reached for comment.',
    counterExample: 'The island could not be seen.',
    find: ({ phrase }) =>
      /^(?:(?:could|can) not (?:immediately )?be (?:reached|contacted)\b|(?:was|were|is) (?:not (?:immediately )?available|unavailable) for (?:comment|an interview)\b)/.test(
        phrase,
      ) && 'could not be reached',
  },
  {
    name: 'silence: did not respond',
    example: 'Ruiz did not respond to a request for comment.',
    counterExample: 'Ruiz responded that the dam was safe.',
    find: ({ phrase }) =>
      /^(?:did|do|does|has|have|had) not (?:immediately |yet |initially )?(?:respond|responded|reply|replied|return|returned|answer|answered)\b/.test(
        phrase,
      ) && 'did not respond',
  },
  {
    name: 'silence: did not take calls',
    example: 'Ruiz did not take calls on Friday.',
    counterExample: 'Ruiz did not take the money.',
    find: ({ phrase }) =>
      /^(?:did|has|have|had) not (?:take|taken|pick|picked) (?:(?:any|repeated|several|phone|up) )*(?:calls?|questions|the phone|his phone|her phone)\b/.test(
        phrase,
      ) && 'did not respond',
  },
  {
    name: 'silence: did not speak of it',
    example: 'Ruiz did not speak to the media.',
    counterExample: 'Ruiz did not speak to the guards.',
    find: ({ phrase }) =>
      /^(?:(?:did|has|have|had) not (?:speak|spoken|talk|talked) to (?:the )?(?:media|press|reporters|journalists)|(?:has|have|had) not (?:publicly |yet )?addressed)\b/.test(
        phrase,
      ) && 'did not respond',
  },
  {
    name: 'silence: remained silent',
    example: 'Ruiz chose to remain silent on the issue.',
    counterExample: 'Ruiz chose to remain in office.',
    find: ({ phrase }) =>
      /^(?:(?:chose|preferred|opted) to (?:remain|stay|keep)|(?:has |have |had )?(?:remained|stayed|kept)) (?:silent|tight-lipped|mum)\b/.test(
        phrase,
      ) && 'declines to comment',
  },
  {
    name: 'silence: declined to comment',
    example: 'Ruiz declined to comment.',
    counterExample: 'Ruiz declined the post.',
    find: ({ phrase }) =>
      /^(?:(?:(?:has|have|had) (?:repeatedly |so far )?)?(?:decline[ds]?|refuse[ds]?) (?:to )?(?:publicly |further )?(?:comment|discuss|answer|be interviewed|speak|elaborate|say|be drawn)|(?:would|will) not (?:publicly )?(?:comment|discuss|say|elaborate)|(?:had|has|have) no (?:immediate |further )?comment)\b/.test(
        phrase,
      ) && 'declines to comment',
  },
]

/**
 * "did not respond", "declined to comment": reports that nothing was said, by a verb group that begins at `at`.
 * “Neither the mayor nor the police would comment” makes one report for each.
 */
export function silencesAt({ sentence, at }: At<EnglishSentence>): readonly PlacedReport[] | undefined {
  if (
    !sentence.isAuxiliary(at) &&
    !/^(?:declin|refus|respond|repl|return|answer|chose|preferred|opted|remained|stayed|kept)/.test(sentence.word(at))
  )
    return undefined
  const { from, subjects } = deniedSubjects(sentence, at)
  const silence = silenceAt(sentence, at, subjects.length > 0)
  if (!silence) return undefined
  // The word that denies the verb comes before its subject, and is part of the cue.
  const cue = { from, to: silence.cue.to }
  return subjects.length > 0 ? subjects.map((source) => ({ ...silence, source, cue })) : [silence]
}

function silenceAt(sentence: EnglishSentence, at: number, isDenied: boolean): PlacedReport | undefined {
  // “A worker who declined to speak” only says who is meant, not that they were asked anything.
  if (/^(?:who|which|that)$/.test(sentence.word(at - 1)) || sentence.isAuxiliary(at - 1)) return undefined
  const said = expanded(sentence, at)
  const act = firstOf(silenceVerbs, { sentence, at, phrase: isDenied ? withNegation(said) : said })
  if (!act) return undefined
  const from = sentence.groupStart(at)
  const sharesSubject = /^(?:and|but)$/.test(sentence.word(from - 1))
  const source = sharesSubject ? sentence.subjectOfClause(from) : sentence.subjectBefore(from)
  if (!source) return undefined
  const cue = { from, to: cueEnd(sentence, at) }
  const to = contentEnd(sentence, cue.to)
  return { act, source, cue, content: [to > cue.to ? { from: cue.to, to } : cue], venue: null, negated: false }
}

/** Turns "would comment" into "would not comment", and "responded" into "did not respond". */
function withNegation(phrase: string): string {
  const [first = '', ...rest] = phrase.split(' ')
  return auxiliaries.has(first) ? [first, 'not', ...rest].join(' ') : `did not ${phrase}`
}

interface Denied {
  /** The start of the words that deny the verb. */
  readonly from: number
  readonly subjects: readonly Range[]
}

/** The subjects of "Neither A nor B" and “No one at A” before the verb group that begins at `at`. */
function deniedSubjects(sentence: EnglishSentence, at: number): Denied {
  return neitherNor(sentence, at) ?? nobodyAt(sentence, at) ?? { from: at, subjects: [] }
}

function neitherNor(sentence: EnglishSentence, at: number): Denied | undefined {
  const neither = sentence.findLast((index) => sentence.word(index) === 'neither', 0, at)
  const nor = sentence.findLast((index) => sentence.word(index) === 'nor', 0, at)
  if (neither < 0 || nor <= neither + 1 || at <= nor + 1) return undefined
  if (sentence.some((index) => sentence.isFinite(index), neither, at)) return undefined
  const subjects = [
    { from: neither + 1, to: nor },
    { from: nor + 1, to: at },
  ]
  return { from: neither, subjects }
}

function nobodyAt(sentence: EnglishSentence, at: number): Denied | undefined {
  const isNoOne = sentence.word(0) === 'no' && sentence.word(1) === 'one'
  const subject = sentence.word(0) === 'nobody' ? 0 : isNoOne ? 1 : -1
  if (subject < 0 || !/^(?:at|from|in)$/.test(sentence.word(subject + 1)) || at <= subject + 2) return undefined
  return { from: 0, subjects: [{ from: subject + 2, to: at }] }
}

/** Writes out contractions, so that "didn't" and "cannot" count as two words. */
function expanded(sentence: EnglishSentence, at: number): string {
  return sentence.tokens
    .slice(at, at + longestPhrase)
    .map(({ lower }) => contracted.get(lower) ?? lower.replace(/n't$/, ' not'))
    .join(' ')
}

/** Returns the end of the cue: the verb group, or only the one word "declined" or "refused". */
function cueEnd(sentence: EnglishSentence, at: number): number {
  if (!sentence.isAuxiliary(at)) return at + 1
  const isGroup = (index: number) =>
    sentence.isAuxiliary(index) || sentence.isAdverb(index) || /^(?:not|no|be|immediate)$/.test(sentence.word(index))
  let to = at + 1
  while (to < at + longestPhrase && isGroup(to)) to += 1
  return Math.min(to + 1, sentence.length)
}
