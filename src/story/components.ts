/** A tie between two things, and its strength. */
export interface ArticleLink {
  readonly to: number
  readonly strength: number
}

/** The most things that are all compared with each other. */
const mostTogether = 200
/**
 * If more are connected, only ties stronger by this factor count, then by its square and so on up to `strongest`;
 * beyond that all are compared, however many. Copies of one text are tied 3.8 times as strongly as needed, and so are
 * never separated.
 */
const stronger = 1.25
const strongest = 3

/** Everything connected to a thing by ties of at least this strength. */
export function reach(start: number, linksOf: (of: number) => readonly ArticleLink[], least = 0): number[] {
  const seen = new Set([start])
  for (const each of seen) for (const { to, strength } of linksOf(each)) if (strength >= least) seen.add(to)
  return [...seen]
}

/** Splits connected things at weak ties until no part is too large to be compared as a whole. */
export function cut(
  members: readonly number[],
  linksOf: (of: number) => readonly ArticleLink[],
  { least, factor = 1 }: { readonly least: number; readonly factor?: number },
): number[][] {
  if (members.length <= mostTogether || factor * stronger > strongest) return [[...members]]
  const left = new Set(members)
  const parts: number[][] = []
  const higher = factor * stronger
  for (const member of members) {
    if (!left.has(member)) continue
    const part = reach(member, linksOf, higher * least)
    for (const each of part) left.delete(each)
    parts.push(...cut(part, linksOf, { least, factor: higher }))
  }
  return parts
}
