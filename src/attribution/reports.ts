import type { Token } from '../text/tokens.ts'
import { accordingTo } from './according-to.ts'
import { nothingLeft, skipAddressee, skipAdjuncts } from './adjuncts.ts'
import { type Cue, contentEnd, phraseContentEnd, type Report } from './contents.ts'
import { cueAt } from './cues.ts'
import { leadsToVenue, phraseAfter, type Range } from './noun-phrases.ts'
import { silencesAt } from './silences.ts'
import { subjectBefore, subjectOfClause } from './subjects.ts'
import { beForms, clauseOpeners, determiners, isAdverb, isCapitalized, isMark, isWordIn, looksFinite, prepositions, pronouns } from './word-classes.ts'

/** Finds, in one sentence, each report of speech that a verb or "according to" makes. */
export function findReports(tokens: readonly Token[]): Report[] {
  const reports: Report[] = []
  for (let at = 0; at < tokens.length; at++) {
    const silences = silencesAt(tokens, at)
    const report = isAccordingTo(tokens, at) ? accordingTo(tokens, at) : reportAt(tokens, at, reports)
    const found = silences.length > 0 ? silences : report ? [report] : []
    reports.push(...found.filter((each) => isSound(tokens, each)))
    at = Math.max(at, ...silences.map(({ cue }) => cue.to - 1))
  }
  return reports
}

/** A source and a content of words; broken text may leave either with nothing. */
function isSound(tokens: readonly Token[], { source, content }: Report): boolean {
  const hasWord = ({ from, to }: Range) => tokens.slice(from, to).some(({ kind }) => kind !== 'mark')
  return content.length > 0 && content.every(hasWord) && (source === null || hasWord(source))
}

function reportAt(tokens: readonly Token[], at: number, earlier: readonly Report[]): Report | undefined {
  const cue = cueAt(tokens, at)
  if (!cue) return undefined
  if (isAboutNaming(tokens, cue.to)) return undefined
  const inverted = invertedSource(tokens, cue)
  const source = inverted ?? sourceBefore(tokens, cue, earlier)
  if (source === undefined && cue.form !== 'ing') return undefined
  const behind = inverted ? inverted.to : cue.to
  return placeContent(tokens, { cue, source: source ?? null, behind, inverted: inverted !== undefined }, earlier)
}

function isAccordingTo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to'
}

/** "asked not to be named", "insisted on anonymity": how it was said, not what. */
function isAboutNaming(tokens: readonly Token[], from: number): boolean {
  const phrase = tokens
    .slice(from, from + 6)
    .map(({ lower }) => lower)
    .join(' ')
  return /^(?:not to be (?:named|identified|quoted)|that (?:he|she|they|their names?) not be|(?:for|on|to remain) anonym)/.test(
    phrase,
  )
}

/** “…,” said Ana Ruiz, the mayor. */
function invertedSource(tokens: readonly Token[], cue: Cue): Range | undefined {
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

/** A finite verb of its own, not only one of a relative clause: “Two officials, who spoke to us,” is no clause. */
function clauseInFront(tokens: readonly Token[], before: number): boolean {
  let relative = false
  for (let at = 0; at < before; at++) {
    if (isMark(tokens[at], ',')) relative = /^(?:who|whose|whom|which|\p{Ll}+ing)$/u.test(tokens[at + 1]?.text ?? '')
    if (tokens[at]?.kind === 'quotation' || (!relative && looksFinite(tokens, at))) return true
  }
  return false
}

function sourceBefore(tokens: readonly Token[], cue: Cue, earlier: readonly Report[]): Range | null | undefined {
  const before = tokens[cue.from - 1]
  const shared = earlier.findLast((report) => report.cue.to <= cue.from)
  if (cue.form === 'ing' && !isWordIn(tokens[cue.from], beForms)) {
    return shared?.source ?? subjectOfClause(tokens, 0, cue.from) ?? null
  }
  if (before?.lower === 'and' || before?.lower === 'but' || (isMark(before, ',') && isCoordinated(tokens, cue.from))) {
    return shared?.source ?? subjectOfClause(tokens, 0, cue.from)
  }
  return subjectBefore(tokens, cue.from)
}

function isCoordinated(tokens: readonly Token[], at: number): boolean {
  return /^(?:and|but|then)$/.test(tokens[at - 2]?.lower ?? '') || /^(?:and|but|then)$/.test(tokens[at]?.lower ?? '')
}

interface Placement {
  readonly cue: Cue
  readonly source: Range | null
  /** The position behind cue and inverted source. */
  readonly behind: number
  readonly inverted: boolean
}

function placeContent(tokens: readonly Token[], placement: Placement, earlier: readonly Report[]): Report | undefined {
  const { cue, source, inverted } = placement
  let behind = placement.behind
  const told = cue.verb.frames.includes('told') && !inverted
  if (told) behind = skipAddressee(tokens, behind)
  const { next, venue: after } = skipAdjuncts(tokens, behind)
  // “told CNN on Friday”: whom it was said to is part of where.
  const addressee =
    behind > placement.behind && isCapitalized(tokens[placement.behind]) ? { from: cue.at, to: behind } : null
  const venue = addressee
    ? { from: addressee.from, to: after?.to ?? addressee.to }
    : (after ?? venueBefore(tokens, cue, source))
  const start = Math.min(cue.from, source?.from ?? cue.from)
  const inserted = insertedContent(tokens, start, next)
  const front = inserted ? inserted.front : frontContent(tokens, start, earlier)
  const back = inserted ? inserted.back : backContent(tokens, next, { cue, hasFront: front !== undefined, inverted })
  const content = [front, back].filter((range) => range !== undefined)
  // Where speech follows on the cue directly, what stands in front is only a lead-in, unless it is quoted.
  const chosen = back && front && !joins(tokens, front, next) ? [back] : content
  if (chosen.length === 0) return undefined
  // "has not said whether", "did not deny": that something was not said is no report of it, and no act is its opposite.
  if (cue.negated) return undefined
  if (isQuotationOnly(cue) && !chosen.some((range) => hasQuotation(tokens, range))) return undefined
  return { act: cue.verb.act, source, cue: { from: cue.from, to: cue.to }, content: chosen, venue }
}

/** "Ruiz, in an interview on Friday, said": the venue stands between commas before the cue. */
function venueBefore(tokens: readonly Token[], cue: Cue, source: Range | null): Range | null {
  if (!source || source.to >= cue.from) return null
  const from = isMark(tokens[source.to], ',') ? source.to + 1 : source.to
  const to = isMark(tokens[cue.from - 1], ',') ? cue.from - 1 : cue.from
  return to > from && isWordIn(tokens[from], prepositions) && leadsToVenue(tokens, from) ? { from, to } : null
}

function isQuotationOnly({ verb }: Cue): boolean {
  return verb.frames.every((frame) => frame === 'quotation')
}

function hasQuotation(tokens: readonly Token[], { from, to }: Range): boolean {
  return tokens.slice(from, to).some(({ kind }) => kind === 'quotation')
}

/** "C, S said" and “Q” S said: what stands before the source, if a mark closes it off. */
function frontContent(tokens: readonly Token[], start: number, earlier: readonly Report[]): Range | undefined {
  let to = start
  if (isMark(tokens[to - 1], ',—–') || tokens[to - 1]?.text === '--') to -= 1
  else if (tokens[to - 1]?.kind !== 'quotation') return undefined
  let from = Math.max(
    0,
    ...earlier.flatMap(({ cue, content }) => [cue.to, ...content.map((range) => range.to)].filter((end) => end <= to)),
  )
  while (from < to && (isMark(tokens[from], ',;:.)—–') || /^(?:and|but)$/.test(tokens[from]?.lower ?? ''))) from += 1
  const colon = tokens
    .slice(from, to)
    .findLastIndex((token, index, all) => isMark(token, ':') && all[index + 1]?.kind === 'quotation')
  if (colon >= 0) from += colon + 1
  const semicolon = tokens.slice(from, to).findLastIndex((token) => isMark(token, ';'))
  if (semicolon >= 0) from += semicolon + 1
  if (from >= to) return undefined
  const quoted = hasQuotation(tokens, { from, to })
  if (!quoted && !clauseInFront(tokens.slice(from, to), to - from)) return undefined
  if (!quoted && isLeadIn(tokens, from, to)) return undefined
  return { from, to }
}

/** "When asked on Monday, she said": a subordinate clause alone is no content. */
function isLeadIn(tokens: readonly Token[], from: number, to: number): boolean {
  const opens =
    /^(?:when|as|while|after|before|asked|in|on|at|speaking|since|although|though|during|by|with|for|from|following|despite)$/
  return opens.test(tokens[from]?.lower ?? '') && !tokens.slice(from, to).some((token) => isMark(token, ','))
}

/** “The question, she said, is open”: a sentence whose speaker is named between commas, before its verb. */
function insertedContent(
  tokens: readonly Token[],
  start: number,
  next: number,
): { readonly front: Range; readonly back: Range } | undefined {
  if (!isMark(tokens[start - 1], ',') || !isMark(tokens[next], ',') || nothingLeft(tokens, next + 1)) return undefined
  const to = start - 1
  if (to === 0 || hasQuotation(tokens, { from: 0, to }) || clauseInFront(tokens, to)) return undefined
  const back = { from: next + 1, to: contentEnd(tokens, next + 1) }
  const goesOn = isLeadIn(tokens, 0, to) || looksFinite(tokens, next + 1)
  return goesOn && back.to > back.from ? { front: { from: 0, to }, back } : undefined
}

function joins(tokens: readonly Token[], front: Range, next: number): boolean {
  if (isMark(tokens[next], ',.:;—–') || tokens[next]?.text === '--') return true
  return tokens[front.to - 1]?.kind === 'quotation' && tokens[next]?.kind === 'quotation'
}

function backContent(
  tokens: readonly Token[],
  from: number,
  { cue, hasFront, inverted }: { cue: Cue; hasFront: boolean; inverted: boolean },
): Range | undefined {
  let at = from
  if (nothingLeft(tokens, at)) return undefined
  if (isMark(tokens[at], ':,') && tokens[at + 1]?.kind === 'quotation') at += 1
  else if (isMark(tokens[at], ':')) at += 1
  else if (isMark(tokens[at], ',')) {
    const that = tokens.findIndex(
      (token, index) => index > at && index < at + 16 && token.lower === 'that' && isMark(tokens[index - 1], ','),
    )
    if (that < 0 || hasFront) return undefined
    at = that
  } else if (inverted || isMark(tokens[at], '.;—–?!)')) return undefined
  const to = takesPhrase(tokens, at, cue) ? phraseContentEnd(tokens, at) : contentEnd(tokens, at)
  if (to <= at || (hasFront && !opensContent(tokens, at))) return undefined
  return acceptsObject(tokens, at, cue) ? { from: at, to } : undefined
}

/** "denied the report", "refused to resign": no clause follows, but a phrase. */
function takesPhrase(tokens: readonly Token[], at: number, { verb }: Cue): boolean {
  if (tokens[at]?.kind === 'quotation' || /^(?:that|whether|if|how|why|what|who|where)$/.test(tokens[at]?.lower ?? '')) return false
  return tokens[at]?.lower === 'to' || (verb.frames.includes('object') && !verb.frames.includes('clause'))
}

function opensContent(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'quotation' ||
    /^(?:that|he|she|they|it|the|his|her|there|we|i|if|whether)$/.test(tokens[at]?.lower ?? '')
  )
}

/** A clause or a quotation suits every verb; a bare noun phrase only those that take one. */
function acceptsObject(tokens: readonly Token[], at: number, { verb }: Cue): boolean {
  const first = tokens[at]
  if (first?.kind === 'quotation' || /^(?:that|whether|if|how|why|what|who|where)$/.test(first?.lower ?? ''))
    return true
  if (verb.frames.includes('object') || verb.frames.includes('told')) return true
  if (first?.lower === 'to') return verb.frames.includes('infinitive')
  if (!verb.frames.includes('clause')) return hasQuotation(tokens, { from: at, to: contentEnd(tokens, at) })
  if (
    isWordIn(first, prepositions) &&
    !/^(?:in|on|at|for|with|by|from|after|before|during|under|since|of|about|against)$/.test(first?.lower ?? '')
  )
    return false
  return true
}
