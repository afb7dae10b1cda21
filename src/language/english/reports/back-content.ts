import type { Range } from '../../report.ts'
import { type At, firstOf, type Rule } from '../../rule.ts'
import { nothingLeft } from '../syntax/adjuncts.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { contentEnd, phraseContentEnd } from './content-ends.ts'
import type { Cue } from './cues/cue.ts'

/** The most tokens in an aside before “that”: “said, when asked about the report, that”. */
const longestAside = 16

/** The context in which content is looked for after a verb. */
export interface Behind {
  readonly cue: Cue
  /** True if words before the speaker are content too. */
  readonly hasFront: boolean
  /** True if the speaker comes after the verb. */
  readonly inverted: boolean
}

/** Returns the content after a verb of saying, its addressee and its adjuncts; undefined if there is none. */
export function backContent(
  sentence: EnglishSentence,
  from: number,
  { cue, hasFront, inverted }: Behind,
): Range | undefined {
  const at = nothingLeft(sentence, from) ? undefined : contentStart(sentence, from, inverted)
  if (at === undefined) return undefined
  // “denied it, and the case was settled”: the pronoun is the whole content.
  if (/^(?:it|this|that|them|so)$/.test(sentence.word(at)) && sentence.isMark(at + 1, ',.;'))
    return accepts(sentence, at, cue) ? { from: at, to: at + 1 } : undefined
  const to = takesPhrase(sentence, at, cue) ? phraseContentEnd(sentence, at) : contentEnd(sentence, at)
  const isInfinitive = sentence.word(at) === 'to' && cue.verb.frames.includes('infinitive')
  if (to <= at || (hasFront && !isInfinitive && !opensContent(sentence, at))) return undefined
  return accepts(sentence, at, cue) ? { from: at, to } : undefined
}

function contentStart(sentence: EnglishSentence, from: number, inverted: boolean): number | undefined {
  if (sentence.isMark(from, ':')) return from + 1
  if (sentence.isMark(from, ',') && sentence.isQuotation(from + 1)) return from + 1
  if (sentence.isMark(from, ',') || sentence.isDash(from)) {
    const isThat = (at: number) =>
      sentence.word(at) === 'that' && (sentence.isMark(at - 1, ',') || sentence.isDash(at - 1))
    const that = sentence.find(isThat, from + 1, from + longestAside)
    return that < 0 ? undefined : that
  }
  return inverted || sentence.isMark(from, '.;—–?!)') ? undefined : (behindPlace(sentence, from) ?? from)
}

/** The most words of a place before “that”: “told reporters outside the old court that”. */
const longestPlace = 5

/** Returns the “that” behind a place without a noun for one, such as “outside Parliament”. */
function behindPlace(sentence: EnglishSentence, from: number): number | undefined {
  if (!/^(?:outside|inside|near|beside|behind)$/.test(sentence.word(from))) return undefined
  const that = sentence.find((at) => sentence.word(at) === 'that', from + 1, from + longestPlace)
  const isPlace = sentence.every((at) => sentence.isWord(at) && !sentence.isFinite(at), from, that)
  return that > 0 && isPlace ? that : undefined
}

/** "denied the report", "refused to resign": a phrase follows, not a clause. */
function takesPhrase(sentence: EnglishSentence, at: number, { verb }: Cue): boolean {
  if (opensClause(sentence, at)) return false
  return sentence.word(at) === 'to' || (verb.frames.includes('object') && !verb.frames.includes('clause'))
}

function opensClause(sentence: EnglishSentence, at: number): boolean {
  return sentence.isQuotation(at) || /^(?:that|whether|if|how|why|what|who|where)$/.test(sentence.word(at))
}

function hasFiniteVerb(sentence: EnglishSentence, from: number, to: number): boolean {
  return sentence.some((at) => sentence.isQuotation(at) || (at > from && sentence.isFinite(at)), from, to)
}

function opensContent(sentence: EnglishSentence, at: number): boolean {
  return (
    sentence.isQuotation(at) || /^(?:that|he|she|they|it|the|his|her|there|we|i|if|whether)$/.test(sentence.word(at))
  )
}

interface AtContent extends At<EnglishSentence> {
  readonly verb: Cue['verb']
}

function accepts(sentence: EnglishSentence, at: number, { verb }: Cue): boolean {
  return firstOf(contentKinds, { sentence, at, verb }) !== 'nothing said'
}

type Acceptance = 'said' | 'nothing said'

/** Rules for whether a verb takes what follows it, by the frames in its lexicon entry. If no rule applies, it does. */
export const contentKinds: readonly Rule<AtContent, Acceptance>[] = [
  {
    name: 'nothing was said in words',
    example: 'The report says nothing about the dam.',
    counterExample: 'The report says nothing had failed at the dam.',
    find: ({ sentence, at, verb }) => {
      const isThing = sentence.word(at) === 'no' && verb.frames.includes('object')
      return (
        /^(?:nothing|little|yes|no|so|goodbye|more)$/.test(sentence.word(at)) &&
        !isThing &&
        !hasFiniteVerb(sentence, at + 1, at + 5) &&
        'nothing said'
      )
    },
  },
  {
    name: 'a question that is not told',
    example: 'The Post asked Ruiz about it in her office.',
    counterExample: 'The Post asked Ruiz whether it was safe.',
    find: ({ sentence, at, verb }) =>
      verb.act === 'asks' &&
      /^(?:it|this|that|them|these|those)$/.test(sentence.word(at)) &&
      !hasFiniteVerb(sentence, at, at + 3) &&
      'nothing said',
  },
  {
    name: 'clause or quotation behind any verb',
    example: 'Ruiz said that the dam had failed.',
    counterExample: 'Ruiz denied the report.',
    find: ({ sentence, at }) => opensClause(sentence, at) && 'said',
  },
  {
    name: 'noun phrase behind a verb that takes one',
    example: 'Ruiz denied the report.',
    counterExample: 'Ruiz said that the report was wrong.',
    find: ({ verb }) => (verb.frames.includes('object') || verb.frames.includes('told')) && 'said',
  },
  {
    name: 'infinitive',
    example: 'Ruiz vowed to resign.',
    counterExample: 'Ruiz vowed that he would resign.',
    find: ({ sentence, at, verb }) => {
      const isInfinitive = sentence.word(at) === 'to' || (sentence.word(at) === 'not' && sentence.word(at + 1) === 'to')
      return isInfinitive && (verb.frames.includes('infinitive') ? 'said' : 'nothing said')
    },
  },
  {
    name: 'clause without “that”',
    example: 'Ruiz claimed the dam had failed.',
    counterExample: 'Ruiz claimed that the dam had failed.',
    find: ({ sentence, at, verb }) =>
      verb.frames.includes('that') && (hasFiniteVerb(sentence, at, contentEnd(sentence, at)) ? 'said' : 'nothing said'),
  },
  {
    name: 'verb that only quotes',
    example: 'Ruiz continued with “the dam has failed”.',
    counterExample: 'Ruiz said “the dam has failed”.',
    find: ({ sentence, at, verb }) =>
      !verb.frames.includes('clause') &&
      (sentence.hasQuotation({ from: at, to: contentEnd(sentence, at) }) ? 'said' : 'nothing said'),
  },
  {
    name: 'preposition that begins no speech',
    example: 'Ruiz argued through the night.',
    counterExample: 'Ruiz argued in the morning it would fail.',
    find: ({ sentence, at }) =>
      sentence.isPreposition(at) &&
      !/^(?:in|on|at|for|with|by|from|after|before|during|under|since|of|about|against)$/.test(sentence.word(at)) &&
      'nothing said',
  },
]
