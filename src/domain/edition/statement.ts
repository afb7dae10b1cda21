import type { EditionId } from '../digest.ts'
import type { StoryId } from '../story.ts'

/** A claim that was posted, as it is kept so that people can ask later who said what. */
export interface Statement {
  readonly edition: EditionId
  readonly story: StoryId
  /** The claim's id within its story and edition. */
  readonly claim: string
  /** The speaker's name, and the name with the role. */
  readonly name: string
  readonly speaker: string
  readonly words: string
  /** True if the words continue from the speaker's name: “denied that …”. */
  readonly goesOn: boolean
  readonly venue: string | null
  readonly outlet: string
  readonly url: string | null
  /** The passage that it was checked against. */
  readonly passage: string
  /** The id of the claim that it answers, in the same story and edition. */
  readonly answers: string | null
  /** Who wrote it, and with which version. */
  readonly byline: string
  /** When it was posted, and checked last before that, ISO 8601. */
  readonly postedAt: string
  /** When it was corrected and what is right, in words; null if it never was. */
  readonly corrected: { readonly at: string; readonly says: string } | null
  /** When and by whom it was withdrawn; neither its words nor its passage are kept then. */
  readonly withdrawn: { readonly at: string; readonly by: string } | null
}

/** A statement with the words under which it is found. */
export interface IndexedStatement extends Statement {
  /** The words of the speaker's name and role, in lower case without accents. */
  readonly who: readonly string[]
  /** The stems of what was said. */
  readonly about: readonly string[]
}

/** A statement that is about to be posted. */
export type NewStatement = Omit<IndexedStatement, 'edition' | 'postedAt'>
