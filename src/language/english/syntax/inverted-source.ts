import type { Token } from '../../../text/tokens.ts'
import type { Range } from '../../report.ts'
import { clauseInFront } from '../reports/content-places.ts'
import type { Cue } from '../reports/contents.ts'
import {
  clauseOpeners,
  determiners,
  isAdverb,
  isCapitalized,
  isMark,
  isTimeWord,
  isWordIn,
  looksFinite,
  prepositions,
  pronouns,
} from '../words/word-classes.ts'
import { phraseAfter } from './noun-phrases.ts'

/** “…,” said Ana Ruiz, the mayor. */
export function invertedSource(tokens: readonly Token[], cue: Cue): Range | undefined {
  if (cue.at !== cue.from || (cue.form !== 'past' && cue.form !== 'third')) return undefined
  // “Ruiz, the mayor, told the Post”: behind such a verb stands who was told.
  if (cue.verb.frames[0] === 'told') return undefined
  const before = tokens[cue.from - 1]
  const next = tokens[cue.to]
  if (next?.kind !== 'word' || next.lower === 'that') return undefined
  const opensSentence = cue.from === 0
  if (!opensSentence && before?.kind !== 'quotation' && !isMark(before, ',')) return undefined
  if (!opensNominal(next, before?.kind === 'quotation')) return undefined
  if (isMark(before, ',') && !clauseInFront(tokens, cue.from)) return undefined
  const phrase = /^(?:he|she|they)$/.test(next.lower) ? { from: cue.to, to: cue.to + 1 } : phraseAfter(tokens, cue.to)
  if (!phrase) return undefined
  // A verb behind the phrase would make it the subject of what was said.
  return looksFinite(tokens, phrase.to) ? undefined : phrase
}

/** Whether a source may begin here; right behind a quotation, which leaves no other reading, with any noun's adjective too. */
function opensNominal(token: Token, behindQuotation: boolean): boolean {
  if (isTimeWord(token)) return false
  if (/^(?:he|she|they|one|two|three)$/.test(token.lower)) return true
  if (isCapitalized(token) || isWordIn(token, determiners) || token.lower.endsWith('s')) return true
  return (
    behindQuotation &&
    !isWordIn(token, prepositions) &&
    !isWordIn(token, clauseOpeners) &&
    !isWordIn(token, pronouns) &&
    !isAdverb(token) &&
    !isMark(token, '.,')
  )
}
