import type { Range } from '../../../report.ts'
import type { CueForm } from '../../words/cue-verbs.ts'

/** A cue verb in its sentence, with its auxiliaries and adverbs. */
export interface Cue extends Range {
  readonly verb: CueForm['verb']
  readonly form: CueForm['form']
  /** The position of the cue word itself. */
  readonly at: number
  /** True if the subject is the listener, not the speaker: "was told that". */
  readonly passive: boolean
  readonly negated: boolean
}
