import type { Gender } from '../../words/name-words.ts'

/** Someone whom the text names in full, at least once. */
export interface Person {
  readonly name: string
  readonly role: string | null
  readonly gender: Gender | undefined
}

/** A way of naming somebody: by the surname alone, or with what comes before it. In lower case. */
export interface Called {
  readonly surname: string
  /** The first of several names; undefined where the surname stands alone. */
  readonly first: string | undefined
  /** The gender that a title tells: "Mrs". */
  readonly gender: Gender | undefined
}
