import type { CitedPassage } from '../bearing.ts'
import type { Evidence } from '../evidence.ts'
import { caveatCheck } from './caveats.ts'
import { causeCheck, statusCheck, verbCheck } from './closed-words.ts'
import { conditionCheck } from './conditions.ts'
import { dayCheck } from './days.ts'
import { directionCheck } from './directions.ts'
import { type Check, type Fault, groundOf, type Published } from './ground.ts'
import { hedgeCheck, unrealisedCheck } from './hedges.ts'
import { limiterCheck } from './limiters.ts'
import { nameCheck } from './names.ts'
import { negationCheck } from './negations.ts'
import { numberCheck } from './numbers.ts'
import { orderCheck } from './order.ts'
import { ownVoiceCheck } from './own-voice.ts'
import { peopleCheck } from './people.ts'
import { quotationCheck } from './quotations.ts'
import { readWords } from './read-words.ts'
import { secondHandCheck } from './second-hand.ts'
import { speakerCheck } from './speaker.ts'
import { vocabularyCheck } from './vocabulary.ts'

/** All that a sentence is held to, in the order in which it is told what is wrong with it. */
export const checks: readonly Check[] = [
  quotationCheck,
  numberCheck,
  dayCheck,
  nameCheck,
  statusCheck,
  verbCheck,
  causeCheck,
  directionCheck,
  speakerCheck,
  peopleCheck,
  ownVoiceCheck,
  negationCheck,
  unrealisedCheck,
  hedgeCheck,
  conditionCheck,
  limiterCheck,
  secondHandCheck,
  caveatCheck,
  orderCheck,
  vocabularyCheck,
]

/** A sentence as a writer hands it in, and where it stands. */
export interface ToCheck {
  readonly text: string
  /** Whom the brief names beside it; null where it stands alone. */
  readonly speaker: string | null
  /** What else the brief tells. */
  readonly context: string
}

/**
 * Holds a sentence that is written freely to the passages that it cites: what it says with numbers, days, names,
 * quotations, and words that change a meaning must stand there; it may be put in other plain words.
 */
export function checkStatement(
  { text, speaker, context }: ToCheck,
  passages: readonly CitedPassage[],
  publishedOf: (evidence: Evidence) => Published,
): (Fault & { readonly check: string })[] {
  const statement = { ...readWords(text), speaker, context: readWords(context) }
  const ground = groundOf(passages, publishedOf)
  return checks.flatMap((check) => check.find(statement, ground).map((fault) => ({ ...fault, check: check.name })))
}
