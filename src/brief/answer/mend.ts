import { type Citation, citationsOverlap, spansOverlap } from '../../domain/article.ts'
import {
  type BriefSentence,
  type Draft,
  type DraftPart,
  type Finding,
  findingKinds,
  samePart,
} from '../../domain/brief.ts'
import type { Claim } from '../../domain/claim.ts'
import type { Story } from '../../domain/story.ts'
import type { Grammar } from '../../language/grammar.ts'
import type { GrammarFor } from '../../language/grammars.ts'
import type { MendedSentence } from './answer.ts'
import { citing, claimOf, grammarOf, passagesOf, sentenceOf } from './draft-of-answer.ts'
import { numberSentences } from './numbering.ts'
import { oneLine } from './prompt.ts'

/** Shows the faults of a draft to a model, and puts the sentences that it mends into the draft. */

/** A draft and its findings. */
export interface JudgedDraft {
  readonly draft: Draft
  readonly findings: readonly Finding[]
}

/** A part of a draft with all its findings. */
export interface FaultyPart {
  readonly part: DraftPart
  readonly findings: readonly Finding[]
}

/** The most faults shown, and the most characters of each, so that a second request costs no more than the first. */
const most = { faults: 12, shown: 240 } as const
/** The fewest faulty parts that are worth a second request; fewer are just withheld. */
const worthwhile = 3

/** Returns true if a second request may help: not for an unreadable language, or a headline, which is replaced. */
function canBeMended({ kind, part }: Finding): boolean {
  return (
    part.kind !== 'headline' &&
    part.kind !== 'standing' &&
    part.kind !== 'difference' &&
    kind !== 'language-not-checked'
  )
}

/** Returns true if enough of a draft fails, or something important enough, to be worth another completion. */
export function isWorthMending({ draft, findings }: JudgedDraft): boolean {
  const faults = faultsOf(findings).filter(({ part }) => part.kind !== 'missing')
  const isLost = (part: DraftPart) => faults.some((fault) => samePart(fault.part, part))
  const hasNoSummary = faults.length > 0 && draft.summary.every((_, index) => isLost({ kind: 'sentence', index }))
  const answers = draft.claims.some(
    (claim) => (claim.answers !== undefined || claim.act === 'denies') && isLost({ kind: 'claim', id: claim.id }),
  )
  return faults.length >= worthwhile || hasNoSummary || answers || leavesAnswersAlone(draft, isLost)
}

/** True if a claim is lost and the one that answers it is not: an answer to nothing misleads. */
function leavesAnswersAlone({ claims }: Draft, isLost: (part: DraftPart) => boolean): boolean {
  const lost = claims.filter(({ id }) => isLost({ kind: 'claim', id }))
  const kept = claims.filter((claim) => !lost.includes(claim))
  const tell = (those: readonly Claim[], passage: Citation) =>
    those.some((claim) => passagesOf(claim).some((each) => citationsOverlap(each, passage)))
  return kept.some(({ answers }) => answers !== undefined && tell(lost, answers) && !tell(kept, answers))
}

/** The faults to show to a model, the most important parts first. */
export function faultsOf(findings: readonly Finding[]): FaultyPart[] {
  const parts = Map.groupBy(findings.filter(canBeMended), ({ part }) => JSON.stringify(part))
  return [...parts.values()]
    .flatMap((all): FaultyPart[] => (all[0] ? [{ part: all[0].part, findings: all }] : []))
    .toSorted((one, other) => rank(one) - rank(other))
    .slice(0, most.faults)
}

function rank({ part }: FaultyPart): number {
  return ['sentence', 'claim', 'missing', 'detail'].indexOf(part.kind)
}

/** A line for each fault: its number, what is wrong, and what to do. */
export function renderFaults(faults: readonly FaultyPart[]): string {
  const lines = faults.map(({ part, findings }, index) => {
    const [first] = findings
    const whole = findings
      .map(({ words }) => words)
      .reduce((one, other) => (other.length > one.length ? other : one), '')
    if (part.kind === 'missing')
      return `${index + 1}. missing, tell it: “${oneLine(first?.words ?? '').slice(0, most.shown)}”`
    const wrong = findings.map(
      ({ kind, words }) => findingKinds[kind][0] + (words === whole ? '' : ` (“${oneLine(words)}”)`),
    )
    const remedies = new Set(findings.map(({ kind }) => findingKinds[kind][1]))
    return `${index + 1}. ${shownOf(part, first)}: ${[...new Set(wrong)].join('; ')}. ${[...remedies].join(' ')}`
  })
  return ['FAULTS', ...lines].join('\n')
}

function shownOf(part: DraftPart, finding: Finding | undefined): string {
  return `${part.kind === 'claim' ? 'of a speaker' : part.kind} “${oneLine(finding?.sentence ?? finding?.words ?? '').slice(0, most.shown)}”`
}

/** The paragraphs that faults are about and their neighbours, each as the article's id and the paragraph's number. */
export function paragraphsOf(faults: readonly FaultyPart[], story: Story, grammarFor: GrammarFor): ReadonlySet<string> {
  const sentences = numberSentences(story, grammarFor)
  const found = new Set<string>()
  for (const { passage } of faults.flatMap(({ findings }) => findings)) {
    for (const { article, start, end, paragraph } of sentences) {
      if (!passage || passage.article !== article.id || !spansOverlap(passage.span, { start, end })) continue
      for (const near of [paragraph - 1, paragraph, paragraph + 1]) found.add(`${article.id} ${near}`)
    }
  }
  return found
}

/** Two sentences repeat each other if they share this fraction of the shorter one's words. */
const repeated = 0.8

interface Mending {
  readonly faults: readonly FaultyPart[]
  readonly mended: readonly MendedSentence[]
  readonly story: Story
  readonly grammarFor: GrammarFor
}

/** Replaces the faulty sentences of a draft with the mended ones and adds missing answers; the rest stays as it is. */
export function mendDraft(draft: Draft, { faults, mended, story, grammarFor }: Mending): Draft {
  const grammar = grammarOf(story, grammarFor)
  const cite = citing(story, grammarFor)
  const mendedOf = (part: DraftPart) => {
    const at = faults.findIndex((fault) => samePart(fault.part, part))
    return at < 0 ? undefined : mended.find(({ fault }) => fault === at + 1)
  }
  const added = faults.flatMap(({ part }, at): Claim[] => {
    const stated = mended.find(({ fault }) => fault === at + 1)
    if (part.kind !== 'missing' || !stated || stated.text === '' || stated.name === '') return []
    const speaker = { name: stated.name, standing: '', says: [stated], answers: '' }
    return [claimOf(speaker, stated, { id: `mended.${at + 1}`, cite, grammar })]
  })
  const replaced = (part: DraftPart) => {
    const stated = mendedOf(part)
    return stated && stated.text !== '' ? sentenceOf(stated, cite) : undefined
  }
  return {
    ...draft,
    summary: draft.summary.map((sentence, index) => {
      const stated = replaced({ kind: 'sentence', index })
      const others = draft.summary.filter((other) => other !== sentence)
      return stated && standsAlone(stated, others, grammar) ? stated : sentence
    }),
    claims: [
      ...draft.claims.map((claim) => mendedClaim(claim, mendedOf({ kind: 'claim', id: claim.id }), { cite, grammar })),
      ...added,
    ],
    details: (draft.details ?? []).map((detail, index) => ({ ...detail, ...replaced({ kind: 'detail', index }) })),
  }
}

/**
 * Returns true if a mended sentence can stand alone: it begins like a sentence, unlike “has accused …”, and does not
 * repeat another one, such as the lede.
 */
function standsAlone(
  { text }: BriefSentence,
  others: readonly BriefSentence[],
  { words: { contentWords } }: Grammar,
): boolean {
  const own = contentWords(text)
  const repeats = others.some((other) => {
    const stated = new Set(contentWords(other.text))
    return (
      stated.size > 0 && own.filter((word) => stated.has(word)).length >= repeated * Math.min(own.length, stated.size)
    )
  })
  return /^[“"‘']?[\p{Lu}\p{N}]/u.test(text) && !repeats
}

function mendedClaim(
  claim: Claim,
  stated: MendedSentence | undefined,
  { cite, grammar }: { readonly cite: ReturnType<typeof citing>; readonly grammar: Grammar },
): Claim {
  if (!stated || stated.text === '') return claim
  const { id, speaker, answers } = claim
  const mended = claimOf({ name: stated.name || 'x', standing: '', says: [stated], answers: '' }, stated, {
    id,
    cite,
    grammar,
  })
  return { ...mended, speaker, ...(answers ? { answers } : {}) }
}
