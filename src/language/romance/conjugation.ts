import type { Conjugated } from '../surface/verbs.ts'

/** The endings of regular verbs, by the ending of their infinitive; each list separated by spaces. */
export type VerbEndings = Readonly<
  Record<string, { readonly finite: string; readonly participle: string; readonly gerund: string }>
>

/** How a language conjugates. */
export interface Conjugation {
  readonly endings: VerbEndings
  /** A stem before an ending that would change its sound, by the infinitive's ending: “indiqu” for “indic” before “ei”. */
  spell(stem: string, ending: string, infinitive: string): string
}

/**
 * Reads a verb as the lists write it: a regular verb by its infinitive (“afirmar”), any other with all its finite forms,
 * its participles and its gerund: “dizer:diz_dizem_disse_disseram:dito:dizendo”, with underscores for spaces.
 */
export function conjugate(entry: string, { endings, spell }: Conjugation): Conjugated {
  const [lemma = '', finite, participle, gerund] = entry.split(':')
  const ending = Object.keys(endings).find((each) => lemma.endsWith(each)) ?? ''
  const regular = endings[ending]
  if (!regular && finite === undefined) throw new Error(`“${lemma}” is no infinitive, and its forms are not given`)
  const own = regular ?? { finite: '', participle: '', gerund: '' }
  const stem = lemma.slice(0, lemma.length - ending.length)
  const forms = (list: string) => list.split(' ').map((each) => spell(stem, each, ending) + each)
  return {
    lemma,
    finite: finite?.split('_') ?? forms(own.finite),
    participles: participle?.split('_') ?? forms(own.participle),
    infinitives: [lemma],
    gerunds: gerund?.split('_') ?? forms(own.gerund),
  }
}
