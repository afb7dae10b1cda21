import type { PlacedReport, Range, Report } from '../report.ts'
import type { Rule } from '../rule.ts'
import { cueRange, type RomanceCue } from './cues.ts'
import { isAdverb, opensAdjunct } from './noun-phrases.ts'
import type { RomanceSentence } from './sentence.ts'
import { subjectAfter } from './subjects.ts'

/** How far behind its verb the reported clause or quotation may begin, in tokens. */
const farthestClause = 16
const farthestQuotation = 12
const farthestColon = 28
const fewestWords = 2
const fewestFrontWords = 5

/** A verb of saying in its sentence, and the reports before it. */
export interface AtRomanceCue {
  readonly sentence: RomanceSentence
  readonly at: number
  readonly cue: RomanceCue
  readonly earlier: readonly Report[]
}

/** Makes a report whose content is trimmed; undefined without any. */
function reportOf(
  { sentence, cue }: Pick<AtRomanceCue, 'sentence' | 'cue'>,
  source: Range | undefined,
  content: readonly (Range | undefined)[],
): PlacedReport | undefined {
  const kept = content.flatMap((range) => (range && sentence.trimmed(range)) ?? [])
  if (kept.length === 0) return undefined
  const { act } = cue.verb
  return { act, source: source ?? null, cue: cueRange(cue), content: kept, venue: null, negated: cue.negated }
}

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
        : reportOf(given, sourceOf(given), [{ from: start, to: endAt(sentence, start) }])
    },
  },
  {
    name: 'words behind a colon',
    example: 'Ana Ruiz disse: a barragem é segura.',
    counterExample: 'Ana Ruiz chegou: a barragem é segura.',
    find: (given) => {
      const { sentence, cue } = given
      const colon = sentence.find((at) => sentence.isMark(at, ':'), cue.to, cue.to + farthestColon)
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
      const isNegation = (at: number) => sentence.isIn(at, sentence.words.beforeVerbs) || isAdverb(sentence, at)
      const start = sentence.find((at) => !isNegation(at), cue.to, sentence.end)
      if (start < 0 || start > cue.to + 3 || !cue.verb.frames.includes('clause')) return undefined
      if (!sentence.words.infinitive.test(sentence.base(start)) || sentence.isCapital(start)) return undefined
      if (sentence.isIn(start, sentence.words.prepositions)) return undefined
      return reportOf(given, sourceOf(given), [{ from: cue.to, to: endAt(sentence, start) }])
    },
  },
  {
    name: 'quotation soon after its verb',
    example: 'Ana Ruiz chamou à barragem «uma vergonha para todos nós».',
    counterExample: 'Ana Ruiz leu o livro «uma vergonha para todos nós».',
    find: (given) => {
      const { sentence, cue } = given
      const quotation = sentence.find((at) => sentence.isQuotation(at), cue.to, cue.to + farthestQuotation)
      if (quotation < 0 || sentence.countQuoted(quotation) < fewestWords) return undefined
      const source = sourceOf(given)
      if (source && source.from <= quotation && quotation < source.to) return undefined
      return reportOf(given, source, [{ from: quotation, to: quotation + 1 }])
    },
  },
]

/** The one who speaks: the subject, the actor of a passive, or with a gerund the subject of the main clause. */
function sourceOf({ sentence, cue, earlier }: AtRomanceCue): Range | undefined {
  if (cue.isPassive) {
    const by = sentence.find((at) => sentence.isIn(at, sentence.words.by), cue.to, cue.to + farthestClause)
    return by < 0 ? undefined : sentence.phraseAfter(by + 1)
  }
  const last = earlier.at(-1)?.source ?? undefined
  if (cue.isGerund) {
    const verb = sentence.find((at) => sentence.isFinite(at), 0, cue.at)
    return last ?? (verb < 0 ? undefined : sentence.subjectOf(verb))
  }
  const before = sentence.subjectBefore(cue.at)
  if (before) return before
  // “… e acrescentou que”: the one who spoke before goes on.
  const joins = sentence.isIn(cue.at - 1, sentence.words.conjunctions)
  return subjectAfter(sentence, cue.to) ?? (joins ? last : undefined)
}

/** Where the reported clause begins: right behind the verb, or behind its addressee, time or subject. */
function clauseStart(sentence: RomanceSentence, { at, to: from }: RomanceCue): number | undefined {
  const { complementizers, questions, prepositions } = sentence.words
  const opens = (each: number) => sentence.isIn(each, complementizers)
  const colon = sentence.find((each) => sentence.isMark(each, ':;'), from, sentence.end)
  const start = sentence.find(opens, from, Math.min(from + farthestClause, colon < 0 ? sentence.end : colon))
  if (sentence.isIn(from, questions) && !(start === from)) return from
  if (start < 0) return undefined
  if (start === from || sentence.isMark(start - 1, ',')) return start
  const between = { from, to: start }
  if (sentence.some((each) => sentence.isFinite(each) || sentence.isSpokenQuotation(each), between.from, between.to))
    return undefined
  const isLight = isAdverb(sentence, from) || opensAdjunct(sentence, from) || sentence.isIn(from, prepositions)
  // “disse o ministro que …”; but “o ministro disse adeus ao homem que …”.
  const isSubject = sentence.phraseAfter(from)?.to === start && !sentence.subjectBefore(at)
  return isLight || isSubject ? start : undefined
}

/** “…, disse ela, …”: what precedes the verb's comma or quotation, and what goes on after it. */
function inserted(given: AtRomanceCue): PlacedReport | undefined {
  const { sentence, cue, earlier } = given
  if (cue.isPassive || cue.isGerund) return undefined
  const before = sentence.isIn(cue.at - 1, sentence.words.beforeVerbs) ? cue.at - 1 : cue.at
  const isBehind =
    sentence.isMark(before - 1, ',') || sentence.isDash(before - 1) || sentence.isSpokenQuotation(before - 1)
  if (!isBehind) return undefined
  const floor = Math.max(0, ...earlier.map((report) => Math.max(report.cue.to, ...report.content.map(({ to }) => to))))
  const stop = sentence.findLast((at) => sentence.isMark(at, ';'), floor, before)
  const front = sentence.trimmed({ from: Math.max(floor, stop + 1), to: before })
  if (!front || !(isWords(sentence, front, cue) || isAdverbAlone(sentence, front, cue))) return undefined
  const source = subjectAfter(sentence, cue.to)
  if (!source || sentence.isIn(source.to, sentence.words.complementizers)) return undefined
  const mark = sentence.find((at) => sentence.isClauseMark(at) || sentence.isQuotation(at), source.to, sentence.end)
  return reportOf(given, source, [front, mark < 0 ? undefined : restBehind(sentence, mark)])
}

/** “Agora, dizem os médicos, já não há dúvidas”. */
function isAdverbAlone(sentence: RomanceSentence, front: Range, cue: RomanceCue): boolean {
  const next = sentence.find((at) => sentence.isMark(at, ','), cue.to, cue.to + farthestClause)
  return (
    front.to - front.from <= 2 &&
    isAdverb(sentence, front.to - 1) &&
    sentence.some((at) => sentence.isFinite(at), next, sentence.end)
  )
}

/** Returns true for a quotation, or for a clause with a verb of its own. */
function isWords(sentence: RomanceSentence, front: Range, cue: RomanceCue): boolean {
  if (sentence.some((at) => sentence.isSpokenQuotation(at), front.from, front.to)) return true
  if (sentence.isQuotation(front.from) && front.to === front.from + 1) return true
  if (!cue.verb.frames.includes('clause') || sentence.countWords(front) < fewestWords) return false
  if (sentence.isIn(front.from, sentence.words.subordinators)) return false
  if (sentence.some((at) => sentence.isFinite(at), front.from, front.to)) return true
  // A verb in the present looks like a noun: “A mudança não basta, diz a ministra”.
  const opensClause = sentence.isIn(front.from, sentence.words.determiners) || sentence.isCapital(front.from)
  const isAdverbial =
    sentence.isIn(front.from, sentence.words.prepositions) && !sentence.isIn(front.from, sentence.words.determiners)
  return opensClause && !isAdverbial && sentence.countWords(front) >= fewestFrontWords
}

function restBehind(sentence: RomanceSentence, mark: number): Range | undefined {
  const rest = { from: sentence.isQuotation(mark) ? mark : mark + 1, to: sentence.end }
  const isAside = sentence.isIn(rest.from, sentence.words.relatives) || opensAdjunct(sentence, rest.from)
  if (isAside && !sentence.hasQuotation(rest)) return undefined
  return sentence.countWords(rest) >= fewestWords || sentence.isQuotation(rest.from) ? rest : undefined
}

/** The end of reported words: a semicolon, a colon, a contrast, or the sentence's end. */
function endAt(sentence: RomanceSentence, from: number): number {
  const isContrast = (at: number) =>
    sentence.isMark(at, ',') && sentence.isIn(at + 1, sentence.words.contrasts) && opensMain(sentence, at + 2)
  const stop = sentence.find((at) => sentence.isMark(at, ';:') || isContrast(at), from, sentence.end)
  return stop < 0 ? sentence.end : stop
}

/** “mas não adiantou”, “mas ontem os serviços disseram”: a clause with a verb of its own follows. */
function opensMain(sentence: RomanceSentence, from: number): boolean {
  const mark = sentence.find((at) => sentence.isClauseMark(at), from, sentence.end)
  const opensQue = sentence.isIn(from, sentence.words.complementizers)
  return !opensQue && sentence.some((at) => sentence.isFinite(at), from, mark < 0 ? sentence.end : mark)
}
