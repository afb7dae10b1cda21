import { label as english } from '../english/label.ts'
import { label as french } from '../french/label.ts'
import { label as german } from '../german/label.ts'
import { label as italian } from '../italian/label.ts'
import { label as portuguese } from '../portuguese/label.ts'
import { label as spanish } from '../spanish/label.ts'
import type { LabelWords } from './label.ts'

const labels: ReadonlyMap<string, LabelWords> = new Map([
  ['en', english],
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['pt', portuguese],
  ['it', italian],
])

/** The label's words in the language of what is labelled, given by its ISO 639-1 subtag; in English if there are none. */
export function labelWords(language: string | undefined): LabelWords {
  return labels.get(language ?? '') ?? english
}
