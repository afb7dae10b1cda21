import type { PlacedReport } from '../../report.ts'
import type { Rule } from '../../rule.ts'
import { isAdverb, opensAdjunct } from '../syntax/noun-phrases.ts'
import type { RomanceSentence } from '../syntax/sentence.ts'
import { endAt, opensMain } from './content-ends.ts'
import { cueAt, type RomanceCue } from './cues.ts'
import { inserted } from './inserted.ts'
import { type AtRomanceCue, reportOf } from './report-parts.ts'
import { sourceOf } from './sources.ts'

/** How far behind its verb the reported clause or quotation may begin, in tokens. */
const farthestClause = 16
const farthestQuotation = 16
const farthestColon = 28
const farthestCharge = 24
const farthestInfinitive = 6
const fewestWords = 2

/** The places where the words of a verb of saying may be, in the order in which they are tried. */
export const places: readonly Rule<AtRomanceCue, PlacedReport>[] = [
  {
    name: 'verb behind or between its words',
    example: '«A barragem é segura», disse Ana Ruiz.',
    counterExample: 'Na segunda-feira, disse Ana Ruiz adeus à barragem.',
    find: inserted,
  },
  {
    name: 'clause with “que” or “se”',
    example: 'Ana Ruiz disse que a barragem é segura.',
    counterExample: 'Ana Ruiz disse adeus ao homem que partiu.',
    find: (given) => {
      const { sentence, cue } = given
      if (!cue.verb.frames.includes('clause')) return undefined
      const start = clauseStart(sentence, cue)
      return start === undefined
        ? undefined
        : asked(
            given,
            start,
            reportOf(given, sourceOf(given), [
              { from: behindThat(sentence, start), to: endAt(sentence, start, cue.at) },
            ]),
          )
    },
  },
  {
    name: 'words behind a colon',
    example: 'Ana Ruiz disse: a barragem é segura.',
    counterExample: 'Ana Ruiz chegou: a barragem é segura.',
    find: (given) => {
      const { sentence, cue } = given
      const colon = sentence.find((at) => sentence.isMark(at, ':'), cue.to, cue.to + farthestColon)
      // “desmentiu a acusação: disse que …”: another report follows.
      if (sentence.words.verbs.finite.has(sentence.base(colon + 1)) && sentence.isFinite(colon + 1)) return undefined
      if (colon < 0 || sentence.some((at) => sentence.isMark(at, ';') || sentence.isSpokenQuotation(at), cue.to, colon))
        return undefined
      return reportOf(given, sourceOf(given), [{ from: colon + 1, to: sentence.end }])
    },
  },
  {
    name: 'infinitive behind its verb',
    example: 'Ana Ruiz disse não ter visto a barragem.',
    counterExample: 'Ana Ruiz disse adeus sem ver a barragem.',
    find: (given) => {
      const { sentence, cue } = given
      const start = cue.verb.frames.includes('clause') ? infinitiveStart(sentence, cue) : undefined
      if (start === undefined) return undefined
      return reportOf(given, sourceOf(given), [{ from: start, to: endAt(sentence, start, cue.at) }])
    },
  },
  {
    name: 'charge behind the accused',
    example: 'Ana Ruiz acusou a empresa de ter escondido o relatório.',
    counterExample: 'Ana Ruiz acusou a empresa de água.',
    find: (given) => {
      const { sentence, cue } = given
      if (cue.verb.act !== 'accuses') return undefined
      const isCharge = (at: number) =>
        sentence.isIn(at, sentence.words.beforeCharge) &&
        [at + 1, at + 2].some((next) => sentence.words.infinitive.test(sentence.base(next)))
      const charge = sentence.find(isCharge, cue.to + 1, Math.min(sentence.end, cue.to + farthestCharge))
      if (charge < 0 || sentence.some((at) => sentence.isMark(at, ';:'), cue.to, charge)) return undefined
      const next = sentence.find((at) => sentence.isMark(at, ',') && opensMain(sentence, at + 1), charge, sentence.end)
      const end = Math.min(next < 0 ? sentence.end : next, endAt(sentence, charge, cue.at))
      const from = sentence.find((at) => !isAdverb(sentence, at) && !opensAdjunct(sentence, at), cue.to, charge)
      // “acusado por Ana Ruiz de ter escondido”: the accused is the subject.
      const source = sourceOf(given)
      const isBehind = source !== undefined && source.from >= cue.to
      const start = cue.isPassive || isBehind ? charge + 1 : from < 0 ? cue.to : from
      return reportOf(given, source, [{ from: start, to: end }])
    },
  },
  {
    name: 'quotation soon after its verb',
    example: 'Ana Ruiz chamou à barragem «uma vergonha para todos nós».',
    counterExample: 'Ana Ruiz leu o livro «uma vergonha para todos nós».',
    find: (given) => {
      const { sentence, cue } = given
      const quotation = sentence.find((at) => sentence.isQuotation(at), cue.to, cue.to + farthestQuotation)
      const fewest = isReflexive(sentence, cue.at) ? 1 : fewestWords
      if (quotation < 0 || sentence.countQuoted(quotation) < fewest) return undefined
      const source = sourceOf(given)
      if (source && source.from <= quotation && quotation < source.to) return undefined
      // “chamou a denúncia de «delírio»”: what is named belongs to what is said of it.
      // “O grupo chama-se «Os Vizinhos»”: a name, and nobody's words.
      if (cue.verb.frames.includes('naming') && isReflexive(sentence, cue.at)) return undefined
      if (cue.verb.frames.includes('naming') && isInRelative(sentence, cue.at)) return undefined
      const isAfter = source !== undefined && source.from >= cue.to
      const isObject = cue.verb.frames.includes('naming') || opensObject(sentence, cue.to, quotation)
      return reportOf(given, source, [{ from: isObject && !isAfter ? cue.to : quotation, to: quotation + 1 }])
    },
  },
  {
    name: 'object of a denial',
    example: 'Ana Ruiz negou as acusações.',
    counterExample: 'Ana Ruiz leu as acusações.',
    find: (given) => {
      const { sentence, cue } = given
      if (!cue.verb.frames.includes('object') || cue.isPassive) return undefined
      const start = sentence.find((at) => !isAdverb(sentence, at), cue.to, sentence.end)
      const { prepositions, determiners } = sentence.words
      const isAdjunct =
        start < 0 ||
        opensAdjunct(sentence, start) ||
        (sentence.isIn(start, prepositions) && !sentence.isIn(start, determiners))
      const object = isAdjunct ? undefined : sentence.phraseAfter(start)
      const source = sourceOf(given)
      if (!object || (source && source.from >= cue.to)) return undefined
      // “negou o visto ao cantor”: what somebody is not given is no statement.
      if (sentence.some((at) => sentence.isIn(at, sentence.words.to), object.from + 1, object.to)) return undefined
      return reportOf(given, source, [object])
    },
  },
]

/** “a demandé si …”: with “if”, what is asked for is an answer. */
function asked(
  { sentence, cue }: AtRomanceCue,
  start: number,
  report: PlacedReport | undefined,
): PlacedReport | undefined {
  const isQuestion = cue.verb.act === 'demands' && !sentence.isIn(start, sentence.words.that)
  return report && isQuestion ? { ...report, act: 'asks' } : report
}

/** “a ponte, que os vizinhos chamam «a Bruxa»”: a name, and nobody's words. */
function isInRelative(sentence: RomanceSentence, verb: number): boolean {
  const mark = sentence.findLast((at) => sentence.isClauseMark(at), 0, verb)
  return sentence.isIn(mark + 1, sentence.words.relatives)
}

/** “criticou a falta de «um plano»”: a noun phrase runs from the verb into the quotation. */
function opensObject(sentence: RomanceSentence, from: number, quotation: number): boolean {
  const isBroken = (at: number) =>
    sentence.isFinite(at) || sentence.isMark(at, ':;') || sentence.isIn(at, sentence.words.complementizers)
  const isNoun = sentence.isIn(from, sentence.words.determiners) && !opensAdjunct(sentence, from)
  return isNoun && !sentence.some(isBroken, from, quotation)
}

/** Where the reported clause begins: right behind the verb, or behind its addressee, time or subject. */
function clauseStart(sentence: RomanceSentence, cue: RomanceCue): number | undefined {
  const { to: from } = cue
  const { complementizers, questions } = sentence.words
  const opens = (each: number) => sentence.isIn(each, complementizers)
  const colon = sentence.find((each) => sentence.isMark(each, ':;'), from, sentence.end)
  const start = sentence.find(opens, from, Math.min(from + farthestClause, colon < 0 ? sentence.end : colon))
  if (sentence.isIn(from, questions) && !(start === from)) return from
  if (start < 0 || start === from) return start < 0 ? undefined : start
  return isReported(sentence, start, cue) ? start : undefined
}

/** Returns true if a “que” some words behind a verb of saying opens what is reported, and no clause about a noun. */
function isReported(sentence: RomanceSentence, start: number, { at, to: from, verb }: RomanceCue): boolean {
  // “a câmara, que ele acusa de mentir”
  const accuses = cueAt(sentence, start + 2)?.verb.act === 'accuses'
  if (sentence.isIn(start + 1, sentence.words.pronouns) && accuses) return false
  const isLight = opensLight(sentence, from)
  // “avisou ontem, em carta, que”; but in “processa o jornal, que mentiu” the clause is about the paper.
  if (sentence.isMark(start - 1, ','))
    return (
      verb.act !== 'accuses' &&
      (sentence.isPunctuation(from) || isLight || sentence.phraseAfter(from)?.to !== start - 1)
    )
  if (sentence.some((each) => sentence.isFinite(each) || sentence.isSpokenQuotation(each), from, start)) return false
  // “disse o ministro que …”; but “o ministro disse adeus ao homem que …”.
  return isLight || (sentence.phraseAfter(from)?.to === start && !sentence.subjectBefore(at))
}

/** “ontem”, “na rádio”, “aos jornalistas”. */
function opensLight(sentence: RomanceSentence, at: number): boolean {
  return isAdverb(sentence, at) || opensAdjunct(sentence, at) || sentence.isIn(at, sentence.words.prepositions)
}

/** The words behind a “que”; “se” belongs to what it opens. */
function behindThat(sentence: RomanceSentence, start: number): number {
  return sentence.isIn(start, sentence.words.that) ? start + 1 : start
}

/** “negou hoje em tribunal ter visto”: an infinitive soon behind its verb, with the negation before it. */
function infinitiveStart(sentence: RomanceSentence, { to, verb }: RomanceCue): number | undefined {
  const { infinitive, prepositions, beforeVerbs, beforeInfinitives } = sentence.words
  // “comprometeu-se a ampliar”
  const opens = sentence.find((each) => !sentence.isIn(each, beforeVerbs), to + 1)
  if (beforeInfinitives.get(sentence.word(to))?.has(verb.act) && infinitive.test(sentence.base(opens))) return to + 1
  const at = sentence.find(
    (each) => infinitive.test(sentence.base(each)) && !sentence.isCapital(each),
    to,
    Math.min(sentence.end, to + farthestInfinitive),
  )
  if (at < 0 || sentence.isIn(at, prepositions) || sentence.isIn(at - 1, prepositions)) return undefined
  const isBroken = (each: number) =>
    sentence.isFinite(each) || sentence.isPunctuation(each) || sentence.isQuotation(each)
  if (sentence.some(isBroken, to, at)) return undefined
  const isLight = at === to || isAdverb(sentence, to) || opensAdjunct(sentence, to) || sentence.isIn(to, beforeVerbs)
  return isLight ? sentence.findLast((each) => !sentence.isIn(each, beforeVerbs), to - 1, at) + 1 : undefined
}

function isReflexive(sentence: RomanceSentence, verb: number): boolean {
  return sentence.word(verb) !== sentence.base(verb) || sentence.isIn(verb - 1, sentence.words.reflexives)
}
