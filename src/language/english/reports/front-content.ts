import type { Range, Report } from '../../report.ts'
import { nothingLeft } from '../syntax/adjuncts.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { contentEnd } from './content-ends.ts'
import type { Cue } from './cues/cue.ts'

/** The fewest words in a headline that say something by themselves. */
const fewestHeadlineWords = 4

/** Returns true if a clause comes before a position; “Two officials, who spoke to us,” has only a relative clause. */
export function clauseInFront(sentence: EnglishSentence, before: number): boolean {
  return hasClause(sentence, { from: 0, to: before })
}

function hasClause(sentence: EnglishSentence, { from, to }: Range): boolean {
  let isRelative = false
  for (let at = from; at < to; at++) {
    if (sentence.isMark(at, ',')) isRelative = opensRelative(sentence, at + 1)
    else if (/^(?:who|whose)$/.test(sentence.word(at))) isRelative = true
    if (sentence.isQuotation(at) || (!isRelative && sentence.isFinite(at))) return true
  }
  return false
}

/** “, who …”, “, owning …”, “, owned since 2021 by …”: what follows only describes the noun before the comma. */
function opensRelative(sentence: EnglishSentence, at: number): boolean {
  const word = sentence.printed(at)
  if (/^(?:who|whose|whom|which|\p{Ll}+ing)$/u.test(word)) return true
  return (
    /^(?:\p{Ll}+ed|read|held|seen|set|made|put|led|built|known|drawn|written|sent|shown|taken|given|kept|born|run)$/u.test(
      word,
    ) &&
    (sentence.isPreposition(at + 1) ||
      /^(?:since|last|this|earlier|by|as|only)$/.test(sentence.word(at + 1)) ||
      sentence.isTime(at + 1))
  )
}

interface InFront {
  readonly cue: Cue
  readonly earlier: readonly Report[]
}

/** "C, S said" and “Q” S said: the content before the source, if a mark separates the two. */
export function frontContent(sentence: EnglishSentence, start: number, { cue, earlier }: InFront): Range | undefined {
  // “…, who said”: a relative clause explains a name, so the words before it are not content.
  if (/^(?:who|whose|which)$/.test(sentence.word(start))) return undefined
  const range = closedBefore(sentence, start, { cue, earlier })
  if (!range || sentence.hasQuotation(range)) return range
  // “Both asked for anonymity, citing their contracts”: a participle tells of what follows it.
  return cue.form === 'ing' || !isStatement(sentence, range, cue) ? undefined : range
}

/** Returns the words before a source that a mark or a quotation separates from it. */
function closedBefore(sentence: EnglishSentence, start: number, { cue, earlier }: InFront): Range | undefined {
  const isClosed = sentence.isMark(start - 1, ',') || sentence.isDash(start - 1)
  if (!isClosed && !sentence.isQuotation(start - 1)) return undefined
  const to = isClosed ? start - 1 : start
  const isTrailing = cue.form !== 'ing' && sentence.isMark(start - 1, ',') && start < cue.from
  const from = behindLeadIn(sentence, { from: frontStart(sentence, to, { earlier, isTrailing }), to })
  return from < to ? { from, to } : undefined
}

/** True for a clause, and for all that stands before a speaker with nothing behind: “New pill cuts strokes, study says”. */
function isStatement(sentence: EnglishSentence, { from, to }: Range, cue: Cue): boolean {
  const isAll = nothingLeft(sentence, cue.to) && from === 0 && to - from >= fewestHeadlineWords
  const isClause = isAll || hasClause(sentence.part(from, to), { from: 0, to: to - from })
  return isClause && !isLeadIn(sentence, from, to)
}

/** Returns where content begins, after any lead-in: a mark, “and”, a colon, an open bracket, a semicolon. */
function behindLeadIn(sentence: EnglishSentence, { from: start, to }: Range): number {
  let from = start
  while (from < to && (sentence.isMark(from, ',;:.)—–') || /^(?:and|but)$/.test(sentence.word(from)))) from += 1
  const colon = sentence.findLast(
    (at) => sentence.isMark(at, ':') && at + 1 < to && sentence.isQuotation(at + 1),
    from,
    to,
  )
  if (colon >= 0) from = colon + 1
  const bracket = sentence.findLast((at) => sentence.isMark(at, '('), from, to)
  if (bracket >= 0 && !sentence.some((at) => sentence.isMark(at, ')'), bracket, to)) from = bracket + 1
  return Math.max(from, sentence.findLast((at) => sentence.isMark(at, ';'), from, to) + 1)
}

/**
 * Returns where content before a speaker may begin: after earlier reports, unless the last one extends to this point
 * and so is part of it.
 */
function frontStart(
  sentence: EnglishSentence,
  to: number,
  { earlier, isTrailing }: { readonly earlier: readonly Report[]; readonly isTrailing: boolean },
): number {
  const ends = ({ cue, content }: Report) => [cue.to, ...content.map((range) => range.to)].filter((end) => end <= to)
  const last = earlier.at(-1)
  const from = last?.source?.from ?? last?.cue.from ?? 0
  const abuts =
    isTrailing &&
    last?.content.every((range) => range.from > from && range.to <= to && !sentence.hasQuotation(range)) &&
    sentence.every((at) => sentence.isPunctuation(at), Math.max(...ends(last)), to)
  if (abuts) return frontStart(sentence, from, { earlier: earlier.slice(0, -1), isTrailing })
  return Math.max(0, ...earlier.flatMap(ends))
}

/** "When asked on Monday, she said": a subordinate clause alone is not content. */
function isLeadIn(sentence: EnglishSentence, from: number, to: number): boolean {
  const opens =
    /^(?:when|as|while|after|before|asked|in|on|at|speaking|since|although|though|during|by|with|for|from|following|despite)$/
  // “At least eleven people were killed, officials said”: a number.
  if (/^at (?:least|most)\b/.test(sentence.phrase(from, from + 2))) return false
  return opens.test(sentence.word(from)) && !sentence.some((at) => sentence.isMark(at, ','), from, to)
}

/** “The question, she said, is open”: a sentence with its speaker between commas, before its verb. */
export function insertedContent(
  sentence: EnglishSentence,
  start: number,
  next: number,
): { readonly front: Range | undefined; readonly back: Range } | undefined {
  if (!sentence.isMark(start - 1, ',') || !sentence.isMark(next, ',') || nothingLeft(sentence, next + 1))
    return undefined
  const to = start - 1
  if (to === 0 || sentence.hasQuotation({ from: 0, to })) return undefined
  const back = { from: next + 1, to: contentEnd(sentence, next + 1) }
  // “She cited a survey in which, she said, most agreed”: what stands before the relative word is the outlet's.
  if (/^(?:which|whom|where)$/.test(sentence.word(to - 1)))
    return back.to > back.from ? { front: undefined, back } : undefined
  return goesOnBehind(sentence, to, next) && back.to > back.from ? { front: { from: 0, to }, back } : undefined
}

/** “It was, he said, a failure”, “The outlets stand in the way, he said, by lying”: the clause goes on after the speaker. */
function goesOnBehind(sentence: EnglishSentence, to: number, next: number): boolean {
  if (clauseInFront(sentence, to))
    return (
      sentence.isFinite(to - 1) ||
      /^(?:by|while|because|although|though|if|especially|even|or|not|that|to|and)$/.test(sentence.word(next + 1))
    )
  return (
    isLeadIn(sentence, 0, to) ||
    sentence.isFinite(next + 1) ||
    (!sentence.isCapital(next + 1) && !sentence.isMark(next + 1, '.'))
  )
}

/** “He had no share in it, the letter stated, “now or ever””: the quotation goes on with the clause before the speaker. */
function isGoneOnWith(sentence: EnglishSentence, { from, to }: Range, next: number): boolean {
  const quotation = sentence.isQuotation(next) ? next : next + 1
  return (
    sentence.isMark(next, ',') &&
    /^[“"‘']\p{Ll}/u.test(sentence.printed(quotation)) &&
    sentence.some((at) => sentence.isFinite(at), from + 1, to) &&
    !isLeadIn(sentence, from, to)
  )
}

/** Returns true if the words before a speaker belong together with those after the verb. */
export function joins(sentence: EnglishSentence, front: Range, next: number): boolean {
  const isQuotedBack = sentence.isQuotation(next) || (sentence.isMark(next, ',:') && sentence.isQuotation(next + 1))
  // “As he left, he said, “Goodbye””: the lead-in to a quotation is not part of it.
  if (isQuotedBack && !sentence.hasQuotation(front)) return isGoneOnWith(sentence, front, next)
  if (sentence.word(front.from) === 'if') return true
  if (sentence.isMark(next, ',.:;') || sentence.isDash(next)) return true
  return sentence.isQuotation(front.to - 1) && sentence.isQuotation(next)
}
