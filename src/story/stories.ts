import { words } from '../text/tokens.ts'

/** What of an article tells which event it is about. */
export interface Telling {
  readonly title: string
  /** The first paragraphs. */
  readonly lead: string
  /** ISO 8601; null where unknown. */
  readonly date: string | null
}

/** Two tellings further apart than this, in hours, are of two events. */
const longestApartHours = 72
/**
 * In so many hours likeness falls to a third: what is told of one event is told about the same time. Titles alone say so
 * little that the time must say more.
 */
const fadingHours = { titles: 20, leads: 72 } as const
/** The least likeness at which a telling joins a story: of titles alone, and where leads bring more words that anybody may use. */
const leastLikeness = { titles: 0.08, leads: 0.145 } as const
/** How much of the lead is looked at, in characters. */
const leadLength = 1_500
/** A title's words count this much more than the lead's. */
const titleWeight = 2

/**
 * Sorts tellings into stories, in the order given: for each the number of its story, from 0. Likeness is the cosine of
 * TF-IDF vectors of title and lead, less the further they lie apart in time; a telling joins the story whose members are on average most like it.
 */
export function groupTellings(tellings: readonly Telling[]): number[] {
  const vectors = weigh(tellings.map(termsOf))
  const stories: number[][] = []
  return tellings.map((telling, index) => {
    const best = mostAlike(
      stories,
      (member) => nearness(telling, tellings[member]) * cosine(vectors[index], vectors[member]),
    )
    if (best && best.likeness >= (telling.lead === '' ? leastLikeness.titles : leastLikeness.leads)) {
      stories[best.story]?.push(index)
      return best.story
    }
    stories.push([index])
    return stories.length - 1
  })
}

function mostAlike(
  stories: readonly number[][],
  likenessTo: (member: number) => number,
): { story: number; likeness: number } | undefined {
  let best: { story: number; likeness: number } | undefined
  stories.forEach((members, story) => {
    const likeness = members.reduce((sum, member) => sum + likenessTo(member), 0) / members.length
    if (!best || likeness > best.likeness) best = { story, likeness }
  })
  return best
}

type Vector = ReadonlyMap<string, number>

const common = new Set(
  `the a an of and or to in on for at by with from as is are was were be been has have had it its he she they his her their this that
   who which will would could after over into about amid new says said say more than not but up out what how why when us`.split(
    /\s+/,
  ),
)

function termsOf({ title, lead }: Telling): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (text: string, weight: number) => {
    for (const { lower } of words(text)) {
      const term = lower.replace(/['’]s?$/, '').replace(/(?<=\w{3})(?:ies|es|s|ed|ing)$/, '')
      if (!common.has(lower) && term.length > 1) counts.set(term, (counts.get(term) ?? 0) + weight)
    }
  }
  add(title, titleWeight)
  add(lead.slice(0, leadLength), 1)
  return counts
}

/** TF-IDF, each vector of length 1. */
function weigh(documents: readonly Map<string, number>[]): Vector[] {
  const frequency = new Map<string, number>()
  for (const counts of documents) for (const term of counts.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return documents.map((counts) => {
    const weighted = [...counts].map(
      ([term, count]) =>
        [term, (1 + Math.log(count)) * Math.log((documents.length + 1) / ((frequency.get(term) ?? 0) + 0.5))] as const,
    )
    const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1
    return new Map(weighted.map(([term, weight]) => [term, weight / length]))
  })
}

function cosine(one: Vector | undefined, other: Vector | undefined): number {
  if (!one || !other) return 0
  let sum = 0
  for (const [term, weight] of one) sum += weight * (other.get(term) ?? 0)
  return sum
}

/** From 1 for tellings of the same moment to 0 for those too far apart. */
function nearness(one: Telling, other: Telling | undefined): number {
  if (!one.date || !other?.date) return 1
  const hours = Math.abs(Date.parse(one.date) - Date.parse(other.date)) / 3_600_000
  return hours <= longestApartHours ? Math.exp(-hours / (one.lead === '' ? fadingHours.titles : fadingHours.leads)) : 0
}
