import type { Attribution } from '../domain/claim.ts'
import { carriedOnRule } from './told-speech.ts'

/**
 * Joins the sentences in a row that continue what somebody said without naming them, as annotated corpora do: for them,
 * speech that goes on is one attribution.
 */
export function joinCarriedOn(attributions: readonly Attribution[]): Attribution[] {
  const joined: Attribution[] = []
  const placeOf: number[] = []
  for (const each of attributions) {
    const before = joined.at(-1)
    if (before && goesOn(before, each))
      joined[joined.length - 1] = { ...before, content: [...before.content, ...each.content] }
    else joined.push(each)
    placeOf.push(joined.length - 1)
  }
  return joined.map((each) => ({ ...each, within: each.within === null ? null : (placeOf[each.within] ?? null) }))
}

function goesOn(before: Attribution, next: Attribution): boolean {
  return (
    [before, next].every(({ rules }) => rules.includes(carriedOnRule)) &&
    before.source[0]?.start === next.source[0]?.start &&
    before.content.length > 0
  )
}
