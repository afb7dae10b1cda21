import type { Gender } from '../../../gender.ts'

/** A person whom the text names in full at least once. */
export interface Person {
  readonly name: string
  readonly role: string | null
  readonly gender: Gender | undefined
}

/** A way of naming a person: by the surname alone, or with the words before it. In lower case. */
export interface Called {
  readonly surname: string
  /** The first of several names; undefined if the surname is used alone. */
  readonly first: string | undefined
  /** The gender shown by a title: "Mrs". */
  readonly gender: Gender | undefined
}
