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

interface Compared {
  readonly statement: ReadText
  readonly anchors: readonly Anchor[]
}

interface Home {
  readonly sentence: ReadText
  readonly anchors: readonly Anchor[]
}

/**
 * True if a sentence has an anchor where its passage has another of the same kind, as the words around it show:
 * “34 people were hurt” where the passage has “34 people were killed and 80 were hurt”. If the sentence has both, both
 * must be in the wrong place.
 */
export function standsInForAnother(anchor: Anchor, compared: Compared, homes: readonly Home[]): boolean {
  const rival = rivalOf(anchor, compared, homes)
  if (rival === undefined) return false
  const partner = compared.anchors.find(({ key }) => key === rival)
  return partner === undefined || rivalOf(partner, compared, homes) !== undefined
}

/** The key of the anchor that the words around this one fit better; undefined if they fit it well enough. */
function rivalOf(anchor: Anchor, { statement, anchors }: Compared, homes: readonly Home[]): string | undefined {
  const known = new Set(homes.flatMap((home) => home.anchors.map(({ key }) => key)))
  const others = new Set(anchors.filter(({ key, at }) => at !== anchor.at && known.has(key)).map(({ at }) => at))
  // Checked twice: with all the words around it, and with only those up to the next anchor.
  const rivals = [false, true].map((isNarrow) => {
    const own = wordsAround(statement, anchor.at, isNarrow ? others : undefined)
    let same = -1
    let other = -1
    let rival: string | undefined
    for (const home of homes) {
      for (const each of home.anchors) {
        const stops = new Set(home.anchors.filter(({ at }) => at !== each.at).map(({ at }) => at))
        const fit = fitOf(own, wordsAround(home.sentence, each.at, isNarrow ? stops : undefined))
        if (each.key === anchor.key) same = Math.max(same, fit)
        else if (fit > other) [other, rival] = [fit, each.key]
      }
    }
    return own.length > 0 && (same < 0 ? other > 0 : other >= same + clearly) ? rival : undefined
  })
  return rivals.every((rival) => rival !== undefined) ? rivals[1] : undefined
}

/** Counts the words around one anchor that are also around another. */
function fitOf(own: readonly Word[], others: readonly Word[]): number {
  return own.filter(({ form }) => others.some((other) => areAlike(form, other.form))).length
}
