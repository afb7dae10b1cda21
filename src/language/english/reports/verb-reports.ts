import type { PlacedReport, Range, Report } from '../../report.ts'
import { type At, firstOf, type Rule } from '../../rule.ts'
import { skipAddressee } from '../syntax/addressees.ts'
import { skipAdjuncts } from '../syntax/adjuncts.ts'
import type { EnglishSentence } from '../syntax/sentence.ts'
import { isAsserted } from './assertion.ts'
import { backContent } from './back-content.ts'
import { contentEnd } from './content-ends.ts'
import type { Cue } from './cues/cue.ts'
import { cueAt } from './cues/cues.ts'
import { frontContent, insertedContent, joins } from './front-content.ts'
import { type AtWord, opensSaying, placeBehind, venueBefore } from './report-parts.ts'
import { findSource, type ReportSource } from './sources.ts'

/** A verb of saying with its speaker, and the positions where its content may be. */
interface Spoken extends At<EnglishSentence> {
  readonly cue: Cue
  readonly source: Range | null
  readonly inverted: boolean
  readonly earlier: readonly Report[]
  /** The position of the speaker or the verb, whichever comes first. */
  readonly start: number
  /** The position after the verb, its addressee, and any place and time. */
  readonly next: number
  readonly venue: Range | null
}

/** Returns the report that a verb of saying makes, if the word at a position is one. */
export function verbReport({ sentence, at, earlier }: AtWord): PlacedReport | undefined {
  const cue = cueAt(sentence, at)
  if (!cue) return undefined
  if (cue.passive) return firstOf(passiveReports, { sentence, at, cue })
  const found = findSource({ sentence, at, cue, earlier })
  return found && firstOf(verbReports, spokenBy(found, { sentence, at, cue, earlier }))
}

interface WithCue extends AtWord {
  readonly cue: Cue
}

function spokenBy({ source, inverted }: ReportSource, { sentence, at, cue, earlier }: WithCue): Spoken {
  const behind = inverted && source ? source.to : cue.to
  const stated = cue.verb.frames.includes('told') && !inverted ? skipAddressee(sentence, behind) : behind
  const { next, venue: after } = placeBehind(sentence, stated)
  // “told CNN on Friday”: the addressee is part of the venue.
  const addressee = stated > behind && sentence.isCapital(behind)
  const venue = addressee ? { from: cue.at, to: after?.to ?? stated } : (after ?? venueBefore(sentence, cue, source))
  const start = Math.min(cue.from, source?.from ?? cue.from)
  return { sentence, at, cue, source, inverted, earlier, start, next, venue }
}

function reportOf({ sentence, cue, source, venue }: Spoken, content: readonly Range[]): PlacedReport {
  const { act } = cue.verb
  const negated = !isAsserted(sentence, cue, source)
  return { act, source, cue: { from: cue.from, to: cue.to }, content, venue, negated }
}

/** Rules for the place of a verb of saying relative to its content. */
export const verbReports: readonly Rule<Spoken, PlacedReport>[] = [
  {
    name: 'a claim that somebody denies',
    example: 'The manager took money, a claim the bank denied.',
    counterExample: 'The manager took money, and the bank denied a claim.',
    find: (spoken) => {
      const { sentence, cue, source } = spoken
      if (!source || !/^(?:denies|rejects)$/.test(cue.verb.act)) return undefined
      const noun = source.from + 1
      const isClaim = /^(?:claim|charge|allegation|accusation|suggestion|report|assertion|account|idea)s?$/
      if (!sentence.isDeterminer(source.from) || !isClaim.test(sentence.word(noun))) return undefined
      const from = /^(?:that|which)$/.test(sentence.word(noun + 1)) ? noun + 2 : noun + 1
      if (from >= source.to) return undefined
      const subject = { ...spoken, source: { from, to: source.to }, venue: null }
      return reportOf(subject, [{ from: source.from, to: noun + 1 }])
    },
  },
  {
    name: 'what somebody says of a thing just named',
    example: 'The dam was closed, a step that engineers said came too late.',
    counterExample: 'The dam was closed, engineers said.',
    find: (spoken) => {
      const { sentence, source, next } = spoken
      if (!source || !sentence.isDeterminer(source.from) || !sentence.isMark(source.from - 1, ',')) return undefined
      const that = source.from + 2
      if (!/^(?:that|which)$/.test(sentence.word(that)) || that + 1 >= source.to || !sentence.isFinite(next))
        return undefined
      const content = [
        { from: source.from, to: that },
        { from: next, to: contentEnd(sentence, next) },
      ]
      return reportOf({ ...spoken, source: { from: that + 1, to: source.to }, venue: null }, content)
    },
  },
  {
    name: '“as somebody said,” in front',
    example: 'As Ruiz said, the dam had failed.',
    counterExample: 'The dam had failed, as Ruiz said.',
    find: (spoken) => {
      const { sentence, source, next } = spoken
      const isAs = source?.from === 1 && sentence.word(0) === 'as' && sentence.isMark(next, ',')
      return isAs && reportOf(spoken, [{ from: next + 1, to: contentEnd(sentence, next + 1) }])
    },
  },
  {
    name: 'between two parts of a clause',
    example: 'The question, she said, is open.',
    counterExample: 'She said the question is open.',
    find: (spoken) => {
      const inserted = insertedContent(spoken.sentence, spoken.start, spoken.next)
      return inserted && saidIn(spoken, inserted)
    },
  },
  {
    name: 'in front, behind, or on both sides of what was said',
    example: 'Ruiz said that the dam had failed.',
    counterExample: 'The question, she said, is open.',
    find: (spoken) => {
      const { sentence, cue, earlier, inverted, start, next } = spoken
      const front = frontContent(sentence, start, { cue, earlier })
      const back = backContent(sentence, next, { cue, hasFront: front !== undefined, inverted })
      return saidIn(spoken, { front, back })
    },
  },
]

interface Sides {
  readonly front: Range | undefined
  readonly back: Range | undefined
}

function saidIn(spoken: Spoken, { front, back }: Sides): PlacedReport | undefined {
  const { sentence, cue, next } = spoken
  // If speech follows the cue directly, what comes before it is only a lead-in, unless it is quoted.
  const isLeadIn = front && back && !joins(sentence, front, next)
  const content = [isLeadIn ? undefined : front, back].filter((range) => range !== undefined)
  const isQuotationOnly = cue.verb.frames.every((frame) => frame === 'quotation')
  if (content.length === 0 || (isQuotationOnly && !content.some((range) => sentence.hasQuotation(range))))
    return undefined
  return reportOf(spoken, content)
}

interface Passive extends At<EnglishSentence> {
  readonly cue: Cue
}

/** “Residents were told by the mayor that …”, “He was asked whether …”: the speaker comes after "by", or is not named. */
export const passiveReports: readonly Rule<Passive, PlacedReport>[] = [
  {
    name: 'a passive',
    example: 'Residents were told by the mayor that the dam had failed.',
    counterExample: 'The mayor told residents that the dam had failed.',
    find: ({ sentence, cue }) => {
      const agent = (sentence.word(cue.to) === 'by' ? sentence.phraseAfter(cue.to + 1) : undefined) ?? null
      const { next, venue } = skipAdjuncts(sentence, agent?.to ?? cue.to)
      const found = backContent(sentence, next, { cue, hasFront: false, inverted: false })
      if (!found || !(cue.to > cue.at + 1 || opensSaying(sentence, found.from))) return undefined
      // “Asked about it, she answered”: the question ends where the answer's clause begins.
      const comma = sentence.find((at) => sentence.isMark(at, ','), found.from + 1, found.to)
      const content = cue.verb.act === 'asks' && comma > 0 ? { from: found.from, to: comma } : found
      const negated = !isAsserted(sentence, cue, agent)
      return {
        act: cue.verb.act,
        source: agent,
        cue: { from: cue.from, to: cue.to },
        content: [content],
        venue,
        negated,
      }
    },
  },
]
