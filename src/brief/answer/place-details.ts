import type { Detail } from '../../domain/brief.ts'
import type { Claim } from '../../domain/claim.ts'
import type { EvidenceSource } from '../evidence.ts'
import { articleOf, closeBehind, grammarOfCitation, paragraphOf, sentenceOf } from '../ties.ts'

/**
 * Ties each detail about something unknown or a silence to its claim, if the article has it in the same sentence, or
 * shortly after that claim in the same paragraph: “The claim could not be verified”, “The supervisor did not answer calls”.
 */
export function placeDetails(details: readonly Detail[], claims: readonly Claim[], source: EvidenceSource): Detail[] {
  const written = claims.filter(({ wording, speaker }) => wording === 'sentence' && speaker.kind !== 'unchecked')
  return details.map((detail) => {
    if (detail.behind !== undefined) return detail
    const behind =
      detail.topic === 'unknown' || detail.topic === 'silence' ? claimOf(detail, written, source) : undefined
    return behind ? { ...detail, behind: behind.id } : detail
  })
}

/** The nearest claim before a sentence; if several are equally near, the last one in the draft. */
function claimOf({ citations, text }: Detail, claims: readonly Claim[], source: EvidenceSource): Claim | undefined {
  const [citation] = citations
  const whole = citation && articleOf({ citation }, source)
  if (!whole) return undefined
  const place = sentenceOf({ citation }, whole)
  // “It could not be verified” is about the sentence just before it.
  const most = grammarOfCitation(citation, source).patterns.leaning.onClaim.test(text) ? 1 : closeBehind
  const near = claims
    .filter((claim) => claim.citation.article === citation.article)
    .map((claim) => ({ claim, distance: place - sentenceOf(claim, whole) }))
    .filter(
      ({ claim, distance }) =>
        distance >= 0 && distance <= most && paragraphOf(claim, whole) === paragraphOf({ citation }, whole),
    )
  return near.toReversed().toSorted((one, other) => one.distance - other.distance)[0]?.claim
}
