import type { ReadText, Word } from '../../check.ts'
import { areAlike } from '../words/word-forms.ts'
import { wordsAround } from './read-words.ts'

/** A number, a day or a name, which must have the same words around it in a sentence as in its passage. */
export interface Anchor {
  /** Its value: anchors with the same key are the same. */
  readonly key: string
  readonly text: string
  /** The index of the word it begins at. */
  readonly at: number
}

/** How many more words must fit around another anchor for this one to count as a mistake. */
const clearly = 2

/**
 * True if a sentence has an anchor where its passage has another of the same kind, as the words around it show:
 * “34 people were hurt” where the passage has “34 people were killed and 80 were hurt”.
 */
export function standsInForAnother(
  anchor: Anchor,
  { statement, anchors: inStatement }: { readonly statement: ReadText; readonly anchors: readonly Anchor[] },
  homes: readonly { readonly sentence: ReadText; readonly anchors: readonly Anchor[] }[],
): boolean {
  const known = new Set(homes.flatMap(({ anchors }) => anchors.map(({ key }) => key)))
  const others = new Set(inStatement.filter(({ key, at }) => at !== anchor.at && known.has(key)).map(({ at }) => at))
  // Checked twice: with all the words around it, and with only those up to the next anchor.
  return [false, true].every((isNarrow) => {
    const own = wordsAround(statement, anchor.at, isNarrow ? others : undefined)
    let same = -1
    let other = -1
    for (const { sentence, anchors } of homes) {
      for (const each of anchors) {
        const stops = new Set(anchors.filter(({ at }) => at !== each.at).map(({ at }) => at))
        const fit = fitOf(own, wordsAround(sentence, each.at, isNarrow ? stops : undefined))
        if (each.key === anchor.key) same = Math.max(same, fit)
        else other = Math.max(other, fit)
      }
    }
    return own.length > 0 && (same < 0 ? other > 0 : other >= same + clearly)
  })
}

/** Counts the words around one anchor that are also around another. */
function fitOf(own: readonly Word[], others: readonly Word[]): number {
  return own.filter(({ form }) => others.some((other) => areAlike(form, other.form))).length
}
