import type { Brief, Draft, DraftPart } from '../../domain/brief.ts'
import { type Claim, speakerLabel, speakerName } from '../../domain/claim.ts'
import type { ChangedLine, SaidLine } from '../../domain/edition/correction.ts'

/** A line with the part of the draft that it is, so that what took its place is found. */
interface PlacedLine extends SaidLine {
  readonly place: string
}

/** A draft, and what readers are told of it. */
export interface Told {
  readonly draft: Draft
  readonly brief: Pick<Brief, 'headline' | 'summary' | 'claims' | 'details' | 'differences' | 'unanswered'>
}

/** Everything in which two briefs of one draft differ for their readers. */
export function changedLines(before: Told, after: Told): ChangedLine[] {
  const [old, fresh] = [linesOf(before), linesOf(after)]
  const has = (lines: readonly PlacedLine[], line: PlacedLine) => lines.some((each) => isSame(each, line))
  const gone = old.filter((line) => !has(fresh, line))
  const come = fresh.filter((line) => !has(old, line))
  const replaced = gone.map((was) => ({ was, now: come.find(({ place }) => place === was.place) ?? null }))
  const taken = new Set(replaced.map(({ now }) => now))
  const added = come.filter((line) => !taken.has(line)).map((now) => ({ was: null, now }))
  return [...replaced, ...added].map(({ was, now }) => ({ was: was && said(was), now: now && said(now) }))
}

function linesOf({ draft, brief }: Told): PlacedLine[] {
  const spoken = new Map(draft.details?.map((detail, index) => [detail.text, `detail ${index}`]))
  const sentences = brief.summary.map(({ text }) => {
    const index = draft.summary.findIndex((each) => each.text === text)
    return ownLine('sentence', text, placeOf({ kind: 'sentence', index }, text))
  })
  return [
    ownLine('headline', brief.headline, 'headline'),
    ...sentences,
    ...brief.claims.map(claimLineOf),
    ...(brief.details ?? []).map(({ text }) => ownLine('sentence', text, spoken.get(text) ?? `detail ${text}`)),
    ...brief.differences.map(({ versions }, index) =>
      ownLine('difference', versions.map(({ words }) => words).join(' · '), `difference ${index}`),
    ),
    ...brief.unanswered.map((name) => ownLine('unanswered', name, `unanswered ${name}`)),
  ]
}

/** A line that names no speaker. */
function ownLine(part: SaidLine['part'], words: string, place: string): PlacedLine {
  return { part, claim: null, words, speaker: null, name: null, place }
}

function claimLineOf(claim: Claim): PlacedLine {
  return {
    part: 'claim',
    claim: claim.id,
    words: claim.words,
    speaker: speakerLabel(claim.speaker) || null,
    name: speakerName(claim.speaker) || null,
    place: placeOf({ kind: 'claim', id: claim.id }, claim.words),
  }
}

/** A key for a part of a draft; a sentence that is not the draft's own is known by its words. */
function placeOf(part: DraftPart, words: string): string {
  if (part.kind === 'claim') return `claim ${part.id}`
  return part.kind === 'sentence' && part.index >= 0 ? `sentence ${part.index}` : `sentence ${words}`
}

function isSame(one: SaidLine, other: SaidLine): boolean {
  return one.part === other.part && one.words === other.words && one.speaker === other.speaker
}

function said({ place: _place, ...line }: PlacedLine): SaidLine {
  return line
}
