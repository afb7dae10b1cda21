/** The most claims shown for a story in a digest; the rest can be opened separately. */
export const claimsPerStory = 12

/**
 * Takes the first claims that fit into `most` lines together with their responses; a claim never appears without them.
 */
export function takeExchanges<Each>(
  claims: readonly Each[],
  { most, answersTo }: { readonly most: number; readonly answersTo: (claim: Each) => number },
): Each[] {
  const taken: Each[] = []
  let lines = 0
  for (const claim of claims) {
    const needed = 1 + answersTo(claim)
    if (lines + needed > most) continue
    taken.push(claim)
    lines += needed
  }
  return taken
}
