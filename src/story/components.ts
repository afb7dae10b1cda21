/** A tie between two things, and how strong it is. */
export interface ArticleLink {
  readonly to: number
  readonly strength: number
}

/** The most things that are compared together, each with each. */
const mostTogether = 200
/**
 * If more are connected, only ties stronger by this factor count, again and again, up to `strongest`; beyond that they are
 * compared together, however many they are. Copies of one text are tied 3.8 times as strongly as needed, and are never separated.
 */
const stronger = 1.25
const strongest = 3

/** Everything connected with a thing by ties that are at least this strong. */
export function reach(start: number, linksOf: (of: number) => readonly ArticleLink[], least = 0): number[] {
  const seen = new Set([start])
  for (const each of seen) for (const { to, strength } of linksOf(each)) if (strength >= least) seen.add(to)
  return [...seen]
}

/** Splits connected things where their ties are weak, until no part is too large to be compared as a whole. */
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
