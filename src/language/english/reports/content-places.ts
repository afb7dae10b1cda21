import type { Token } from '../../../text/tokens.ts'
import type { Range, Report } from '../../report.ts'
import { nothingLeft } from '../syntax/adjuncts.ts'
import { isCapitalized, isMark, isWordIn, looksFinite, prepositions } from '../words/word-classes.ts'
import { type Cue, contentEnd, phraseContentEnd } from './contents.ts'

/** A headline of fewer words says nothing by itself. */
const fewestHeadlineWords = 4

/** A finite verb of its own, not only one of a relative clause: “Two officials, who spoke to us,” is no clause. */
export function clauseInFront(tokens: readonly Token[], before: number): boolean {
  let relative = false
  for (let at = 0; at < before; at++) {
    if (isMark(tokens[at], ',')) relative = /^(?:who|whose|whom|which|\p{Ll}+ing)$/u.test(tokens[at + 1]?.text ?? '')
    else if (/^(?:who|whose)$/.test(tokens[at]?.lower ?? '')) relative = true
    if (tokens[at]?.kind === 'quotation' || (!relative && looksFinite(tokens, at))) return true
  }
  return false
}

export function hasQuotation(tokens: readonly Token[], { from, to }: Range): boolean {
  return tokens.slice(from, to).some(({ kind }) => kind === 'quotation')
}

/** "C, S said" and “Q” S said: what stands before the source, if a mark closes it off. */
export function frontContent(
  tokens: readonly Token[],
  start: number,
  { cue, earlier }: { cue: Cue; earlier: readonly Report[] },
): Range | undefined {
  // “…, who said”: a relative clause explains a name, and takes nothing back.
  if (/^(?:who|which)$/.test(tokens[start]?.lower ?? '')) return undefined
  let to = start
  if (isMark(tokens[to - 1], ',—–') || tokens[to - 1]?.text === '--') to -= 1
  else if (tokens[to - 1]?.kind !== 'quotation') return undefined
  let from = frontStart(tokens, to, {
    earlier,
    trailing: cue.form !== 'ing' && isMark(tokens[start - 1], ',') && start < cue.from,
  })
  while (from < to && (isMark(tokens[from], ',;:.)—–') || /^(?:and|but)$/.test(tokens[from]?.lower ?? ''))) from += 1
  const colon = tokens
    .slice(from, to)
    .findLastIndex((token, index, all) => isMark(token, ':') && all[index + 1]?.kind === 'quotation')
  if (colon >= 0) from += colon + 1
  const bracket = tokens.slice(from, to).findLastIndex((token) => isMark(token, '('))
  if (bracket >= 0 && !tokens.slice(from + bracket, to).some((token) => isMark(token, ')'))) from += bracket + 1
  const semicolon = tokens.slice(from, to).findLastIndex((token) => isMark(token, ';'))
  if (semicolon >= 0) from += semicolon + 1
  if (from >= to) return undefined
  const quoted = hasQuotation(tokens, { from, to })
  // “New pill cuts strokes, study says”: where nothing follows, all that stands before was said, verb or not.
  const all = nothingLeft(tokens, cue.to) && from === 0 && to - from >= fewestHeadlineWords
  if (!quoted && !all && !clauseInFront(tokens.slice(from, to), to - from)) return undefined
  if (!quoted && isLeadIn(tokens, from, to)) return undefined
  return { from, to }
}

/** Behind whatever was reported before; unless that reaches up to here, and so is part of what is said. */
function frontStart(
  tokens: readonly Token[],
  to: number,
  { earlier, trailing }: { earlier: readonly Report[]; trailing: boolean },
): number {
  const ends = ({ cue, content }: Report) => [cue.to, ...content.map((range) => range.to)].filter((end) => end <= to)
  const last = earlier.at(-1)
  const from = last?.source?.from ?? last?.cue.from ?? 0
  const abuts =
    trailing &&
    last?.content.every((range) => range.from > from && range.to <= to && !hasQuotation(tokens, range)) &&
    tokens.slice(Math.max(...ends(last)), to).every(({ kind }) => kind === 'mark')
  if (abuts) return frontStart(tokens, from, { earlier: earlier.slice(0, -1), trailing })
  return Math.max(0, ...earlier.flatMap(ends))
}

/** "When asked on Monday, she said": a subordinate clause alone is no content. */
function isLeadIn(tokens: readonly Token[], from: number, to: number): boolean {
  const opens =
    /^(?:when|as|while|after|before|asked|in|on|at|speaking|since|although|though|during|by|with|for|from|following|despite)$/
  return opens.test(tokens[from]?.lower ?? '') && !tokens.slice(from, to).some((token) => isMark(token, ','))
}

/** “The question, she said, is open”: a sentence whose speaker is named between commas, before its verb. */
export function insertedContent(
  tokens: readonly Token[],
  start: number,
  next: number,
): { readonly front: Range; readonly back: Range } | undefined {
  if (!isMark(tokens[start - 1], ',') || !isMark(tokens[next], ',') || nothingLeft(tokens, next + 1)) return undefined
  const to = start - 1
  if (to === 0 || hasQuotation(tokens, { from: 0, to })) return undefined
  const back = { from: next + 1, to: contentEnd(tokens, next + 1) }
  // “It was, he said, a failure”, “The outlets stand in the way, he said, by lying”: the clause goes on behind.
  const goesOn = clauseInFront(tokens, to)
    ? looksFinite(tokens, to - 1) ||
      /^(?:by|while|because|although|though|if|especially|even|or|not|that|to|and)$/.test(tokens[next + 1]?.lower ?? '')
    : isLeadIn(tokens, 0, to) ||
      looksFinite(tokens, next + 1) ||
      (!isCapitalized(tokens[next + 1]) && !isMark(tokens[next + 1], '.'))
  return goesOn && back.to > back.from ? { front: { from: 0, to }, back } : undefined
}

export function joins(tokens: readonly Token[], front: Range, next: number): boolean {
  const quotedBack =
    tokens[next]?.kind === 'quotation' || (isMark(tokens[next], ',:') && tokens[next + 1]?.kind === 'quotation')
  // “As he left, he said, “Goodbye””: what leads up to a quotation is none of it.
  if (quotedBack && !hasQuotation(tokens, front)) return false
  if (tokens[front.from]?.lower === 'if') return true
  if (isMark(tokens[next], ',.:;—–') || tokens[next]?.text === '--') return true
  return tokens[front.to - 1]?.kind === 'quotation' && tokens[next]?.kind === 'quotation'
}

export function backContent(
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
    if (that < 0) return undefined
    at = that
  } else if (inverted || isMark(tokens[at], '.;—–?!)')) return undefined
  // “denied it, and the case was settled”: a pronoun is all of what was denied.
  if (/^(?:it|this|that|them|so)$/.test(tokens[at]?.lower ?? '') && isMark(tokens[at + 1], ',.;'))
    return acceptsObject(tokens, at, cue) ? { from: at, to: at + 1 } : undefined
  const to = takesPhrase(tokens, at, cue) ? phraseContentEnd(tokens, at) : contentEnd(tokens, at)
  if (to <= at || (hasFront && !opensContent(tokens, at))) return undefined
  return acceptsObject(tokens, at, cue) ? { from: at, to } : undefined
}

/** "denied the report", "refused to resign": no clause follows, but a phrase. */
function takesPhrase(tokens: readonly Token[], at: number, { verb }: Cue): boolean {
  if (tokens[at]?.kind === 'quotation' || /^(?:that|whether|if|how|why|what|who|where)$/.test(tokens[at]?.lower ?? ''))
    return false
  return tokens[at]?.lower === 'to' || (verb.frames.includes('object') && !verb.frames.includes('clause'))
}

function hasFiniteVerb(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some((token, index) => token.kind === 'quotation' || (index > 0 && looksFinite(tokens, from + index)))
}

function opensContent(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at]?.kind === 'quotation' ||
    /^(?:that|he|she|they|it|the|his|her|there|we|i|if|whether)$/.test(tokens[at]?.lower ?? '')
  )
}

/** "says nothing about it", "if the judge says no": that is no report of words. */
function saysNothing(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:nothing|little|yes|no|so|goodbye|more)$/.test(tokens[at]?.lower ?? '') &&
    !hasFiniteVerb(tokens, at + 1, at + 5)
  )
}

/** A clause or a quotation suits every verb; a bare noun phrase only those that take one. */
function acceptsObject(tokens: readonly Token[], at: number, { verb }: Cue): boolean {
  const first = tokens[at]
  if (saysNothing(tokens, at)) return false
  if (first?.kind === 'quotation' || /^(?:that|whether|if|how|why|what|who|where)$/.test(first?.lower ?? ''))
    return true
  if (verb.frames.includes('object') || verb.frames.includes('told')) return true
  if (first?.lower === 'to' || (first?.lower === 'not' && tokens[at + 1]?.lower === 'to'))
    return verb.frames.includes('infinitive')
  if (verb.frames.includes('that')) return hasFiniteVerb(tokens, at, contentEnd(tokens, at))
  if (!verb.frames.includes('clause')) return hasQuotation(tokens, { from: at, to: contentEnd(tokens, at) })
  if (
    isWordIn(first, prepositions) &&
    !/^(?:in|on|at|for|with|by|from|after|before|during|under|since|of|about|against)$/.test(first?.lower ?? '')
  )
    return false
  return true
}
