import { type At, anyOf, type Rule } from '../../rule.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { clauseOpeners, pronouns } from '../words/word-classes.ts'

/** The most words in a subject that is looked for after “, and”. */
const longestSubject = 9
/** The same for a subject with an apposition or a relative clause. */
const longestExplained = 20
/** The most tokens between two dashes. */
const longestAside = 25

/** Returns the end of content that begins at `from`: the sentence's end, or where the outlet speaks again. */
export function contentEnd(sentence: EnglishSentence, from: number): number {
  let to = from
  while (to < sentence.length && !(to > from && anyOf(contentEnds, { sentence, at: to, from }))) to += 1
  while (to > from && (sentence.isMark(to - 1, '.,;:—–?!') || /^(?:and|but)$/.test(sentence.word(to - 1)))) to -= 1
  return to
}

/** The same for a phrase, which also ends before any explanation or addition: “denied the report, which …”. */
export function phraseContentEnd(sentence: EnglishSentence, from: number): number {
  const end = contentEnd(sentence, from)
  const isExplained = (at: number) => sentence.isMark(at, ',') && explainsPhrase.test(sentence.word(at + 1))
  const inner = sentence.find(isExplained, from + 1, end)
  return inner > from ? inner : end
}

const explainsPhrase = /^(?:who|which|where|while|though|although|even|just|as|after|before|when|with|\p{Ll}+ing)$/u

interface InContent extends At<EnglishSentence> {
  /** The position where the content begins. */
  readonly from: number
}

/** The places where the outlet speaks again after someone's words. */
export const contentEnds: readonly Rule<InContent, true>[] = [
  {
    name: 'content ends when it was said',
    example: 'Ruiz said “I did it” hours after the fire.',
    counterExample: 'Ruiz said “I did it” and left.',
    find: ({ sentence, at, from }) =>
      at === from + 1 &&
      sentence.isQuotation(at - 1) &&
      /^(?:moments|minutes|hours|days|weeks|months|years|shortly|just|soon|long)$/.test(sentence.word(at)) &&
      /^(?:after|before|earlier|later)$/.test(sentence.word(at + 1)),
  },
  {
    name: 'content ends at a semicolon',
    example: 'Ruiz said the dam had failed; the town flooded.',
    counterExample: 'Ruiz said the dam had failed and the town had flooded.',
    find: ({ sentence, at }) => sentence.isMark(at, ';'),
  },
  {
    name: 'content ends at a dash without a second one',
    example: 'Ruiz said the dam had failed — a first for Tarn.',
    counterExample: 'Ruiz said the dam — the oldest in Tarn — had failed.',
    find: ({ sentence, at, from }) => sentence.isDash(at) && !isOneOfTwo(sentence, at, from),
  },
  {
    name: 'content ends at “according to”',
    example: 'Ruiz said the dam had failed according to plan.',
    counterExample: 'Ruiz said the dam had failed as planned.',
    find: ({ sentence, at }) => sentence.word(at) === 'according' && sentence.word(at + 1) === 'to',
  },
  {
    name: 'content ends at “, but” of the outlet',
    example: 'Ruiz said the dam had failed, but engineers were at work.',
    counterExample: 'Ruiz said the dam had failed, but that nobody was hurt.',
    find: ({ sentence, at }) => opensBehindComma(sentence, at, /^but$/) && isOutletsBut(sentence, at + 1),
  },
  {
    name: 'content ends where the outlet tells what came of it',
    example: 'Ruiz said the dam had failed, prompting a review.',
    counterExample: 'Ruiz said the dam had failed, flooding the town.',
    find: ({ sentence, at }) =>
      opensBehindComma(sentence, at, /^(?:sending|prompting|triggering|sparking|drawing|fuelling|fueling)$/),
  },
  {
    name: 'content ends at “, adding” or “, while”',
    example: 'Ruiz said the dam had failed, while Lind went home.',
    counterExample: 'Ruiz said the dam had failed and that Lind had gone home.',
    find: ({ sentence, at }) =>
      opensBehindComma(sentence, at, /^(?:adding|according|while|after)$/) ||
      (sentence.isMark(at, ',') && isParticipleCue(sentence, at + 1)),
  },
  {
    name: 'content ends where the next speaker follows “, and”',
    example: 'Ruiz said the dam had failed, and the mayor said the town was safe.',
    counterExample: 'Ruiz said the dam had failed, and the town had flooded.',
    find: ({ sentence, at }) =>
      opensBehindComma(sentence, at, /^and$/) &&
      (isCue(sentence, at + 2) || isPronounWithCue(sentence, at + 2) || isPhraseWithCue(sentence, at + 2)),
  },
  {
    name: 'content ends where its speaker is named behind it',
    example: 'Lind claims the dam had failed, she said.',
    counterExample: 'Ruiz said the dam had failed, the oldest in Tarn.',
    find: ({ sentence, at }) =>
      sentence.isMark(at, ',') &&
      // “who said he votes, said one likes him”: the second verb belongs to the person whom the clause describes.
      (isCue(sentence, at + 1) || isPronounWithCue(sentence, at + 1) || isTrailing(sentence, at + 1)),
  },
  {
    name: 'content ends behind speech with a comma of its own',
    example: 'Ruiz said, “We will see,” when asked about the dam.',
    counterExample: 'Ruiz said, “We will see” when asked about the dam.',
    find: ({ sentence, at }) =>
      sentence.isWord(at) &&
      sentence.isQuotation(at - 1) &&
      /,\P{L}*$/u.test(sentence.printed(at - 1)) &&
      /^(?:when|after|as|while|during|before|in|on|at)$/.test(sentence.word(at)),
  },
  {
    name: 'content ends at “adding” behind speech',
    example: 'Ruiz called it “false,” adding that the dam was safe.',
    counterExample: 'Ruiz called it “false” and left.',
    find: ({ sentence, at }) =>
      isParticipleCue(sentence, at) && sentence.isQuotation(at - 1) && /[,.?!]\P{L}*$/u.test(sentence.printed(at - 1)),
  },
  {
    name: 'content ends where another speaker takes over',
    example: 'Ruiz said the dam had failed and Marsh, his deputy, said the town was safe.',
    counterExample: 'Ruiz said the dam had failed and Marsh, his deputy, had fled.',
    find: ({ sentence, at }) =>
      /^(?:and|but|though|although|whereas|while)$/.test(sentence.word(at)) && isOtherSpeaker(sentence, at + 1),
  },
  {
    name: 'content ends where the outlet calls it a charge that another meets',
    example: 'Ruiz accused Lind of theft, a charge Lind met with silence.',
    counterExample: 'Ruiz accused Lind of theft, a charge of the old kind.',
    find: ({ sentence, at }) => {
      if (!sentence.isMark(at, ',') || !sentence.isDeterminer(at + 1)) return false
      // “…, a step that campaigners said came too late”.
      if (sentence.word(at + 3) === 'that' && saysOf(sentence, at + 4)) return true
      if (!isClaimNoun.test(sentence.word(at + 2))) return false
      const subject = /^(?:that|which)$/.test(sentence.word(at + 3)) ? at + 4 : at + 3
      const isSubject =
        sentence.isCapital(subject) || sentence.isDeterminer(subject) || sentence.isIn(subject, pronouns)
      return isSubject && sentence.some((index) => sentence.isFinite(index) || sentence.isCueVerb(index), subject + 1)
    },
  },
  {
    name: 'content ends where its speaker goes on saying',
    example: 'Ruiz said the dam had failed and denied a cover-up.',
    counterExample: 'Ruiz said the dam had failed and flooded the town.',
    find: ({ sentence, at }) => /^(?:and|but)$/.test(sentence.word(at)) && isCue(sentence, at + 1),
  },
]

/** “campaigners said came too late”: whoever says it of a thing named before. */
function saysOf(sentence: EnglishSentence, at: number): boolean {
  const cue = sentence.find((index) => /^(?:said|says|say)$/.test(sentence.word(index)), at + 1, at + longestSubject)
  return cue > 0 && sentence.every((index) => sentence.isWord(index) && !sentence.isFinite(index), at, cue)
}

const isClaimNoun =
  /^(?:claim|charge|allegation|accusation|suggestion|assertion|account|version|view|reading|description)s?$/

function opensBehindComma(sentence: EnglishSentence, at: number, words: RegExp): boolean {
  return sentence.isMark(at, ',') && words.test(sentence.word(at + 1))
}

/** “…, but that it was not confirmed” and “…, but only in court” are still content, since they limit the statement. */
function isOutletsBut(sentence: EnglishSentence, but: number): boolean {
  const behind = sentence.word(but + 1)
  if (behind === 'that') return sentence.isPreposition(but + 2)
  if (!/^(?:only|just|not|never|hardly|rarely|seldom|merely|solely|mainly)$/.test(behind)) return true
  // “…, but only after anglers began pulling dead trout from the river”: the outlet says when it was said.
  const isStated = sentence.some((at) => sentence.isFinite(at), but + 4)
  if (/^(?:after|when|once|because|since)$/.test(sentence.word(but + 2)) && isStated) return true
  return isPronounWithCue(sentence, but + 1) || isPronounWithCue(sentence, but + 2) || isCue(sentence, but + 2)
}

function isParticipleCue(sentence: EnglishSentence, at: number): boolean {
  return sentence.isWord(at) && sentence.cueForm(at)?.form === 'ing'
}

/** Returns true if a dash is one of a pair around an aside; a single dash ends the content. */
function isOneOfTwo(sentence: EnglishSentence, at: number, from: number): boolean {
  const isDash = (index: number) => sentence.isDash(index)
  return (
    sentence.some(isDash, at + 1, at + longestAside + 1) || sentence.some(isDash, Math.max(from, at - longestAside), at)
  )
}

/** ", and the mayor said": a noun phrase of a few words, followed by its cue. */
function isPhraseWithCue(sentence: EnglishSentence, at: number): boolean {
  if (!sentence.isCapital(at) && !sentence.isDeterminer(at)) return false
  for (let index = at + 1; index < at + longestSubject; index++) {
    if (!sentence.isWord(index) || sentence.isIn(index, clauseOpeners)) return false
    if (isCue(sentence, index) && !sentence.isDeterminer(index - 1)) return true
    if (sentence.isFinite(index)) return false
  }
  return false
}

/** “and Marsh, his deputy, said”: another speaker, with an apposition, takes over. */
function isOtherSpeaker(sentence: EnglishSentence, at: number): boolean {
  if (isPronounWithCue(sentence, at) || isPhraseWithCue(sentence, at)) return true
  if (!sentence.isCapital(at) && !sentence.isDeterminer(at)) return false
  const isCueBehindComma = (index: number) => isCue(sentence, index) && sentence.isMark(index - 1, ',')
  const cue = sentence.find(isCueBehindComma, at + 2, at + longestExplained)
  return cue > 0 && sentence.subjectBefore(cue, at)?.from === at
}

/** ", BFM TV reported." at the end of a sentence names the speaker of all of it. */
function isTrailing(sentence: EnglishSentence, at: number): boolean {
  if (!isPhraseWithCue(sentence, at)) return false
  const cue = sentence.find((index) => isCue(sentence, index), at + 1)
  const isLeftOver = (index: number) =>
    sentence.isMark(index, '.?!)]') || sentence.isTime(index) || sentence.word(index) === 'on'
  return sentence.every(isLeftOver, cue + 1)
}

function isCue(sentence: EnglishSentence, at: number): boolean {
  const form = sentence.isWord(at) && !sentence.isCapital(at) ? sentence.cueForm(at)?.form : undefined
  return form === 'past' || form === 'third'
}

/** ", he said": the sentence names its speaker only here. */
function isPronounWithCue(sentence: EnglishSentence, at: number): boolean {
  if (!sentence.isIn(at, pronouns) || !isCue(sentence, at + 1)) return false
  const takesInfinitive = sentence.cueForm(at + 1)?.verb.frames.includes('infinitive') && sentence.word(at + 2) === 'to'
  return takesInfinitive || !sentence.isPreposition(at + 2)
}
