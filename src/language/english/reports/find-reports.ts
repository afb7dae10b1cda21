import type { Token } from '../../../text/tokens.ts'
import type { Range, Report } from '../../report.ts'
import { skipAddressee, skipAdjuncts } from '../syntax/adjuncts.ts'
import { invertedSource } from '../syntax/inverted-source.ts'
import { leadsToVenue, phraseAfter } from '../syntax/noun-phrases.ts'
import { subjectBefore, subjectOfClause } from '../syntax/subjects.ts'
import {
  auxiliaries,
  beForms,
  determiners,
  isCapitalized,
  isMark,
  isWordIn,
  looksFinite,
  prepositions,
} from '../words/word-classes.ts'
import { accordingTo } from './according-to.ts'
import { isAsserted } from './assertion.ts'
import { backContent, frontContent, hasQuotation, insertedContent, joins } from './content-places.ts'
import { type Cue, contentEnd } from './contents.ts'
import { cueAt } from './cues.ts'
import { doubted, holdsReport, opensClause } from './doubts.ts'
import { nominalReport } from './nominal-cues.ts'
import { isBarePassive, isCourtOrder, isDeed } from './senses.ts'
import { silencesAt } from './silences.ts'

/** Words of a place behind the noun that names its kind: “a letter read to the court:”. */
const longestPlace = 5

/** Finds, in one sentence, each report of speech that a verb or "according to" makes. */
export function findReports(tokens: readonly Token[]): Report[] {
  const reports: Report[] = []
  for (let at = 0; at < tokens.length; at++) {
    const silences = silencesAt(tokens, at)
    const report = isAccordingTo(tokens, at)
      ? accordingTo(tokens, at)
      : (nominalReport(tokens, at) ?? reportAt(tokens, at, reports))
    const found = silences.length > 0 ? silences : report ? [report] : []
    const holdsOther = isAccordingTo(tokens, at) && found.some((each) => holdsReport(each, reports))
    const sound = found
      .map((each) => withoutClause(tokens, each))
      .filter((each) => isSound(tokens, each))
      .map((each) => doubted(tokens, each))
    reports.push(...sound.map((each) => (holdsOther ? { ...each, unsure: true } : each)))
    at = Math.max(at, ...silences.map(({ cue }) => cue.to - 1))
  }
  return reports
}

/** “One of them, a baker who gave no name, said”: who it is, up to the clause that tells of what explains them. */
function withoutClause(tokens: readonly Token[], report: Report): Report {
  const { source } = report
  if (!source) return report
  const inside = (at: number) => at > source.from && at < source.to
  const comma = tokens.findIndex((token, at) => inside(at) && isMark(token, ','))
  const who = tokens.findIndex(({ lower }, at) => inside(at) && at > comma && /^(?:who|whose)$/.test(lower))
  // A clause of its own (“…, who spoke on condition of anonymity,”) is told with its speaker.
  if (comma < 0 || who < 0 || isMark(tokens[who - 1], ',')) return report
  return { ...report, source: { from: source.from, to: who } }
}

/** A source and a content of words; broken text may leave either with nothing. */
function isSound(tokens: readonly Token[], { source, content }: Report): boolean {
  const hasWord = ({ from, to }: Range) => tokens.slice(from, to).some(({ kind }) => kind !== 'mark')
  return (
    content.length > 0 &&
    content.every(hasWord) &&
    (source === null || (hasWord(source) && !holdsClause(tokens, source)))
  )
}

/** “Police are looking for a man”: a sentence is nobody; a relative clause within a mention is fine. */
function holdsClause(tokens: readonly Token[], { from, to }: Range): boolean {
  for (let at = from; at < to; at++) {
    if (/^(?:who|whose|whom|which|that|where|when|as|while|after|before|because|,)$/.test(tokens[at]?.lower ?? ''))
      return false
    if (at > from && isWordIn(tokens[at], auxiliaries)) return true
  }
  return false
}

function reportAt(tokens: readonly Token[], at: number, earlier: readonly Report[]): Report | undefined {
  const cue = cueAt(tokens, at)
  if (!cue) return undefined
  if (isAboutNaming(tokens, cue.to) || isDeed(tokens, cue) || isBarePassive(tokens, cue)) return undefined
  if (cue.passive) return placePassive(tokens, cue)
  const inverted = invertedSource(tokens, cue)
  const source = inverted ?? sourceBefore(tokens, cue, earlier)
  if (source === undefined && cue.form !== 'ing') return undefined
  if (isCourtOrder(tokens, cue, source ?? null)) return undefined
  const denied = source ? deniedClaim(tokens, cue, source) : undefined
  if (denied) return denied
  const behind = inverted ? inverted.to : cue.to
  return placeContent(tokens, { cue, source: source ?? null, behind, inverted: inverted !== undefined }, earlier)
}

/** “…, a claim the bank denied”: the claim is what stands before, and the bank denies it. */
function deniedClaim(tokens: readonly Token[], cue: Cue, { from, to }: Range): Report | undefined {
  const noun = from + 1
  const isNoun = /^(?:claim|charge|allegation|accusation|suggestion|report|assertion|account|idea)s?$/.test(
    tokens[noun]?.lower ?? '',
  )
  if (!isNoun || !isWordIn(tokens[from], determiners) || !/^(?:denies|rejects)$/.test(cue.verb.act)) return undefined
  const subject = /^(?:that|which)$/.test(tokens[noun + 1]?.lower ?? '') ? noun + 2 : noun + 1
  if (subject >= to) return undefined
  return {
    act: cue.verb.act,
    source: { from: subject, to },
    cue: { from: cue.from, to: cue.to },
    content: [{ from, to: noun + 1 }],
    venue: null,
    negated: !isAsserted(tokens, cue, { from: subject, to }),
  }
}

/** “Residents were told by the mayor that …”, “He was asked whether …”: who spoke stands behind "by", or nowhere. */
function placePassive(tokens: readonly Token[], cue: Cue): Report | undefined {
  const agent = tokens[cue.to]?.lower === 'by' ? phraseAfter(tokens, cue.to + 1) : undefined
  const { next, venue } = skipAdjuncts(tokens, agent?.to ?? cue.to)
  const found = backContent(tokens, next, { cue, hasFront: false, inverted: false })
  if (!found || !(cue.to > cue.at + 1 || opensClause(tokens[found.from]))) return undefined
  // “Asked about it, she answered”: what was asked ends where the answer's clause begins.
  const comma = tokens.findIndex((token, index) => index > found.from && index < found.to && isMark(token, ','))
  const content = cue.verb.act === 'asks' && comma > 0 ? { from: found.from, to: comma } : found
  return {
    act: cue.verb.act,
    source: agent ?? null,
    cue: { from: cue.from, to: cue.to },
    content: [content],
    venue,
    negated: !isAsserted(tokens, cue, agent ?? null),
  }
}

function isAccordingTo(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to'
}

/** "asked not to be named", "declined to be identified", "insisted on anonymity": how it was said, not what. */
function isAboutNaming(tokens: readonly Token[], from: number): boolean {
  const phrase = tokens
    .slice(from, from + 7)
    .map(({ lower }) => lower)
    .join(' ')
  return /^(?:(?:not )?to (?:not )?be (?:publicly |further |fully )?(?:named|identified|quoted|photographed)|not to give (?:his|her|their) (?:full |real |last )?names?|that (?:he|she|they|(?:his|her|their) names?) not be|(?:for|on|to remain) anonym|anonymity)/.test(
    phrase,
  )
}

function sourceBefore(tokens: readonly Token[], cue: Cue, earlier: readonly Report[]): Range | null | undefined {
  const before = tokens[cue.from - 1]
  const shared = earlier.findLast((report) => report.cue.to <= cue.from)
  if (cue.form === 'ing' && !isWordIn(tokens[cue.from], beForms)) {
    return shared?.source ?? subjectOfClause(tokens, cue.from) ?? null
  }
  if (before?.lower === 'and' || before?.lower === 'but' || (isMark(before, ',') && isCoordinated(tokens, cue.from))) {
    return shared?.source ?? subjectOfClause(tokens, cue.from)
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
  const { next, venue: after } = placeBehind(tokens, behind)
  // “told CNN on Friday”: whom it was said to is part of where.
  const addressee =
    behind > placement.behind && isCapitalized(tokens[placement.behind]) ? { from: cue.at, to: behind } : null
  const venue = addressee
    ? { from: addressee.from, to: after?.to ?? addressee.to }
    : (after ?? venueBefore(tokens, cue, source))
  const start = Math.min(cue.from, source?.from ?? cue.from)
  const inserted = insertedContent(tokens, start, next)
  const asToldBy =
    source && /^as$/i.test(tokens[source.from - 1]?.text ?? '') && source.from === 1 && isMark(tokens[next], ',')
  if (asToldBy) {
    const content = { from: next + 1, to: contentEnd(tokens, next + 1) }
    return {
      act: cue.verb.act,
      source,
      cue: { from: cue.from, to: cue.to },
      content: [content],
      venue,
      negated: !isAsserted(tokens, cue, source),
    }
  }
  const front = inserted ? inserted.front : frontContent(tokens, start, { cue, earlier })
  const back = inserted ? inserted.back : backContent(tokens, next, { cue, hasFront: front !== undefined, inverted })
  const content = [front, back].filter((range) => range !== undefined)
  // Where speech follows on the cue directly, what stands in front is only a lead-in, unless it is quoted.
  const chosen = back && front && !joins(tokens, front, next) ? [back] : content
  if (chosen.length === 0) return undefined
  if (isQuotationOnly(cue) && !chosen.some((range) => hasQuotation(tokens, range))) return undefined
  return {
    act: cue.verb.act,
    source,
    cue: { from: cue.from, to: cue.to },
    content: chosen,
    venue,
    negated: !isAsserted(tokens, cue, source),
  }
}

/** Where and when it was said, up to the colon of a quotation: “wrote on a message board: “…””. */
function placeBehind(tokens: readonly Token[], behind: number): ReturnType<typeof skipAdjuncts> {
  const { next, venue } = skipAdjuncts(tokens, behind)
  const colon = tokens.findIndex(
    (token, at) => at >= next && isMark(token, ':') && tokens[at + 1]?.kind === 'quotation',
  )
  const isPlace =
    venue !== null &&
    colon > next &&
    colon <= next + longestPlace &&
    tokens.slice(next, colon).every((token, at) => token.kind === 'word' && !looksFinite(tokens, next + at))
  return isPlace ? { next: colon, venue: { from: venue.from, to: colon } } : { next, venue }
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
