import { type Brief, type Finding, samePart } from '../../domain/brief.ts'
import { type Claim, isSilence } from '../../domain/claim.ts'

/** What an editor should look at first in a story. */
export interface Doubts {
  /** What is withheld as things stand, each with its reason. */
  readonly withheld: readonly Finding[]
  /** Claims that go out and rest on little. */
  readonly weak: readonly WeakClaim[]
}

export interface WeakClaim {
  readonly claim: Claim
  readonly reason: string
}

/** Finds what is withheld from a brief, and which of its claims rest on little. */
export function doubtsIn({ claims, unanswered, responses, vouched = [] }: Brief, findings: readonly Finding[]): Doubts {
  const isAnswered = ({ id }: Claim) => responses.some(({ answers }) => answers === id)
  const isVouched = ({ id }: Claim) => vouched.some((part) => part.kind === 'claim' && part.id === id)
  const weak = claims.flatMap((claim): WeakClaim[] => {
    if (isSilence(claim.act)) return []
    if (isVouched(claim)) return [{ claim, reason: 'it stands on an editor’s word' }]
    if (claim.speaker.kind === 'unnamed' && claim.speaker.count === 1)
      return [{ claim, reason: 'it rests on one person who is not named' }]
    if (claim.act === 'accuses' && !isAnswered(claim) && unanswered.length > 0)
      return [{ claim, reason: 'no response of the accused is on record' }]
    return []
  })
  return { withheld: findings.filter(isOfStory), weak }
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
