import type { ReadTerm } from './terms/term-index.ts'

/** The features that can tell an article from others that look like it. */
export interface Signs {
  /** Names by their stems: in the title, in the opening sentence, and anywhere. */
  readonly names: Readonly<Record<'title' | 'opening' | 'all', ReadonlySet<number>>>
  readonly words: Readonly<Record<'title' | 'opening', ReadonlySet<number>>>
  /** Values by kind of measure, at the front (title and opening sentence) and anywhere. */
  readonly values: Readonly<Record<'front' | 'all', ReadonlyMap<string, readonly string[]>>>
  /** Hours since 1970; null if unknown. */
  readonly hours: number | null
  /** True if the article has only a title. */
  readonly isBare: boolean
}

/** When an article was published, and if it has only a title. */
export type Circumstances = Pick<Signs, 'hours' | 'isBare'>

export function signsOf(terms: readonly ReadTerm[], { hours, isBare }: Circumstances): Signs {
  const names = terms.filter(({ isName, mark }) => isName && !mark)
  const words = terms.filter(({ mark, weight }) => !mark && weight > 0)
  const keys = (some: readonly ReadTerm[]) => new Set(some.map(({ nameKey }) => nameKey))
  const numbers = (some: readonly ReadTerm[]) => new Set(some.map(({ term }) => term))
  const inTitle = (each: ReadTerm) => each.inTitle
  const inOpening = (each: ReadTerm) => each.inOpening
  const marked = terms.filter(({ mark }) => mark)
  return {
    names: { title: keys(names.filter(inTitle)), opening: keys(names.filter(inOpening)), all: keys(names) },
    words: { title: numbers(words.filter(inTitle)), opening: numbers(words.filter(inOpening)) },
    values: { front: valuesOf(marked.filter((each) => each.inTitle || each.inOpening)), all: valuesOf(marked) },
    hours,
    isBare,
  }
}

function valuesOf(terms: readonly ReadTerm[]): Map<string, readonly string[]> {
  const marks = terms.flatMap(({ mark }) => mark ?? [])
  const byKind = Map.groupBy(marks, ({ kind }) => kind)
  return new Map([...byKind].map(([kind, each]) => [kind, each.map(({ value }) => value)]))
}
