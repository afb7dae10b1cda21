import type { Range } from '../../report.ts'
import { dayParts } from '../words/calendar.ts'
import type { ClauseWords } from './clause-words.ts'
import { isNominal } from './noun-phrases.ts'

/** Nouns for a speaker's words before a colon and a quotation: “Holt’s take: “I’m still here””. */
const saying =
  /^(?:take|view|verdict|response|answer|reply|words?|message|reaction|warning|question|line|advice|comment|explanation|defen[cs]e|rebuttal|retort|summary|statement)$/
/** The most tokens before the colon. */
const longestLabel = 14

/** Returns a verbless label's speaker: “Ms Lind: “He was lonely””, “Union chief Tom Reed, late last night: “…””. */
export function labelBefore(sentence: ClauseWords, colon: number): Range | undefined {
  const from = sentence.find((at) => sentence.isWord(at), 0, colon)
  if (
    from < 0 ||
    colon > longestLabel ||
    sentence.some((at) => sentence.isFinite(at) || sentence.isQuotation(at), from, colon)
  )
    return undefined
  const owner = sentence.find((at) => /['’]s?$/.test(sentence.word(at)), from, colon)
  if (owner >= 0) {
    const isSaying =
      saying.test(sentence.word(colon - 1)) ||
      sentence.some((at) => saying.test(sentence.word(at)), owner + 1, owner + 4)
    return isSaying ? { from, to: owner + 1 } : undefined
  }
  const comma = sentence.find((at) => sentence.isMark(at, ','), from, colon)
  const to = comma < 0 ? colon : comma
  const isWhen = (at: number) =>
    sentence.isTime(at) ||
    sentence.isIn(at, dayParts) ||
    /^(?:late|early|last|this|on|in|the|to|by|via|email|text|phone|reporters|statement|a|an|week|month)$/.test(
      sentence.word(at),
    )
  const phrase = { from, to }
  const isNamed = sentence.isCapital(to - 1)
  return isNamed && isNominal(sentence, phrase) && sentence.every(isWhen, to + 1, colon) ? phrase : undefined
}
