import type { Range } from '../../report.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { opensPhrase } from '../syntax/subjects.ts'
import { conjunctions, prepositions, relatives, subordinators } from '../words/function-words.ts'

/** In tokens, from the clause's start. */
const farthestVerb = 12

const zuInfinitive =
  /^(?:ab|an|auf|aus|ein|vor|mit|nach|zurück|bei|durch|her|hin|um|weg|zu|frei|fest|weiter|fort|teil|bereit|sicher|offen|nieder|zusammen|wieder|heraus|hinaus|hinein|voran|vorbei|dar|los|unter|über|entgegen|bevor|statt|nahe|klar|auseinander|herbei|herunter|wahr|hinzu|preis|krank|aufrecht|kennen|bekannt|ernst|gegenüber|still)zu\p{L}{3,}n$/u

/** “den Damm zu bauen”, “alsbald zurückzukehren”. */
export function isInfinitiveClause(sentence: GermanSentence, { from, to }: Range): boolean {
  return sentence.some(
    (at) =>
      (sentence.word(at) === 'zu' && sentence.word(at + 1).endsWith('n') && !sentence.isCapital(at + 1)) ||
      zuInfinitive.test(sentence.word(at)),
    from,
    to,
  )
}

/** Returns true for a clause behind a comma that may be reported, unlike a relative clause or a reason. */
export function mayBeReported(sentence: GermanSentence, clause: Range): boolean {
  const { from, to } = clause
  if (opensSubordinate(sentence, from)) return false
  if (sentence.some((at) => sentence.isReporting(at), from, to)) return true
  if (sentence.isIn(from, relatives) && !opensPhrase(sentence, from) && !sentence.isFinite(from + 1)) return false
  if (isInfinitiveClause(sentence, clause) && !/^(?:um|ohne|statt)$/.test(sentence.word(from))) return true
  return !sentence.isIn(from, conjunctions) && !sentence.isIn(from, prepositions) && isMainClause(sentence, clause)
}

/** “weil …”; but not “damit solle …”, and not a question: “was …”. */
function opensSubordinate(sentence: GermanSentence, at: number): boolean {
  const word = sentence.word(at)
  const isThereby = /^(?:damit|da|seitdem|während)$/.test(word) && sentence.isFinite(at + 1)
  return sentence.isIn(at, subordinators) && !isThereby && !/^(?:was|wer|wo|warum|wie|welche[rns]?)$/.test(word)
}

/** A clause whose verb comes second, before any other comma and with something behind it. */
function isMainClause(sentence: GermanSentence, { from, to }: Range): boolean {
  const verb = sentence.find((at) => sentence.isFinite(at), from + 1, Math.min(to, from + farthestVerb))
  const comma = sentence.find((at) => sentence.isClauseMark(at), from, to)
  return verb > 0 && (comma < 0 || verb < comma) && verb < to - 1
}
