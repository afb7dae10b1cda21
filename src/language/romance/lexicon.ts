import { list } from '../lists/list.ts'
import { VerbLexicon, type VerbRow } from '../surface/verbs.ts'
import { type Conjugation, conjugate } from './conjugation.ts'

/** Makes a language's verbs of saying from its rows, each verb as `conjugate` reads it. */
export function lexiconOf(rows: readonly VerbRow[], conjugation: Conjugation): VerbLexicon {
  const verbs = new VerbLexicon()
  for (const [act, frames, entries] of rows)
    for (const entry of list(entries)) {
      const { lemma, ...forms } = conjugate(entry, conjugation)
      verbs.add({ lemma, act, frames }, forms)
    }
  return verbs
}

/** All finite forms of some of the verbs, given by their infinitives. */
export function finiteFormsOf({ finite }: VerbLexicon, lemmas: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...finite].flatMap(([form, verbs]) => (verbs.some(({ lemma }) => lemmas.has(lemma)) ? [form] : [])))
}
