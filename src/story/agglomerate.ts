/** How alike two things are, as a whole number; null if they must stay apart. */
export type Alike = number | null

/**
 * Sorts things into groups by merging the two groups that are most alike on average, again and again, as long as they
 * are at least `least` alike and nothing in one must stay apart from anything in the other. For each pair of things,
 * the row of the earlier one counts. Whole numbers, and preferring the earlier of two equally alike pairs, make the
 * result the same whenever the things come in the same order.
 */
export function agglomerate(alike: readonly (readonly Alike[])[], least: number): number[][] {
  const sums = alike.map((row, one) => row.map((sum, other) => (other < one ? (alike[other]?.[one] ?? null) : sum)))
  const groups: (number[] | null)[] = alike.map((_, at) => [at])
  for (;;) {
    const pair = likeliest(groups, sums, least)
    if (pair === null) return groups.filter((group) => group !== null)
    const [into, from] = pair
    groups[into] = [...(groups[into] ?? []), ...(groups[from] ?? [])].toSorted((one, other) => one - other)
    groups[from] = null
    join(sums, into, from)
  }
}

/** The two groups that are most alike on average. */
function likeliest(
  groups: readonly (readonly number[] | null)[],
  sums: readonly (readonly Alike[])[],
  least: number,
): [number, number] | null {
  let best: [number, number] | null = null
  let highest = least
  groups.forEach((group, one) => {
    if (group === null) return
    for (let other = one + 1; other < groups.length; other++) {
      const sum = sums[one]?.[other] ?? null
      const theirs = groups[other]
      if (sum === null || !theirs) continue
      const average = sum / (group.length * theirs.length)
      if (best === null ? average >= highest : average > highest) {
        best = [one, other]
        highest = average
      }
    }
  })
  return best
}

function join(sums: Alike[][], into: number, from: number): void {
  sums.forEach((row, other) => {
    const [one, two] = [row[into] ?? null, row[from] ?? null]
    const sum = one === null || two === null ? null : one + two
    row[into] = sum
    const own = sums[into]
    if (own) own[other] = sum
  })
}
