import type { Citation } from '../../domain/article.ts'
import { type Brief, type DraftPart, type Finding, samePart } from '../../domain/brief.ts'
import { type Claim, isSilence, speakerLabel } from '../../domain/claim.ts'

/** What an editor should look at first in a story. */
export interface Doubts {
  /** What is withheld as things stand, each with its reason. */
  readonly withheld: readonly Finding[]
  /** What goes out and rests on little, or on an editor alone. */
  readonly weak: readonly WeakPart[]
  /** What editors left out. */
  readonly cut: readonly Finding[]
}

export interface WeakPart {
  readonly part: DraftPart
  /** The whole sentence, with its speaker if it is a claim. */
  readonly words: string
  readonly reason: string
  readonly passages: readonly Citation[]
}

export const noDoubts: Doubts = { withheld: [], weak: [], cut: [] }

/** Finds what is withheld from a brief, and which of its parts rest on little. */
export function doubtsIn(brief: Brief, findings: readonly Finding[]): Doubts {
  const own = findings.filter(isOfStory)
  return {
    // What may not be shown is not shown to editors either.
    withheld: own.filter(({ kind }) => kind !== 'cut' && kind !== 'display-limit'),
    weak: [...editorsParts(brief), ...weakClaims(brief)],
    cut: own.filter(({ kind }) => kind === 'cut'),
  }
}

/** What an editor wrote or vouches for: the check is not made to find every false word of a person. */
function editorsParts({ headline, summary, claims, edited = [], vouched = [] }: Brief): WeakPart[] {
  const isVouched = (part: DraftPart) => vouched.some((each) => samePart(each, part))
  const parts = [...edited, ...vouched.filter((part) => !edited.some((each) => samePart(each, part)))]
  return parts.flatMap((part): WeakPart[] => {
    const reason = isVouched(part) ? 'it stands on an editor’s word' : 'an editor wrote it'
    if (part.kind === 'headline') return [{ part, words: headline, reason, passages: [] }]
    const sentence = part.kind === 'sentence' ? summary[part.index] : undefined
    if (sentence) return [{ part, words: sentence.text, reason, passages: sentence.citations }]
    const claim = part.kind === 'claim' ? claims.find(({ id }) => id === part.id) : undefined
    return claim ? [{ part, words: claimSentence(claim), reason, passages: [claim.citation] }] : []
  })
}

function weakClaims({ claims, unanswered, responses, vouched = [] }: Brief): WeakPart[] {
  const isAnswered = ({ id }: Claim) => responses.some(({ answers }) => answers === id)
  return claims.flatMap((claim): WeakPart[] => {
    const part: DraftPart = { kind: 'claim', id: claim.id }
    if (isSilence(claim.act) || vouched.some((each) => samePart(each, part))) return []
    const { speaker, act, citation } = claim
    const weak = (reason: string) => [{ part, words: claimSentence(claim), reason, passages: [citation] }]
    if (speaker.kind === 'unnamed' && speaker.count === 1) return weak('it rests on one person who is not named')
    if (act === 'accuses' && !isAnswered(claim) && unanswered.length > 0)
      return weak('no response of the accused is on record')
    return []
  })
}

/** A claim as one sentence, with its speaker. */
export function claimSentence({ speaker, line, words }: Claim): string {
  return line ? `${speakerLabel(speaker)} ${line}` : `${speakerLabel(speaker)}: ${words}`
}

/** Omissions are added to the brief, and a claim is whole without a wrong description of its speaker. */
function isOfStory({ part }: Finding, at: number, all: readonly Finding[]): boolean {
  if (part.kind === 'missing' || part.kind === 'standing') return false
  return all.findIndex((other) => samePart(other.part, part)) === at
}

/** The number of things to look at. */
export function countDoubts({ withheld, weak }: Doubts): number {
  return withheld.length + weak.length
}
