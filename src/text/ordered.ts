/** How far back searches go, in characters; anything further away is too far to matter. */
const farthest = 30_000

/** The last element before an offset that satisfies `suits`, in a list ordered by the elements' start. */
export function lastBefore<Each extends { readonly start: number }>(
  list: readonly Each[],
  { before: offset, reach = farthest }: { readonly before: number; readonly reach?: number },
  suits: (each: Each) => boolean,
): Each | undefined {
  for (let at = countBefore(list, offset) - 1; at >= 0; at--) {
    const each = list[at]
    if (!each || offset - each.start > reach) return undefined
    if (suits(each)) return each
  }
  return undefined
}

/** The first element that starts between two offsets and satisfies `suits`. */
export function firstBetween<Each extends { readonly start: number }>(
  list: readonly Each[],
  [from, to]: readonly [number, number],
  suits: (each: Each) => boolean,
): Each | undefined {
  for (let at = countBefore(list, from); at < list.length; at++) {
    const each = list[at]
    if (!each || each.start >= to) return undefined
    if (suits(each)) return each
  }
  return undefined
}

/** How many elements start before an offset, by binary search. */
export function countBefore(list: readonly { readonly start: number }[], offset: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.start ?? offset) < offset) low = middle + 1
    else high = middle
  }
  return low
}
