import type { Range, Report } from '../../report.ts'
import type { At } from '../../rule.ts'
import { skipAdjuncts } from '../syntax/adjuncts.ts'
import { leadsToVenue } from '../syntax/noun-phrases.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import type { Cue } from './cues/cue.ts'

/** A position where reports are looked for, and the reports found before it. */
export interface AtWord extends At<EnglishSentence> {
  readonly earlier: readonly Report[]
}

/** The most words of a place after the noun that names its kind: “a letter read to the court:”. */
const longestPlace = 5

/** Returns true if the words said, asked or ordered begin here. */
export function opensSaying(sentence: EnglishSentence, at: number): boolean {
  return (
    sentence.isQuotation(at) || /^(?:that|whether|if|how|why|what|who|where|when|to|about)$/.test(sentence.word(at))
  )
}

/** Returns the place and time of speech, up to the colon before a quotation: “wrote on a message board: “…””. */
export function placeBehind(sentence: EnglishSentence, behind: number): ReturnType<typeof skipAdjuncts> {
  const { next, venue } = skipAdjuncts(sentence, behind)
  const colon = sentence.find((at) => sentence.isMark(at, ':') && sentence.isQuotation(at + 1), next)
  const isPlace =
    venue !== null &&
    colon > next &&
    colon <= next + longestPlace &&
    sentence.every((at) => sentence.isWord(at) && !sentence.isFinite(at), next, colon)
  return isPlace ? { next: colon, venue: { from: venue.from, to: colon } } : { next, venue }
}

/** "Ruiz, in an interview on Friday, said": the venue, between commas before the cue. */
export function venueBefore(sentence: EnglishSentence, cue: Cue, source: Range | null): Range | null {
  if (!source || source.to >= cue.from) return null
  const from = sentence.isMark(source.to, ',') ? source.to + 1 : source.to
  const to = sentence.isMark(cue.from - 1, ',') ? cue.from - 1 : cue.from
  return to > from && sentence.isPreposition(from) && leadsToVenue(sentence, from) ? { from, to } : null
}
