import { organizationWords, placeWords, titles } from '../words/name-words.ts'
import { canSpeak } from '../words/speaking-nouns.ts'
import { pronouns } from '../words/word-classes.ts'
import type { ClauseWords } from './clause-words.ts'

/** Runs of capitalised words: where names begin and end in a sentence. */

/** Returns the runs of capitalised words in a sentence, as positions in its tokens. */
export function capitalRuns(sentence: ClauseWords): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (let at = 0; at < sentence.length; at++) {
    if (!isNameWord(sentence, at)) continue
    let to = at + 1
    while (
      to < sentence.length &&
      (isNameWord(sentence, to) || joinsNames(sentence, to)) &&
      !/['’]s$/.test(sentence.printed(to - 1))
    )
      to += 1
    const from = at === 0 && sentence.isGrammar(0) ? 1 : at
    if (to > from) runs.push({ from, to })
    at = to
  }
  return runs
}

function isNameWord(sentence: ClauseWords, at: number): boolean {
  const isPronoun = (at > 0 && sentence.isIn(at, pronouns)) || sentence.printed(at) === 'I'
  return sentence.isCapital(at) && !sentence.isTime(at) && !isPronoun
}

/** "de", "van", "bin" inside a name, and the "of" of "Secretary of State". */
function joinsNames(sentence: ClauseWords, at: number): boolean {
  if (sentence.isNameParticle(at) || joinsBody(sentence, at)) return true
  return sentence.word(at) === 'of' && sentence.isCapital(at + 1) && sentence.isIn(at - 1, titles)
}

/** “the Quay and Harbour Workers’ Union”: one body, as the word behind the possessive shows. */
function joinsBody(sentence: ClauseWords, at: number): boolean {
  if (!/^(?:and|&)$/.test(sentence.word(at)) || sentence.word(at - 2) !== 'the' || !sentence.isCapital(at - 1))
    return false
  const owner = sentence.find(
    (index) => !sentence.isCapital(index) || /s['’]$/.test(sentence.printed(index)),
    at + 1,
    at + 4,
  )
  return owner > 0 && /s['’]$/.test(sentence.printed(owner)) && sentence.isIn(owner + 1, organizationWords)
}

/** True if a single capitalised word is a name that the sentence is about: “But Carly, 43, was …”, “Moss left”. */
export function standsAsName(sentence: ClauseWords, at: number): boolean {
  const word = sentence.word(at)
  if (sentence.printed(at + 1) === ',' && /^(?:\d{1,3}|who)$/.test(sentence.word(at + 2))) return true
  const isPlain = at === 0 && (/(?:ly|ing|ed|[^s]s)$/.test(word) || canSpeak(word) || numerals.test(word))
  return !isPlain && sentence.isFinite(at + 1)
}

const numerals = /^(?:one|two|three|four|five|six|seven|eight|nine|ten)$/

/** True if a name that begins here may be the subject: no verb comes before it, and no preposition leads to it. */
export function isSubject(sentence: ClauseWords, from: number): boolean {
  const isBoundary = (at: number) => !sentence.isWord(at) || sentence.isPreposition(at) || sentence.isTime(at)
  const before = sentence.findLast(isBoundary, 0, from)
  if (sentence.isPreposition(before)) return false
  return !sentence.some((at) => sentence.isQuotation(at) || sentence.isFinite(at), 0, from)
}

/** True for a place, which is not a person: “of Millbank Road”, “in Grange Park”. */
export function isPlace(sentence: ClauseWords, from: number, to: number): boolean {
  return (
    to - from > 1 &&
    placeWords.has(sentence.word(to - 1)) &&
    /^(?:of|in|at|on|to|from|near|along|through|outside|behind|around)$/.test(sentence.word(from - 1))
  )
}
