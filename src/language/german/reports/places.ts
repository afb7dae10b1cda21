import type { PlacedReport } from '../../report.ts'
import type { Rule } from '../../rule.ts'
import { pointsBackRule } from '../../surface/rule-names.ts'
import type { GermanSentence } from '../syntax/sentence.ts'
import { subjectAfter } from '../syntax/subjects.ts'
import { complementizers } from '../words/function-words.ts'
import { mayBeReported } from './clauses.ts'
import { inserted } from './inserted.ts'
import { type AtGermanCue, reportOf } from './report-parts.ts'
import { sourceOf } from './speakers-of-cues.ts'

/** How far behind its verb a quotation may begin, in tokens. */
const farthestQuotation = 12
const farthestComplement = 28
const longestNameInMarks = 3
const fewestBehindWords = 3

/** The places where the words of a verb of saying may be, in the order in which they are tried. */
export const places: readonly Rule<AtGermanCue, PlacedReport>[] = [
  {
    name: pointsBackRule,
    example: 'Der Damm ist sicher. Das teilte Ana Ruiz mit.',
    counterExample: 'Der Damm ist sicher. Das teilte die Bank auf.',
    find: (given) => {
      const { sentence, cue } = given
      const pointer = cue.at - 1
      if (!/^(?:das|dies)$/.test(sentence.word(pointer)) || cue.isPassive || !cue.verb.frames.includes('clause'))
        return undefined
      const source = subjectAfter(sentence, cue.at)
      if (!source || sentence.isIn(cue.clauseEnd, complementizers)) return undefined
      if (pointer === 0) return reportOf(given, source, [{ from: 0, to: 1 }])
      return sentence.isMark(pointer - 1, ',') || sentence.isDash(pointer - 1)
        ? reportOf(given, source, [{ from: 0, to: pointer - 1 }])
        : undefined
    },
  },
  {
    name: 'verb behind or between its words',
    example: 'Der Damm sei sicher, sagte Ana Ruiz.',
    counterExample: 'Als der Damm brach, sagte Ana Ruiz die Feier ab.',
    find: inserted,
  },
  {
    name: 'words behind a colon',
    example: 'Ana Ruiz sagte: Der Damm hält.',
    counterExample: 'Ana Ruiz kam an: Der Damm hält.',
    find: (given) => {
      const { sentence, cue } = given
      const colon = sentence.find((at) => sentence.isMark(at, ':'), cue.at + 1, sentence.end)
      const stop = sentence.find((at) => sentence.isMark(at, ';') || sentence.isSpokenQuotation(at), cue.at + 1, colon)
      // “Sie sagte, der Damm halte, und fügte hinzu: …”: the colon belongs to a later verb.
      const isLater = sentence.some((at) => sentence.isFinite(at), cue.at + 1, colon)
      if (colon < 0 || stop >= 0 || isLater) return undefined
      return reportOf(given, sourceOf(given, colon), [{ from: colon + 1, to: sentence.end }])
    },
  },
  {
    name: 'clause with “dass” or “ob”',
    example: 'Ana Ruiz sagte, dass der Damm halte.',
    counterExample: 'Ana Ruiz wartete, dass der Damm halte.',
    find: (given) => {
      const { sentence, cue } = given
      if (!cue.verb.frames.includes('clause')) return undefined
      const start = sentence.find((at) => sentence.isIn(at, complementizers), cue.at + 1, cue.at + farthestComplement)
      const quotation = sentence.find((at) => sentence.isSpokenQuotation(at), cue.at + 1, start)
      if (start < 0 || quotation >= 0) return undefined
      return reportOf(given, sourceOf(given, start), [{ from: start, to: endAt(sentence, start) }])
    },
  },
  {
    name: 'quotation soon after its verb',
    example: 'Ana Ruiz nannte den Damm „eine einzige große Schande für alle“.',
    counterExample: 'Ana Ruiz kannte das Buch „Eine einzige große Schande für alle“.',
    find: quotationBehind,
  },
  {
    name: 'clause without “dass”',
    example: 'Ana Ruiz sagte, der Damm sei sicher.',
    counterExample: 'Ana Ruiz sagte zu, weil der Damm sicher war.',
    find: clauseBehind,
  },
  {
    name: 'object of a denial',
    example: 'Ana Ruiz wies die Vorwürfe zurück.',
    counterExample: 'Ana Ruiz trug die Koffer zurück.',
    find: objectOf,
  },
]

/** What somebody may deny. */
const charges =
  /^(?:\p{L}*(?:vorwurf|vorwürfe|vorwürfen|anschuldigung|anschuldigungen|behauptung|behauptungen|darstellung|bericht|berichte|berichten|gerücht|gerüchte|meldung|meldungen|kritik|verdacht|anklage|schilderung|version|zusage|angaben|aussage|spekulationen|besuch|treffen|trennung|absprache|absprachen))$/u

/** “wies die Vorwürfe zurück”: what is denied, as a noun or “das”. */
function objectOf(given: AtGermanCue): PlacedReport | undefined {
  const { sentence, cue } = given
  if (!cue.verb.frames.includes('object') || cue.isPassive) return undefined
  const source = sentence.subjectOf(cue.at)
  if (!source) return undefined
  const from = source.from > cue.at ? source.to : cue.at + 1
  const last = Math.max(...cue.parts)
  const to = last > cue.at ? last : cue.clauseEnd
  const isObject = (at: number) =>
    charges.test(sentence.word(at)) || (at === from && /^(?:das|dies|dem)$/.test(sentence.word(at)) && at + 1 >= to)
  return sentence.some(isObject, from, to) ? reportOf(given, source, [{ from, to }]) : undefined
}

function quotationBehind(given: AtGermanCue): PlacedReport | undefined {
  const { sentence, cue } = given
  const quotation = sentence.find((at) => sentence.isQuotation(at), cue.at + 1, cue.at + farthestQuotation + 1)
  if (quotation < 0) return undefined
  const isNaming = !cue.verb.frames.includes('clause')
  if (!isNaming && isPartOfClause(given, quotation)) return undefined
  const source = sourceOf(given, quotation)
  if (source && source.from <= quotation && quotation < source.to) return undefined
  // “nannte den Rücktritt „überfällig“”: whom or what it is called belongs to the words.
  const from = Math.max(cue.at + 1, source && source.from > cue.at ? source.to : 0)
  return reportOf(given, source, [{ from: isNaming ? from : quotation, to: quotation + 1 }])
}

/** “Er sagte, der Plan sei „ein Witz“”: the clause is what was said; “sprach vom „Sprung““, “im Sender „Welle““: no words. */
function isPartOfClause({ sentence, cue }: AtGermanCue, quotation: number): boolean {
  const comma = sentence.find((at) => sentence.isMark(at, ','), cue.at + 1, quotation)
  if (comma > 0 && comma < quotation - 1) return true
  return (sentence.countQuoted(quotation) < 2 && cue.verb.act === 'says') || isNameInMarks(sentence, quotation)
}

/** “im Sender „Neue Welle“”: behind its noun a short quotation without a stop is a name. */
function isNameInMarks(sentence: GermanSentence, at: number): boolean {
  return sentence.isCapital(at - 1) && sentence.countQuoted(at) <= longestNameInMarks && !sentence.isSpokenQuotation(at)
}

function clauseBehind(given: AtGermanCue): PlacedReport | undefined {
  const { sentence, cue } = given
  if (!cue.verb.frames.includes('clause')) return undefined
  const comma = sentence.find((at) => sentence.isMark(at, ','), cue.at + 1, cue.at + farthestComplement)
  if (comma < 0) return undefined
  const rest = { from: comma + 1, to: joinedVerb(sentence, comma) ?? endAt(sentence, comma) }
  if (sentence.countWords(rest) < fewestBehindWords) return undefined
  return mayBeReported(sentence, rest) ? reportOf(given, sourceOf(given, comma), [rest]) : undefined
}

/** “er freue sich und fügte hinzu”: with another mood behind “und”, the outlet speaks again. */
function joinedVerb(sentence: GermanSentence, from: number): number | undefined {
  const isOwn = (at: number) => sentence.isFinite(at) && !sentence.isReporting(at)
  const join = sentence.find((at) => /^(?:und|aber)$/.test(sentence.word(at)) && isOwn(at + 1), from, sentence.end)
  return join < 0 || !sentence.some((at) => sentence.isReporting(at), from, join) ? undefined : join
}

/** The end of reported words: a semicolon, or the sentence's end. */
function endAt(sentence: GermanSentence, from: number): number {
  const stop = sentence.find((at) => sentence.isMark(at, ';'), from, sentence.end)
  return stop < 0 ? sentence.end : stop
}
