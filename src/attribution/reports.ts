import type { Act } from '../domain/claim.ts'
import type { Token } from '../text/tokens.ts'
import { nothingLeft, skipAddressee, skipAdjuncts } from './adjuncts.ts'
import { contentEnd, type Report } from './contents.ts'
import { type CueForm, cueForm, nounsToo } from './cue-verbs.ts'
import { phraseAfter, type Range, subjectBefore, subjectOfClause } from './subjects.ts'
import {
  auxiliaries,
  beForms,
  determiners,
  isAdverb,
  isCapitalized,
  isMark,
  isWordIn,
  looksFinite,
  negations,
  prepositions,
  pronouns,
} from './word-classes.ts'

/** Finds, in one sentence, each report of speech that a verb or "according to" makes. */
export function findReports(tokens: readonly Token[]): Report[] {
  const reports: Report[] = []
  for (let at = 0; at < tokens.length; at++) {
    const report =
      tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to' ? accordingTo(tokens, at) : reportAt(tokens, at, reports)
    if (report) reports.push(report)
  }
  return reports
}

interface Cue extends Range {
  readonly verb: CueForm['verb']
  readonly form: CueForm['form']
  /** The position of the cue word itself. */
  readonly at: number
  readonly negated: boolean
}

function reportAt(tokens: readonly Token[], at: number, earlier: readonly Report[]): Report | undefined {
  const cue = cueAt(tokens, at)
  if (!cue) return undefined
  const silence = silenceAt(tokens, cue)
  if (silence) return silence
  const inverted = invertedSource(tokens, cue)
  const source = inverted ?? sourceBefore(tokens, cue, earlier)
  if (source === undefined && cue.form !== 'ing') return undefined
  const behind = inverted ? inverted.to : cue.to
  return placeContent(tokens, { cue, source: source ?? null, behind, inverted: inverted !== undefined }, earlier)
}

function cueAt(tokens: readonly Token[], at: number): Cue | undefined {
  const token = tokens[at]
  const found = token?.kind === 'word' ? cueForm(token.lower) : undefined
  if (!token || !found || isCapitalizedInside(tokens, at)) return undefined
  let from = at
  while (from > 0 && (isWordIn(tokens[from - 1], auxiliaries) || (isAdverb(tokens[from - 1]) && !isMark(tokens[from - 2], '.')))) from -= 1
  const group = tokens.slice(from, at)
  const passive = found.form === 'past' && group.some((word) => isWordIn(word, beForms))
  if (passive || isWordIn(tokens[at - 1], determiners) || tokens[at - 1]?.lower === 'of') return undefined
  if (nounsToo.has(token.lower) && !behindSubject(tokens, from, at)) return undefined
  if (tokens[from - 1]?.lower === 'to') {
    const governed = governor(tokens, from - 1)
    if (governed === undefined) return undefined
    from = governed
  }
  if (found.form === 'ing' && group.some((word) => isWordIn(word, beForms)) === false && !opensParticiple(tokens, from)) return undefined
  return { ...found, from, to: at + 1, at, negated: group.some((word) => isWordIn(word, negations)) }
}

/** "Call" in a name; the first word of a sentence may be a cue ("Said Ruiz: …"). */
function isCapitalizedInside(tokens: readonly Token[], at: number): boolean {
  return at > 0 && isCapitalized(tokens[at]) && !/^(?:Says|Said)$/.test(tokens[at]?.text ?? '')
}

function behindSubject(tokens: readonly Token[], from: number, at: number): boolean {
  const before = tokens[from - 1]
  if (from < at) return true
  if (isWordIn(before, pronouns) || isMark(before, ',)') || before?.kind === 'quotation') return true
  if (isCapitalized(before)) return !/'s?$/.test(before?.text ?? '') && !isMark(tokens[at + 1], '.,')
  // "officials say": a plural takes the bare form.
  return /[^s]s$|people$/.test(before?.lower ?? '') && cueForm(tokens[at]?.lower ?? '')?.form === 'base' && !isWordIn(before, prepositions)
}

/** Where the group of "went on to say" or "continued to insist" begins; other infinitives report nothing. */
function governor(tokens: readonly Token[], to: number): number | undefined {
  if (tokens[to - 1]?.lower === 'on' && /^(?:went|goes|go|going)$/.test(tokens[to - 2]?.lower ?? '')) return to - 2
  return /^(?:continued|continues|appeared|seemed|rushed|hastened)$/.test(tokens[to - 1]?.lower ?? '') ? to - 1 : undefined
}

/** ", saying that": a participle that shares a subject. */
function opensParticiple(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]
  return isMark(before, ',—–') || before?.kind === 'quotation' || /^(?:and|in|by|as)$/.test(before?.lower ?? '')
}

const silences: readonly (readonly [RegExp, Act])[] = [
  [/^(?:decline[ds]?|refuse[ds]?) (?:to )?(?:comment|discuss|answer|be interviewed|speak|elaborate|say)/, 'declines to comment'],
]

/** "did not respond", "declined to comment": that nothing was said is what is reported. */
function silenceAt(tokens: readonly Token[], cue: Cue): Report | undefined {
  const phrase = tokens
    .slice(cue.at, cue.at + 5)
    .map(({ lower }) => lower)
    .join(' ')
  const act = cue.verb.lemma === 'respond' && cue.negated ? 'did not respond' : silences.find(([pattern]) => pattern.test(phrase))?.[1]
  if (!act) return undefined
  const source = subjectBefore(tokens, cue.from)
  if (!source) return undefined
  const to = contentEnd(tokens, cue.to)
  if (to <= cue.to) return { act, source, cue: { from: cue.from, to: cue.to }, content: [{ from: cue.from, to: cue.to }], venue: null }
  return { act, source, cue: { from: cue.from, to: cue.to }, content: [{ from: cue.to, to }], venue: null }
}

/** “…,” said Ana Ruiz, the mayor. */
function invertedSource(tokens: readonly Token[], cue: Cue): Range | undefined {
  if (cue.at !== cue.from || (cue.form !== 'past' && cue.form !== 'third')) return undefined
  const before = tokens[cue.from - 1]
  const next = tokens[cue.to]
  if (next?.kind !== 'word' || next.lower === 'that') return undefined
  const opensSentence = cue.from === 0
  if (!opensSentence && before?.kind !== 'quotation' && !isMark(before, ',')) return undefined
  const nominal = isCapitalized(next) || isWordIn(next, determiners) || /^(?:he|she|they|one|two|three)$/.test(next.lower) || /s$/.test(next.lower)
  if (!nominal) return undefined
  if (isMark(before, ',') && !clauseInFront(tokens, cue.from)) return undefined
  const phrase = /^(?:he|she|they)$/.test(next.lower) ? { from: cue.to, to: cue.to + 1 } : phraseAfter(tokens, cue.to)
  if (!phrase) return undefined
  // A verb behind the phrase would make it the subject of what was said.
  return looksFinite(tokens, phrase.to) ? undefined : phrase
}

function clauseInFront(tokens: readonly Token[], before: number): boolean {
  for (let at = 0; at < before; at++) if (tokens[at]?.kind === 'quotation' || looksFinite(tokens, at)) return true
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
  if (cue.verb.frames.includes('told') && !inverted) behind = skipAddressee(tokens, behind)
  const { next, venue } = skipAdjuncts(tokens, behind)
  const start = Math.min(cue.from, source?.from ?? cue.from)
  const front = frontContent(tokens, start, earlier)
  const back = backContent(tokens, next, { cue, hasFront: front !== undefined, inverted })
  const content = [front, back].filter((range) => range !== undefined)
  // Where speech follows on the cue directly, what stands in front is only a lead-in, unless it is quoted.
  const chosen = back && front && !joins(tokens, front, next) ? [back] : content
  if (chosen.length === 0) return undefined
  if (isQuotationOnly(cue) && !chosen.some((range) => hasQuotation(tokens, range))) return undefined
  return { act: cue.negated && cue.verb.act === 'confirms' ? 'says' : cue.verb.act, source, cue: { from: cue.from, to: cue.to }, content: chosen, venue }
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
  let from = Math.max(0, ...earlier.flatMap(({ cue, content }) => [cue.to, ...content.map((range) => range.to)].filter((end) => end <= to)))
  while (from < to && (isMark(tokens[from], ',;:.)—–') || /^(?:and|but)$/.test(tokens[from]?.lower ?? ''))) from += 1
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
  const opens = /^(?:when|as|while|after|before|asked|in|on|at|speaking|since|although|though|during|by|with|for|from|following|despite)$/
  return opens.test(tokens[from]?.lower ?? '') && !tokens.slice(from, to).some((token) => isMark(token, ','))
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
    const that = tokens.findIndex((token, index) => index > at && index < at + 16 && token.lower === 'that' && isMark(tokens[index - 1], ','))
    if (that < 0 || hasFront) return undefined
    at = that
  } else if (inverted || isMark(tokens[at], '.;—–?!)')) return undefined
  const to = contentEnd(tokens, at)
  if (to <= at || (hasFront && !opensContent(tokens, at))) return undefined
  return acceptsObject(tokens, at, cue) ? { from: at, to } : undefined
}

function opensContent(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.kind === 'quotation' || /^(?:that|he|she|they|it|the|his|her|there|we|i|if|whether)$/.test(tokens[at]?.lower ?? '')
}

/** A clause or a quotation suits every verb; a bare noun phrase only those that take one. */
function acceptsObject(tokens: readonly Token[], at: number, { verb }: Cue): boolean {
  const first = tokens[at]
  if (first?.kind === 'quotation' || /^(?:that|whether|if|how|why|what|who|where)$/.test(first?.lower ?? '')) return true
  if (verb.frames.includes('object') || verb.frames.includes('told')) return true
  if (first?.lower === 'to') return verb.frames.includes('infinitive')
  if (!verb.frames.includes('clause')) return hasQuotation(tokens, { from: at, to: contentEnd(tokens, at) })
  if (isWordIn(first, prepositions) && !/^(?:in|on|at|for|with|by|from|after|before|during|under|since|of|about|against)$/.test(first?.lower ?? '')) return false
  return true
}

function accordingTo(tokens: readonly Token[], at: number): Report | undefined {
  const source = phraseAfter(tokens, at + 2)
  if (!source) return undefined
  const cue = { from: at, to: at + 2 }
  const { next, venue } = skipAdjuncts(tokens, source.to)
  const leads = at === 0 || isMark(tokens[at - 1], ';—–(') || (at === 1 && /^(?:and|but|yet)$/.test(tokens[0]?.lower ?? ''))
  if (leads) {
    const from = isMark(tokens[next], ',') ? next + 1 : next
    const to = contentEnd(tokens, from)
    return to > from ? { act: 'says', source, cue, content: [{ from, to }], venue } : undefined
  }
  const to = isMark(tokens[at - 1], ',') ? at - 1 : at
  const semicolon = tokens.slice(0, to).findLastIndex((token) => isMark(token, ';'))
  const content: Range[] = [{ from: semicolon + 1, to }]
  if (isMark(tokens[next], ',') && !nothingLeft(tokens, next + 1)) content.push({ from: next + 1, to: contentEnd(tokens, next + 1) })
  return { act: 'says', source, cue, content, venue }
}
