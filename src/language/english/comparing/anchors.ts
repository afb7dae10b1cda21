import type { ReadText, Word } from '../../check.ts'
import { areAlike } from '../words/word-forms.ts'
import { wordsAround } from './read-words.ts'

/** What must stand in a passage as it stands in the sentence: a number, a day, a name, with the words about it. */
export interface Anchor {
  /** What it is by its value: anchors of one key are the same. */
  readonly key: string
  readonly text: string
  /** Which word of its text it begins at. */
  readonly at: number
}

/** How much more another anchor's surroundings must fit before this one is taken for a mistake, in words. */
const clearly = 2

/**
 * Whether a sentence has an anchor where its passage has another one of the same kind: the words about it are those about
 * the other. “34 people were hurt” where “34 people were killed and 80 were hurt”.
 */
export function standsInForAnother(
  anchor: Anchor,
  { statement, anchors: inStatement }: { readonly statement: ReadText; readonly anchors: readonly Anchor[] },
  homes: readonly { readonly sentence: ReadText; readonly anchors: readonly Anchor[] }[],
): boolean {
  const known = new Set(homes.flatMap(({ anchors }) => anchors.map(({ key }) => key)))
  const others = new Set(inStatement.filter(({ key, at }) => at !== anchor.at && known.has(key)).map(({ at }) => at))
  // Both with all that stands about it and with what stands nearer to it than to any other.
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

/** How many words about an anchor are about another as well. */
function fitOf(own: readonly Word[], others: readonly Word[]): number {
  return own.filter(({ form }) => others.some((other) => areAlike(form, other.form))).length
}
